import JSONLines
import TextModel

/// Rewrites the offsets and checksums of a layer that was read: along an edit script, into another unit, or both.
///
/// Everything else in an element stays as it is, byte for byte.
struct LayerCarrier {
  /// The text after, and its offsets.
  var text: Text
  var map: OffsetMap
  /// From the text before to the text after; nil where the text stays.
  var carrier: Carrier?

  /// Where the last element that was written is in the text after.
  private(set) var lastSpan = Span(0, 0)

  private var patched: [UInt8] = []

  init(text: Text, map: OffsetMap, carrier: Carrier?) {
    self.text = text
    self.map = map
    self.carrier = carrier
  }

  /// Writes an element as it is after the way.
  ///
  /// - Returns: false where the text that the element covered has vanished; then nothing is written.
  mutating func write(
    _ element: LayerElement, _ shape: LayerShape, _ line: Bytes, into builder: inout JSONBuilder
  ) -> Bool {
    var spans = element.spans
    if carrier != nil {
      for k in spans.indices {
        if let span = spans[k] { spans[k] = carrier?.carry(span) }
      }
      if spans[0] == nil { return false }
    }
    lastSpan = spans[0] ?? Span(0, 0)
    var patches: [(range: Range<Int>, value: Patch)] = []
    for (k, place) in element.places.enumerated() {
      let span = spans[k]
      patches.append((place.start, .offset(span.map { map.offset(ofByte: $0.start, in: text) } ?? -1)))
      patches.append((place.end, .offset(span.map { map.offset(ofByte: $0.end, in: text) } ?? -1)))
      if let checksum = place.text, carrier != nil, shape != .edits {
        patches.append((checksum, .text(span ?? Span(0, 0))))
      }
    }
    patches.sort { $0.range.lowerBound < $1.range.lowerBound }
    patched.removeAll(keepingCapacity: true)
    var at = element.range.lowerBound
    for patch in patches {
      patched.append(contentsOf: line[at..<patch.range.lowerBound])
      switch patch.value {
      case .offset(let offset): patched.append(contentsOf: String(offset).utf8)
      case .text(let span): text[span].withUnsafeBufferPointer { StringCodec.encode($0, into: &patched) }
      }
      at = patch.range.upperBound
    }
    patched.append(contentsOf: line[at..<element.range.upperBound])
    builder.raw(patched)
    return true
  }

  private enum Patch {
    case offset(Int)
    case text(Span)
  }
}
