extension Completions {
  /// For bash-completion: a file that is read when the tool's name is first completed.
  var bash: String {
    var lines = [
      "# bash completion for \(tool.name); written by `make reference`, not to be edited.", "", "\(function)() {",
    ]
    lines += [
      "  local cur prev words cword split=false",
      "  _init_completion -s || return",
      "  case $prev in",
    ]
    for option in options where option.takesValue {
      lines.append("    \(option.spellings.joined(separator: " | ")))")
      lines += bashReply(value(of: option)).map { "      " + $0 }
      lines += ["      return", "      ;;"]
    }
    let names = options.flatMap(\.spellings).joined(separator: " ")
    lines += [
      "  esac",
      "  $split && return",
      "  if [[ $cur == -* ]]; then",
      "    COMPREPLY=($(compgen -W '\(names)' -- \"$cur\"))",
      "    return",
      "  fi",
      "  _filedir",
      "} &&",
      "  complete -F \(function) \(tool.name)",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  private func bashReply(_ value: Value) -> [String] {
    switch value {
    case .none, .anything: return []
    case .file: return ["_filedir"]
    case .one(let words): return ["COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$cur\"))"]
    case .several(let words):
      return [
        "local before=; [[ $cur == *,* ]] && before=${cur%,*},",
        "COMPREPLY=($(compgen -P \"$before\" -W '\(words.joined(separator: " "))' -- \"${cur##*,}\"))",
        "compopt -o nospace",
      ]
    case .setting:
      // Readline takes `=` for the end of a word, so behind it only the mode is offered.
      return [
        "if [[ $cur == *=* ]]; then",
        "  COMPREPLY=($(compgen -W '\(Self.modes.joined(separator: " "))' -- \"${cur##*=}\"))",
        "else",
        "  COMPREPLY=($(compgen -S = -W '\(ids.joined(separator: " "))' -- \"$cur\"))",
        "  compopt -o nospace",
        "fi",
      ]
    }
  }
}
