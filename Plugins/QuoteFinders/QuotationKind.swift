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

  func apply(to scene: QuoteScene) {
    for index in scene.drafts.indices {
      let kind = kind(of: scene.drafts[index], scene)
      scene.drafts[index].quotation.kind = kind.0
      scene.drafts[index].continuesSentence = kind.continues
    }
  }

  private func kind(of draft: QuoteDraft, _ scene: QuoteScene) -> (Quotation.Kind, continues: Bool) {
    let first = draft.words.lowerBound
    let count = draft.words.count
    let before = scene.gap(first)
    let startsSentence = !before.isDisjoint(with: [.line, .stop])
    let isCapital = scene.words[first].startsWithCapital
    let continues = !startsSentence
    if draft.goesOn { return (.direct, continues) }
    let start = scene.sentenceStart(of: first)
    let end = scene.sentenceEnd(of: draft.words.upperBound - 1)
    let speaks = hasSpeech(start..<first, scene) || hasSpeech(draft.words.upperBound..<end, scene)
    if looksLikeTitle(draft, scene), !(startsSentence && endsUtterance(draft, scene)),
      !(speaks && before.contains(.comma) || before.contains(.colon)), !isHeadline(draft, scene)
    {
      if !(speaks && count > 4) { return (.title, continues) }
    }
    if startsSentence {
      return (.direct, false)
    }
    if isCapital, before.contains(.comma) || before.contains(.colon) { return (.direct, true) }
    if count <= 2, !speaks, !isCapital, !isHeadline(draft, scene) { return (.scare, true) }
    return (.mixed, true)
  }

  private func hasSpeech(_ range: Range<Int>, _ scene: QuoteScene) -> Bool {
    range.contains { !scene.isQuoted($0) && (scene.isSpeech($0) || scene.classes($0).contains(.citing)) }
  }

  /// Whether the quotation ends as an utterance does.
  private func endsUtterance(_ draft: QuoteDraft, _ scene: QuoteScene) -> Bool {
    let inside = Span(scene.words[draft.words.upperBound - 1].end, draft.quotation.span.end)
    guard inside.count > 0 else { return false }
    switch scene.bytes[inside.start] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"), UInt8(ascii: "?"): return true
    default: return false
    }
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
    let last = scene.words[draft.words.upperBound - 1]
    if scene.bytes[last.end..<draft.quotation.span.end].contains(where: {
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
