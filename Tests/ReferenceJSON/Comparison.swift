import JSONLines

/// Holds the scanner and the string codec against the reference reader, for any bytes: run by the tests on mutated records
/// and by the fuzzer on whatever it thinks of.
public enum Comparison {
  /// What the two disagree about; nil where they agree.
  public static func disagreement(over line: [UInt8]) -> String? {
    line.withUnsafeBufferPointer { bytes in
      strict(line, bytes) ?? noted(line, bytes) ?? codec(line, bytes)
    }
  }

  private static func strict(_ line: [UInt8], _ bytes: Bytes) -> String? {
    var reference = ReferenceReader(line)
    let expected = reference.read()
    if reference.isTooDeep { return nil }
    var scanner = Scanner()
    do {
      let kind = try scanner.validate(bytes)
      guard let expected else { return "validate accepts what is no JSON" }
      if kind != expected.value.kind { return "validate says \(kind)" }
    } catch {
      if expected != nil { return "validate refuses JSON: \(error.column): \(error.reason)" }
      if error.offset > line.count { return "the column is behind the line" }
      if error.kind == .truncated, error.offset != line.count { return "truncated before its end" }
    }
    var members: [Member] = []
    do {
      try scanner.scan(bytes, into: &members)
    } catch {
      if case .object = expected?.value { return "scan refuses a record: \(error.column): \(error.reason)" }
      return nil
    }
    guard let expected, case .object(let wanted) = expected.value else { return "scan accepts what is no record" }
    return compare(members, wanted, bytes, invalid: .fail)
  }

  /// With bad UTF-8 tolerated, a line must read as its repaired self does.
  private static func noted(_ line: [UInt8], _ bytes: Bytes) -> String? {
    let repaired = Array(String(decoding: line, as: UTF8.self).utf8)
    var reference = ReferenceReader(repaired)
    let expected = reference.read()
    if reference.isTooDeep { return nil }
    var scanner = Scanner(invalidUTF8: .noted)
    var members: [Member] = []
    do {
      try scanner.scan(bytes, into: &members)
    } catch {
      if case .object = expected?.value { return "noting scan refuses: \(error.column): \(error.reason)" }
      return nil
    }
    guard let expected, case .object(let wanted) = expected.value else { return "noting scan accepts too much" }
    if (scanner.invalid == nil) != (repaired == line) { return "bad UTF-8 is not noted rightly" }
    return compare(members, wanted, bytes, invalid: .replace, rangesToo: repaired == line)
  }

  private static func compare(
    _ members: [Member], _ wanted: [(key: ReferenceReader.Text, keyRange: Range<Int>, value: ReferenceReader.Located)],
    _ line: Bytes, invalid: StringCodec.Invalid, rangesToo: Bool = true
  ) -> String? {
    guard members.count == wanted.count else { return "\(members.count) members, not \(wanted.count)" }
    for (member, expected) in zip(members, wanted) {
      if rangesToo, member.key != expected.keyRange { return "key at \(member.key), not \(expected.keyRange)" }
      if rangesToo, member.value != expected.value.range { return "value at \(member.value)" }
      if member.kind != expected.value.value.kind { return "kind \(member.kind)" }
      if let fault = decode(line, member.key, expected.key, invalid) { return "key: \(fault)" }
      if case .string(let text) = expected.value.value, let fault = decode(line, member.value, text, invalid) {
        return "value: \(fault)"
      }
      var reader = JSONReader(line, at: member.value)
      if reader.skip() != member.value { return "the pull reader skips to \(reader.offset)" }
    }
    return nil
  }

  private static func decode(
    _ line: Bytes, _ literal: Range<Int>, _ expected: ReferenceReader.Text, _ invalid: StringCodec.Invalid
  ) -> String? {
    // The way of texts that are known to be UTF-8, too.
    let isUTF8 = String(validating: line[literal], as: UTF8.self) != nil
    for known in isUTF8 ? [false, true] : [false] {
      if let fault = decode(line, literal, expected, invalid, isUTF8: known) { return fault }
    }
    return nil
  }

  private static func decode(
    _ line: Bytes, _ literal: Range<Int>, _ expected: ReferenceReader.Text, _ invalid: StringCodec.Invalid, isUTF8: Bool
  ) -> String? {
    var text: [UInt8] = Array("before".utf8)
    do {
      try StringCodec.decode(line, literal, into: &text, invalid: invalid, isUTF8: isUTF8)
      if invalid == .fail, !expected.isWhole { return "a lone surrogate passes" }
      if Array(text.dropFirst(6)) != expected.repaired { return "decodes to \(text)" }
    } catch {
      if expected.isWhole { return "refused: \(error.reason)" }
      if text.count != 6 { return "half a text is left behind" }
    }
    return nil
  }

  /// Any bytes survive encoding; what is written for UTF-8 is read back by the reference reader.
  private static func codec(_ text: [UInt8], _ bytes: Bytes) -> String? {
    var literal: [UInt8] = []
    StringCodec.encode(bytes, into: &literal)
    var reference = ReferenceReader(literal)
    let isUTF8 = String(validating: text, as: UTF8.self) != nil
    guard case .string(let read)? = reference.read()?.value else { return isUTF8 ? "encode writes no string" : nil }
    if read.repaired != text { return "encode writes another text" }
    return literal.withUnsafeBufferPointer { bytes in
      var back: [UInt8] = []
      guard (try? StringCodec.decode(bytes, 0..<bytes.count, into: &back)) != nil, back == text else {
        return "decode does not give back what encode took"
      }
      return nil
    }
  }
}

extension ReferenceReader.Value {
  /// The kind, as the real reader names it.
  public var kind: ValueKind {
    switch self {
    case .object: .object
    case .array: .array
    case .string: .string
    case .number: .number
    case .true: .true
    case .false: .false
    case .null: .null
    }
  }
}
