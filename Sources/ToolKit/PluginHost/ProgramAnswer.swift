import JSONLines
import Language
import TextModel

/// Reads the answer of a program to one question.
enum ProgramAnswer {
  /// The number of the question an answer is to; nil where the line is no answer.
  static func number(_ line: Bytes, _ scanner: inout Scanner, _ members: inout [Member]) -> Int? {
    guard (try? scanner.scan(line, into: &members)) != nil, case .one(let place) = members.search("n".utf8, in: line)
    else { return nil }
    var reader = JSONReader(line, at: members[place].value)
    return reader.readInt()
  }

  /// What the answer says of `text`.
  ///
  /// - Throws: a fault of the record, exit 69, where spans lie outside the text, overlap or lack what they need.
  static func suggestions(_ line: Bytes, _ hello: ProgramHello, _ text: Text) throws(RecordFault) -> Suggestions {
    var found = Suggestions()
    var map = OffsetMap()
    var isBuilt = false
    var members: [Member] = []
    var scanner = Scanner()
    guard (try? scanner.scan(line, into: &members)) != nil else { throw fault(hello, "did not answer in JSON") }
    for member in members {
      let layer: Layer
      switch hello.kind {
      case .edits where member.isNamed(Name.edits, in: line): layer = .edits
      case .edits where member.isNamed(Name.suspects, in: line): layer = .suspects
      case .spans where member.isNamed(Name.spans, in: line): layer = .spans
      default: continue
      }
      if !isBuilt {
        map.build(over: text, unit: .codePoints)
        isBuilt = true
      }
      var reader = JSONReader(line, at: member.value)
      guard reader.enterArray() else { throw fault(hello, "answered '\(layer.rawValue)' that is not an array") }
      while reader.nextElement() {
        try readElement(layer, &reader, hello, text, map, &found)
      }
    }
    found.edits.sort { $0.span < $1.span }
    found.mentions.sort { $0.span < $1.span }
    for k in found.edits.indices.dropFirst() where found.edits[k - 1].span.end > found.edits[k].span.start {
      throw fault(hello, "answered edits that overlap")
    }
    for k in found.mentions.indices.dropFirst() where found.mentions[k - 1].span.end > found.mentions[k].span.start {
      throw fault(hello, "answered spans that overlap")
    }
    return found
  }

  private enum Layer: String { case edits, suspects, spans }

  private static func readElement(
    _ layer: Layer, _ reader: inout JSONReader, _ hello: ProgramHello, _ text: Text, _ map: OffsetMap,
    _ found: inout Suggestions
  ) throws(RecordFault) {
    guard reader.enterObject() else {
      throw fault(hello, "answered '\(layer.rawValue)' with something that is not an object")
    }
    var start: Int?
    var end: Int?
    var score = 1.0
    var now: [UInt8]?
    var strings: [String: String] = [:]
    while let key = reader.nextKey() {
      if reader.key(key, is: "start") {
        start = reader.readInt()
      } else if reader.key(key, is: "end") {
        end = reader.readInt()
      } else if reader.key(key, is: "score") {
        score = min(max(reader.readDouble() ?? 1, 0), 1)
      } else if reader.key(key, is: "now") {
        var bytes: [UInt8] = []
        now = reader.readString(into: &bytes) ? bytes : nil
      } else {
        if let name = stringMember(reader, key) { strings[name] = reader.readString() } else { reader.skip() }
      }
    }
    guard let start, let end, let first = try? map.byte(of: start, in: text),
      let last = try? map.byte(of: end, in: text),
      first <= last
    else {
      throw fault(
        hello,
        "points outside the text: \(start.map(String.init) ?? "no start") to \(end.map(String.init) ?? "no end") of \(map.length)"
      )
    }
    let span = Span(first, last)
    switch layer {
    case .edits:
      guard let now else { throw fault(hello, "answered an edit without a string 'now'") }
      let confidence: Confidence = strings["confidence"] == "safe" ? .safe : .likely
      found.edits.append(Suggestions.Replacement(span: span, bytes: now, confidence: confidence))
    case .suspects:
      found.suspects.append(
        Suspect(
          span: span, label: strings["label"] ?? hello.id, suggestion: strings["suggestion"] ?? "",
          reason: strings["reason"] ?? hello.summary, by: hello.id))
    case .spans:
      guard let label = strings["label"], !label.isEmpty, !span.isEmpty else {
        throw fault(hello, "answered a span without a label, or an empty one")
      }
      found.mentions.append(
        Mention(
          span: span, label: label, name: strings["name"] ?? "", ref: strings["ref"] ?? "", score: score, by: hello.id))
    }
  }

  private static func stringMember(_ reader: JSONReader, _ key: Range<Int>) -> String? {
    if reader.key(key, is: "label") { return "label" }
    if reader.key(key, is: "name") { return "name" }
    if reader.key(key, is: "ref") { return "ref" }
    if reader.key(key, is: "reason") { return "reason" }
    if reader.key(key, is: "suggestion") { return "suggestion" }
    return reader.key(key, is: "confidence") ? "confidence" : nil
  }

  private static func fault(_ hello: ProgramHello, _ reason: String) -> RecordFault {
    RecordFault(isWellFormed: true, status: .unavailable, "plugin \(hello.id) \(reason)")
  }
}

/// Names of members, as bytes.
private enum Name {
  static let edits = Array("edits".utf8)
  static let spans = Array("spans".utf8)
  static let suspects = Array("suspects".utf8)
}
