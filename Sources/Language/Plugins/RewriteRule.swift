import TextModel

/// A rule of one of the two rewriters: sees a document, proposes edits and suspects.
///
/// Pure: the same document gives the same proposals.  Idempotent: on a text to which its edits were applied it proposes
/// none.  All rules of a round see one text; none sees another's proposals.
public protocol RewriteRule: Plugin {
  /// Byte classes of which at least one must occur in the text, else the rule is not called.
  var trigger: ByteClasses? { get }

  /// Bytes that stand in every text for which the rule could propose anything; empty where there are none such.
  var literal: [UInt8] { get }

  /// Whether the rule never proposes an edit: it is then asked once, when the others are done.
  var onlyDoubts: Bool { get }

  /// Whether the rules behind it wait for the next round where it proposes edits: there the text is not yet what they are for.
  var othersWait: Bool { get }

  /// Examples of what the rule repairs: run by the tests, shown by `--explain`.
  var fixes: [RewriteExample] { get }
  /// Examples of what it must leave alone.
  var leavesAlone: [String] { get }

  /// Adds what the rule would change or doubts.
  func propose(_ document: Document, _ proposals: inout Proposals)

  /// The rule itself where it is one for words: a cast would look through all conformances of the program, for each rule.
  var asWordRule: (any WordRule)? { get }
}

extension RewriteRule {
  public var trigger: ByteClasses? { nil }
  public var literal: [UInt8] { [] }
  public var onlyDoubts: Bool { false }
  public var othersWait: Bool { false }
  public var asWordRule: (any WordRule)? { nil }
}

/// A text before and after one rule.
public struct RewriteExample: Sendable, Hashable {
  public var before: String
  public var after: String

  public init(_ before: String, _ after: String) {
    self.before = before
    self.after = after
  }
}

/// What the rules of one round propose, kept flat so that a worker reuses the memory.
///
/// Edits of one `together` block win or lose as one.
public struct Proposals {
  /// One proposed replacement: its author is the place of the rule in the catalog.
  public typealias Entry = EditScript.Entry

  public private(set) var entries: [Entry] = []
  public private(set) var bytes: [UInt8] = []
  /// Room for `bytes` in another order.
  private var ordered: [UInt8] = []
  public private(set) var suspects = SuspectList()
  /// Whose proposals are being added: set by the engine before each call.
  public var rule = 0
  public var ruleID = ""
  /// The ids of all rules by their places, for an engine that would not set `ruleID` before each call.
  public var ruleIDs: [String] = []
  var group = 0
  var isTogether = false

  public init() {}

  /// Why a rule could not do its work; the record is treated as bad.
  public private(set) var failure: String?

