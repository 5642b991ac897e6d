import Language
import TextModel

/// `-r`: what an annotator found, as lines of text.
enum RawForm {
  /// segment: one sentence a line, line ends inside it as spaces.  tag-entities: label, text and name.
  /// extract-quotes: speaker and quotation.  Columns are separated by tabs; tabs, line ends and backslashes in them are escaped.
  static func write(_ document: Document, _ layer: AnnotateStage.Layer, into output: inout [UInt8]) {
    let text = document.text
    switch layer {
    case .sentences:
      for span in document.sentences ?? [] {
        for byte in text[span] { output.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte) }
        output.append(0x0A)
      }
    case .entities:
      for mention in document.mentions ?? [] {
        cell(mention.label.utf8, &output)
        output.append(0x09)
        cell(text[mention.span], &output)
        output.append(0x09)
        cell(mention.name.utf8, &output)
        output.append(0x0A)
      }
    case .quotes:
      for quotation in document.quotations ?? [] {
        cell(quotation.speaker.utf8, &output)
        output.append(0x09)
        cell(text[quotation.span], &output)
        output.append(0x0A)
      }
    }
  }

  private static func cell(_ text: some Sequence<UInt8>, _ output: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x09: output.append(contentsOf: "\\t".utf8)
      case 0x0A: output.append(contentsOf: "\\n".utf8)
      case 0x0D: output.append(contentsOf: "\\r".utf8)
      case UInt8(ascii: "\\"): output.append(contentsOf: "\\\\".utf8)
      default: output.append(byte)
      }
    }
  }
}
