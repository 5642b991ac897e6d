import Language
import Synchronization
import TextModel

/// Persons, organisations, places and other names.
///
/// A linear-chain model over words, shapes, affixes, clusters and gazetteers reads each sentence (see `MODEL-CARD.md`);
/// then the document is read as one: mentions of the same name agree, and a surname alone is a person once the full name
/// is known.  `name` is the fullest form in the document.
public struct PersonsPlacesBodies: EntityTagger {
  public let id = "names"
  public let labels = NameLabel.types
  public let languages = LanguageScope.only([.english])
  public init() {}

  public let examples = [
    MentionExample("[Helen Clark|PER] met officials of the [European Union|ORG] in [Brussels|LOC] on Friday."),
    MentionExample("The ministers of [France|LOC] and [Germany|LOC] were late, as ministers are."),
    MentionExample("It rained all week, and nobody said a word about it."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    guard let model = NameModel.embedded else { return }
    var reader = Self.idle.withLock { $0.popLast() } ?? NameReader(model: model)
    reader.read(document)
    mentions.append(contentsOf: reader.mentions.map { $0.mention(by: id) })
    Self.idle.withLock { [reader] in $0.append(reader) }
  }

  /// Readers that are done with a text, with the sums they keep: as many as there are threads.
  private static let idle = Mutex<[NameReader]>([])
}

/// Runs a model over a document.
package struct NameReader: @unchecked Sendable {
  // Unchecked: its kept sums are a class, but a reader goes from thread to thread and is never shared.
  /// A mention as the model sees it: a range of tokens.
  package struct Found {
    package var tokens: Range<Int>
    package var type: Int
    package var score: Float
    package var span: Span
    package var name = ""

    func mention(by id: String) -> Mention {
      Mention(
        span: span, label: NameLabel.types[type], name: name, score: Double((score * 1000).rounded() / 1000), by: id)
    }
  }

  let model: NameModel
  private var tokens = NameTokens()
  private var scorer: NameScorer
  private var decoder: NameDecoder
  package private(set) var mentions: [Found] = []

  package init(model: NameModel) {
    self.model = model
    scorer = NameScorer(model)
    decoder = NameDecoder(model.transitions)
  }

  package mutating func read(_ document: Document) {
    mentions.removeAll(keepingCapacity: true)
    tokens.read(document)
    var isSentenceStart = [Bool](repeating: false, count: tokens.count)
    for range in NameSentences.ranges(of: tokens, in: document) {
      isSentenceStart[range.lowerBound] = true
      readSentence(range, document)
    }
    guard !mentions.isEmpty else { return }
    let skeletons = NameSkeletons(tokens, text: document.text)
    var agreement = NameAgreement(
      tokens, model.lexicon, isSentenceStart: isSentenceStart, text: document.text, skeletons: skeletons)
    agreement.settle(&mentions)
    let resolution = NameResolution(tokens, text: document.text, skeletons: skeletons)
    resolution.resolve(&mentions, expansions: agreement.expansions)
  }

  private mutating func readSentence(_ range: Range<Int>, _ document: Document) {
    document.utf8.withUnsafeBufferPointer { scorer.read(tokens, range, $0) }
    // Plain words are outside for certain, so what stands between them is decoded by itself.
    var at = 0
    while at < range.count {
      if scorer.isPlain[at] {
        at += 1
        continue
      }
      var end = at + 1
      while end < range.count, !scorer.isPlain[end] { end += 1 }
      let first = max(at - 1, 0)
      let last = min(end + 1, range.count)
      readPiece(range.lowerBound + first..<range.lowerBound + last, first: first)
      at = end
    }
  }

  /// Decodes some tokens of the sentence that the scorer has read; `first` is the number of the first in it.
  private mutating func readPiece(_ range: Range<Int>, first: Int) {
    let isNamed = scorer.scores.withUnsafeBufferPointer { all in
      let scores = UnsafeBufferPointer(
        rebasing: all[first * NameLabel.count..<(first + range.count) * NameLabel.count])
      decoder.decode(scores)
      guard decoder.labels.contains(where: { $0 != 0 }) else { return false }
      decoder.weigh(scores)
      return true
    }
    guard isNamed else { return }
    var at = 0
    while at < range.count {
      let label = Int(decoder.labels[at])
      guard label != NameLabel.outside else {
        at += 1
        continue
      }
      var end = at + 1
      var score = decoder.probability(at, label)
      while end < range.count, NameLabel.isContinuing(Int(decoder.labels[end])) {
        score = min(score, decoder.probability(end, Int(decoder.labels[end])))
        end += 1
      }
      let head = range.lowerBound + at
      let tail = range.lowerBound + end - 1
      mentions.append(
        Found(
          tokens: head..<tail + 1, type: NameLabel.type(label), score: score,
          span: Span(tokens.spans[head].start, tokens.spans[tail].end)))
      at = end
    }
  }
}
