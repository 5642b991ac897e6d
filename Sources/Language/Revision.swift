import CByteScan
import TextModel

/// Carries what was found out about a text over its edits, so that a further round need not read it anew.
///
/// What stands clear of the edits moves; what stands near is looked at again.  The result is that of a fresh look.
struct Revision {
  let script: EditScript
  let bytes: UnsafeBufferPointer<UInt8>

  /// How far behind a word its end is decided: an apostrophe, and what comes next.
  private static let reach = 8

  /// What is known of the words: fits the text before, then the text after.
  struct WordFacts {
    var words: [Word]
    var entries: [Lexicon.Entry]?
    var counts: WordCounts?
    var changes: [WordChange] = []
  }

  /// Linear in the words and the edits.
  func revise(_ facts: inout WordFacts) {
    let old = facts.words
    let oldEntries = facts.entries ?? []
    let hasEntries = facts.entries != nil
    var words: [Word] = []
    var entries: [Lexicon.Entry] = []
    words.reserveCapacity(old.count + script.count * 2)
    if hasEntries { entries.reserveCapacity(old.count + script.count * 2) }
    var next = 0
    var shift = 0
    var edit = 0
    while edit < script.count {
      // What stands clear of the edit.
      let clear = first(in: old, from: next) { $0.end + Self.reach > script.entries[edit].before.start }
      move(old[next..<clear], by: shift, to: &words)
      if hasEntries { entries.append(contentsOf: oldEntries[next..<clear]) }
      next = clear
      // Read on until a word stands where it stood before, behind the edit and clear of the one after.
      let gone = next
      let come = words.count
      var at = words.last?.end ?? 0
      var word = cbytescan_word()
      var isInStep = false
      var behind = 0
      while !isInStep, cbytescan_next_word(bytes.baseAddress, bytes.count, &at, &word) != 0 {
        while edit < script.count, script.entries[edit].after.start < Int(word.end) + Self.reach {
          behind = script.entries[edit].before.end
          shift = script.entries[edit].after.end - behind
          edit += 1
        }
        while next < old.count, old[next].start < behind || old[next].start + shift < Int(word.start) { next += 1 }
        words.append(Word(word))
        if hasEntries { entries.append(Lexicon.entry(word.hash)) }
        isInStep = next < old.count && old[next].start + shift == Int(word.start)
        if isInStep { next += 1 }
      }
      if !isInStep {
        // The end of the text.
        edit = script.count
        next = old.count
      }
      facts.changes.append(WordChange(gone: gone..<next, come: come..<words.count))
      let isCounted = old.withUnsafeBufferPointer { old in
        words.withUnsafeBufferPointer { words in
          facts.counts?.revise(
            adding: UnsafeBufferPointer(rebasing: words[come...]),
            removing: UnsafeBufferPointer(rebasing: old[gone..<next]))
        }
      }
      if isCounted == false { facts.counts = nil }
    }
    move(old[next...], by: shift, to: &words)
    facts.words = words
    if hasEntries {
      entries.append(contentsOf: oldEntries[next...])
      facts.entries = entries
    }
  }

  /// The offsets of marks in the text after, of those in the text before.
  func marks(_ old: [UInt32]) -> [UInt32] {
    var found: [UInt32] = []
    found.reserveCapacity(old.count + script.bytes.count)
    var next = 0
    var shift = 0
    for edit in script.entries {
      while next < old.count, Int(old[next]) < edit.before.start {
        found.append(UInt32(Int(old[next]) + shift))
        next += 1
      }
      while next < old.count, Int(old[next]) < edit.before.end { next += 1 }
      shift = edit.after.end - edit.before.end
      let piece = MarkOffsets.find(in: UnsafeBufferPointer(rebasing: bytes[edit.after.range]))
      for offset in piece { found.append(offset + UInt32(edit.after.start)) }
    }
    while next < old.count {
      found.append(UInt32(Int(old[next]) + shift))
      next += 1
    }
    return found
  }

  /// Where the lines of the text after that no edit touched were among those before; -1 for the others.
  func places(of before: [Span], in after: [Span]) -> [Int] {
    var places = [Int](repeating: -1, count: after.count)
    var edit = 0
    var shift = 0
    var next = 0
    for (index, line) in after.enumerated() {
      while edit < script.count, script.entries[edit].after.end < line.start {
        shift = script.entries[edit].before.end - script.entries[edit].after.end
        edit += 1
      }
      if edit < script.count, script.entries[edit].after.start <= line.end { continue }
      while next < before.count, before[next].start < line.start + shift { next += 1 }
      if next < before.count, before[next] == Span(line.start + shift, line.end + shift) { places[index] = next }
    }
    return places
  }

  /// What was said of lines of the text before that are as they were, and between the same lines.
  static func carried(_ old: [Bool?], at places: [Int]) -> [Bool?] {
    places.indices.map { index in
      let place = places[index]
      guard place >= 0, index > 0 ? places[index - 1] == place - 1 : place == 0,
        index + 1 < places.count ? places[index + 1] == place + 1 : place + 1 == old.count
      else { return nil }
      return old[place]
    }
  }

  /// Where the words that meet a condition begin, which no word before them meets.
  private func first(in words: [Word], from start: Int, _ meets: (Word) -> Bool) -> Int {
    var low = start
    var high = words.count
    while low < high {
      let middle = (low + high) / 2
      if meets(words[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func move(_ piece: ArraySlice<Word>, by shift: Int, to words: inout [Word]) {
    let from = words.count
    words.append(contentsOf: piece)
    if shift == 0 { return }
    words.withUnsafeMutableBufferPointer { words in
      for k in from..<words.count { words[k] = words[k].moved(by: shift) }
    }
  }
}

/// Words of a text that were read anew after an edit, as places in the list of the words before and after; all others are as they were, but for
/// their offsets.
struct WordChange {
  var gone: Range<Int>
  var come: Range<Int>
}
