import CTables
import Language
import TextModel

/// Decodes HTML character references left in plain text: `&eacute;` becomes `é`, `&amp;amp;` becomes `&`.
///
/// References that end in a semicolon are decoded, named (those of the HTML standard), decimal and hexadecimal, also when escaped several times over;
/// numbers from 128 to 159 mean windows-1252, as in browsers.  Names in capitals are understood for Latin letters (`P&EACUTE;REZ`).
/// A text with markup keeps its references, since they mean something there; so does a reference in quotation marks or backticks, which is code.
public struct HtmlEntity: RewriteRule {
  public let id = "html-entity"
  public let trigger: ByteClasses? = .reference

  public let fixes = [
    RewriteExample("Caf&eacute; &amp;amp; bar", "Café & bar"),
    RewriteExample("&#8220;Yes&#x201D;, &#150; it&#39;s", "“Yes”, – it's"),
    RewriteExample("P&EACUTE;REZ, STRA&SZLIG;E", "PÉREZ, STRASSE"),
    RewriteExample("1 &lt; 2 &amp;gt; 0", "1 < 2 > 0"),
  ]
  public let leavesAlone = [
    "<p>Caf&eacute;</p>", "AT&T; &bogus; &copy 2024 this&not that", "write `&amp;` or \"&lt;\" for it", "a&b;c",
    "&#xD800; &#0; &#99999999;",
  ]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    if document.byteClasses.contains(.angle), Self.hasMarkup(bytes) { return }
    var replacement: [UInt8] = []
    var at = 0
    while let ampersand = ByteSearch.first(UInt8(ascii: "&"), in: bytes, from: at) {
      at = ampersand
      replacement.removeAll(keepingCapacity: true)
      guard let end = Self.decode(bytes, at, into: &replacement), !Self.isQuoted(bytes, at, end) else {
        at += 1
        continue
      }
      proposals.replace(Span(at, end), with: replacement, .safe)
      at = end
    }
  }

  /// Whether a tag, a comment or a declaration starts anywhere.
  private static func hasMarkup(_ bytes: [UInt8]) -> Bool {
    for at in bytes.indices.dropLast() where bytes[at] == UInt8(ascii: "<") {
      let next = bytes[at + 1]
      if next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
        || next | 0x20 >= UInt8(ascii: "a") && next | 0x20 <= UInt8(ascii: "z")
      {
        return true
      }
    }
    return false
  }

  /// Whether quotation marks or backticks stand right before and behind: `"&lt;"` speaks of the reference itself.
  private static func isQuoted(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard start > 0, end < bytes.count, bytes[start - 1] == bytes[end] else { return false }
    return bytes[end] == 0x22 || bytes[end] == 0x27 || bytes[end] == 0x60
  }

  /// Decodes the reference at `start`, again and again while the result is the `&` of another; appends what it means, and tells
  /// where it ends.
  private static func decode(_ bytes: [UInt8], _ start: Int, into result: inout [UInt8]) -> Int? {
    guard var end = decodeOnce(bytes, start, into: &result) else { return nil }
    while result.count == 1, result[0] == UInt8(ascii: "&") {
      // What follows is read as if the & stood right before it.
      var inner: [UInt8] = []
      guard let next = decodeOnce(bytes, end - 1, into: &inner) else { break }
      result = inner
      end = next
    }
    return end
  }

  /// The longest name of the standard has 31 letters.
  private static let longest = 33

  private static func decodeOnce(
    _ bytes: [UInt8], _ start: Int, into result: inout [UInt8]
  ) -> Int? {
    let first = start + 1
    var end = first
    while end < bytes.count, end - first < longest, isNameByte(bytes[end]) { end += 1 }
    guard end < bytes.count, bytes[end] == UInt8(ascii: ";"), end > first else { return nil }
    if bytes[first] == UInt8(ascii: "#") {
      guard let scalar = number(bytes[(first + 1)..<end]) else { return nil }
      UTF8Cursor.append(scalar, to: &result)
      return end + 1
    }
    if let row = table.row(bytes, first..<end) {
      append(row, to: &result)
      return end + 1
    }
    return shouted(bytes, first..<end, into: &result) ? end + 1 : nil
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "#")
  }

  /// A number of the standard's range, windows-1252 for the C1 controls; no controls, no surrogates.
  private static func number(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard let first = digits.first else { return nil }
    let isHex = first | 0x20 == UInt8(ascii: "x")
    let digits = isHex ? digits.dropFirst() : digits
    var value: UInt32 = 0
    guard !digits.isEmpty, digits.count < 8 else { return nil }
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value * (isHex ? 16 : 10) + UInt32(digit - 0x30)
      case 0x41...0x46 where isHex, 0x61...0x66 where isHex: value = value * 16 + UInt32(digit | 0x20) - 0x57
      default: return nil
      }
    }
    if (0x80..<0xA0).contains(value) {
      let windows = WindowsControl.characters[Int(value - 0x80)]
      if windows != 0 { value = windows }
    }
    guard value >= 0x20 || value == 9 || value == 10 || value == 13 else { return nil }
    return Unicode.Scalar(value)
  }

  private static let table = Table(ctables_html_entities())

  private static func append(_ row: Table.Row, to result: inout [UInt8]) {
    for part in row.value.split(separator: 0x20) {
      if let value = UInt32(String(decoding: part, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value) {
        UTF8Cursor.append(scalar, to: &result)
      }
    }
  }

  /// A name in capitals that the standard has in small letters, for a Latin letter or sign.
  private static func shouted(_ bytes: [UInt8], _ name: Range<Int>, into result: inout [UInt8]) -> Bool {
    guard bytes[name].allSatisfy({ (0x41...0x5A).contains($0) }) else { return false }
    let small = bytes[name].map { $0 | 0x20 }
    guard let row = table.row(small, small.indices), row.value.count <= 3,
      let value = UInt32(String(decoding: row.value, as: UTF8.self), radix: 16), let scalar = Unicode.Scalar(value),
      value >= 0xA0, value < 0x250
    else { return false }
    if value == 0xDF {
      result.append(contentsOf: "SS".utf8)
    } else {
      UTF8Cursor.append(scalar.uppercase, to: &result)
    }
    return true
  }
}
