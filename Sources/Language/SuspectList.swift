import TextModel

/// Suspects of one text, kept flat: a text may have a suspect a word, and most share their label and reason.
public struct SuspectList: Sendable {
  /// 20 bytes.
  private struct Entry {
    var start: UInt32
    var end: UInt32
    /// Its place in `kinds`.
    var kind: UInt32
    /// Where the suggestion lies in `suggestions`.
    var suggestionStart: UInt32
    var suggestionLength: UInt32

    var span: Span { Span(Int(start), Int(end)) }
  }

  private struct Kind: Hashable {
    var label: String
    var reason: String
    var by: String
  }

  private var entries: [Entry] = []
  private var suggestions: [UInt8] = []
  private var kinds: [Kind] = []
  private var places: [Kind: UInt32] = [:]
  /// How many kinds stay from text to text: they are mostly the same.
  private static let kept = 1024

  public init() {}

  /// Forgets everything and keeps the memory.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    suggestions.removeAll(keepingCapacity: true)
    if kinds.count > Self.kept {
      kinds.removeAll()
      places.removeAll()
    }
  }

  public mutating func append(_ suspect: Suspect) {
    let start = suggestions.count
    suggestions.append(contentsOf: suspect.suggestion.utf8)
    entries.append(
      Entry(
        start: UInt32(suspect.span.start), end: UInt32(suspect.span.end),
        kind: place(of: Kind(label: suspect.label, reason: suspect.reason, by: suspect.by)),
        suggestionStart: UInt32(start), suggestionLength: UInt32(suggestions.count - start)))
  }

  private mutating func place(of kind: Kind) -> UInt32 {
    // What the last one said is most often said again.
    if let last = entries.last?.kind, kinds[Int(last)] == kind { return last }
    if let known = places[kind] { return known }
    let place = UInt32(kinds.count)
    kinds.append(kind)
    places[kind] = place
    return place
  }

  /// Sorts by span, then by rule.
  public mutating func sort() {
    let kinds = kinds
    func isBefore(_ a: Entry, _ b: Entry) -> Bool {
      a.span != b.span ? a.span < b.span : a.kind != b.kind && kinds[Int(a.kind)].by < kinds[Int(b.kind)].by
    }
    entries.sortUnlessSorted(by: isBefore)
  }
}

extension SuspectList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { entries.count }

  public subscript(place: Int) -> Suspect {
    let entry = entries[place]
    let kind = kinds[Int(entry.kind)]
    let start = Int(entry.suggestionStart)
    let suggestion = suggestions[start..<start + Int(entry.suggestionLength)]
    return Suspect(
      span: entry.span, label: kind.label, suggestion: String(decoding: suggestion, as: UTF8.self),
      reason: kind.reason, by: kind.by)
  }
}
