import JSONLines
import Language
import TextModel

/// `--test-plugin`: loads a plugin, runs its examples or plays hostile records at its program, and tells what is wrong.
enum PluginTest {
  /// - Returns: the report.
  /// - Throws: exit 65 or 69 with the first thing that is wrong, or after all examples with what failed.
  static func run(_ name: String, tool: String, use: PluginUse, options: SharedOptions) throws(Failure) -> String {
    if name.hasPrefix("exec:") {
      return try ProgramTrial(String(name.dropFirst(5)), tool: tool, timeout: options.pluginTimeout).report()
    }
    let file = try PluginFile(path: try PluginLocator.path(of: name))
    if file.kind == .rules { return try examples(of: file) }
    var lists = UserLists()
    try ListFile.add(file, to: &lists)
    var lines = 0
    try file.forEachLine { (_, _) throws(Failure) in lines += 1 }
    return "\(file.path): \(file.kind.rawValue), \(lines) \(lines == 1 ? "entry" : "entries"), well-formed\n"
  }

  private static func examples(of file: PluginFile) throws(Failure) -> String {
    let rules = try RulePack.rules(file)
    var failures: [String] = []
    var count = 0
    for rule in rules {
      for example in rule.fixes {
        count += 1
        let after = try run(rule, on: example.before)
        if !after.utf8.elementsEqual(example.after.utf8) {
          failures.append(
            "\(file.path):\(rule.line): rule '\(rule.id)': '\(example.before)' becomes '\(after)', not '\(example.after)'"
          )
        } else if try !run(rule, on: after).utf8.elementsEqual(after.utf8) {
          failures.append("\(file.path):\(rule.line): rule '\(rule.id)': a second run changes '\(after)' again")
        }
      }
      for text in rule.leavesAlone {
        count += 1
        let after = try run(rule, on: text)
        if !after.utf8.elementsEqual(text.utf8) {
          failures.append("\(file.path):\(rule.line): rule '\(rule.id)': '\(text)' should stay, and becomes '\(after)'")
        }
      }
    }
    if !failures.isEmpty {
      throw Failure(.badData, failures.joined(separator: "; "))
    }
    return "\(file.path): \(rules.count) rules, \(count) examples, all as they say\n"
  }

  private static func run(_ rule: PatternRule, on text: String) throws(Failure) -> String {
    let language: LanguageTag = if case .only(let tags) = rule.languages { tags[0] } else { .english }
    let document = Document(text, language: language)
    let engine = RewriteEngine(
      [rule], PluginSelection(modes: [rule.id: .fix]), level: .likely, manual: [rule.manual], givesBack: false)
    do {
      try engine.run(document)
    } catch {
      throw Failure(error.status, error.reason)
    }
    return document.text.string
  }
}
