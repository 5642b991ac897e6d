import EntityTaggers
import Language
import TextModel

/// How a training text is changed before the model reads it.
enum Disguise {
  case none, lower, title

  /// The text changed; no byte moves.
  func apply(_ text: [UInt8]) -> [UInt8] {
    var text = text
    switch self {
    case .none: break
    case .lower:
      for at in text.indices {
        if text[at] &- 0x41 < 26 { text[at] |= 0x20 }
        if text[at] &- 0x80 < 0x1F, at > 0, text[at - 1] == 0xC3 { text[at] |= 0x20 }
      }
    case .title:
      var at = 0
      while at < text.count {
        guard (text[at] | 0x20) &- 0x61 < 26 else {
          at += 1
          continue
        }
        var end = at
        while end < text.count, (text[end] | 0x20) &- 0x61 < 26 || text[end] == 0x27 || text[end] >= 0x80 { end += 1 }
        if end - at > 3 || at == 0, text[at] &- 0x61 < 26 { text[at] &= 0xDF }
        at = end
      }
    }
    return text
  }
}

/// Sentences with their features and tags, kept flat: what the optimiser reads.
struct Examples {
  var features: [UInt32] = []
  /// Where each token's features start, with one more at the end.
  var offsets: [Int] = [0]
  var labels: [UInt8] = []
  /// Token ranges of the sentences, and which source each comes from.
  var sentences: [Range<Int>] = []
  var sources: [Int] = []
  var weights: [Float] = []

  /// Adds every sentence of a sample.
  mutating func add(
    _ sample: Sample, as disguise: Disguise, source: Int, weight: Float, reader: inout ExampleReader
  ) {
    let text = disguise.apply(sample.text)
    let document = Document(Text(validated: text), language: .english)
    document.sentences = Self.sentences(text)
    reader.tokens.read(document)
    var tags = Self.tags(sample, reader.tokens)
    GuideLine.markCompounds(&tags, reader.tokens, reader.lexicon, text)
    for range in NameSentences.ranges(of: reader.tokens, in: document) {
      reader.features.extract(reader.tokens, range, text)
      if disguise != .none, reader.features.mode == .normal { continue }
      let start = labels.count
      for token in 0..<range.count {
        features.append(
          contentsOf: reader.features.keys[reader.features.offsets[token]..<reader.features.offsets[token + 1]])
        offsets.append(features.count)
        labels.append(tags[range.lowerBound + token])
      }
      sentences.append(start..<labels.count)
      sources.append(source)
      weights.append(weight)
    }
  }

  /// Lines, cut behind a full stop, an exclamation or a question mark before a capital.
  static func sentences(_ text: [UInt8]) -> [Span] {
    var spans: [Span] = []
    var start = 0
    for at in text.indices {
      let isEnd = text[at] == 0x2E || text[at] == 0x21 || text[at] == 0x3F
      let isCut =
        isEnd && at + 2 < text.count && text[at + 1] == 0x20 && (text[at + 2] &- 0x41 < 26 || text[at + 2] == 0x22)
        && at > 3 && text[at - 1] | 0x20 == text[at - 1] && text[at - 2] | 0x20 == text[at - 2]
        && text[at - 2] != 0x20 && text[at - 3] != 0x20
      if isCut || text[at] == 0x0A {
        if at + 1 > start { spans.append(Span(start, at + 1)) }
        start = at + 1
      }
    }
    if start < text.count { spans.append(Span(start, text.count)) }
    return spans
  }

  /// One tag a token; names that do not stand on token boundaries are widened to them.
  static func tags(_ sample: Sample, _ tokens: borrowing NameTokens) -> [UInt8] {
    var tags = [UInt8](repeating: 0, count: tokens.count)
    var at = 0
    for (span, type) in sample.names {
      while at < tokens.count, tokens.spans[at].end <= span.start { at += 1 }
      var end = at
      while end < tokens.count, tokens.spans[end].start < span.end { end += 1 }
      guard end > at else { continue }
      if end - at == 1 {
        tags[at] = UInt8(NameLabel.unit(type))
      } else {
        for k in at..<end { tags[k] = UInt8(NameLabel.inside(type)) }
        tags[at] = UInt8(NameLabel.begin(type))
        tags[end - 1] = UInt8(NameLabel.last(type))
      }
      at = end
    }
    return tags
  }
}

/// The scratch memory of extraction.
struct ExampleReader {
  var tokens = NameTokens()
  var features: NameFeatures
  let lexicon: NameLexicon
}
