extension Array {
  /// Sorts what is not sorted already: what goes through a text in order mostly is.  Stable, as the library's sort is, which makes little
  /// work of sorted runs.
  mutating func sortUnlessSorted(by isBefore: (Element, Element) -> Bool) {
    for place in indices.dropFirst() where isBefore(self[place], self[place - 1]) { return sort(by: isBefore) }
  }
}
