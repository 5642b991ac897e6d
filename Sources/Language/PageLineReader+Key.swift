import TextModel

/// The line as the table of page phrases writes its phrases.
extension PageLineReader {
  /// Fills in `key`; false where the line goes on behind `words` words.
  mutating func normalize(_ text: Text, _ line: Span, words: Int = .max) -> Bool {
    key.removeAll(keepingCapacity: true)
    keyEnds.removeAll(keepingCapacity: true)
    textEnds.removeAll(keepingCapacity: true)
    var ends = (key: [Int](), text: [Int]())
    swap(&ends.key, &keyEnds)
    swap(&ends.text, &textEnds)
    var isWhole = true
    // No code point is longer in small letters than in three times its bytes, and a word has one byte of its own.
    key.append(addingCapacity: line.count * 4 + 1) { (key: inout OutputSpan<UInt8>) in
      text.utf8.withUnsafeBufferPointer { bytes in
        isWhole = Self.fill(&key, &ends, text, bytes, line, words)
      }
    }
    swap(&ends.key, &keyEnds)
    swap(&ends.text, &textEnds)
    if isWhole, key.last == 0x20 { key.removeLast() }
    return isWhole
  }

  private static func fill(
    _ key: inout OutputSpan<UInt8>, _ ends: inout (key: [Int], text: [Int]), _ text: Text,
    _ bytes: UnsafeBufferPointer<UInt8>, _ line: Span, _ words: Int
  ) -> Bool {
    var at = line.start
    var inWord = false
    while at < line.end {
      let byte = bytes[at]
      if (byte | 0x20) &- 0x61 < 26 {
        key.append(byte | 0x20)
        inWord = true
        at += 1
        continue
      }
      let next = at + UTF8Cursor.length(of: byte)
      var isWord = true
      if byte < 0x80 {
        if byte &- 0x30 < 10 {
          if key.isEmpty || key[key.count - 1] != UInt8(ascii: "#") { key.append(UInt8(ascii: "#")) }
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
        case .letter, .extend: for unit in scalar.properties.lowercaseMapping.utf8 { key.append(unit) }
        default: isWord = false
        }
      }
      if isWord {
        inWord = true
      } else if inWord {
        endWord(&key, &ends, at)
        inWord = false
        // One more, for two numbers are one word.
        if ends.key.count > words { return false }
      }
      at = next
    }
    if inWord { endWord(&key, &ends, line.end) }
    return true
  }

  private static func endWord(_ key: inout OutputSpan<UInt8>, _ ends: inout (key: [Int], text: [Int]), _ at: Int) {
    // A run of numbers, as of a date, counts as one.
    if key.count >= 3, key[key.count - 1] == UInt8(ascii: "#"), key[key.count - 2] == 0x20,
      key[key.count - 3] == UInt8(ascii: "#")
    {
      key.removeLast(1)
      ends.text[ends.text.count - 1] = at
      return
    }
    ends.key.append(key.count)
    ends.text.append(at)
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
