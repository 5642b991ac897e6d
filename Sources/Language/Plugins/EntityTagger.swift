import TextModel

/// A tagger of `tag-entities`: finds mentions of one kind, or of several.
///
/// Pure: the same document gives the same mentions.  A tagger sees neither the mentions of the others nor the labels the
/// user asked for; `EntityTagging` settles overlaps by the order of the catalog.
public protocol EntityTagger: Plugin {
  /// The labels it can give.
  var labels: [String] { get }
  /// Byte classes of which at least one must occur in the text, else the tagger is not called.
  var trigger: ByteClasses? { get }
  /// What it finds, and, in the same texts, what it must leave alone: run by the tests, shown by `--explain`.
  var examples: [MentionExample] { get }

  /// Adds the mentions it finds, in the order of the text, not overlapping one another.
  func tag(_ document: Document, _ mentions: inout [Mention])
}

extension EntityTagger {
  public var trigger: ByteClasses? { nil }
}

/// A text with its mentions marked: `Kay paid [$5 million|MONEY] on [4 July|DATE].`
public struct MentionExample: Sendable, Hashable {
  /// The text with the marks.
  public var marked: String

  public init(_ marked: String) { self.marked = marked }

  /// The text without the marks.
  public var text: String { parsed.text }

  /// The marked spans (bytes of `text`) with their labels.
  public var mentions: [(span: Span, label: String)] { parsed.mentions }

  private var parsed: (text: String, mentions: [(span: Span, label: String)]) {
    var bytes: [UInt8] = []
    var mentions: [(span: Span, label: String)] = []
    var start = 0
    var label: [UInt8]?
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "|"): label = []
      case UInt8(ascii: "]"):
        mentions.append((Span(start, bytes.count), String(decoding: label ?? [], as: UTF8.self)))
        label = nil
      default:
        if label == nil { bytes.append(byte) } else { label?.append(byte) }
      }
    }
    return (String(decoding: bytes, as: UTF8.self), mentions)
  }
}
