import ReferenceJSON

/// The scanner, the string codec and the pull reader against the slow reference reader, on any bytes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSON(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let line = Array(UnsafeBufferPointer(start: start, count: count))
  // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
  if let fault = Comparison.disagreement(over: line) { fatalError(fault) }
  return 0
}
