import Language
import TextModel

/// Tells whole utterances, parts of utterances, scare quotes and titles of works apart.
///
/// `direct` where the quotation is a clause of its own: it begins a sentence, or follows a comma or colon with a capital.
/// `mixed` where it is a part of the writer's sentence.  `title` where every word of weight has a capital and nobody
/// speaks; `scare` for a word or two without anybody in the sentence to have said them.
public struct QuotationKind: QuoteRule {
  public let id = "quotation-kind"
  public init() {}

  public let examples: [QuoteExample] = [
    "She read “The Long Way Home” twice.",
    "The mayor called the plan [“a joke”|The mayor] on Monday.",
    "A “smart” lamp is a lamp.",
  ]

  /// How many words at most may be held up by marks without anybody's having said them.
  private static let longestScare = 2

  private static let german = LanguageTag("de")

  func apply(to scene: QuoteScene) {
    for index in scene.drafts.indices {
      let kind = kind(of: scene.drafts[index], scene)
      scene.drafts[index].quotation.kind = kind.0
      scene.drafts[index].continuesSentence = kind.continues
    }
  }

  private func kind(of draft: QuoteDraft, _ scene: QuoteScene) -> (Quotation.Kind, continues: Bool) {
    let first = draft.words.lowerBound
    let before = scene.gap(first)
    let startsSentence = !before.isDisjoint(with: [.line, .stop])
    let count = draft.words.count
    let start = scene.sentenceStart(of: first)
    let end = scene.sentenceEnd(of: draft.words.upperBound - 1)
    let isIntroduced = hasSpeech(start..<first, scene)
    let speaks = isIntroduced || hasSpeech(draft.words.upperBound..<end, scene)
    if isRemark(draft, scene) { return (.scare, !startsSentence) }
    if draft.goesOn { return (.direct, !startsSentence) }
    // German writes every noun with a capital.
    let hasTitles = scene.document.language != Self.german || count > 2
    if isSoCalled(first, scene) { return (.scare, true) }
    if hasTitles || !speaks, looksLikeTitle(draft, scene), !(startsSentence && endsUtterance(draft, scene)),
      !isHeadline(draft, scene),
      isNamed(first, scene)
        || !before.contains(.colon) && !(speaks && (before.contains(.comma) || count > 4)) && !isNaming(first, scene)
    {
      return (.title, !startsSentence)
    }
    // Single marks where the text has double ones for speech: words held up, in a heading most of all.
    if isUnusual(draft, scene), !speaks { return (startsSentence ? .title : .scare, !startsSentence) }
    if startsSentence { return (.direct, false) }
    if scene.words[first].startsWithCapital, !before.isDisjoint(with: [.comma, .colon]) { return (.direct, true) }
    if count <= Self.longestScare, !speaks, !isOwned(first, scene), !isCry(draft, scene) { return (.scare, true) }
    return (.mixed, true)
  }

  private func hasSpeech(_ range: Range<Int>, _ scene: QuoteScene) -> Bool {
    range.contains { !scene.isQuoted($0) && (scene.isSpeech($0) || scene.classes($0).contains(.citing)) }
  }

  /// Whether what stands directly before word `first` is what the names of works follow: a preposition, `titled`, an owner.
  private func isNamed(_ first: Int, _ scene: QuoteScene) -> Bool {
    guard first > 0, !scene.isQuoted(first - 1), scene.gap(first).isDisjoint(with: [.comma, .stop, .colon, .line])
    else {
      return false
    }
    let found = scene.classes(first - 1)
    if found.contains(.titling) || isOwned(first, scene) { return true }
    return found.contains(.preposition) && scene.words[first - 1].isLower
  }

  /// Whether a verb of calling or saying stands close before word `first`: what follows is then what somebody said, whatever its
  /// capitals.
  private func isNaming(_ first: Int, _ scene: QuoteScene) -> Bool {
    var at = first - 1
    while at >= 0, first - at <= 7, scene.gap(at + 1).isDisjoint(with: .hard) {
      if !scene.isQuoted(at), scene.isSpeech(at), !scene.classes(at).contains(.titling) { return true }
      at -= 1
    }
    return false
  }

