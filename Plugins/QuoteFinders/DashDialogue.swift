import Language
import TextModel

/// Speech that a dash begins, in languages that write dialogue so: `— No sé —dijo Zoë—. Vamos.`, `— Non, dit-elle.`
///
/// A line that begins with a dash is somebody’s words. They end where a verb of saying begins, behind a second dash or, as in French,
/// behind a comma, and go on behind the dash or the stop that ends it. Lists have dashes too, so a text counts as dialogue only where
/// one of its lines has such a verb. The dash is no part of the quotation.
public struct DashDialogue: QuoteRule {
  public let id = "dash-dialogue"
  public let languages: LanguageScope = .only([
    "cs", "el", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ro", "ru", "sv", "tr", "uk", "bg", "sr", "hr", "sk",
    "da", "nb",
    "no",
  ])
  public init() {}

  public let examples: [QuoteExample] = [
    QuoteExample("—[No sé|Zoë] —dijo Zoë—. [Vamos a casa.|Zoë]\n—[¿Ahora?|]", "es"),
    QuoteExample("— [Je ne sais pas|Zoë], répondit Zoë.\n— [Tu viens ?|]", "fr"),
    QuoteExample("— [Не знаю|Зоя], — сказала Зоя.", "ru"),
    QuoteExample("Il faut :\n— du pain,\n— du vin.", "fr"),
  ]

  func apply(to scene: QuoteScene) {
    let first = scene.drafts.count
    var hasTag = false
    var at = 0
    while at < scene.bytes.count {
      var end = at
      while end < scene.bytes.count, scene.bytes[end] != 0x0A { end += 1 }
      if let start = Self.behindDash(scene.bytes, at, end), addPieces(start, end, scene) { hasTag = true }
      at = end + 1
    }
    guard hasTag else {
      scene.drafts.removeSubrange(first...)
      return
    }
    scene.drafts.sort { $0.quotation.span < $1.quotation.span }
    scene.number()
  }

  /// Whether a line of the text begins with a dash: what the early look at a text asks.
  static func mayOccur(in document: Document) -> Bool {
    let bytes = document.utf8
    return document.paragraphs.contains { line in
      var at = line.start
      while at < line.end {
        if behindDash(bytes, at, line.end) != nil { return true }
        while at < line.end, bytes[at] != 0x0A { at += 1 }
        at += 1
      }
      return false
    }
  }

  /// Where the words behind a line’s first dash begin; nil where it begins otherwise.
  private static func behindDash(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    guard start + 3 < end, isDash(bytes, start) else { return nil }
    var at = start + 3
    while at < end, bytes[at] == 0x20 || bytes[at] == 0xC2 && at + 1 < end && bytes[at + 1] == 0xA0 {
      at += bytes[at] == 0x20 ? 1 : 2
    }
    return at < end ? at : nil
  }

  private static func isDash(_ bytes: [UInt8], _ at: Int) -> Bool {
    at + 2 < bytes.count && bytes[at] == 0xE2 && bytes[at + 1] == 0x80 && 0x93...0x95 ~= bytes[at + 2]
  }

  /// Adds the quotations of one line; true where a verb of saying parts or ends them.
  private func addPieces(_ start: Int, _ end: Int, _ scene: QuoteScene) -> Bool {
    var hasTag = false
    var from = start
    var word = scene.firstWord(from: start)
    let last = scene.firstWord(from: end)
    var isTag = false
    while word < last {
      let gap = word == scene.firstWord(from: start) ? [] : scene.gap(word)
      if isTag {
        // The tag ends at a dash, or with its sentence.
        if gap.contains(.dash) || !gap.isDisjoint(with: [.stop, .colon]) {
          isTag = false
          from = scene.words[word].start
          while from > 0, scene.bytes[from - 1] > 0x20, !Self.isDash(scene.bytes, from - 3) { from -= 1 }
        }
      } else if !gap.isDisjoint(with: [.dash, .comma, .stop]), beginsTag(word, scene, isApart: gap.contains(.dash)) {
        add(Span(from, speechEnd(before: word, scene)), scene, startsTurn: from == start)
        isTag = true
        hasTag = true
      }
      word += 1
    }
    if !isTag {
      var edge = end
      while edge > from, scene.bytes[edge - 1] <= 0x20 { edge -= 1 }
      add(Span(from, edge), scene, startsTurn: from == start)
    }
    return hasTag
  }

  /// Whether a verb of saying stands here, inverted before its subject, or, behind a dash, some words on.
  private func beginsTag(_ word: Int, _ scene: QuoteScene, isApart: Bool) -> Bool {
    guard scene.words[word].isLower || scene.words[word].shape.contains(.nonASCII) else { return false }
    for at in word..<min(word + (isApart ? 4 : 1), scene.words.count) {
      if at > word, !scene.gap(at).isDisjoint(with: .hard) { return false }
      if scene.classes(at).contains(.speech) {
        if isApart { return true }
        guard at + 1 < scene.words.count else { return false }
        let next = scene.gap(at + 1)
        return next.contains(.hyphen) || next == .space && scene.words[at + 1].startsWithCapital
          || next == .space && scene.classes(at + 1).contains(.determiner)
      }
    }
    return false
  }

  /// The end of the speech before a tag, with the mark that ends it unless that is a comma.
  private func speechEnd(before word: Int, _ scene: QuoteScene) -> Int {
    let start = scene.words[word - 1].end
    var at = start
    while at < scene.words[word].start {
      let byte = scene.bytes[at]
      if byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: ".") { return at + 1 }
      if Self.isDash(scene.bytes, at) || byte == UInt8(ascii: ",") { break }
      at += 1
    }
    while at > start, scene.bytes[at - 1] <= 0x20 { at -= 1 }
    return at
  }

  private func add(_ span: Span, _ scene: QuoteScene, startsTurn: Bool) {
    let first = scene.firstWord(from: span.start)
    let end = scene.firstWord(from: span.end)
    guard first < end, span.start < span.end, (first..<end).allSatisfy({ !scene.isQuoted($0) }) else { return }
    var draft = QuoteDraft(
      quotation: Quotation(span: span, kind: .direct, by: id), words: first..<end,
      paragraph: scene.paragraph(of: span.start))
    draft.startsTurn = startsTurn
    scene.drafts.append(draft)
  }
}
