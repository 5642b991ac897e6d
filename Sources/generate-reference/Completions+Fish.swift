extension Completions {
  /// For fish: one line an option.
  var fish: String {
    var lines = ["# fish completion for \(tool.name); written by `make reference`, not to be edited.", ""]
    for option in options {
      var line = "complete -c \(tool.name)"
      for name in option.spellings {
        line += name.hasPrefix("--") ? " -l \(name.dropFirst(2))" : " -s \(name.dropFirst())"
      }
      line += fishValue(value(of: option))
      line += " -d '\(Self.fishQuoted(summary(option)))'"
      lines.append(line)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func fishValue(_ value: Value) -> String {
    switch value {
    case .none: ""
    case .anything: " -x"
    case .file: " -r -F"
    case .one(let words): " -x -a '\(words.joined(separator: " "))'"
    case .several(let words): " -x -a '(__fish_append , \(words.joined(separator: " ")))'"
    case .setting: " -x -a '\(ids.flatMap { id in Self.modes.map { "\(id)=\($0)" } }.joined(separator: " "))'"
    }
  }

  private static func fishQuoted(_ text: String) -> String {
    text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
