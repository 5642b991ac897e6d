import Language
import TextModel

/// Deletes the escape sequences by which programs colour a terminal: `ESC [31m`.
///
/// Recognized are control sequences (`ESC [` … a final byte), operating system commands (`ESC ]` … BEL or `ESC \`) and the
/// two-byte sequences that choose character sets (ECMA-48, xterm).  A sequence that another escape cuts off is deleted as far as it
/// goes, as a terminal would.  Text between them stays.
public struct TerminalEscape: RewriteRule {
  public let id = "terminal-escape"
  public let trigger: ByteClasses? = .control

  public let fixes = [
    RewriteExample("\u{1B}[31;1mfailed\u{1B}[0m: see log", "failed: see log"),
    RewriteExample("\u{1B}]0;title\u{7}prompt", "prompt"),
    RewriteExample("\u{1B}[3\u{1B}[1mbold\u{1B}(\u{1B}[0m", "bold"),
  ]
  public let leavesAlone = ["[31m", "a[0]"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.utf8
    var at = 0
    while at < bytes.count {
      guard bytes[at] == 0x1B, let end = Self.sequence(bytes, at)?.end else {
        at += 1
        continue
      }
      proposals.delete(Span(at, end), .safe)
      at = end
    }
  }

  /// Longer than any sequence that programs write; what runs on is text behind a stray escape.
  static let limit = 256

  /// The end of the sequence that starts with the escape at `start`, or of what was written of it before another escape cut it off;
  /// nil where there is none.
  ///
  /// No escape that stays has another among what is read of it here, so what is deleted behind it completes no sequence.
  static func sequence(_ bytes: [UInt8], _ start: Int) -> (end: Int, isWhole: Bool)? {
    guard start + 1 < bytes.count else { return nil }
    let stop = Swift.min(bytes.count, start + limit)
    var at = start + 2
    switch bytes[start + 1] {
    case 0x1B: return (start + 1, false)
    case UInt8(ascii: "["):
      while at < stop, (0x20...0x3F).contains(bytes[at]) { at += 1 }
      if at < stop, bytes[at] == 0x1B { return (at, false) }
      return at < stop && (0x40...0x7E).contains(bytes[at]) ? (at + 1, true) : nil
    case UInt8(ascii: "]"):
      while at < stop, bytes[at] >= 0x20 { at += 1 }
      if at < stop, bytes[at] == 0x07 { return (at + 1, true) }
      guard at < stop, bytes[at] == 0x1B else { return nil }
      if at + 1 < bytes.count, bytes[at + 1] == UInt8(ascii: "\\") { return (at + 2, true) }
      // Of a command that was cut off no terminal shows anything, but nobody knows that it was one: its text stays.
      return (start + 1, false)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      if at < stop, bytes[at] == 0x1B { return (at, false) }
      return at < stop && (0x30...0x7E).contains(bytes[at]) ? (at + 1, true) : nil
    default: return nil
    }
  }
}
