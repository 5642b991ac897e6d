import Language
import ReferenceSentences
import TextModel

/// libFuzzer calls from one thread.
nonisolated(unsafe) private let check = SentenceCheck()

/// Any text, in a few languages, through all rules and none: the invariant of sentences, and ICU where no rule runs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzSegment(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let languages: [LanguageTag] = ["en", "de", "ru", "hy", "zh", "fr", "ar", "und"]
  let language = languages[Int(start[0]) % languages.count]
  // What is no UTF-8 becomes U+FFFD: texts are valid by the time rules see them.
  let text = Text(String(decoding: UnsafeBufferPointer(start: start + 1, count: count - 1), as: UTF8.self))
  if let fault = check.fault(in: text, language: language) { fatalError(fault) }
  return 0
}
