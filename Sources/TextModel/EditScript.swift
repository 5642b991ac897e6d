/// The way from one text to another: replacements, sorted and disjoint.
///
/// Stored flat: a script of a million edits has three allocations, of 24 bytes an edit and what comes in place.  The
/// replacements lie behind one another in `bytes`; the names of the authors are interned.
///
/// A script is built by `append` in order and made canonical by `seal(over:)`: no edit changes nothing, no two touch,
/// none begins or ends with what both texts share, none separates a base from its combining marks.  The script of
/// two texts is not unique (it depends on what the rules saw as one change), its canonical form is.
///
/// Everything here is linear in the edits plus, where stated, the text.
public struct EditScript: Sendable {
  /// Offsets in the texts and arenas of a script are below this.
  public static let limit = Int(Int32.max)

  public internal(set) var entries: [Entry] = []
  /// The replacements.
  public internal(set) var bytes: [UInt8] = []
  public internal(set) var authors = Authors()

  public init() {}

  /// A script without edits whose authors have these names, each its place as its index.
  public init(authors names: [String]) { authors = Authors(names) }

  @inlinable public var isEmpty: Bool { entries.isEmpty }
  @inlinable public var count: Int { entries.count }

  /// What an edit puts in place.
  public func replacement(of entry: Entry) -> ArraySlice<UInt8> { bytes[entry.replacement] }

  /// The rules that made an edit, joined by commas.
  public func author(of entry: Entry) -> String { authors[entry.author] }

