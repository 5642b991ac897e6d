import Language
import TextModel

/// Writes a comma for the full stop of a quotation whose speaker is named behind it: `“We go on.” explained the mayor`.
///
/// Indonesian, Ukrainian and other custom ends the speech before its speaker.  In English the sentence goes on: a verb of saying or
/// a pronoun with a small letter begins none.  Behind a name the sentence must be nothing but the name and the verb, `Ash stressed.`
/// Where the sentence goes on with a small word, `“we go on.” and that`, the stop goes.
public struct StopBeforeSpeaker: RewriteRule {
  public init() {}
  public let id = "stop-before-speaker"
  public let trigger: ByteClasses? = [.nonASCII, .straightQuote]
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "“They walked by themselves.” explained the mayor.", "“They walked by themselves,” explained the mayor."),
    RewriteExample(
      "“They walked by by the the sea with with them.” Said Ada Ash.",
      "“They walked by by the the sea with with them,” said Ada Ash."),
    RewriteExample("\"They walked by themselves.\" he said.", "\"They walked by themselves,\" he said."),
    RewriteExample("“They walked by themselves.” he appealed.", "“They walked by themselves,” he appealed."),
    RewriteExample(
      "They said that “we go of of it.” and that the the rest stay.",
      "They said that “we go of of it” and that the the rest stay."),
    RewriteExample("“They walked by themselves.“ the envoy said.", "“They walked by themselves,“ the envoy said."),
    RewriteExample(
      "“They walked of of it by the the sea.” Ash stressed.", "“They walked of of it by the the sea,” Ash stressed."),
    RewriteExample(
      "“They walked by the sea.” Ash stressed. “They left.” Ada Ash added.",
      "“They walked by the sea,” Ash stressed. “They left,” Ada Ash added."),
    RewriteExample(
      "“They walked by the sea.” Ada E. added. “They left.” The head of the council added.",
      "“They walked by the sea,” Ada E. added. “They left,” the head of the council added."),
    RewriteExample(
      "“They walked by the sea.” spokesman for the town’s council, Ada Ash, said.",
      "“They walked by the sea,” spokesman for the town’s council, Ada Ash, said."),
  ]
  public let leavesAlone = [
    "“They walked by themselves.” Ash stressed.", "“They walked.” He said no more.",
    "“He works at Ash & Co.” said the nurse.",
    "“They walked.” Ash stressed the word.",
    "“They walked of of it by the the sea.” Ash laughed.",
    "“Why?” said the nurse.", "“They walked...” said the nurse.", "the word “ended.” and others",
    "“They walked.” walked is a word.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let bytes = text.utf8
    var repair: QuotationRepair?
    // Asked once: it looks at all marks.
    lazy var isUsual = isHabit(document)
    for offset in document.markOffsets {
      let at = Int(offset)
      // A letter, the stop, the mark, a space and a letter: what is looked at for nearly all marks.
      guard at > 1, bytes[at - 1] == UInt8(ascii: "."), text.isLower(at - 2),
        let length = QuotationRepair.closerLength(bytes, at), text.has(" ", at: at + length),
        text.isASCIILetter(at + length + 1)
      else { continue }
      let start = at + length + 1
      // `We stopped.” Said Felber.`
      if text.isUpper(start), isInverted(text, start), document.isDamaged, !document.isVerbatim(at: at) {
        proposals.together {
          $0.replace(Span(at - 1, at), with: ",", .likely)
          $0.replace(Span(start, start + 1), with: [text[start] | 0x20], .likely)
        }
        continue
      }
      // Behind a name there is something to see only where a verb ends its sentence.
      if text.isUpper(start), !endsInVerb(text, start) { continue }
      if text.isLower(start), goesOn(document, at, start) {
        proposals.delete(Span(at - 1, at), .likely)
        continue
      }
      let reading = repair ?? QuotationRepair(all: document)
      repair = reading
      let word = text.letters(before: at - 1)
      guard let end = reading.attributionEnd(from: start) ?? pronounEnd(text, start), word.count > 1,
        text.isLower(word.start),
        !ProseWords.isAbbreviation(text, word)
      else { continue }
      if text.isUpper(start) {
        // `Ash stressed.`
        guard document.isDamaged || isUsual, text.has(".", at: end),
          Self.transitive.contains(Lexicon.hash(text.utf8, text.letters(before: end).range)),
          !Self.pronouns.contains(Lexicon.hash(text.utf8, text.letters(from: start).range))
        else {
          continue
        }
      }
      guard reading.mark(at: at)?.role == .closer, !document.isVerbatim(at: at) else { continue }
      proposals.together {
        $0.replace(Span(at - 1, at), with: ",", .likely)
        // `The member of the council added.`
        if text.isUpper(start), QuotationRepair.isDeterminer(text, text.letters(from: start)) {
          $0.replace(Span(start, start + 1), with: [text[start] | 0x20], .likely)
        }
      }
    }
  }
  /// `Said Felber`, `Said the mayor`: no sentence begins so.
  private func isInverted(_ text: Text, _ start: Int) -> Bool {
    guard text.has("Said ", at: start) else { return false }
    let next = text.letters(from: start + 5)
    return !next.isEmpty && (text.isUpper(next.start) || QuotationRepair.isDeterminer(text, next))
  }

  /// `Ada Ash added.`, `Ada E. added.`, `The head of the council added.`: such a verb and a full stop behind a name, or behind a subject of
  /// some words.
  private func endsInVerb(_ text: Text, _ start: Int) -> Bool {
    var word = text.letters(from: start)
    let most = QuotationRepair.isDeterminer(text, word) ? 7 : 3
    for _ in 0..<most {
      let isInitial = word.count == 1 && text.has(". ", at: word.end)
      guard isInitial || text.has(" ", at: word.end) else { return false }
      word = text.letters(from: word.end + (isInitial ? 2 : 1))
      if text.has(".", at: word.end), text.isLower(word.start) {
        return Self.transitive.contains(Lexicon.hash(text.utf8, word.range))
      }
    }
    return false
  }

  /// Whether the text sets a stop, a mark and a name with such a verb in two places or more.
  private func isHabit(_ document: Document) -> Bool {
    let text = document.text
    var places = 0
    for offset in document.markOffsets {
      let at = Int(offset)
      guard at > 1, text[at - 1] == UInt8(ascii: "."), let length = QuotationRepair.closerLength(text.utf8, at),
        text.has(" ", at: at + length), text.isUpper(at + length + 1)
      else { continue }
      if endsInVerb(text, at + length + 1) { places += 1 }
      if places > 1 { return true }
    }
    return false
  }

  /// `“we go on.” and that they stay`, in damaged text.
  private func goesOn(_ document: Document, _ mark: Int, _ start: Int) -> Bool {
    let text = document.text
    let word = text.letters(before: mark - 1)
    return Self.joints.contains(Lexicon.hash(text.utf8, text.letters(from: start).range)) && word.count > 1
      && text.isLower(word.start) && !ProseWords.isAbbreviation(text, word) && document.isDamaged
      && QuotationRepair(all: document).mark(at: mark)?.role == .closer && !document.isVerbatim(at: mark)
  }
  private static let joints = WordSet("and but or which that in on at to with as by from because while")

  /// `he appealed.`: a small pronoun begins no sentence, whatever its verb.
  private func pronounEnd(_ text: Text, _ start: Int) -> Int? {
    let pronoun = text.letters(from: start)
    let verb = text.letters(from: text.spaceEnd(from: pronoun.end))
    return Self.small.contains(Lexicon.hash(text.utf8, pronoun.range)) && text.has("ed", at: verb.end - 2)
      ? verb.end : nil
  }
  private static let small = WordSet("he she they")

  /// What needs something that is said: with a name alone they make no sentence, as `Ash laughed.` does.
  private static let transitive = WordSet(
    "said says stressed emphasized emphasised noted stated added declared claimed asserted underlined explained insisted"
  )
  private static let pronouns = WordSet("He She They It We")
}
