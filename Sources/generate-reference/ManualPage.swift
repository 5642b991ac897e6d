import Foundation

/// The generated parts of a page in section 1; what stands outside the markers is written by hand.
struct ManualPage {
  let tool: ToolInfo
  let entries: [RuleEntry]

  /// The page with every marked block written anew.
  func renewed(_ page: String, path: String) throws -> String {
    var lines: [String] = []
    var block: String?
    for line in page.components(separatedBy: "\n") {
      if let open = block {
        guard line == ".\\\" END \(open)" else { continue }
        block = nil
      }
      lines.append(line)
      guard line.hasPrefix(".\\\" BEGIN ") else { continue }
      let name = String(line.dropFirst(".\\\" BEGIN ".count))
      switch name {
      case "options": lines += options()
      case "rules": lines += rules()
      case "exit-status": lines += Self.exitStatus
      default: throw ReferenceError("\(path): no generated block \(name)")
      }
      block = name
    }
    if let block { throw ReferenceError("\(path): block \(block) has no end") }
    return lines.joined(separator: "\n")
  }

  private func options() -> [String] {
    var lines: [String] = []
    var section: String?
    for option in tool.options where !option.isPositional {
      if lines.isEmpty || option.sectionTitle != section {
        if !lines.isEmpty { lines.append(".El") }
        section = option.sectionTitle
        if let section { lines.append(".Ss \(Mdoc.escape(section))") }
        lines.append(".Bl -tag -width Ds")
      }
      lines.append(".It " + option.spellings.map { spelling(option, $0) }.joined(separator: " , "))
      lines += description(option)
    }
    if !lines.isEmpty { lines.append(".El") }
    return lines
  }

  private func spelling(_ option: ToolInfo.Option, _ name: String) -> String {
    let flag = name.hasPrefix("--") ? "Fl Fl \(name.dropFirst(2))" : "Fl \(name.dropFirst())"
    guard option.takesValue, let value = option.valueName else { return flag }
    return "\(flag) Ar \(Mdoc.argument(value))"
  }

  private func description(_ option: ToolInfo.Option) -> [String] {
    var text = option.abstract ?? ""
    if let last = text.last, !".?!".contains(last) { text += "." }
    if let discussion = option.discussion, !discussion.isEmpty { text += " " + discussion }
    var lines = [Mdoc.prose(text)]
    if option.takesValue, let value = option.defaultValue, !value.isEmpty {
      lines.append("The default is \(Mdoc.escape(value)).")
    }
    return lines
  }

  private func rules() -> [String] {
    var lines = [".Bl -tag -width Ds"]
    for entry in entries {
      lines.append(".It Cm \(Mdoc.argument(entry.id))")
      for (k, paragraph) in entry.paragraphs.enumerated() {
        if k > 0 { lines.append(".Pp") }
        lines.append(Mdoc.prose(paragraph))
      }
      if let note = note(tool.plugins[entry.id]) { lines.append(note) }
    }
    if entries.isEmpty { return ["None."] }
    return lines + [".El"]
  }

  /// What differs from a rule that runs on every text.
  private func note(_ plugin: (mode: String, languages: String)?) -> String? {
    guard let plugin else { return nil }
    var notes: [String] = []
    if plugin.mode == "off" { notes.append("off unless asked for") }
    if plugin.mode == "flag" { notes.append("flags only") }
    if plugin.languages != "any" {
      notes.append("languages: " + plugin.languages.replacingOccurrences(of: ",", with: ", "))
    }
    return notes.isEmpty ? nil : Mdoc.prose("(" + notes.joined(separator: "; ") + ")")
  }

  private static let exitStatus = [
    ".Bl -tag -width Ds -compact", ".It 0", "Done.", ".It 1",
    "Only with", ".Fl Fl check :", "a text or a layer would change.", ".It 64",
    "The command line is wrong: an unknown option or rule, options that exclude",
    "each other, output that is also input.",
    ".It 65", "Bad data: the message names file, line and column.",
    "Also where the stage before this one in a pipe failed.", ".It 66", "An input file cannot be opened.", ".It 69",
    "A plugin or a decompressor failed.", ".It 70", "A bug in the program.", ".It 74",
    "An input or output error, a full disk for one.", ".El", ".Pp",
    "Killed by", ".Dv SIGPIPE , SIGINT", "or", ".Dv SIGTERM ,", ".Nm",
    "dies of that signal, as shells expect, after removing its temporary files.",
  ]
}
