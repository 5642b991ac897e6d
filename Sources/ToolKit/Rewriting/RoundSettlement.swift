import Language
import TextModel

/// Settles which proposals of one round win.
///
/// The order is: place in the catalog, then confidence (safe before likely), then place in the text.  What overlaps an
/// edit that won has lost, and with it the rest of its group.  Linear in proposals for each rule that fired.
struct RoundSettlement {
  /// Indices into the entries, sorted by span.
  private var winners: [UInt32] = []
  private var pass: [UInt32] = []
  private var merged: [UInt32] = []
  private var lost = GroupSet()
  /// Groups that would touch what nobody may.
  private var barred = GroupSet()

  /// Takes away the proposals that lose, and puts the others in the order of the text.
  ///
  /// - Parameter protected: Sorted, disjoint spans that no edit may touch.
  mutating func settle(_ proposals: inout Proposals, sparing protected: [Span]) {
    if proposals.entries.isEmpty { return }
    bar(proposals.entries, protected)
    proposals.sort { $0.before < $1.before }
    if barred.isEmpty, isWithoutConflict(proposals.entries) { return }
    proposals.sort { $0.author < $1.author }
    findWinners(proposals.entries)
    proposals.keep(winners)
  }

  private mutating func findWinners(_ entries: [Proposals.Entry]) {
    winners.removeAll(keepingCapacity: true)
    var at = 0
    while at < entries.count {
      var end = at
      while end < entries.count, entries[end].author == entries[at].author { end += 1 }
      for confidence in [Confidence.safe, .likely] {
        pass.removeAll(keepingCapacity: true)
        for k in at..<end where entries[k].confidence == confidence && !barred.contains(entries[k].group) {
          pass.append(UInt32(k))
        }
        if !pass.isEmpty { admit(entries) }
      }
      at = end
    }
  }

  /// Whether none of the entries, which stand in the order of the text, touches another's: then all win.
  private func isWithoutConflict(_ entries: [Proposals.Entry]) -> Bool {
    for n in entries.indices.dropFirst() where !isBefore(entries[n - 1].before, entries[n].before) { return false }
    return true
  }

  private mutating func bar(_ entries: [Proposals.Entry], _ protected: [Span]) {
    barred.removeAll()
    if protected.isEmpty { return }
    for entry in entries {
      // The first protected span that ends behind the edit's start.
      var low = 0
      var high = protected.count
      while low < high {
        let middle = (low + high) / 2
        if protected[middle].end <= entry.before.start { low = middle + 1 } else { high = middle }
      }
      if low < protected.count, protected[low].start < max(entry.before.end, entry.before.start + 1),
        !(entry.before.isEmpty && protected[low].start == entry.before.start)
      {
        barred.insert(entry.group)
      }
    }
  }

  /// Merges the entries of `pass`, which are in the order of the text, into the winners where they fit among them.
  private mutating func admit(_ entries: [Proposals.Entry]) {
    func entry(_ index: UInt32) -> Proposals.Entry { entries[Int(index)] }
    lost.removeAll()
    // Against those who won before.
    var w = 0
    for k in pass {
      while w < winners.count, isBefore(entry(winners[w]).before, entry(k).before) { w += 1 }
      if w < winners.count, !isBefore(entry(k).before, entry(winners[w]).before) { lost.insert(entry(k).group) }
    }
    // Against each other: who comes first in the text wins.  A group that contradicts itself loses whole.
    var last: UInt32?
    for k in pass where !lost.contains(entry(k).group) {
      if let last, !isBefore(entry(last).before, entry(k).before) {
        lost.insert(entry(k).group)
      } else {
        last = k
      }
    }
    merged.removeAll(keepingCapacity: true)
    w = 0
    for k in pass where !lost.contains(entry(k).group) {
      while w < winners.count, entry(winners[w]).before < entry(k).before {
        merged.append(winners[w])
        w += 1
      }
      merged.append(k)
    }
    merged.append(contentsOf: winners[w...])
    swap(&merged, &winners)
  }

  /// Whether `a` lies before `b` with nothing in common; an insertion conflicts with what it touches.
  private func isBefore(_ a: Span, _ b: Span) -> Bool {
    a.isEmpty || b.isEmpty ? a.end < b.start : a.end <= b.start
  }
}

/// Some of the groups of a round, whose numbers count up from one.
private struct GroupSet {
  private var isMember: [Bool] = []
  private var members: [UInt32] = []

  var isEmpty: Bool { members.isEmpty }

  func contains(_ group: Int) -> Bool { group < isMember.count && isMember[group] }

  mutating func insert(_ group: Int) {
    if contains(group) { return }
    if group >= isMember.count {
      isMember.append(contentsOf: repeatElement(false, count: max(group + 1 - isMember.count, isMember.count)))
    }
    isMember[group] = true
    members.append(UInt32(group))
  }

  mutating func removeAll() {
    for group in members { isMember[Int(group)] = false }
    members.removeAll(keepingCapacity: true)
  }
}
