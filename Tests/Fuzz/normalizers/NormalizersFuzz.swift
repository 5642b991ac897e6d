import Language
import Normalizers
import TextModel

/// Any text: no rule faults, all proposals are inside the text, and a rule that ran proposes nothing more.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNormalizers(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = Array(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self).utf8)
  for rule in NormalizerCatalog.rules {
    let once = run(rule, text)
    // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
    guard run(rule, once) == once else { fatalError("\(rule.id) does not rest: \(text)") }
  }
  return 0
}

func run(_ rule: any RewriteRule, _ text: [UInt8]) -> [UInt8] {
  let document = Document(Text(validated: text))
  if let trigger = rule.trigger, document.byteClasses.isDisjoint(with: trigger) { return text }
  var proposals = Proposals()
  rule.propose(document, &proposals)
  var script = EditScript()
  let author = script.author(named: rule.id)
  for entry in proposals.entries {
    guard document.text.isBoundary(entry.before.start), document.text.isBoundary(entry.before.end) else {
      // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
      fatalError("\(rule.id) proposes inside a code point")
    }
    script.append(entry.before, proposals.bytes[entry.replacement], by: author, entry.confidence)
  }
  script.seal(over: text, keepingForm: true)
  return script.applied(to: text)
}