  /// Whether the writer takes no responsibility for the word: so-called.
  private func isSoCalled(_ first: Int, _ scene: QuoteScene) -> Bool {
    guard first > 0, scene.gap(first).isDisjoint(with: [.comma, .stop, .colon, .line]) else { return false }
    let word = scene.words[first - 1]
    let start = first > 1 && word.count == 6 ? scene.words[first - 2].start : word.start
    let bytes = scene.bytes[start..<word.end]
    return bytes.count == Self.soCalled.count && zip(bytes, Self.soCalled).allSatisfy { $0 | 0x20 == $1 || $0 == $1 }
  }

  private static let soCalled = Array("so-called".utf8)

  /// Whether a possessive stands directly before word `first`.
  private func isOwned(_ first: Int, _ scene: QuoteScene) -> Bool {
    guard first > 0, !scene.isQuoted(first - 1) else { return false }
    let word = scene.words[first - 1]
    return scene.classes(first - 1).contains(.possessive)
      || word.startsWithCapital && word.shape.contains(.apostrophe)
        && scene.bytes[word.end - 1] | 0x20 == UInt8(ascii: "s")
  }

  /// Whether the whole stands in brackets: `“(Applause.)”`.
  private func isRemark(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    let start = scene.words[draft.words.lowerBound].start
    guard start > draft.quotation.span.start, draft.words.count <= 4 else { return false }
    return scene.bytes[start - 1] == UInt8(ascii: "(")
      && scene.bytes[tail(of: draft, scene)].contains(UInt8(ascii: ")"))
  }

  /// Whether the marks are single ones in a text that has double ones for speech.
  private func isUnusual(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    guard !scene.marks.opensWithSingle else { return false }
    switch scene.bytes[draft.quotation.span.start] {
    case UInt8(ascii: "'"), UInt8(ascii: "`"): return true
    case 0xE2:
      let last = scene.bytes[draft.quotation.span.start + 2]
      return last == 0x98 || last == 0x99
    default: return false
    }
  }

  /// Whether the quotation ends as an utterance does.
  private func endsUtterance(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    // Outside the marks: `»Komm her«, rief Martha`.
    let end = draft.quotation.span.end
    if end < scene.bytes.count, scene.bytes[end] == UInt8(ascii: ","), draft.words.upperBound < scene.words.count,
      scene.isSpeech(draft.words.upperBound)
    {
      return true
    }
    let inside = tail(of: draft, scene)
    guard !inside.isEmpty else { return false }
    switch scene.bytes[inside.lowerBound] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
  }

  /// Whether the quotation is an exclamation or question: a capital and `!` or `?`.
  private func isCry(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    let inside = tail(of: draft, scene)
    guard scene.words[draft.words.lowerBound].startsWithCapital, let first = inside.first else { return false }
    return scene.bytes[first] == UInt8(ascii: "!") || scene.bytes[first] == UInt8(ascii: "?")
  }

  /// What stands in the quotation behind its last word; empty where the closing mark is inside a word (`‘Go’n`).
  private func tail(of draft: QuoteDraft, _ scene: QuoteScene) -> Range<Int> {
    let end = draft.quotation.span.end
    return min(scene.words[draft.words.upperBound - 1].end, end)..<end
  }

  /// Whether every word of weight has a capital.
  private func looksLikeTitle(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    guard draft.words.count <= 9 else { return false }
    var capitals = 0
    for index in draft.words {
      let word = scene.words[index]
      if word.startsWithCapital || word.shape.contains(.digit) {
        capitals += 1
        continue
      }
      let found = scene.classes(index)
      if index == draft.words.lowerBound
        || found.isDisjoint(with: [.determiner, .preposition, .conjunction, .tie, .object, .subordinator])
      {
        return false
      }
    }
    if scene.bytes[tail(of: draft, scene)].contains(where: {
      $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?")
    }) {
      return false
    }
    return capitals > 0
  }

  /// Whether the quotation stands in a line that is a headline: most words have capitals.
  private func isHeadline(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    let paragraph = scene.document.paragraphs[draft.paragraph]
    guard paragraph.count < 200 else { return false }
    var capitals = 0
    var small = 0
    for index in scene.firstWord(from: paragraph.start)..<scene.firstWord(from: paragraph.end)
    where !scene.isQuoted(index) {
      if scene.words[index].startsWithCapital { capitals += 1 } else if scene.words[index].count > 3 { small += 1 }
    }
    return capitals > 2 && capitals > small * 2
  }
}
