extension EditScript {
  /// The two ways in one: this script takes `original` to `middle`, `second` takes `middle` on; the result takes `original`
  /// all the way.
  ///
  /// Edits that touch are joined: authors in order without repeats, the lowest confidence.  What changes nothing any more
  /// vanishes.  Linear in both scripts and the text their edits cover.
  public func composed(with second: EditScript, over original: [UInt8], through middle: [UInt8]) -> EditScript {
    if second.isEmpty { return self }
    if isEmpty { return second }
    var result = EditScript()
    result.authors = authors
    result.entries.reserveCapacity(entries.count + second.entries.count)
    var i = 0
    var j = 0
    var growth = 0
    while i < entries.count || j < second.entries.count {
      let low = Swift.min(
        i < entries.count ? entries[i].afterStart : Int.max,
        j < second.entries.count ? second.entries[j].before.start : Int.max)
      var high = low
      let start = low - growth
      let place = result.bytes.count
      var copied = low
      var firstAuthor: Int?
      var secondAuthor: Int?
      var confidence = Confidence.safe
      var moved = true
      while moved {
        moved = false
        while i < entries.count, entries[i].afterStart <= high {
          let entry = entries[i]
          high = Swift.max(high, entry.after.end)
          growth += entry.after.count - entry.before.count
          firstAuthor = firstAuthor.map { result.authors.index(joining: $0, entry.author) } ?? entry.author
          confidence = Swift.min(confidence, entry.confidence)
          i += 1
          moved = true
        }
        while j < second.entries.count, second.entries[j].before.start <= high {
          let entry = second.entries[j]
          high = Swift.max(high, entry.before.end)
          let author = result.authors.index(of: entry.author, among: second.authors)
          secondAuthor = secondAuthor.map { result.authors.index(joining: $0, author) } ?? author
          confidence = Swift.min(confidence, entry.confidence)
          result.bytes.append(contentsOf: middle[copied..<entry.before.start])
          result.bytes.append(contentsOf: second.bytes[entry.replacement])
          copied = entry.before.end
          j += 1
          moved = true
        }
      }
      result.bytes.append(contentsOf: middle[copied..<high])
      let author =
        switch (firstAuthor, secondAuthor) {
        case (let first?, let second?): result.authors.index(joining: first, second)
        case (let first?, nil): first
        case (nil, let second): second ?? 0
        }
      result.entries.append(
        Entry(Span(start, high - growth), place..<result.bytes.count, by: author, confidence))
    }
    result.seal(over: original)
    return result
  }
}
