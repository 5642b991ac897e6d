import TextModel

/// The line as the table of page phrases writes its phrases.
extension PageLineReader {
  /// Fills in `key`; false where the line goes on behind `words` words.
  mutating func normalize(_ text: Text, _ line: Span, words: Int = .max) -> Bool {
    key.removeAll(keepingCapacity: true)
    keyEnds.removeAll(keepingCapacity: true)
    textEnds.removeAll(keepingCapacity: true)
    var at = line.start
    var inWord = false
    while at < line.end {
      let byte = text[at]
      if (byte | 0x20) &- 0x61 < 26 {
        key.append(byte | 0x20)
        inWord = true
        at += 1
        continue
      }
      let next = text.index(after: at)
      var isWord = true
      if byte < 0x80 {
        if byte &- 0x30 < 10 {
          if key.last != UInt8(ascii: "#") { key.append(UInt8(ascii: "#")) }
        } else if byte == 0x27, inWord, next < line.end, CharacterClass.of(text, at: next) == .letter {
          key.append(0x27)
        } else {
          isWord = false
        }
      } else if text.has("’", at: at), inWord, next < line.end, CharacterClass.of(text, at: next) == .letter {
        key.append(0x27)
      } else {
        let scalar = text.scalar(at: at)
        switch CharacterClass.of(scalar) {
        case .letter, .extend: key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        default: isWord = false
        }
      }
      if isWord {
        inWord = true
      } else if inWord {
        endWord(at)
        inWord = false
        // One more, for two numbers are one word.
        if keyEnds.count > words { return false }
      }
      at = next
    }
    if inWord { endWord(line.end) }
    if key.last == 0x20 { key.removeLast() }
    return true
  }

  mutating func endWord(_ at: Int) {
    // A run of numbers, as of a date, counts as one.
    if key.count >= 3, key.last == UInt8(ascii: "#"), key[key.count - 2] == 0x20,
      key[key.count - 3] == UInt8(ascii: "#")
    {
      key.removeLast(1)
      textEnds[textEnds.count - 1] = at
      return
    }
    keyEnds.append(key.count)
    textEnds.append(at)
    key.append(0x20)
  }

  /// A row of the table cannot begin with the sign for numbers, for that begins its remarks.
  mutating func markNumber() {
    if key.first == UInt8(ascii: "#") { key[0] = UInt8(ascii: "0") }
  }

  func wordRange(_ k: Int) -> Range<Int> { (k == 0 ? 0 : keyEnds[k - 1] + 1)..<keyEnds[k] }

  func isWord(_ k: Int, _ word: StaticString) -> Bool {
    let range = wordRange(k)
    return range.count == word.utf8CodeUnitCount
      && (0..<range.count).allSatisfy { key[range.lowerBound + $0] == word.utf8Start[$0] }
  }
}
