/// Splits the command of `--plugin exec:COMMAND` into words.
///
/// No shell has a part in it: white space separates words, `'…'` and `"…"` hold a word together, a backslash takes the next
/// character as it is; nothing else has a meaning.
enum CommandWords {
  static func split(_ command: String) throws(Failure) -> [String] {
    var words: [String] = []
    var word: String.UnicodeScalarView?
    var quote: Unicode.Scalar?
    var isEscaped = false
    for scalar in command.unicodeScalars {
      if isEscaped {
        word = (word ?? .init()) + [scalar]
        isEscaped = false
      } else if scalar == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if scalar == open { quote = nil } else { word?.append(scalar) }
      } else if scalar == "'" || scalar == "\"" {
        quote = scalar
        word = word ?? .init()
      } else if scalar == " " || scalar == "\t" || scalar == "\n" {
        if let done = word { words.append(String(done)) }
        word = nil
      } else {
        word = (word ?? .init()) + [scalar]
      }
    }
    guard quote == nil, !isEscaped else {
      throw Failure(.usage, "--plugin exec:\(command): a quotation mark or backslash at the end is left open")
    }
    if let done = word { words.append(String(done)) }
    if words.isEmpty { throw Failure(.usage, "--plugin exec: names no command") }
    return words
  }
}
