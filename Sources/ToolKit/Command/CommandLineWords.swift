/// The words of a command line as the parser can take them.
///
/// `-i` takes a suffix only with `=` (a following word is a file), which the parser's grammar cannot say: `-i=SUFFIX` and
/// `--in-place=SUFFIX` become the flag and a hidden option.  The parser takes the word behind `--NAME=` for the value; here
/// the value is empty, as everywhere else.  Words behind `--` are left alone.
enum CommandLineWords {
  static func prepared(_ words: [String]) throws(Failure) -> [String] {
    var result: [String] = []
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        return result + [word] + rest
      }
      if let suffix = suffix(of: word, after: "-i=") ?? suffix(of: word, after: "--in-place=") {
        // The parser would take the next word for an empty one.
        if suffix.isEmpty { throw Failure(.usage, "\(word): the suffix is empty; leave the = out or give one") }
        result.append("--in-place")
        result.append("--\(inPlaceSuffixOption)=\(suffix)")
      } else if word.hasPrefix("--"), word.firstIndex(of: "=") == word.indices.last {
        result.append(String(word.dropLast()))
        result.append("")
      } else {
        result.append(word)
      }
    }
    return result
  }

  private static func suffix(of word: String, after prefix: String) -> Substring? {
    word.hasPrefix(prefix) ? word.dropFirst(prefix.count) : nil
  }
}
