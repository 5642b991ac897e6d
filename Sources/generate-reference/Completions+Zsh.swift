extension Completions {
  /// For zsh's completion system: a function that `compinit` finds by its first line.
  var zsh: String {
    var lines = ["#compdef \(tool.name)", "# Written by `make reference`, not to be edited.", ""]
    lines += [
      "\(function)_setting() {",
      "  if compset -P '*='; then",
      "    compadd -- \(Self.modes.joined(separator: " "))",
      "  else",
      "    compadd -S = -- \(ids.joined(separator: " "))",
      "  fi",
      "}", "",
      "_arguments -s -S \\",
    ]
    for option in options { lines.append("  \(zshSpecification(option)) \\") }
    lines += ["  '*:file:_files'", ""]
    return lines.joined(separator: "\n")
  }

  private func zshSpecification(_ option: ToolInfo.Option) -> String {
    let spellings = option.spellings
    var names = spellings
    if option.takesValue { names = spellings.map { $0.hasPrefix("--") ? $0 + "=" : $0 + "+" } }
    let exclusions = option.isRepeating ? "'*'" : "'(\(spellings.joined(separator: " ")))'"
    let spelled = names.count == 1 ? names[0] : "{\(names.joined(separator: ","))}"
    return "\(exclusions)\(spelled)'[\(Self.zshQuoted(summary(option)))]\(zshAction(option))'"
  }

  private func zshAction(_ option: ToolInfo.Option) -> String {
    let name = Self.zshQuoted(option.valueName ?? "value")
    switch value(of: option) {
    case .none: return ""
    case .anything: return ":\(name): "
    case .file: return ":\(name):_files"
    case .one(let words): return ":\(name):(\(words.joined(separator: " ")))"
    case .several(let words): return ":\(name):_values -s , \(name) \(words.joined(separator: " "))"
    case .setting: return ":\(name):\(function)_setting"
    }
  }

  /// Inside single quotation marks and brackets.
  private static func zshQuoted(_ text: String) -> String {
    text.map { character in
      switch character {
      case "'": "'\\''"
      case "[", "]", ":", "\\": "\\\(character)"
      default: String(character)
      }
    }.joined()
  }
}
