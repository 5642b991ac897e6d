import Language
import TextModel

/// The longer names of bodies in a document, by what they start and end with and by their initials.
struct LongBodies {
  private static let body = 1
  private static let longest = 8

  private let tokens: NameTokens
  private let text: Text
  /// By a hash of the words that a name starts or ends with; nil where two names do.
  private var ends: [UInt64: Range<Int>?] = [:]
  /// By the initials.
  private var initials: [UInt64: Range<Int>] = [:]

  init(_ mentions: [NameReader.Found], _ tokens: NameTokens, _ text: Text) {
    self.tokens = tokens
    self.text = text
    for found in mentions where found.type == Self.body && (2...Self.longest).contains(found.tokens.count) {
      let range = found.tokens
      var hash = tokens.words[range.lowerBound]
      for index in range.dropFirst() {
        note(hash, range)
        hash = NameLexicon.combine(hash, tokens.words[index])
      }
      for start in range.dropFirst() where tokens.traits[start].contains(.capital) {
        note(key(start..<range.upperBound), range)
      }
      if let letters = letters(of: range), initials[letters] == nil { initials[letters] = range }
    }
  }

  private mutating func note(_ hash: UInt64, _ range: Range<Int>) {
    guard let known = ends[hash] else {
      ends[hash] = .some(range)
      return
    }
    if let known, key(known) != key(range) { ends[hash] = .some(nil) }
  }

  private func key(_ range: Range<Int>) -> UInt64 {
    range.dropFirst().reduce(tokens.words[range.lowerBound]) { NameLexicon.combine($0, tokens.words[$1]) }
  }

  /// The only longer name that starts or ends with a name, or whose initials it is.
  func long(of range: Range<Int>) -> Range<Int>? {
    if let found = ends[key(range)], let found { return found }
    guard range.count == 1, tokens.traits[range.lowerBound].contains(.allCapitals) else { return nil }
    var hash: UInt64 = 0
    for byte in text[tokens.spans[range.lowerBound]] where byte != UInt8(ascii: ".") && byte > 0x20 {
      guard byte &- 0x41 < 26 else { return nil }
      hash = hash << 8 | UInt64(byte)
    }
    return initials[hash]
  }

  /// The initials of the words with capitals, at least three.
  private func letters(of range: Range<Int>) -> UInt64? {
    var hash: UInt64 = 0
    var count = 0
    for index in range where tokens.traits[index].contains(.capital) {
      let byte = text[tokens.spans[index].start]
      guard byte &- 0x41 < 26 else { return nil }
      hash = hash << 8 | UInt64(byte)
      count += 1
    }
    return count >= 3 ? hash : nil
  }
}
