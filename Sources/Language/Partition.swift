extension RandomAccessCollection where Index == Int {
  /// Where the first element stands of which something holds, where it holds of all behind it too; the end where it holds of none.
  /// Logarithmic.
  @inlinable func partition(where holds: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
