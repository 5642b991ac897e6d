import TextModel

/// Edit scripts over any text: undoing gives back the text to the byte, two scripts composed are one after the other, and
/// carried spans stay inside the text, on code points.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEdits(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  var bytes = Supply(bytes: Array(UnsafeBufferPointer(start: start, count: count)))
  let text = bytes.text(upTo: 64)
  let first = bytes.script(over: text)
  let middle = first.applied(to: text)
  let back = first.inverted(over: text)
  demand(back.applied(to: middle) == text, "undone, the text is another")
  demand(back.inverted(over: middle) == first, "undone twice, the script is another")
  let second = bytes.script(over: middle)
  let after = second.applied(to: middle)
  let whole = first.composed(with: second, over: text, through: middle)
  demand(whole.applied(to: text) == after, "composed, the scripts do something else")
  demand(whole.inverted(over: text).applied(to: after) == text, "composed, the scripts cannot be undone")
  demand(whole.growth == after.count - text.count, "the growth is another")
  demand(first.composed(with: back, over: text, through: middle).isEmpty, "there and back leaves something")
  let result = Text(validated: after)
  for _ in 0..<4 {
    let span = bytes.span(in: text)
    guard let carried = whole.carry([span])[0] else { continue }
    demand(
      carried.start <= carried.end && result.isBoundary(carried.start) && result.isBoundary(carried.end),
      "a carried span lies nowhere")
  }
  return 0
}

private func demand(_ condition: Bool, _ complaint: String) {
  // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
  if !condition { fatalError(complaint) }
}

/// The fuzzer's bytes, turned into texts, edits and spans.
private struct Supply {
  var bytes: [UInt8]
  var at = 0

  mutating func next() -> Int {
    defer { at += 1 }
    return at < bytes.count ? Int(bytes[at]) : 0
  }

  mutating func text(upTo most: Int) -> [UInt8] {
    let length = next() % (most + 1)
    let from = min(at, bytes.count)
    at += length
    return Array(String(decoding: bytes[from..<min(from + length, bytes.count)], as: UTF8.self).utf8)
  }

  /// The code point boundary at or before a place.
  private func boundary(_ place: Int, in text: [UInt8]) -> Int {
    var place = min(place, text.count)
    while place < text.count, place > 0, UTF8Cursor.isContinuation(text[place]) { place -= 1 }
    return place
  }

  mutating func span(in text: [UInt8]) -> Span {
    let start = boundary(next(), in: text)
    return Span(start, max(start, boundary(start + next() % 16, in: text)))
  }

  /// Edits in order and apart, sealed.
  mutating func script(over text: [UInt8]) -> EditScript {
    var edits: [Edit] = []
    var from = 0
    for _ in 0..<next() % 5 {
      let start = max(from, boundary(from + next() % 16, in: text))
      let end = max(start, boundary(start + next() % 8, in: text))
      let by = ["a", "b", "a,b"][next() % 3]
      edits.append(Edit(span: Span(start, end), replacement: self.text(upTo: 6), by: by, confidence: .safe))
      from = end + 1
      if from > text.count { break }
      from = max(from, boundary(from + 3, in: text))
    }
    return EditScript(edits, over: text)
  }
}
