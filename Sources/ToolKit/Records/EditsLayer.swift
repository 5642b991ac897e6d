import JSONLines
import TextModel

/// Reads the `edits` of a record: the way from the original text to the present one.
struct EditsLayer {
  private var history = EditHistory()
  private var was: [UInt8] = []
  private var now: [UInt8] = []

  /// The script from the original to the present text.
  var script: EditScript { history.script }
  /// The text as it was before any rewriter.
  var original: [UInt8] { history.original }

  /// - Throws: a fault where the edits do not fit the text: another program changed it, and nothing can be composed or
  ///   undone.
  mutating func read(_ line: Bytes, _ value: Range<Int>, present: Text, map: OffsetMap) throws(RecordFault) {
    history.removeAll()
    var reader = JSONReader(line, at: value)
    guard reader.enterArray() else { throw LayerReader.fault(.edits, value.lowerBound, "is not an array") }
    while reader.nextElement() {
      let at = reader.offset
      guard reader.enterObject() else {
        throw LayerReader.fault(.edits, at, "has an element that is not an object")
      }
      try readEdit(&reader, at, present, map)
    }
    history.finish(present: present)
  }

  private mutating func readEdit(
    _ reader: inout JSONReader, _ at: Int, _ present: Text, _ map: OffsetMap
  ) throws(RecordFault) {
    var start: Int?
    var end: Int?
    var by: String?
    var confidence: Confidence?
    var hasWas = false
    var hasNow = false
    while let key = reader.nextKey() {
      if reader.key(key, is: "start") {
        start = reader.readInt()
      } else if reader.key(key, is: "end") {
        end = reader.readInt()
      } else if reader.key(key, is: "was") {
        hasWas = reader.readString(into: &was)
      } else if reader.key(key, is: "now") {
        hasNow = reader.readString(into: &now)
      } else if reader.key(key, is: "by") {
        by = reader.readString()
      } else if reader.key(key, is: "confidence") {
        let name = reader.readString()
        confidence = Confidence.allCases.first { "\($0.name)" == name }
      } else {
        reader.skip()
      }
    }
    guard let start, let end, hasWas, hasNow, let by, let confidence else {
      throw LayerReader.fault(.edits, at, "has an edit without all of start, end, was, now, by and confidence")
    }
    guard let first = try? map.byte(of: start, in: present), let last = try? map.byte(of: end, in: present),
      first <= last
    else {
      throw RecordFault(
        isWellFormed: true, column: at + 1,
        "layer 'edits' does not fit the text: an edit at \(start) to \(end) lies outside it; another program changed the text"
      )
    }
    let author = history.author(named: by)
    do {
      try history.add(Span(first, last), was: was, now: now, by: author, confidence, present: present)
    } catch {
      throw RecordFault(
        isWellFormed: true, column: at + 1,
        "layer 'edits' does not fit the text at offset \(start); another program changed the text, and its edits can be neither undone nor gone on with; remove the member to begin anew"
      )
    }
  }
}
