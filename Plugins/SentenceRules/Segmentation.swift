import Language
import TextModel

/// Cuts documents into sentences: fills in `document.sentences`.
public final class Segmentation: Annotator {
  let newlines: NewlineMode

  public init(selection: PluginSelection, newlines: NewlineMode) {
    self.newlines = newlines
  }

  public func annotate(_ document: Document) {
    let bytes = document.text.utf8
    var sentences: [Span] = []
    var start = 0
    var at = 0
    func add(_ end: Int) {
      var first = start
      var last = end
      while first < last, bytes[first] <= 0x20 { first += 1 }
      while last > first, bytes[last - 1] <= 0x20 { last -= 1 }
      if first < last { sentences.append(Span(first, last)) }
      start = end
    }
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == 0x0A {
        add(at)
      } else if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!"),
        at < bytes.count, bytes[at] == 0x20
      {
        add(at)
      }
    }
    add(bytes.count)
    document.sentences = sentences
  }
}
