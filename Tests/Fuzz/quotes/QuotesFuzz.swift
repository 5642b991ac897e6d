import Language
import QuoteFinders
import TextModel

/// The reading of quotation marks and the finding of quotations on any text: no crash, spans inside the text and on boundaries,
/// partners that know each other, the same answer twice.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzQuotes(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let document = Document(text, language: count % 3 == 0 ? "fr" : "en")
  // Sentences and names at made-up places, so that the layers are used as well.
  if count % 2 == 0 {
    let paragraphs = document.paragraphs
    document.sentences = paragraphs
    document.mentions = document.words.filter { $0.startsWithCapital }.map {
      Mention(span: $0.span, label: $0.count % 2 == 0 ? "PER" : "ORG", by: "fuzz")
    }
  }
  let finding = QuoteFinding(
    selection: PluginSelection(modes: ["nested-quotation": .fix]), kinds: Set(Quotation.Kind.allCases))
  finding.annotate(document)
  let found = document.quotations
  var before = 0
  for quotation in found ?? [] {
    let spans = [quotation.span, quotation.speakerSpan, quotation.cue].compactMap { $0 }
    for span in spans {
      // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
      guard span.start < span.end, span.end <= document.text.count, document.text.isBoundary(span.start),
        document.text.isBoundary(span.end)
      else { fatalError("a span outside the text or inside a character: \(span)") }
    }
    guard quotation.span.start >= before else { fatalError("quotations out of order") }
    before = quotation.span.start
  }
  let reading = document.quotationMarks
  for (index, mark) in reading.marks.enumerated() where mark.partner >= 0 {
    let other = reading.marks[Int(mark.partner)]
    switch mark.role {
    case .opener: guard other.role == .closer, Int(other.partner) == index else { fatalError("a pair that is none") }
    case .closer: guard other.role == .opener else { fatalError("a closer of no opener") }
    default: break
    }
  }
  for missing in reading.missing {
    guard document.text.isBoundary(missing.offset) else { fatalError("a lost mark inside a character") }
  }
  finding.annotate(document)
  guard document.quotations == found else { fatalError("another answer the second time") }
  return 0
}
