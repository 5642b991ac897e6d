/// What is wrong with a list of edits that is told of a text.
public enum EditHistoryError: Error, Sendable, Hashable {
  /// The edit at this index is not inside the text or not on code point boundaries.
  case outside(index: Int)
  /// The edit at this index starts before the one before it ends.
  case unsorted(index: Int)
  /// The text does not read there as the edit says: another program changed it.
  case mismatch(index: Int)
}

/// Reads back the edits that a record tells of its present text: the script that made it, and the text as it was.
///
/// The other way needs no type: for each entry of a sealed script, `entry.after` is the span in the present text,
/// `original[entry.before.range]` what was there, `script.replacement(of: entry)` what is.
public struct EditHistory {
  /// The script from the original to the present text, sealed by being what a sealed script told.
  public private(set) var script = EditScript()
  /// The text as it was, up to the last edit; whole after `finish`.
  public private(set) var original: [UInt8] = []
  private var done = 0

  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    script.removeAll()
    original.removeAll(keepingCapacity: true)
    done = 0
  }

  /// Reads the next edit: `span` of the present text, which must read `now`, was `was` (valid UTF-8).
  public mutating func add(
    _ span: Span, was: some Collection<UInt8>, now: some Collection<UInt8>, by author: Int, _ confidence: Confidence,
    present: Text
  ) throws(EditHistoryError) {
    let index = script.count
    guard span.start <= span.end, present.isBoundary(span.start), present.isBoundary(span.end) else {
      throw .outside(index: index)
    }
    guard span.start >= done else { throw .unsorted(index: index) }
    guard now.count == span.count, present.has(now, at: span.start) else { throw .mismatch(index: index) }
    original.append(contentsOf: present.utf8[done..<span.start])
    let start = original.count
    original.append(contentsOf: was)
    script.append(Span(start, original.count), now, by: author, confidence)
    done = span.end
  }

  /// The index of an author, for `add`.
  public mutating func author(named name: String) -> Int { script.author(named: name) }

  /// Takes over the rest of the present text; then `script` and `original` are whole.
  public mutating func finish(present: Text) {
    original.append(contentsOf: present.utf8[done...])
    done = present.count
    script.place()
  }
}
