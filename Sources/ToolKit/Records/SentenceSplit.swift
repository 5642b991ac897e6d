import JSONLines
import Language
import TextModel

/// `segment --split`: one record for each sentence, with the spans of other layers that lie inside it, shifted.
struct SentenceSplit {
  private let record: Record
  private let document: Document
  private let options: AnnotateStage.SplitOptions
  private let configuration: Configuration

  init(
    _ record: Record, _ document: Document, _ options: AnnotateStage.SplitOptions, _ configuration: Configuration
  ) {
    self.record = record
    self.document = document
    self.options = options
    self.configuration = configuration
  }

  /// Appends the records.
  ///
  /// - Parameter map: The offsets of the text in the unit of the record; `unit` is that of the output.
  func write(_ map: OffsetMap, _ unit: OffsetUnit, into output: inout [UInt8]) throws(RecordFault) {
    let layers = try elements(map)
    var nexts = layers.map { _ in 0 }
    var whole = OffsetMap()
    whole.build(over: document.text, unit: unit)
    var sentenceMap = OffsetMap()
    for (index, span) in (document.sentences ?? []).enumerated() {
      let sentence = Text(validated: Array(document.text[span]))
      sentenceMap.build(over: sentence, unit: unit)
      var builder = JSONBuilder()
      builder.beginObject()
      writeOrigin(index, span, whole, &builder)
      builder.key(Array(configuration.field.names.last ?? Array(FieldName.text.utf8)))
      builder.string(sentence.utf8)
      for (k, layer) in layers.enumerated() {
        builder.key(Array(layer.shape.rawValue.utf8))
        builder.beginArray()
        while nexts[k] < layer.elements.count, layer.elements[nexts[k]].span.start < span.start { nexts[k] += 1 }
        var place = nexts[k]
        while place < layer.elements.count, layer.elements[place].span.start < span.end {
          if span.contains(layer.elements[place].span) {
            var shifted = LayerCarrier(text: sentence, map: sentenceMap, carrier: nil)
            _ = shifted.write(layer.elements[place].shifted(into: span), layer.shape, record.line, into: &builder)
          }
          place += 1
        }
        builder.endArray()
      }
      if configuration.offsets != nil || record.ours.offsetUnit != nil {
        builder.key("offset_unit")
        builder.string(unit.rawValue)
      }
      builder.endObject()
      output.append(contentsOf: builder.bytes)
      output.append(0x0A)
    }
  }

  /// Where the sentence comes from, and the members to keep.
  private func writeOrigin(_ index: Int, _ span: Span, _ map: OffsetMap, _ builder: inout JSONBuilder) {
    if case .one(let id) = record.members.search("id".utf8, in: record.line) {
      builder.key("parent")
      builder.raw(record.line[record.value(id)])
    }
    builder.key("index")
    builder.int(index)
    builder.key("start")
    builder.int(map.offset(ofByte: span.start, in: document.text))
    builder.key("end")
    builder.int(map.offset(ofByte: span.end, in: document.text))
    for name in options.keep {
      guard case .one(let place) = record.members.search(name.utf8, in: record.line) else { continue }
      builder.key(Array(name.utf8))
      builder.raw(record.line[record.value(place)])
    }
  }

  /// The layers that came with the record and hold whole spans of a sentence, each sorted.
  private func elements(_ map: OffsetMap) throws(RecordFault) -> [(shape: LayerShape, elements: [LayerElement])] {
    var layers: [(shape: LayerShape, elements: [LayerElement])] = []
    var reader = LayerReader()
    for shape in [LayerShape.suspects, .entities, .quotes] {
      guard let place = record.ours.place(of: shape) else { continue }
      var found: [LayerElement] = []
      try reader.read(shape, record.line, record.value(place), text: document.text, map: map) {
        (element) throws(RecordFault) in found.append(element)
      }
      found.sort { $0.span < $1.span }
      layers.append((shape, found))
    }
    return layers
  }
}

extension LayerElement {
  /// As an element of a text that begins at `span.start`; a speaker or cue outside of it is none.
  func shifted(into span: Span) -> LayerElement {
    var element = self
    element.spans = spans.map { own in
      guard let own, span.contains(own) else { return nil }
      return Span(own.start - span.start, own.end - span.start)
    }
    return element
  }
}
