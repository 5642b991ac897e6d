/// Carries spans along a script, from the text before to the text after or back.
///
/// A span that an edit hits in part grows to cover the whole of what the edit put there; one whose text vanished is nil.
/// Text inserted exactly at an end of a span stays outside it.  Spans may come in any order; in sorted order one walk over
/// the edits serves them all.
public struct Carrier {
  public enum Direction: Sendable, Hashable {
    /// From the text before to the text after.
    case forward
    /// From the text after to the text before.
    case back
  }

  let entries: [EditScript.Entry]
  let direction: Direction
  /// Where the last searches ended: ends of long spans run ahead of starts.
  private var startHint = 0
  private var endHint = 0

  /// The script must be sealed.
  public init(_ script: EditScript, _ direction: Direction = .forward) {
    entries = script.entries
    self.direction = direction
  }

  /// Where a span's text is on the other side; nil where nothing of it is left.
  public mutating func carry(_ span: Span) -> Span? {
    if entries.isEmpty { return span }
    let start = carryStart(span.start)
    if span.isEmpty { return Span(start, start) }
    let end = carryEnd(span.end)
    return start < end ? Span(start, end) : nil
  }

  private mutating func carryStart(_ offset: Int) -> Int {
    startHint = firstIndex(from: startHint, startingAtOrAfter: offset)
    // An insertion right here comes before the span.
    if startHint < entries.count, origin(startHint) == Span(offset, offset) { return target(startHint).end }
    guard startHint > 0 else { return offset }
    let from = origin(startHint - 1)
    let to = target(startHint - 1)
    return from.end > offset ? to.start : to.end + (offset - from.end)
  }

  private mutating func carryEnd(_ offset: Int) -> Int {
    endHint = firstIndex(from: endHint, startingAtOrAfter: offset)
    guard endHint > 0 else { return offset }
    let from = origin(endHint - 1)
    let to = target(endHint - 1)
    return from.end > offset ? to.end : to.end + (offset - from.end)
  }

  private func origin(_ index: Int) -> Span { direction == .forward ? entries[index].before : entries[index].after }
  private func target(_ index: Int) -> Span { direction == .forward ? entries[index].after : entries[index].before }

  /// The first edit that starts at or after an offset, by doubling steps from where the last search ended.
  private func firstIndex(from hint: Int, startingAtOrAfter offset: Int) -> Int {
    var low = 0
    var high = entries.count
    var step = 1
    if hint < entries.count, origin(hint).start < offset {
      low = hint + 1
      var probe = low
      while probe < entries.count, origin(probe).start < offset {
        low = probe + 1
        probe += step
        step *= 2
      }
      high = Swift.min(probe, entries.count)
    } else {
      high = hint
      var probe = hint - 1
      while probe >= 0, origin(probe).start >= offset {
        high = probe
        probe -= step
        step *= 2
      }
      low = Swift.max(probe + 1, 0)
    }
    while low < high {
      let middle = (low + high) / 2
      if origin(middle).start < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension EditScript {
  /// Carries sorted or unsorted spans; nil where the text vanished.
  public func carry(_ spans: [Span], _ direction: Carrier.Direction = .forward) -> [Span?] {
    var carrier = Carrier(self, direction)
    return spans.map { carrier.carry($0) }
  }
}