  /// Says that the rule could not do its work on this text.
  public mutating func fail(_ reason: String) {
    if failure == nil { failure = reason }
  }

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    if failure != nil { failure = nil }
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    if !suspects.isEmpty { suspects.removeAll() }
    group = 0
  }

  /// Takes over the memory of an empty script that has more of it, so that nobody holds two lists of a million edits.
  public mutating func reuse(_ script: inout EditScript) {
    if script.entries.capacity > entries.capacity { script.take(&entries, &bytes) }
  }

  /// Gives the edits to an empty script, as they lie: they must be in the order of the text, and disjoint.
  public mutating func give(to script: inout EditScript) {
    layOut()
    script.take(&entries, &bytes)
  }

  /// Sorts the edits; those of which neither comes before the other stay as they are.
  public mutating func sort(by isBefore: (Entry, Entry) -> Bool) {
    entries.sortUnlessSorted(by: isBefore)
  }

  /// Leaves only some edits, given by their places in the order of the text, and puts them in it.
  public mutating func keep(_ places: [UInt32]) {
    var isKept = [Bool](repeating: false, count: entries.count)
    for place in places { isKept[Int(place)] = true }
    var place = -1
    entries.removeAll { _ in
      place += 1
      return !isKept[place]
    }
    sort { $0.before < $1.before }
  }

  /// Puts the replacements behind one another, in the order of the edits.
  private mutating func layOut() {
    var filled = 0
    let isInOrder = entries.allSatisfy { entry in
      defer { filled = entry.replacement.upperBound }
      return entry.replacement.lowerBound == filled
    }
    if isInOrder, filled == bytes.count { return }
    ordered.removeAll(keepingCapacity: true)
    for place in entries.indices {
      let start = ordered.count
      ordered.append(contentsOf: bytes[entries[place].replacement])
      entries[place].replacement = start..<ordered.count
    }
    swap(&ordered, &bytes)
  }

  /// Proposes that `replacement` (valid UTF-8) stand in place of `span`.
  public mutating func replace(_ span: Span, with replacement: some Collection<UInt8>, _ confidence: Confidence) {
    let start = bytes.count
    bytes.append(contentsOf: replacement)
    add(span, start, confidence)
  }

  // The two below are the hot ones: a generic function of another module is not specialized.

  public mutating func replace(_ span: Span, with replacement: [UInt8], _ confidence: Confidence) {
    replacement.withUnsafeBufferPointer { replace(span, with: $0, confidence) }
  }

  public mutating func replace(
    _ span: Span, with replacement: UnsafeBufferPointer<UInt8>, _ confidence: Confidence
  ) {
    let start = bytes.count
    bytes.append(short: replacement)
    add(span, start, confidence)
  }

  /// Adds an edit whose replacement lies in `bytes` from `start` to the end.
  private mutating func add(_ span: Span, _ start: Int, _ confidence: Confidence) {
    if !isTogether { group += 1 }
    if bytes.count > EditScript.limit { return failTooLong() }
    entries.append(Entry(span, start..<bytes.count, by: rule, confidence, afterStart: group))
  }

  /// Says that the text would be longer than can be held; what has no place is forgotten.
  public mutating func failTooLong() {
    bytes.removeLast(max(0, bytes.count - EditScript.limit))
    fail("with what the rules put in place the text would be longer than 2 GiB")
  }

  public mutating func replace(_ span: Span, with replacement: StaticString, _ confidence: Confidence) {
    replace(
      span, with: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount), confidence)
  }

  /// Proposes changes of form.  They can be as many as letters.
  public mutating func replace(_ changes: Normalizer.Changes, _ confidence: Confidence) {
    var start = bytes.count
    bytes.append(contentsOf: changes.replacements)
    if bytes.count > EditScript.limit { return failTooLong() }
    entries.append(addingCapacity: changes.count) { (output: inout OutputSpan<Entry>) in
      for index in 0..<changes.count {
        let end = start + changes.replacementLength(index)
        if !isTogether { group += 1 }
        output.append(
          Entry(changes.span(index), start..<end, by: rule, confidence, afterStart: group))
        start = end
      }
    }
  }

  public mutating func delete(_ span: Span, _ confidence: Confidence) {
    replace(span, with: EmptyCollection<UInt8>(), confidence)
  }

  public mutating func insert(_ replacement: StaticString, at offset: Int, _ confidence: Confidence) {
    replace(Span(offset, offset), with: replacement, confidence)
  }

  /// Proposes several edits that make sense only as one, as sure as the least sure of them.
  public mutating func together(_ body: (inout Proposals) -> Void) {
    group += 1
    isTogether = true
    let first = entries.count
    body(&self)
    isTogether = false
    let lowest = entries[first...].lazy.map(\.confidence).min()
    for k in entries.indices[first...] { entries[k].confidence = lowest ?? .likely }
  }

  /// Puts the suspects in the order of the text.
  public mutating func sortSuspects() { suspects.sort() }

  /// Tells of a doubt without touching the text.
  public mutating func flag(_ span: Span, label: String, reason: String, suggestion: String = "") {
    suspects.append(Suspect(span: span, label: label, suggestion: suggestion, reason: reason, by: author))
  }

  var author: String { ruleIDs.isEmpty ? ruleID : ruleIDs[rule] }
}

extension Proposals {
  /// Turns the edits that a rule has just proposed into suspects: all of them, or those below a confidence.
  public mutating func demote(rule: Int, below level: Confidence?, in text: Text, _ reason: String) {
    guard entries.last?.author == rule else { return }
    var kept = entries.count
    while kept > 0, entries[kept - 1].author == rule { kept -= 1 }
    let proposed = Array(entries[kept...])
    entries.removeLast(proposed.count)
    for entry in proposed {
      if let level, entry.confidence >= level {
        entries.append(entry)
        continue
      }
      // An insertion has no extent of its own: what is doubted is the code point before it, else the one behind it.
      var span = entry.before
      if span.isEmpty {
        if span.start > 0 {
          span.start = text.index(before: span.start)
        } else if span.end < text.count {
          span.end = text.index(after: span.end)
        }
      }
      let suggestion =
        String(decoding: text[Span(span.start, entry.before.start)], as: UTF8.self)
        + String(decoding: bytes[entry.replacement], as: UTF8.self)
        + String(decoding: text[Span(entry.before.end, span.end)], as: UTF8.self)
      suspects.append(Suspect(span: span, label: author, suggestion: suggestion, reason: reason, by: author))
    }
  }
}
