import JSONLines
import TextModel

/// One element of a layer, its spans checked against the text.
struct LayerElement {
  /// The object in the line.
  var range: Range<Int>
  /// One for each group of the layer's shape; nil where the element has no such span.
  var spans: [Span?] = []
  /// Where the members of each group stand, in the order start, end, text.
  var places: [(start: Range<Int>, end: Range<Int>, text: Range<Int>?)] = []

  /// The element's own span.
  var span: Span { spans[0] ?? Span(0, 0) }
}

/// Reads layers that came with a record; trusts no offset whose checksum does not fit.
struct LayerReader {
  private var element = LayerElement(range: 0..<0)
  private var string: [UInt8] = []

  /// Calls `body` with every element of the layer at `value`.
  ///
  /// - Throws: a fault that names the layer, the element's place, and the text expected and found.
  mutating func read(
    _ shape: LayerShape, _ line: Bytes, _ value: Range<Int>, text: Text, map: OffsetMap,
    _ body: (LayerElement) throws(RecordFault) -> Void
  ) throws(RecordFault) {
    var reader = JSONReader(line, at: value)
    guard reader.enterArray() else {
      throw Self.fault(shape, value.lowerBound, "is not an array")
    }
    while reader.nextElement() {
      try readElement(shape, &reader, line, text, map)
      try body(element)
    }
  }

  private mutating func readElement(
    _ shape: LayerShape, _ reader: inout JSONReader, _ line: Bytes, _ text: Text, _ map: OffsetMap
  ) throws(RecordFault) {
    let groups = shape.groups
    let at = reader.offset
    var copy = reader
    element.range = copy.skip()
    element.spans.removeAll(keepingCapacity: true)
    element.places.removeAll(keepingCapacity: true)
    guard reader.enterObject() else { throw Self.fault(shape, at, "has an element that is not an object") }
    var starts = [Int?](repeating: nil, count: groups.count)
    var ends = starts
    var places = [(start: Range<Int>?, end: Range<Int>?, text: Range<Int>?)](
      repeating: (nil, nil, nil), count: groups.count)
    while let key = reader.nextKey() {
      var copy = reader
      let value = copy.skip()
      for (k, group) in groups.enumerated() {
        if reader.key(key, is: group.start) {
          starts[k] = reader.readInt()
          places[k].start = value
        } else if reader.key(key, is: group.end) {
          ends[k] = reader.readInt()
          places[k].end = value
        } else if let name = group.text, reader.key(key, is: name) {
          places[k].text = value
        } else {
          continue
        }
        break
      }
      reader = copy
    }
    for (k, group) in groups.enumerated() {
      guard let start = starts[k], let end = ends[k], let startPlace = places[k].start, let endPlace = places[k].end
      else {
        throw Self.fault(shape, at, "has an element without whole numbers '\(group.start)' and '\(group.end)'")
      }
      guard group.text == nil || places[k].text != nil else {
        throw Self.fault(shape, at, "has an element without '\(group.text ?? "")'")
      }
      element.places.append((startPlace, endPlace, places[k].text))
      if group.isOptional, start == -1, end == -1 {
        element.spans.append(nil)
        continue
      }
      let span = try span(start, end, shape, startPlace.lowerBound, text, map)
      if let place = places[k].text { try check(span, start, place, shape, line, text) }
      element.spans.append(span)
    }
  }

  private func span(
    _ start: Int, _ end: Int, _ shape: LayerShape, _ at: Int, _ text: Text, _ map: OffsetMap
  ) throws(RecordFault) -> Span {
    do {
      let span = Span(try map.byte(of: start, in: text), try map.byte(of: end, in: text))
      if span.start <= span.end { return span }
      throw Self.fault(shape, at, "is stale: a span ends at \(end), before it starts at \(start)")
    } catch let fault as RecordFault {
      throw fault
    } catch OffsetError.outside(let offset, let length) {
      throw Self.fault(shape, at, "is stale: offset \(offset) lies outside the text, which has \(length)")
    } catch OffsetError.insideCodePoint(let offset) {
      throw Self.fault(shape, at, "is stale: offset \(offset) lies inside a character")
    } catch {
      throw Self.fault(shape, at, "is stale")
    }
  }

  /// The checksum.
  private mutating func check(
    _ span: Span, _ offset: Int, _ place: Range<Int>, _ shape: LayerShape, _ line: Bytes, _ text: Text
  ) throws(RecordFault) {
    var reader = JSONReader(line, at: place)
    guard reader.readString(into: &string) else {
      throw Self.fault(shape, place.lowerBound, "has an element whose covered text is not a string")
    }
    if text[span].elementsEqual(string) { return }
    throw Self.fault(
      shape, place.lowerBound,
      "is stale: at offset \(offset) it says \(Self.excerpt(string[...])), the text says \(Self.excerpt(text[span]))")
  }

  /// The first characters of some text in quotation marks.
  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes.prefix(200), as: UTF8.self)
    return text.count > 40 ? "'\(text.prefix(40))…'" : "'\(text)'"
  }

  static func fault(_ shape: LayerShape, _ at: Int, _ reason: String) -> RecordFault {
    RecordFault(
      isWellFormed: true, column: at + 1, "layer '\(shape.rawValue)' \(reason); run the tool that makes it again")
  }
}
