import Language
import TextModel

/// Sets single quotation marks right: `a ’ disaster ‘ for` and `a ‘disaster‘ for` become `a ‘disaster’ for`.
///
/// Single marks are apostrophes most of the time, so only what cannot be one is touched: a mark with a space on both sides that has
/// its like some words on, an opening mark that closes, a closing mark that a pronoun is glued to (`,’he said`), and one that opens with
/// its space on the wrong side (`for more’ free time’ and`).
public struct SingleMarks: RewriteRule {
  public init() {}
  public let id = "single-marks"
  public let trigger: ByteClasses? = .nonASCII
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample("He called it a ’ disaster ‘ for all.", "He called it a ‘disaster’ for all."),
    RewriteExample("He called it a ‘ disaster ’ for all.", "He called it a ‘disaster’ for all."),
    RewriteExample("He called it a ‘ real disaster’ for all.", "He called it a ‘real disaster’ for all."),
    RewriteExample("He called it a ‘disaster‘ for all.", "He called it a ‘disaster’ for all."),
    RewriteExample("He called it a ’disaster‘ for all.", "He called it a ‘disaster’ for all."),
    RewriteExample(
      "It was the the ’ disaster ’ of all of of us.", "It was the the ‘disaster’ of all of of us."),
    RewriteExample(
      "‘We know that, ‘said one of the the men. ‘We go at four. ’\n\n‘It is his problem ‘. They left of of it.",
      "‘We know that,’ said one of the the men. ‘We go at four.’\n\n‘It is his problem’. They left of of it."),
    RewriteExample(
      "They ask for more’ free time’ of of it with the the boat. Ash was calm.’ I do not know, and that’s it.’",
      "They ask for more ‘free time’ of of it with the the boat. Ash was calm. ‘I do not know, and that’s it.’"),
    RewriteExample(
      "He told of ‘the greatest lies of of it after 1974′ in the the town.",
      "He told of ‘the greatest lies of of it after 1974’ in the the town."),
    RewriteExample(
      "The coach of of the the team: ‘I asked for pardon ‘\nThey left.",
      "The coach of of the the team: ‘I asked for pardon’\nThey left."),
    RewriteExample(
      "He said of of the the boat: ‘That is why I remain standing’said the coach.",
      "He said of of the the boat: ‘That is why I remain standing’, said the coach."),
    RewriteExample("‘The talks failed,’he said.", "‘The talks failed,’ he said."),
  ]
  public let leavesAlone = [
    "’Tis the dogs’ dinner.", "rock ’n’ roll", "the ministers ’ decision", "Russia ’ s envoy and China ’ s too",
    "‘Go,’ he said.", "It’s the boys’ ‘den’.", "He said ‘so’ and ‘no’.", "the ‘80s and ‘90s", "‘twas so",
    "on the ’phone",
    "the boys ’ and the girls ’ schools", "rock ‘ n’ roll",
    "The the (‘old boys’) went to the sea an’ all th’ way goin’ home of of it with the the boat.",
    "‘I go,’ he said. ‘It is the boys’ home.’ She nodded.’ of of it with the the boat.",
    "‘It is late of of it.’ He left with the the boat and the boys’ dog.’",
  ]

  private static let pronouns = WordSet("he she they i we it said says")

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    /// The last mark of this line that may open.
    var opener: Mark?
    /// Whether an opening mark stands before that no closer followed, and a closer that nothing opened and that may be an opener.
    var isOpen = false
    var glued: Mark?
    for offset in document.markOffsets {
      let at = Int(offset)
      if bytes[at] == 0x0A {
        opener = nil
        isOpen = false
        glued = nil
      }
      guard bytes[at] == 0xE2, bytes[at + 1] == 0x80 else { continue }
      // `after 1974′ in`: a prime that closes what is open.
      if bytes[at + 2] == 0xB2, let open = opener, open.isLeft, !open.isLoose, at - open.start > 9, isOpen,
        at > 0, text.isDigit(at - 1) || text.isLower(at - 1), !text.isLetter(at + 3), !text.isDigit(at + 3),
        document.mayBearPage,
        !document.isVerbatim(at: at)
      {
        proposals.replace(Span(at, at + 3), with: "’", .likely)
        opener = nil
        continue
      }
      guard bytes[at + 2] | 1 == 0x99 else { continue }
      let mark = Mark(text, at)
      if mark.before.isWord, mark.after.isWord {
        if let open = opener, open.isLeft, isOpen, at - open.start > 20, saysBehind(text, at + 3), document.isDamaged,
          !document.isVerbatim(at: at)
        {
          proposals.replace(Span(at, at + 3), with: "’, ", .likely)
          opener = nil
        }
        continue
      }
      // `(‘ Now that`
      if mark.isLeft, mark.before == .mark, mark.after == .space, text.has("(", at: at - 1), text.isLetter(at + 4),
        document.mayBearPage, !document.isVerbatim(at: at)
      {
        proposals.delete(Span(at + 3, at + 4), .likely)
      }
      proposeGlued(document, mark, &proposals)
      if mark.isLeft || isOpen || mark.before == .space || mark.before == .edge {
        // A plural’s apostrophe closes nothing.
        if mark.isLeft || mark.before != .word || mark.after != .space || !text.has("s", at: at - 1) {
          isOpen = mark.isLeft
        }
        glued = nil
      } else if let first = glued, closes(text, first, mark), document.isDamaged, !document.isVerbatim(at: first.start)
      {
        let end = first.start + 3
        proposals.replace(Span(first.start, text.has(" ", at: end) ? end + 1 : end), with: " ‘", .likely)
        glued = nil
        continue
      } else {
        glued = mayHaveOpened(text, mark) ? mark : nil
      }
      if let open = opener, open.isLeft, !open.isLoose, let span = strayCloser(text, mark), document.isDamaged,
        !document.isVerbatim(at: mark.start)
      {
        proposals.replace(span, with: mark.after == .word ? "’ " : "’", .likely)
        opener = nil
        continue
      }
      if let open = opener, mark.mayClose, mark.start - open.start < 120 {
        if pairs(text, open, mark) || isPairOfClosers(document, open, mark), !document.isVerbatim(at: open.start) {
          set(text, open, mark, &proposals)
        } else if isPlural(text, mark) {
          // `the neighbors’ marks`: the quotation goes on.
          continue
        }
        opener = nil
      } else if mark.mayOpen {
        opener = mark
      }
    }
  }

  /// `the neighbors’ marks`
  private func isPlural(_ text: Text, _ mark: Mark) -> Bool {
    !mark.isLeft && mark.before == .word && mark.after == .space && text.has("s", at: mark.start - 1)
      && text.isLower(mark.start + 4)
  }

  /// `standing’said the leader`: a verb of saying and its subject.
  private func saysBehind(_ text: Text, _ at: Int) -> Bool {
    let verb = text.letters(from: at)
    let next = text.letters(from: verb.end + 1)
    return (text.has("said ", at: at) || text.has("says ", at: at))
      && (text.isUpper(next.start) || QuotationRepair.isDeterminer(text, next))
  }

  /// A single mark and its neighbours.
  private struct Mark {
    let start: Int
    let isLeft: Bool
    let before: Side
    let after: Side

    init(_ text: Text, _ start: Int) {
      self.start = start
      isLeft = text[start + 2] == 0x98
      before = start == 0 ? .edge : Side(text, start - 1, text.scalar(before: start))
      after = start + 3 >= text.count ? .edge : Side(text, start + 3, text.scalar(at: start + 3))
    }

    var mayOpen: Bool { before == .space && (after == .word || after == .space) || before == .edge && after == .word }
    var mayClose: Bool { before != .edge && after != .word && (before != .space || after == .space || after == .mark) }
    /// Set apart on both sides.
    var isLoose: Bool { before == .space && (after == .space || after == .mark) }
  }

  /// `for more’ free time`, `was calm.’ I do`, `was calm.’I do`: a closer behind a word that something follows, or behind a stop.
  private func mayHaveOpened(_ text: Text, _ mark: Mark) -> Bool {
    let next = mark.after == .space ? mark.start + 4 : mark.start + 3
    guard mark.after == .space || mark.after == .word, mark.start > 1 else { return false }
    guard mark.before == .word else { return text.has(".", at: mark.start - 1) && text.isUpper(next) }
    let word = text.letters(before: mark.start)
    return mark.after == .space && text.letters(from: next).count > 2 && word.count > 1
      && !text.has("an", at: word.start)
      && StopInPhrase.open.contains(Lexicon.hash(text.utf8, word.range))
  }

  /// Whether a closer ends what the other one began: at a mark, or some words behind one that stood at a word.
  private func closes(_ text: Text, _ first: Mark, _ mark: Mark) -> Bool {
    guard mark.mayClose, mark.start - first.start > 8, mark.start - first.start < 500 else { return false }
    if text.has(".", at: mark.start - 1) || text.has(",", at: mark.start + 3) || text.has(".", at: mark.start + 3) {
      return true
    }
    return first.before == .word && mark.before == .word && mark.start - first.start < 64
      && !text.has("s", at: mark.start - 1)
  }

  private enum Side {
    case edge, space, word, mark
    var isWord: Bool { self == .word }

    init(_ text: Text, _ at: Int, _ scalar: Unicode.Scalar) {
      if scalar.value == 0x0A || scalar.value == 0x0D {
        self = .edge
      } else if scalar.value == 0x20 {
        self = .space
      } else {
        self = CharacterClass.of(scalar) == .letter || CharacterClass.of(scalar) == .digit ? .word : .mark
      }
    }
  }

  /// `that, ‘said one`, `half past four. ’`, `his problem ‘.`: a closer that was turned, or that the space before it or behind it wandered
  /// to the other side of; with the spaces before it.  Nil where it is none.
  private func strayCloser(_ text: Text, _ mark: Mark) -> Span? {
    let left = mark.before == .space ? text.spaceStart(before: mark.start) : mark.start
    guard left > 1, !text.isLineStart(left) else { return nil }
    let last = text[left - 1]
    let isStopped = last == UInt8(ascii: ",") || PunctuationMark.stops(last)
    let span = Span(left, mark.start + 3)
    switch mark.after {
    case .word:
      guard isStopped, mark.before == .space || mark.isLeft else { return nil }
      let word = text.letters(from: mark.start + 3)
      let next = text.letters(from: text.spaceEnd(from: word.end))
      let isPronoun = Self.pronouns.contains(Lexicon.hash(text.utf8, word.range))
      return text.isLower(word.start)
        && (SpeechWords.isSaying(text, word) || isPronoun && SpeechWords.isSaying(text, next)) ? span : nil
    // At the end of a line nothing opens.
    case .edge where mark.isLeft && mark.before == .space && text.isLower(left - 1): return span
    case .space, .edge: return isStopped && (mark.isLeft || mark.before == .space) ? span : nil
    case .mark:
      let isEnd = text.has(".", at: mark.start + 3) || text.has(",", at: mark.start + 3)
      return isEnd && mark.isLeft && text.isLower(left - 1) ? span : nil
    }
  }

  /// Whether the two are one pair that something is wrong with.
  private func pairs(_ text: Text, _ open: Mark, _ close: Mark) -> Bool {
    if open.isLeft, !close.isLeft, !open.isLoose, !close.isLoose { return false }
    // `‘ disaster’`: an opening mark between spaces is no apostrophe; `‘ n’ roll` has one.
    if open.isLeft, open.isLoose, !close.isLeft, !close.isLoose, close.before != .space {
      return text.letters(from: open.start + 4).count > 1 && close.after != .word && !text.has("s", at: close.start - 1)
    }
    // Loose marks come in twos, or one of them is an apostrophe that was set apart.
    guard open.isLoose == close.isLoose else { return false }
    if open.isLoose {
      // `the boys ’ and the girls ’ schools`, `Russia ’ s`
      let next = text.letters(from: open.start + 4)
      return open.isLeft || close.isLeft ? next.count > 1 : false
    }
    // `‘80s and ‘90s`: years whose apostrophe was turned.
    if text.isDigit(open.start + 3) { return false }
    return close.isLeft && !text.isDigit(close.start + 3)
  }

  /// `a ’ disaster ’ for`, `a ’disaster’ for`: both are written as closers; some words between, none of which an apostrophe explains, in
  /// damaged text.
  private func isPairOfClosers(_ document: Document, _ open: Mark, _ close: Mark) -> Bool {
    let text = document.text
    guard !open.isLeft, !close.isLeft, open.isLoose == close.isLoose, open.before == .space,
      close.start - open.start < 64,
      close.isLoose || close.before == .word
    else { return false }
    let inner = Span(text.spaceEnd(from: open.start + 3), text.spaceStart(before: close.start))
    let first = text.letters(from: inner.start)
    // A plural's apostrophe, and those of `’tis`, `’90s` and `’n’`.
    let last = text.letters(before: inner.end)
    guard first.count > 3, last.count > 2, Lexicon.entry(text.utf8, last.range).isWord(upTo: 5),
      text[inner].allSatisfy({ $0 < 0x80 }),
      !text.has("s", at: inner.end - 1),
      !text.has("s", at: text.spaceStart(before: open.start) - 1),
      Lexicon.entry(text.utf8, first.range).isKnown, !Self.elisions.contains(Lexicon.hash(text.utf8, first.range))
    else { return false }
    return document.isDamaged
  }
  private static let elisions = WordSet(
    "twas twill twere twould tween tisn cause bout round nother neath gainst fraid phone phones cello flu plane planes bus"
  )

  private func set(_ text: Text, _ open: Mark, _ close: Mark, _ proposals: inout Proposals) {
    let openEnd = open.start + 3 + (open.after == .space ? 1 : 0)
    let closeStart = close.start - (close.before == .space ? 1 : 0)
    guard closeStart > openEnd else { return }
    proposals.together {
      if !open.isLeft || open.after == .space { $0.replace(Span(open.start, openEnd), with: "‘", .likely) }
      if close.isLeft || close.before == .space { $0.replace(Span(closeStart, close.start + 3), with: "’", .likely) }
    }
  }

  /// `failed,’he said`
  private func proposeGlued(_ document: Document, _ mark: Mark, _ proposals: inout Proposals) {
    guard !mark.isLeft, mark.before == .mark, mark.after == .word, mark.start > 1 else { return }
    let text = document.text
    let word = text.letters(from: mark.start + 3)
    guard text.has(",", at: mark.start - 1) || text.has("?", at: mark.start - 1) || text.has("!", at: mark.start - 1),
      text.isASCIILetter(mark.start - 2), text.isLower(word.start), text.has(" ", at: word.end),
      Self.pronouns.contains(Lexicon.hash(text.utf8, word.range))
    else { return }
    proposals.insert(" ", at: mark.start + 3, .safe)
  }
}
