import Language
import TextModel

/// E-mail addresses.
///
/// A local part, `@`, and a host name with at least one dot, all ASCII.
public struct EmailAddress: EntityTagger {
  public let id = "email"
  public let labels = ["EMAIL"]
  public init() {}

  public let examples = [
    MentionExample("Write to [desk.editor+news@example.co.uk|EMAIL]."),
    MentionExample("Follow @example, or meet @ the station."),
  ]

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let bytes = document.text.utf8
    var behind = 0
    for at in bytes.indices where bytes[at] == UInt8(ascii: "@") && at >= behind {
      var start = at
      while start > behind, at - start < 64, Self.isLocal(bytes[start - 1]) { start -= 1 }
      while start < at, bytes[start] == UInt8(ascii: ".") { start += 1 }
      var end = at + 1
      var lastDot = 0
      while end < bytes.count, end - at < 254, Self.isHost(bytes[end]) {
        if bytes[end] == UInt8(ascii: ".") { lastDot = end }
        end += 1
      }
      while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") || bytes[end - 1] == UInt8(ascii: "-") {
        end -= 1
        if lastDot >= end { lastDot = bytes[at + 1..<end].lastIndex(of: UInt8(ascii: ".")) ?? 0 }
      }
      guard start < at, lastDot > at + 1, end - lastDot >= 3 else { continue }
      mentions.append(Mention(span: Span(start, end), label: "EMAIL", by: id))
      behind = end
    }
  }

  private static func isHost(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }

  private static func isLocal(_ byte: UInt8) -> Bool {
    isHost(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "%")
  }
}
