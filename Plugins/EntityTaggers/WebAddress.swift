import CTables
import Language
import TextModel

/// Web addresses.
///
/// Anything with a scheme (`https://…`), what starts with `www.`, and host names with a well-known ending
/// (`example.com/page`).  Marks that end a sentence or close a bracket stay outside.
public struct WebAddress: EntityTagger {
  public let id = "url"
  public let labels = ["URL"]
  public init() {}

  public let examples = [
    MentionExample("See [https://example.org/a?b=c#d|URL], or (at [www.example.com/x|URL])."),
    MentionExample("“[www.example.org|URL]”, ([https://example.org/Kay_(town)|URL]), [example.de/über|URL]!"),
    MentionExample("Their site, [news.example.com|URL], was down."),
    MentionExample("He came.Then he left.in a hurry: it was a.m. by then."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let bytes = document.text.utf8
    var at = 0
    var behind = 0
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: ":"), at + 3 < bytes.count, bytes[at + 1] == UInt8(ascii: "/"),
        bytes[at + 2] == UInt8(ascii: "/"), let start = Self.scheme(bytes, at, behind)
      {
        behind = add(bytes, start, &mentions)
        at = behind
      } else if bytes[at] == UInt8(ascii: "."), at + 1 < bytes.count, let start = Self.host(bytes, at, behind) {
        behind = add(bytes, start, &mentions)
        at = max(behind, at + 1)
      } else {
        at += 1
      }
    }
  }

  private func add(_ bytes: [UInt8], _ start: Int, _ mentions: inout [Mention]) -> Int {
    var end = start
    // A bracket that the address itself opened is its own: `…/Kay_(town)`.
    var openBrackets = 0
    while end < bytes.count {
      let length = Self.isURL(bytes[end]) ? 1 : Self.letter(bytes, end)
      if length == 0 { break }
      if bytes[end] == UInt8(ascii: "(") { openBrackets += 1 }
      if bytes[end] == UInt8(ascii: ")") { openBrackets -= 1 }
      end += length
    }
    while end > start, Self.isClosing(bytes[end - 1]) {
      if bytes[end - 1] == UInt8(ascii: ")") {
        if openBrackets >= 0 { break }
        openBrackets += 1
      }
      end -= 1
    }
    if end > start { mentions.append(Mention(span: Span(start, end), label: "URL", by: id)) }
    return end
  }

  /// Where the scheme before `://` starts.
  private static func scheme(_ bytes: [UInt8], _ colon: Int, _ floor: Int) -> Int? {
    var start = colon
    while start > floor, colon - start < 12, isLetter(bytes[start - 1]) { start -= 1 }
    return colon - start >= 2 && isURL(bytes[colon + 3]) ? start : nil
  }

  /// Where a host name starts whose dot stands at `dot`: `www.`, or a last label that is a known ending.
  private static func host(_ bytes: [UInt8], _ dot: Int, _ floor: Int) -> Int? {
    guard isHost(bytes[dot + 1]), dot > floor, isHost(bytes[dot - 1]) else { return nil }
    let isWeb =
      dot >= 3 && bytes[dot - 1] | 0x20 == UInt8(ascii: "w") && bytes[dot - 2] | 0x20 == UInt8(ascii: "w")
      && bytes[dot - 3] | 0x20 == UInt8(ascii: "w")
    var end = dot + 1
    while end < bytes.count, end - dot < 8, isLetter(bytes[end]) { end += 1 }
    if !isWeb {
      if end < bytes.count, isHost(bytes[end]) || bytes[end] == UInt8(ascii: "@") || bytes[end] >= 0x80 { return nil }
      guard Self.endings.contains(bytes, dot + 1..<end) else { return nil }
    }
    var start = dot
    while start > floor, dot - start < 80, isHost(bytes[start - 1]) || bytes[start - 1] == UInt8(ascii: ".") {
      start -= 1
    }
    if start > 0, bytes[start - 1] == UInt8(ascii: "@") || bytes[start - 1] >= 0x80 && !endsMark(bytes, start) {
      return nil
    }
    return dot - start >= 2 ? start : nil
  }

  private static let endings = Table(ctables_domain_endings())

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isHost(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
  }

  /// Printable ASCII but space, quotation marks, angle brackets and braces.
  private static func isURL(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5C, 0x60, 0x7B, 0x7C, 0x7D: false
    default: byte > 0x20 && byte < 0x7F
    }
  }

  /// Whether a quotation mark or dash, three bytes from E2 80 90 on, ends at `end`: no part of a name.
  private static func endsMark(_ bytes: [UInt8], _ end: Int) -> Bool {
    end >= 3 && bytes[end - 3] == 0xE2 && bytes[end - 2] == 0x80 && 0x90...0xBA ~= bytes[end - 1]
      || end >= 2 && bytes[end - 2] == 0xC2
        && (bytes[end - 1] == 0xAB || bytes[end - 1] == 0xBB || bytes[end - 1] == 0xA0)
  }

  /// The length of a letter beyond ASCII that begins at `at`, of the scripts of Europe and the Near East; 0 where none does.
  private static func letter(_ bytes: [UInt8], _ at: Int) -> Int {
    bytes[at] >= 0xC3 && bytes[at] < 0xE0 && at + 1 < bytes.count ? 2 : 0
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"),
      UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "'"), UInt8(ascii: "*"):
      true
    default: false
    }
  }
}
