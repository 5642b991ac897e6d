import CByteScan
import Language
import TextModel

/// Walks over a text once and stops at every place where a sentence may end.
///
/// The walk is UAX #29's sentence rules SB1–SB998 written as a scanner: `place.isBase` is ICU's answer (the tests compare
/// the two on all of Unicode's own cases and on random texts), without the cost of ICU's state machine on every
/// character.  Beyond ICU's own candidates it stops at weak marks, at the ellipsis character and at marks without a space.
/// Linear: each byte is looked at a bounded number of times, for every look ahead ends at the next terminator or letter.
struct PlaceScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  let classes: SentenceClasses.View
  /// Single line ends are white space (wrapped lines), not ends of paragraphs.
  let lineEndsAreSpaces: Bool
  /// The language ends sentences with colons or semicolons.
  let marksOfLanguage: Bool

  /// Calls `decide` with each place; it answers where to go on from: at or behind the end of the mark.
  @inline(__always)
  func walk(_ place: SentencePlace, _ decide: (SentencePlace) -> Int) {
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var at = 0
    while true {
      at = cbytescan_sentence_place(base, count, at, place.sentenceStart, marksOfLanguage ? 1 : 0)
      if at >= count { return }
      switch bytes[at] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
        at = terminator(at, place) ? decide(place) : place.next
      case 0x0A, 0x0D:
        lineEnd(at, place)
        at = place.gap == .end ? count : decide(place)
      case 0..<0x80:
        at = weak(at, 1, place) ? decide(place) : at + 1
      default:
        let (value, length) = UTF8Cursor.decode(bytes, at)
        let found = classes[value]
        if found.isTerminator {
          at = terminator(at, place) ? decide(place) : place.next
        } else if found == .sep {
          lineEnd(at, place)
          at = place.gap == .end ? count : decide(place)
        } else if PlaceScanner.isWeak(value) {
          at = weak(at, length, place) ? decide(place) : at + length
        } else {
          at += length
        }
      }
    }
  }

  /// The ellipsis character and bullets.
  static func isWeak(_ value: UInt32) -> Bool {
    switch value {
    case 0x2026, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6, 0x2027: true
    default: false
    }
  }

  @inline(__always)
  func classAt(_ at: Int) -> (SentenceClass, Int) {
    guard at < bytes.count else { return (.other, 0) }
    let (value, length) = UTF8Cursor.decode(bytes, at)
    return (classes[value], length)
  }

  /// The offset behind a code point of `length` bytes and all Extend and Format behind it (SB5).
  @inline(__always)
  func after(_ at: Int, _ length: Int) -> Int {
    var end = at + length
    while end < bytes.count {
      // No ASCII letter, mark or digit is ignorable.
      if bytes[end] < 0x80 && bytes[end] >= 0x20 { break }
      let (found, width) = classAt(end)
      if !found.isIgnorable { break }
      end += width
    }
    return end
  }

  /// Reads white space from `at`: where it ends and how many line ends are in it.
  func space(_ at: Int) -> (end: Int, lines: Int) {
    var end = at
    var lines = 0
    while end < bytes.count {
      let (found, length) = classAt(end)
      switch found {
      // Behind a line end no boundary is moved over ignorables (SB4): they belong to what follows.
      case .sp: end = lines == 0 ? after(end, length) : end + length
      case .lf, .sep:
        lines += 1
        end += length
      case .cr:
        lines += 1
        end += end + 1 < bytes.count && bytes[end + 1] == 0x0A ? 2 : 1
      default: return (end, lines)
      }
    }
    return (end, lines)
  }

  /// Measures the place after a run of terminators that starts at `start`.  False where the text ends, or a letter
  /// follows that makes it the inside of a word; `place.next` then tells where to go on.
  func terminator(_ start: Int, _ place: SentencePlace) -> Bool {
    var at = start
    var last = start
    var lastClass = SentenceClass.aTerm
    var hasStrong = false
    var stops = 0
    var closed = start
    var white = (end: start, lines: 0)
    while true {
      let (found, length) = classAt(at)
      last = at
      lastClass = found
      if found == .sTerm { hasStrong = true }
      stops += 1
      at = after(at, length)
      closed = closers(at)
      white = space(closed)
      // SB8a: a run goes on over closing marks and spaces, but not over the end of a paragraph.
      if endsParagraph(white.lines) || white.end >= bytes.count { break }
      if !classAt(white.end).0.isTerminator { break }
      at = white.end
    }
    let end = at
    place.next = white.end
    if white.end >= bytes.count { return false }
    place.mark = Span(start, end)
    place.closed = closed
    place.kind = hasStrong ? .strong : stops > 1 ? .ellipsis : .stop
    let isTight = white.end == closed
    place.gap = isTight ? .none : gap(white.lines)
    if isTight { place.kind.insert(.tight) }
    place.isBase =
      endsParagraph(white.lines)
      || breaks(last, lastClass, end: end, isBare: white.end == end, next: white.end)
    if isTight, !place.isBase, stops == 1 {
      // The inside of a number, an address or an abbreviation in small letters: no rule has a say.
      let following = classAt(white.end).0
      if following == .numeric { return false }
      if following == .lower {
        guard start > 2, bytes[start - 2] &- 0x61 < 26, bytes[start - 3] &- 0x61 < 26 else { return false }
        return place.startsLower
      }
    }
    return true
  }

  /// Whether so many line ends in a stretch of white space end a paragraph.
  @inline(__always)
  func endsParagraph(_ lines: Int) -> Bool { lines > (lineEndsAreSpaces ? 1 : 0) }

  func gap(_ lines: Int) -> SentencePlace.Gap { lines == 0 ? .spaces : lines == 1 ? .lineEnd : .blankLine }

  /// Close* (SB9): with all that is ignorable.
  @inline(__always)
  func closers(_ at: Int) -> Int {
    var at = at
    while at < bytes.count {
      let (found, length) = classAt(at)
      guard found == .close else { break }
      at = after(at, length)
    }
    return at
  }

  /// SB6–SB11 behind the terminator at `mark`, where no paragraph ends.
  func breaks(_ mark: Int, _ kind: SentenceClass, end: Int, isBare: Bool, next: Int) -> Bool {
    let (following, _) = classAt(next)
    if following == .sContinue { return false }  // SB8a
    guard kind == .aTerm else { return true }
    if isBare {
      if following == .numeric { return false }  // SB6
      if following == .upper {  // SB7
        let before = classBefore(mark)
        if before == .upper || before == .lower { return false }
      }
    }
    // SB8: a small letter before any other letter, terminator or paragraph end.
    var at = next
    while at < bytes.count {
      let (found, length) = classAt(at)
      switch found {
      case .lower: return false
      case .oLetter, .upper, .aTerm, .sTerm, .sep: return true
      case .cr, .lf:
        if !lineEndsAreSpaces { return true }
        at += length
      default: at += length
      }
    }
    return true
  }

  /// The class of what stands before an offset, over ignorables.
  func classBefore(_ offset: Int) -> SentenceClass {
    var at = offset
    while at > 0 {
      at -= 1
      while at > 0, UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
      let (found, _) = classAt(at)
      if !found.isIgnorable { return found }
    }
    return .other
  }

  /// Measures the place at a line end without a terminator before it.
  func lineEnd(_ start: Int, _ place: SentencePlace) {
    let white = space(start)
    place.kind = .line
    place.mark = Span(start, start)
    place.closed = start
    place.next = white.end
    place.gap = white.end >= bytes.count ? .end : gap(white.lines)
    place.isBase = endsParagraph(white.lines)
  }

  /// Measures the place at a weak mark; false where no rule could say anything.
  @inline(__always)
  func weak(_ start: Int, _ length: Int, _ place: SentencePlace) -> Bool {
    // The search has seen that a mark of ASCII has neighbours.
    if length == 1, bytes[start + 1] != 0x20 { return insidePlace(start, place) }
    return weakPlace(start, start + length, place)
  }

  /// A mark inside a chunk without spaces: a date, an address.
  func insidePlace(_ start: Int, _ place: SentencePlace) -> Bool {
    place.kind = .weak
    place.mark = Span(start, start + 1)
    place.closed = start + 1
    place.next = start + 1
    place.gap = .none
    place.isBase = false
    return true
  }

  func weakPlace(_ start: Int, _ end: Int, _ place: SentencePlace) -> Bool {
    let isEllipsis = bytes[start] == 0xE2 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0xA6
    let closed = isEllipsis ? closers(end) : end
    let white = space(closed)
    // A line end has its own place; terminators after the mark too.
    guard end < bytes.count, white.end < bytes.count, white.lines == 0 || (isEllipsis && !endsParagraph(white.lines))
    else { return false }
    // A bullet may touch what it stands before.
    if white.end == closed, !isEllipsis, bytes[start] < 0x80 { return false }
    if classAt(white.end).0.isTerminator { return false }
    place.kind = isEllipsis ? .ellipsis : .weak
    if white.end == closed { place.kind.insert(.tight) }
    place.mark = Span(start, end)
    place.closed = closed
    place.next = white.end
    place.gap = white.end == closed ? .none : gap(white.lines)
    place.isBase = false
    return true
  }
}