  /// An edit on its own.
  public func edit(at index: Int) -> Edit {
    let entry = entries[index]
    return Edit(
      span: entry.before, replacement: Array(bytes[entry.replacement]), by: author(of: entry),
      confidence: entry.confidence)
  }

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    // Nearly always there is nothing to forget, and to be told so by an array takes longer than to ask it.
    if !entries.isEmpty { entries.removeAll(keepingCapacity: true) }
    if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
    authors.removeAll()
  }

  /// The index of an author, for `append`; asked once a rule, not once an edit.
  public mutating func author(named name: String) -> Int { authors.index(of: name) }

  /// Adds a replacement (valid UTF-8) behind all others: `before` starts at or after the end of the last one.
  public mutating func append(
    _ before: Span, _ replacement: some Collection<UInt8>, by author: Int, _ confidence: Confidence
  ) {
    let start = bytes.count
    bytes.append(contentsOf: replacement)
    append(before, start..<bytes.count, by: author, confidence)
  }

  /// The same for bytes in memory: the engine's way, which must not go through a generic function of another module.
  public mutating func append(
    _ before: Span, _ replacement: UnsafeBufferPointer<UInt8>, by author: Int, _ confidence: Confidence
  ) {
    let start = bytes.count
    bytes.append(short: replacement)
    append(before, start..<bytes.count, by: author, confidence)
  }

  /// Takes over edits as they lie, into an empty script, and gives its own memory for them.  They are sorted and disjoint, and so
  /// are their replacements, which fill `bytes`.
  public mutating func take(_ entries: inout [Entry], _ bytes: inout [UInt8]) {
    precondition(self.entries.isEmpty)
    if !self.bytes.isEmpty { self.bytes.removeAll(keepingCapacity: true) }
    swap(&self.bytes, &bytes)
    swap(&self.entries, &entries)
    var end = 0
    var filled = 0
    for entry in self.entries {
      precondition(entry.before.start >= end, "edits out of order")
      precondition(entry.replacement.lowerBound == filled, "replacements out of order")
      end = entry.before.end
      filled = entry.replacement.upperBound
    }
    precondition(filled == self.bytes.count && filled <= Self.limit, "replacements out of order")
  }

  /// Adds a replacement that is in `bytes` already, right behind that of the edit before.
  public mutating func append(_ before: Span, _ replacement: Range<Int>, by author: Int, _ confidence: Confidence) {
    // The last one is not copied to be looked at.
    let last = entries.count - 1
    precondition(
      before.start >= (last < 0 ? 0 : entries[last].before.end) && before.end >= before.start, "edits out of order")
    precondition(
      replacement.lowerBound == (last < 0 ? 0 : entries[last].replacement.upperBound)
        && replacement.upperBound <= bytes.count, "replacements out of order")
    precondition(before.end <= Self.limit && bytes.count <= Self.limit, "edits too far behind")
    entries.append(
      Entry(before, replacement, by: author, confidence))
  }

  public mutating func append(_ edit: Edit) {
    append(edit.span, edit.replacement, by: author(named: edit.by), edit.confidence)
  }

  /// A sealed script of edits in any order, which must be disjoint.  For tests and small scripts.
  public init(_ edits: [Edit], over text: [UInt8]) {
    for edit in edits.sorted(by: { $0.span < $1.span }) { append(edit) }
    seal(over: text)
  }

  /// How much longer the text after is than the text before.
  public var growth: Int {
    guard let last = entries.last else { return 0 }
    return last.after.end - last.before.end
  }

  /// Numbers the places in the text after.
  mutating func place() {
    entries.withUnsafeMutableBufferPointer { entries in
      var growth = 0
      for index in entries.indices {
        entries[index].afterStart = entries[index].before.start + growth
        growth += entries[index].replacement.count - entries[index].before.count
      }
    }
  }

  /// Writes the text after into `result`, which loses what it held.  Linear in the text.
  public func apply(to text: [UInt8], into result: inout [UInt8]) {
    result.removeAll(keepingCapacity: true)
    let length = text.count + growth
    // By pointers: the pieces are short, and an append for each would cost more than their bytes.
    result.append(addingCapacity: length) { (output: inout OutputSpan<UInt8>) in
      output.withUnsafeMutableBufferPointer { buffer, filled in
        guard let target = buffer.baseAddress else { return }
        filled += write(text, to: UnsafeMutableBufferPointer(start: target + filled, count: length))
      }
    }
  }

  /// Writes the text after to memory that is large enough for it; says how long it is.
  private func write(_ text: [UInt8], to target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    text.withUnsafeBytes { text in
      bytes.withUnsafeBytes { bytes in
        entries.withUnsafeBufferPointer { entries in
          var filled = 0
          func put(_ piece: UnsafeRawBufferPointer, _ start: Int, _ end: Int) {
            if start == end { return }
            precondition(start < end && end <= piece.count && filled + (end - start) <= target.count)
            UnsafeMutableRawPointer(target.baseAddress! + filled).copyMemory(
              from: piece.baseAddress! + start, byteCount: end - start)
            filled += end - start
          }
          var done = 0
          for entry in entries {
            put(text, done, entry.before.start)
            put(bytes, entry.replacement.lowerBound, entry.replacement.upperBound)
            done = entry.before.end
          }
          put(text, done, text.count)
          return filled
        }
      }
    }
  }

  /// The text after.
  public func applied(to text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    apply(to: text, into: &result)
    return result
  }

  /// The way back: `inverted(over: text)` takes `applied(to: text)` to `text`.
  public func inverted(over text: [UInt8]) -> EditScript {
    var inverse = EditScript()
    inverse.authors = authors
    inverse.entries.reserveCapacity(entries.count)
    for entry in entries {
      let start = inverse.bytes.count
      inverse.bytes.append(contentsOf: text[entry.before.range])
      inverse.entries.append(
        Entry(
          entry.after, start..<inverse.bytes.count, by: entry.author, entry.confidence, afterStart: entry.before.start))
    }
    return inverse
  }
}

extension EditScript: Equatable {
  /// The same edits by the same authors; how they lie in memory does not count.
  public static func == (a: EditScript, b: EditScript) -> Bool {
    a.count == b.count
      && zip(a.entries, b.entries).allSatisfy { x, y in
        x.before == y.before && x.confidence == y.confidence && a.author(of: x) == b.author(of: y)
          && a.replacement(of: x) == b.replacement(of: y)
      }
  }
}
