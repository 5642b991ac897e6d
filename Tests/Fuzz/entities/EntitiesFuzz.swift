import EntityTaggers
import Language
import TextModel

/// Any valid UTF-8: taggers do not fault, their mentions are sorted, apart and on code point boundaries.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEntities(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let document = Document(text, language: .english)
  EntityTagging(selection: PluginSelection()).annotate(document)
  var behind = 0
  for mention in document.mentions ?? [] {
    // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
    guard mention.span.start >= behind, mention.span.end > mention.span.start, mention.span.end <= document.text.count,
      document.text.isBoundary(mention.span.start), document.text.isBoundary(mention.span.end)
    else { fatalError("a mention out of place: \(mention)") }
    behind = mention.span.end
  }
  return 0
}
