import TextModel

/// A rule of `extract-quotes`: finds quotations, or says who speaks.
///
/// The rules run in the order of `QuoteCatalog`: first those that find and class quotations, then those that name
/// speakers, of which the first that knows one decides.  Pure: the same document gives the same quotations.
public protocol QuoteFinder: Plugin {
  /// Texts with the quotations the whole catalog finds in them: run by the tests, shown by `--explain`.
  var examples: [QuoteExample] { get }
}

/// A text with its quotations marked: `[“Go,”|Zoë Kay]` is a quotation and its `speaker`; `[“Go,”|]` one without a known
/// speaker.  What is not marked must not be found (scare quotes and titles do not count as found).
public struct QuoteExample: Sendable, Hashable, ExpressibleByStringLiteral {
  public var marked: String
  public var language: LanguageTag

  public init(_ marked: String, _ language: LanguageTag = .english) {
    self.marked = marked
    self.language = language
  }

  public init(stringLiteral marked: String) { self.init(marked) }

  /// The text without the marks.
  public var text: String { parsed.text }

  /// The marked spans (bytes of `text`) with their speakers.
  public var quotations: [(span: Span, speaker: String)] { parsed.quotations }

  private var parsed: (text: String, quotations: [(span: Span, speaker: String)]) {
    var bytes: [UInt8] = []
    var quotations: [(span: Span, speaker: String)] = []
    var start = 0
    var speaker: [UInt8]?
    for byte in marked.utf8 {
      switch byte {
      case UInt8(ascii: "["): start = bytes.count
      case UInt8(ascii: "|"): speaker = []
      case UInt8(ascii: "]"):
        quotations.append((Span(start, bytes.count), String(decoding: speaker ?? [], as: UTF8.self)))
        speaker = nil
      default:
        if speaker == nil { bytes.append(byte) } else { speaker?.append(byte) }
      }
    }
    return (String(decoding: bytes, as: UTF8.self), quotations)
  }
}
