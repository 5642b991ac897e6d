import TextModel

/// A rule of one of the two rewriters: sees a document, proposes edits and suspects.
///
/// Pure: the same document gives the same proposals.  Idempotent: on a text to which its edits were applied it proposes
/// none.  All rules of a round see one text; none sees another's proposals.
public protocol RewriteRule: Plugin {
  /// Byte classes of which at least one must occur in the text, else the rule is not called.
  var trigger: ByteClasses? { get }

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
  /// One proposed replacement.
  public struct Entry: Sendable {
    public var span: Span
    /// The replacement, a range of `bytes`.
    public var replacement: Range<Int>
    public var confidence: Confidence
    /// Place of the rule in the catalog.
    public var rule: Int
    /// Entries with the same number win or lose together.
    public var group: Int
  }

  public private(set) var entries: [Entry] = []
  public private(set) var bytes: [UInt8] = []
  /// Whether the replacements lie behind one another in `bytes`, in the order of the entries, and nothing else does.
  public private(set) var isDense = true
  /// The suspects, with the place of their rule in the catalog.
  public private(set) var suspects: [(suspect: Suspect, rule: Int)] = []
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
    isDense = true
    if !suspects.isEmpty { suspects.removeAll(keepingCapacity: true) }
    group = 0
  }

  /// Gives all edits to a script that is empty, replacements and all, with the place of a rule as its author.
  ///
  /// - Precondition: `isDense`, and the edits stand in the order of the text.
  public mutating func give(to script: inout EditScript) {
    script.take(&bytes)
    entries.withUnsafeBufferPointer { entries in
      script.append(count: entries.count) { index in
        (entries[index].span, entries[index].replacement, entries[index].rule, entries[index].confidence)
      }
    }
  }

  /// Proposes that `replacement` (valid UTF-8) stand in place of `span`.
  public mutating func replace(_ span: Span, with replacement: some Collection<UInt8>, _ confidence: Confidence) {
    let start = bytes.count
    bytes.append(contentsOf: replacement)
    if !isTogether { group += 1 }
    entries.append(
      Entry(span: span, replacement: start..<bytes.count, confidence: confidence, rule: rule, group: group))
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
    if !isTogether { group += 1 }
    entries.append(
      Entry(span: span, replacement: start..<bytes.count, confidence: confidence, rule: rule, group: group))
  }

  public mutating func replace(_ span: Span, with replacement: StaticString, _ confidence: Confidence) {
    replace(
      span, with: UnsafeBufferPointer(start: replacement.utf8Start, count: replacement.utf8CodeUnitCount), confidence)
  }

  /// Proposes changes of form.  They can be as many as letters.
  public mutating func replace(_ changes: Normalizer.Changes, _ confidence: Confidence) {
    var start = bytes.count
    bytes.append(contentsOf: changes.replacements)
    entries.append(addingCapacity: changes.count) { (output: inout OutputSpan<Entry>) in
      for index in 0..<changes.count {
        let end = start + changes.replacementLength(index)
        if !isTogether { group += 1 }
        output.append(
          Entry(span: changes.span(index), replacement: start..<end, confidence: confidence, rule: rule, group: group))
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

  /// Tells of a doubt without touching the text.
  public mutating func flag(_ span: Span, label: String, reason: String, suggestion: String = "") {
    suspects.append((Suspect(span: span, label: label, suggestion: suggestion, reason: reason, by: author), rule))
  }

  var author: String { ruleIDs.isEmpty ? ruleID : ruleIDs[rule] }
}

extension Proposals {
  /// Turns the edits that a rule has just proposed into suspects: all of them, or those below a confidence.
  public mutating func demote(rule: Int, below level: Confidence?, in text: Text, _ reason: String) {
    guard entries.last?.rule == rule else { return }
    var kept = entries.count
    while kept > 0, entries[kept - 1].rule == rule { kept -= 1 }
    let proposed = Array(entries[kept...])
    entries.removeLast(proposed.count)
    for entry in proposed {
      if let level, entry.confidence >= level {
        entries.append(entry)
        continue
      }
      isDense = false
      // An insertion has no extent of its own: what is doubted is the code point before it, else the one behind it.
      var span = entry.span
      if span.isEmpty {
        if span.start > 0 {
          span.start = text.index(before: span.start)
        } else if span.end < text.count {
          span.end = text.index(after: span.end)
        }
      }
      let suggestion =
        String(decoding: text[Span(span.start, entry.span.start)], as: UTF8.self)
        + String(decoding: bytes[entry.replacement], as: UTF8.self)
        + String(decoding: text[Span(entry.span.end, span.end)], as: UTF8.self)
      suspects.append((Suspect(span: span, label: author, suggestion: suggestion, reason: reason, by: author), rule))
    }
  }
}
