import CJSONLines

/// What a string literal says that has no meaning in UTF-8.
public struct StringFailure: Error, Sendable {
  public enum Kind: UInt8, Sendable {
    /// `\uD800`…`\uDFFF` without its other half.
    case loneSurrogate
    /// Bytes that are no UTF-8.
    case badUTF8
  }

  public var kind: Kind
  /// Where it stands, in bytes from the start of the line.
  public var offset: Int

  /// What is wrong, in English.
  public var reason: StaticString {
    kind == .loneSurrogate ? "half a surrogate pair without the other half" : "bytes that are not UTF-8"
  }
  public var column: Int { offset + 1 }
}

/// What a decoding put right.
public struct StringRepairs: Sendable, Hashable {
  /// How many U+FFFD were put in.
  public var count = 0
  /// Where the first of them stands in the line, in bytes; nil where there is none.
  public var first: Int?

  public init() {}
}

/// String literals ⇄ their text in UTF-8.
public enum StringCodec {
  /// What to do with lone surrogates and bad UTF-8.
  public enum Invalid: UInt8, Sendable {
    case fail
    /// U+FFFD for each lone surrogate and for each maximal subpart of bad UTF-8 (Unicode 3.9, as browsers do).
    case replace
  }

  /// Appends the text of a literal to `text`.  Linear.
  ///
  /// - Parameters:
  ///   - line: a line that `Scanner` accepted.
  ///   - literal: where the literal stands in it, with its quotation marks.
  ///   - text: gets what the literal says behind what it holds.
  ///   - invalid: under `.fail`, `text` is as it was when an error is thrown.
  ///   - isUTF8: whether the scanner read the line to its end and found nothing but UTF-8: then it is not looked at again.
  @discardableResult
  public static func decode(
    _ line: Bytes, _ literal: Range<Int>, into text: inout [UInt8], invalid: Invalid = .fail, isUTF8: Bool = false
  ) throws(StringFailure) -> StringRepairs {
    precondition(literal.lowerBound >= 0 && literal.upperBound <= line.count && literal.count >= 2)
    let p = line.baseAddress!
    let end = literal.upperBound - 1
    let before = text.count
    var at = literal.lowerBound + 1
    var repairs = StringRepairs()
    while true {
      // U+FFFD is longer than one bad byte: the room is asked for anew behind each repair.
      var fault: StringFailure.Kind?
      text.append(addingCapacity: end - at + 64) { (output: inout OutputSpan<UInt8>) in
        output.withUnsafeMutableBufferPointer { buffer, filled in
          let progress = cjson_decode(p, at, end, buffer.baseAddress! + filled, 0, isUTF8)
          filled += progress.to
          at = progress.from
        }
      }
      if at >= end { return repairs }
      fault = p[at] == UInt8(ascii: "\\") ? .loneSurrogate : .badUTF8
      if invalid == .fail {
        text.removeLast(text.count - before)
        throw StringFailure(kind: fault!, offset: at)
      }
      if repairs.first == nil { repairs.first = at }
      repairs.count += 1
      text.append(0xEF)
      text.append(0xBF)
      text.append(0xBD)
      at += fault == .loneSurrogate ? 6 : cjson_utf8_bad_length(p, at, end)
    }
  }

  /// Whether bytes are well-formed UTF-8.
  public static func isUTF8(_ text: Bytes) -> Bool { text.baseAddress.map { cjson_is_utf8($0, text.count) } ?? true }

  /// Appends `text` as a literal, with its quotation marks, to `line`.
  ///
  /// Only what must be is escaped: `"`, `\` and the C0 controls, in their short form where JSON has one.
  public static func encode(_ text: Bytes, into line: inout [UInt8]) {
    line.append(UInt8(ascii: "\""))
    encodeInner(text, into: &line)
    line.append(UInt8(ascii: "\""))
  }

  public static func encode(_ text: [UInt8], into line: inout [UInt8]) {
    text.withUnsafeBufferPointer { encode($0, into: &line) }
  }

  /// The same without the quotation marks.
  public static func encodeInner(_ text: Bytes, into line: inout [UInt8]) {
    guard let p = text.baseAddress else { return }
    let n = text.count
    var at = 0
    while at < n {
      let room = (n - at) + (n - at) / 8 + 64
      line.append(addingCapacity: room) { (output: inout OutputSpan<UInt8>) in
        output.withUnsafeMutableBufferPointer { buffer, filled in
          let progress = cjson_encode(p, at, n, buffer.baseAddress! + filled, 0, room)
          filled += progress.to
          at = progress.from
        }
      }
    }
  }
}
