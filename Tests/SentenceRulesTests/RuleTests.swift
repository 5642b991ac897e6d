import Language
import Testing
import TextModel

@testable import SentenceRules

/// Every rule's own examples, through the whole catalog.
@Suite struct RuleTests {
  /// A text and the boundaries that `|` marks in it.
  static func unmark(_ example: SentenceExample) -> (text: Text, cuts: [Int]) {
    var bytes: [UInt8] = []
    var cuts: [Int] = []
    for byte in example.marked.utf8 {
      if byte == UInt8(ascii: "|") { cuts.append(bytes.count) } else { bytes.append(byte) }
    }
    return (Text(validated: bytes), cuts)
  }

  static func sentences(_ text: Text, _ language: LanguageTag, _ selection: PluginSelection = PluginSelection())
    -> [Span]
  {
    let document = Document(text, language: language)
    Segmentation(selection: selection, newlines: .auto).annotate(document)
    return document.sentences ?? []
  }

  /// The text with `|` where sentences meet: readable in a failure.
  static func mark(_ text: Text, _ sentences: [Span]) -> String {
    var marked = ""
    var at = 0
    for number in sentences.indices.dropFirst() {
      // The mark stands directly behind the sentence before.
      let end = sentences[number - 1].end
      marked += text.string(Span(at, end)) + "|"
      at = end
    }
    return marked + text.string(Span(at, text.count))
  }

  static let cases = SentenceCatalog.rules.flatMap { rule in rule.examples.map { (rule.id, $0) } }

  @Test(arguments: cases)
  func examplesHold(_ id: String, _ example: SentenceExample) {
    let (text, _) = Self.unmark(example)
    let found = Self.sentences(text, example.language)
    // White space around a mark does not matter.
    let expected = example.marked.split(separator: "|", omittingEmptySubsequences: false).map(trimmed)
    #expect(found.map { text.string($0) } == expected, "\(id): \(Self.mark(text, found))")
  }

  /// Each rule changes something that without it would be wrong.
  @Test(arguments: SentenceCatalog.rules.map(\.id))
  func everyRuleMatters(_ id: String) throws {
    let rule = try #require(SentenceCatalog.rules.first { $0.id == id })
    let changes = rule.examples.contains { example in
      let (text, _) = Self.unmark(example)
      return Self.sentences(text, example.language)
        != Self.sentences(text, example.language, PluginSelection(skipped: [id]))
    }
    #expect(changes, "\(id) changes none of its examples")
  }

  @Test func idsAreKebabCaseAndOccurOnce() {
    let ids = SentenceCatalog.rules.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.utf8.allSatisfy { $0 == 0x2D || (0x61...0x7A).contains($0) }, "\(id)") }
  }

  func trimmed(_ piece: Substring) -> String {
    let scalars = piece.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.isWhiteSpace }),
      let last = scalars.lastIndex(where: { !$0.isWhiteSpace })
    else { return "" }
    return String(scalars[first...last])
  }
}
