import JSONLines
import Language
import TextModel

/// Writes layers that a tool has made.
struct LayerWriter {
  var text: Text
  var map: OffsetMap

  func write(sentences: [Span], into builder: inout JSONBuilder) {
    builder.beginArray()
    var walk = map.walk(over: text)
    for span in sentences {
      builder.object("start", walk.offset(ofByte: span.start), "end", walk.offset(ofByte: span.end))
    }
    builder.endArray()
  }

  func write(mentions: [Mention], into builder: inout JSONBuilder) {
    builder.beginArray()
    for mention in mentions { write(mention: mention, into: &builder) }
    builder.endArray()
  }

  /// One mention, into an array that is open.
  func write(mention: Mention, into builder: inout JSONBuilder) {
    builder.beginObject()
    offsets(mention.span, into: &builder)
    builder.key("label")
    builder.string(mention.label)
    builder.key("text")
    builder.string(text[mention.span])
    builder.key("name")
    builder.string(mention.name)
    builder.key("ref")
    builder.string(mention.ref)
    builder.key("score")
    builder.fixed(mention.score, digits: 2)
    builder.key("by")
    builder.string(mention.by)
    builder.endObject()
  }

  func write(quotations: [Quotation], into builder: inout JSONBuilder) {
    builder.beginArray()
    for quotation in quotations {
      builder.beginObject()
      offsets(quotation.span, into: &builder)
      builder.key("text")
      builder.string(text[quotation.span])
      builder.key("kind")
      builder.string(quotation.kind.rawValue)
      builder.key("speaker")
      builder.string(quotation.speaker)
      builder.key("speaker_start")
      builder.int(quotation.speakerSpan.map { map.offset(ofByte: $0.start, in: text) } ?? -1)
      builder.key("speaker_end")
      builder.int(quotation.speakerSpan.map { map.offset(ofByte: $0.end, in: text) } ?? -1)
      builder.key("speaker_text")
      builder.string(text[quotation.speakerSpan ?? Span(0, 0)])
      builder.key("cue")
      builder.string(text[quotation.cue ?? Span(0, 0)])
      builder.key("cue_start")
      builder.int(quotation.cue.map { map.offset(ofByte: $0.start, in: text) } ?? -1)
      builder.key("cue_end")
      builder.int(quotation.cue.map { map.offset(ofByte: $0.end, in: text) } ?? -1)
      builder.key("by")
      builder.string(quotation.by)
      builder.endObject()
    }
    builder.endArray()
  }

  /// Suspects and, between them, others that are written already: both sorted by span.  `empty` empties the builder when there
  /// is much in it.
  func write(
    suspects: SuspectList, among others: [ForeignSuspect], into builder: inout JSONBuilder,
    empty: (inout JSONBuilder) -> Void
  ) {
    builder.beginArray()
    var k = 0
    for suspect in suspects {
      makeRoom(&builder, empty)
      while k < others.count, others[k].span < suspect.span {
        builder.raw(others[k].json)
        k += 1
      }
      write(suspect: suspect, into: &builder)
    }
    for other in others[k...] { builder.raw(other.json) }
    builder.endArray()
  }

  /// Empties a builder with much in it, before the next element of its array.
  private func makeRoom(_ builder: inout JSONBuilder, _ empty: (inout JSONBuilder) -> Void) {
    guard builder.bytes.count > BatchResult.pieceLength else { return }
    builder.literal(",")
    empty(&builder)
  }

  /// One suspect, into an array that is open.
  private func write(suspect: Suspect, into builder: inout JSONBuilder) {
    builder.beginObject()
    offsets(suspect.span, into: &builder)
    builder.literal(",\"label\":")
    builder.string(suspect.label)
    builder.literal(",\"text\":")
    builder.string(text[suspect.span])
    builder.literal(",\"suggestion\":")
    builder.string(suspect.suggestion)
    builder.literal(",\"reason\":")
    builder.string(suspect.reason)
    builder.literal(",\"by\":")
    builder.string(suspect.by)
    builder.endObject()
  }

  /// The way from `original` to the text, in a builder that `empty` empties when there is much in it.
  func write(
    edits script: EditScript, original: [UInt8], into builder: inout JSONBuilder, empty: (inout JSONBuilder) -> Void
  ) {
    builder.beginArray()
    for entry in script.entries {
      makeRoom(&builder, empty)
      builder.beginObject()
      offsets(entry.after, into: &builder)
      builder.literal(",\"was\":")
      builder.string(original[entry.before.range])
      builder.literal(",\"now\":")
      builder.string(script.replacement(of: entry))
      builder.literal(",\"by\":")
      builder.string(script.author(of: entry))
      builder.literal(",\"confidence\":")
      builder.string(entry.confidence.name)
      builder.endObject()
    }
    builder.endArray()
  }

  private func offsets(_ span: Span, into builder: inout JSONBuilder) {
    builder.literal("\"start\":")
    builder.int(map.offset(ofByte: span.start, in: text))
    builder.literal(",\"end\":")
    builder.int(map.offset(ofByte: span.end, in: text))
  }
}
