import JSONLines
import TextModel

/// A suspect of another rewriter, as it is written.
struct ForeignSuspect {
  var span: Span
  var json: [UInt8]
}

/// Carries the layers of one record: along the edits of its text, into another unit.
struct LayerCarrying {
  private var reader = LayerReader()
  private var record: Record?
  private var before = Text("")
  private var mapBefore = OffsetMap()
  private var carrier: LayerCarrier?

  /// Turns to a record.
  ///
  /// - Parameters:
  ///   - before: The text that the layers which came are about, with its offsets.
  ///   - carrier: Knows the text after and the way to it.
  mutating func begin(_ record: Record, _ before: Text, _ mapBefore: OffsetMap, _ carrier: LayerCarrier) {
    self.record = record
    self.before = before
    self.mapBefore = mapBefore
    self.carrier = carrier
  }

  /// Lets go of the record: what holds its text still would make the next one copy it.
  mutating func end() {
    record = nil
    before = Text("")
    mapBefore = OffsetMap()
    carrier = nil
  }

  /// Rewrites a layer that is there.
  ///
  /// - Returns: how many spans were dropped, since the text they covered has vanished.
  mutating func carry(_ shape: LayerShape, _ splice: inout Splice) throws(RecordFault) -> Int {
    guard let record, let place = record.ours.place(of: shape) else { return 0 }
    var dropped = 0
    var fault: RecordFault?
    splice.replace(record.value(place)) { builder in
      builder.beginArray()
      do throws(RecordFault) {
        try reader.read(shape, record.line, record.value(place), text: before, map: mapBefore) {
          (element) throws(RecordFault) in
          if carrier?.write(element, shape, record.line, into: &builder) == false { dropped += 1 }
        }
      } catch {
        fault = error
      }
      builder.endArray()
    }
    if let fault { throw fault }
    return dropped
  }

  /// Looks whether a layer that is there fits the text; a stale one is told wherever it is met.
  mutating func check(_ shape: LayerShape) throws(RecordFault) {
    guard let record, let place = record.ours.place(of: shape) else { return }
    try reader.read(shape, record.line, record.value(place), text: before, map: mapBefore) {
      (_) throws(RecordFault) in
    }
  }

  /// The suspects of other rules than these, carried.
  mutating func foreignSuspects(not own: Set<String>) throws(RecordFault) -> [ForeignSuspect] {
    guard let record, let place = record.ours.suspects else { return [] }
    var kept: [ForeignSuspect] = []
    var builder = JSONBuilder()
    try reader.read(.suspects, record.line, record.value(place), text: before, map: mapBefore) {
      (element) throws(RecordFault) in
      if own.contains(Self.author(of: element, record.line)) { return }
      let start = builder.startValue()
      if carrier?.write(element, .suspects, record.line, into: &builder) == true {
        kept.append(ForeignSuspect(span: carrier?.lastSpan ?? element.span, json: Array(builder.bytes[start...])))
      }
    }
    return kept
  }

  /// Says in the record what its offsets count and which text they are about, where that is not the default.
  func explainOffsets(_ configuration: Configuration, hasLayers: Bool, _ splice: inout Splice) {
    guard let record, hasLayers else { return }
    if let unit = configuration.offsets, record.ours.offsetUnit == nil || unit != record.unit {
      splice.set(record.ours.offsetUnit, in: record, LayerNames.offsetUnit) { $0.string(unit.rawValue) }
    }
    if !configuration.field.isDefault, record.ours.offsetField == nil {
      splice.append(Array(LayerNames.offsetField.utf8)) { $0.string(configuration.field.name) }
    }
  }

  private static func author(of element: LayerElement, _ line: Bytes) -> String {
    var reader = JSONReader(line, at: element.range)
    guard reader.enterObject() else { return "" }
    while let key = reader.nextKey() {
      if reader.key(key, is: "by") { return reader.readString() ?? "" }
      reader.skip()
    }
    return ""
  }
}

extension OurMembers {
  func place(of shape: LayerShape) -> Int? {
    switch shape {
    case .edits: edits
    case .suspects: suspects
    case .sentences: sentences
    case .entities: entities
    case .quotes: quotes
    }
  }
}
