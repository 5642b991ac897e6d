import JSONLines
import Language
import TextModel

/// An annotator's work on one record: gives it the layers it needs, runs it, writes its layer.
final class AnnotateWork: StageWork {
  let calls: ByteClasses? = nil
  private let configuration: Configuration
  private let stage: AnnotateStage
  private let annotator: any Annotator
  private let prerequisites: [(layer: AnnotateStage.Layer, annotator: any Annotator)]
  private var reader = LayerReader()
  private var carrying = LayerCarrying()

  init(_ stage: AnnotateStage, _ configuration: Configuration) {
    self.stage = stage
    self.configuration = configuration
    annotator = stage.make()
    prerequisites = stage.prerequisites.map { ($0.layer, $0.make()) }
  }

  func process(
    _ record: Record, _ document: Document, _ splice: inout Splice, _ result: BatchResult
  ) throws(RecordFault) -> StageOutput {
    var mapBefore = OffsetMap()
    mapBefore.build(over: document.text, unit: record.unit)
    for need in prerequisites where try !load(need.layer, record, document, mapBefore) {
      need.annotator.annotate(document)
    }
    let language = document.declaredLanguage
    if language != .undetermined, !annotator.knows(language) {
      result.tally.warnings.insert(.unknownLanguage(language.description))
    }
    if canStream(record, document) {
      stream(record, document, LayerWriter(text: document.text, map: mapBefore), result)
      return .written(isChanged: true)
    }
    annotator.annotate(document)
    count(document, &result.tally)
    if configuration.rawOutput {
      RawForm.write(document, stage.layer, into: &result.output)
      return .written(isChanged: true)
    }
    let unit = configuration.offsets ?? record.unit
    var map = mapBefore
    if unit != record.unit { map.build(over: document.text, unit: unit) }
    let writer = LayerWriter(text: document.text, map: map)
    if let split = stage.split {
      let sentences = SentenceSplit(record, document, split, configuration)
      try sentences.write(mapBefore, unit, into: &result.output)
      return .written(isChanged: true)
    }
    write(record, document, writer, &splice)
    carrying.begin(record, document.text, mapBefore, LayerCarrier(text: document.text, map: map, carrier: nil))
    defer { carrying.end() }
    if unit != record.unit {
      for shape in OurMembers.layers where shape != stage.layer.shape { _ = try carrying.carry(shape, &splice) }
    }
    carrying.explainOffsets(configuration, hasLayers: true, &splice)
    return .spliced
  }

  /// A text of this many bytes or more is not held together with its layer, which may be three times as large.
  private static let longText = 1 << 20
  private static let pieceLength = 1 << 18

  /// Whether the record's layer can be written part by part: it is new, goes to the end, and all else stays as it came.
  private func canStream(_ record: Record, _ document: Document) -> Bool {
    document.text.count >= Self.longText && stage.layer == .entities && stage.split == nil
      && record.ours.place(of: stage.layer.shape) == nil && !configuration.rawOutput && configuration.offsets == nil
      && configuration.field.isDefault && !configuration.replacesInvalid
  }

  private func stream(_ record: Record, _ document: Document, _ writer: LayerWriter, _ result: BatchResult) {
    let end = record.members.last?.value.upperBound ?? 0
    var at = 0
    while at < end {
      let next = min(at + Self.pieceLength, end)
      result.output.append(contentsOf: record.line[at..<next])
      result.writeEarly()
      at = next
    }
    result.output.append(contentsOf: ",\"\(stage.layer.name)\":[".utf8)
    var part = JSONBuilder()
    var isFirst = true
    annotator.annotate(document) {
      count(document, &result.tally)
      part.removeAll()
      for mention in document.mentions ?? [] {
        writer.write(mention: mention, into: &part)
        if part.bytes.count >= Self.pieceLength { flush() }
      }
      flush()
    }
    func flush() {
      guard !part.bytes.isEmpty else { return }
      if !isFirst { result.output.append(UInt8(ascii: ",")) }
      isFirst = false
      result.output.append(contentsOf: part.bytes)
      part.removeAll()
      result.writeEarly()
    }
    result.output.append(UInt8(ascii: "]"))
    result.output.append(contentsOf: record.line[end...])
    result.output.append(0x0A)
    document.mentions = []
  }

  /// Gives the document a layer that the record has; false where it has none.
  private func load(
    _ layer: AnnotateStage.Layer, _ record: Record, _ document: Document, _ map: OffsetMap
  ) throws(RecordFault) -> Bool {
    guard let place = record.ours.place(of: layer.shape) else { return false }
    let value = record.value(place)
    switch layer {
    case .sentences:
      var sentences: [Span] = []
      try reader.read(.sentences, record.line, value, text: document.text, map: map) {
        (element) throws(RecordFault) in
        if let last = sentences.last, element.span.start < last.end {
          throw LayerReader.fault(
            .sentences, element.range.lowerBound, "is stale: a sentence starts before the last one ends")
        }
        sentences.append(element.span)
      }
      document.sentences = sentences
    case .entities:
      var mentions: [Mention] = []
      try reader.read(.entities, record.line, value, text: document.text, map: map) {
        (element) throws(RecordFault) in
        mentions.append(Self.mention(element, record.line))
      }
      mentions.sort { $0.span < $1.span }
      document.mentions = mentions
    case .quotes: return false
    }
    return true
  }

  private static func mention(_ element: LayerElement, _ line: Bytes) -> Mention {
    var mention = Mention(span: element.span, label: "", by: "")
    var reader = JSONReader(line, at: element.range)
    guard reader.enterObject() else { return mention }
    while let key = reader.nextKey() {
      if reader.key(key, is: "label") {
        mention.label = reader.readString() ?? ""
      } else if reader.key(key, is: "name") {
        mention.name = reader.readString() ?? ""
      } else if reader.key(key, is: "ref") {
        mention.ref = reader.readString() ?? ""
      } else if reader.key(key, is: "score") {
        mention.score = reader.readDouble() ?? 1
      } else if reader.key(key, is: "by") {
        mention.by = reader.readString() ?? ""
      } else {
        reader.skip()
      }
    }
    return mention
  }

  /// Puts the layer into the record.  (One that was there and is the same leaves the same bytes.)
  private func write(_ record: Record, _ document: Document, _ writer: LayerWriter, _ splice: inout Splice) {
    splice.set(record.ours.place(of: stage.layer.shape), in: record, stage.layer.name) { layer in
      switch stage.layer {
      case .sentences: writer.write(sentences: document.sentences ?? [], into: &layer)
      case .entities: writer.write(mentions: document.mentions ?? [], into: &layer)
      case .quotes: writer.write(quotations: document.quotations ?? [], into: &layer)
      }
    }
  }

  private func count(_ document: Document, _ tally: inout Tally) {
    if configuration.stats == nil { return }
    switch stage.layer {
    case .sentences: tally.byRule["sentences", default: 0] += document.sentences?.count ?? 0
    case .entities: for mention in document.mentions ?? [] { tally.byRule[mention.by, default: 0] += 1 }
    case .quotes: for quotation in document.quotations ?? [] { tally.byRule[quotation.by, default: 0] += 1 }
    }
  }
}

extension AnnotateStage.Layer {
  var shape: LayerShape {
    switch self {
    case .sentences: .sentences
    case .entities: .entities
    case .quotes: .quotes
    }
  }

  var name: String { shape.rawValue }
}
