import Language
import TextModel

/// Settles which proposals of one round win.
///
/// The order is: place in the catalog, then confidence (safe before likely), then place in the text.  What overlaps an
/// edit that won has lost, and with it the rest of its group.  Linear in proposals for each rule that fired.
struct RoundSettlement {
  /// Indices into the proposals' entries; sorted by span when `settle` returns.  Empty where all have won.
  private var winners: [Int] = []
  private(set) var hasWinners = false
  /// Whether all have won, in the order in which they were proposed.
  private(set) var isUnopposed = false
  private var pass: [Int] = []
  private var merged: [Int] = []
  private var lostGroups: Set<Int> = []

  /// Groups that would touch what nobody may.
  private var barredGroups: Set<Int> = []

  /// The indices of the winners among the entries that were settled, sorted by span.
  func winners(among entries: [Proposals.Entry]) -> [Int] { isUnopposed ? Array(entries.indices) : winners }

  /// Finds the winners.
  ///
  /// - Parameter protected: Sorted, disjoint spans that no edit may touch.
  mutating func settle(_ entries: [Proposals.Entry], sparing protected: [Span] = []) {
    if !winners.isEmpty { winners.removeAll(keepingCapacity: true) }
    bar(entries, protected)
    isUnopposed = barredGroups.isEmpty && isWithoutConflict(entries)
    hasWinners = isUnopposed && !entries.isEmpty
    if isUnopposed { return }
    defer { hasWinners = !winners.isEmpty }
    var at = 0
    // The engine calls the rules in catalog order, so each rule's entries are one run.
    while at < entries.count {
      var end = at
      while end < entries.count, entries[end].rule == entries[at].rule { end += 1 }
      for confidence in [Confidence.safe, .likely] {
        pass.removeAll(keepingCapacity: true)
        for k in at..<end where entries[k].confidence == confidence && !barredGroups.contains(entries[k].group) {
          pass.append(k)
        }
        if !pass.isEmpty { admit(entries) }
      }
      at = end
    }
  }

  /// Whether the entries stand in the order of the text and none touches another's: then all have won.
  private func isWithoutConflict(_ entries: [Proposals.Entry]) -> Bool {
    entries.withUnsafeBufferPointer { entries in
      for n in entries.indices.dropFirst() where !isBefore(entries[n - 1].span, entries[n].span) { return false }
      return true
    }
  }

  private mutating func bar(_ entries: [Proposals.Entry], _ protected: [Span]) {
    if !barredGroups.isEmpty { barredGroups.removeAll(keepingCapacity: true) }
    if protected.isEmpty { return }
    for entry in entries {
      // The first protected span that ends behind the edit's start.
      var low = 0
      var high = protected.count
      while low < high {
        let middle = (low + high) / 2
        if protected[middle].end <= entry.span.start { low = middle + 1 } else { high = middle }
      }
      if low < protected.count, protected[low].start < max(entry.span.end, entry.span.start + 1),
        !(entry.span.isEmpty && protected[low].start == entry.span.start)
      {
        barredGroups.insert(entry.group)
      }
    }
  }

  /// Merges the entries of `pass` that fit among the winners.
  private mutating func admit(_ entries: [Proposals.Entry]) {
    if !isSorted(pass, entries) {
      pass.sort { entries[$0].span < entries[$1].span }
    }
    lostGroups.removeAll(keepingCapacity: true)
    // Against those who won before.
    var w = 0
    for k in pass {
      while w < winners.count, isBefore(entries[winners[w]].span, entries[k].span) { w += 1 }
      if w < winners.count, !isBefore(entries[k].span, entries[winners[w]].span) {
        lostGroups.insert(entries[k].group)
      }
    }
    // Against each other: who comes first in the text wins.  A group that contradicts itself loses whole.
    var last = -1
    for k in pass where !lostGroups.contains(entries[k].group) {
      if last >= 0, !isBefore(entries[last].span, entries[k].span) {
        lostGroups.insert(entries[k].group)
      } else {
        last = k
      }
    }
    merged.removeAll(keepingCapacity: true)
    w = 0
    for k in pass where !lostGroups.contains(entries[k].group) {
      while w < winners.count, entries[winners[w]].span < entries[k].span {
        merged.append(winners[w])
        w += 1
      }
      merged.append(k)
    }
    merged.append(contentsOf: winners[w...])
    swap(&merged, &winners)
  }

  private func isSorted(_ order: [Int], _ entries: [Proposals.Entry]) -> Bool {
    for n in order.indices.dropFirst() where entries[order[n]].span < entries[order[n - 1]].span { return false }
    return true
  }

  /// Whether `a` lies before `b` with nothing in common; an insertion conflicts with what it touches.
  private func isBefore(_ a: Span, _ b: Span) -> Bool {
    a.isEmpty || b.isEmpty ? a.end < b.start : a.end <= b.start
  }
}
