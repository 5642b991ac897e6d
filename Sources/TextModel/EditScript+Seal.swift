extension EditScript {
  /// Makes the script canonical over the text before.  Linear in the edits and the text they touch.
  ///
  /// Touching edits become one; what an edit shares with the text at its ends is trimmed, to code point boundaries; then an
  /// edit whose end falls between a base and its combining marks grows to hold both, which may make it touch the
  /// next.  Authors of joined edits are joined; the lowest confidence stands.
  ///
  /// With `keepingForm`, edits that came to stand beside combining marks are normalized as the text was there: what a
  /// rewriter asks for on its rules' edits, so that no edit leaves a normalized text unnormalized.  An edit that is there to
  /// change the form does so.
  public mutating func seal(over text: [UInt8], keepingForm: Bool = false) {
    joinTouching()
    trim(over: text)
    if needsGrowth(over: text) { grow(over: text, keepingForm: keepingForm) }
    place()
  }

  /// Joins edits that touch.  Appended in order, their replacements touch as well; after trimming they may not, and are moved.
  private mutating func joinTouching() {
    guard entries.count > 1, areTouching else { return }
    var names = Authors()
    swap(&names, &authors)
    let count = entries.withUnsafeMutableBufferPointer { entries in
      var last = 0
      var index = 1
      while index < entries.count {
        if entries[last].before.end == entries[index].before.start,
          entries[last].replacement.upperBound == entries[index].replacement.lowerBound
        {
          entries[last].before.end = entries[index].before.end
          entries[last].replacement = entries[last].replacement.lowerBound..<entries[index].replacement.upperBound
          entries[last].author = names.index(joining: entries[last].author, entries[index].author)
          entries[last].confidence = min(entries[last].confidence, entries[index].confidence)
        } else {
          last += 1
          if last < index { entries[last] = entries[index] }
        }
        index += 1
      }
      return last + 1
    }
    swap(&names, &authors)
    entries.removeLast(entries.count - count)
  }

  /// Whether any two edits touch, and lie behind one another.
  private var areTouching: Bool {
    entries.withUnsafeBufferPointer { entries in
      for index in 1..<entries.count
      where entries[index - 1].before.end == entries[index].before.start
        && entries[index - 1].replacement.upperBound == entries[index].replacement.lowerBound
      {
        return true
      }
      return false
    }
  }

  /// Takes from each edit what both sides share at its ends, and drops those of which nothing is left.
  private mutating func trim(over text: [UInt8]) {
    let count = text.withUnsafeBufferPointer { text in
      bytes.withUnsafeBufferPointer { bytes in
        entries.withUnsafeMutableBufferPointer { Self.trim($0, text, bytes) }
      }
    }
    if count < entries.count { entries.removeLast(entries.count - count) }
  }

  /// Moves the edits of which something is left to the front; says how many they are.
  private static func trim(
    _ entries: UnsafeMutableBufferPointer<Entry>, _ text: UnsafeBufferPointer<UInt8>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var kept = 0
    for entry in entries {
      var start = entry.before.start
      var end = entry.before.end
      var nowStart = entry.replacement.lowerBound
      var nowEnd = entry.replacement.upperBound
      precondition(end <= text.count && nowEnd <= bytes.count, "edits outside the text")
      while start < end, nowStart < nowEnd, text[start] == bytes[nowStart] {
        start += 1
        nowStart += 1
      }
      // Back to where a code point starts in both: behind the shared bytes neither side may continue one.
      while start > entry.before.start,
        start < end && UTF8Cursor.isContinuation(text[start])
          || nowStart < nowEnd && UTF8Cursor.isContinuation(bytes[nowStart])
      {
        start -= 1
        nowStart -= 1
      }
      while start < end, nowStart < nowEnd, text[end - 1] == bytes[nowEnd - 1] {
        end -= 1
        nowEnd -= 1
      }
      while end < entry.before.end, UTF8Cursor.isContinuation(text[end]) {
        end += 1
        nowEnd += 1
      }
      if start == end, nowStart == nowEnd { continue }
      entries[kept] = entry
      entries[kept].before = Span(start, end)
      entries[kept].replacement = nowStart..<nowEnd
      kept += 1
    }
    return kept
  }

  /// Whether any end of an edit falls before a mark that belongs to what stands before it.
  private func needsGrowth(over text: [UInt8]) -> Bool {
    for entry in entries {
      if entry.before.end < text.count, Extenders.begins(text, at: entry.before.end) { return true }
      if entry.before.start > 0, beginsWithMark(entry, text) { return true }
    }
    return false
  }

  /// Whether what stands from the start of an edit on, in either text, belongs to what stands before it.
  private func beginsWithMark(_ entry: Entry, _ text: [UInt8]) -> Bool {
    if entry.before.start < text.count, Extenders.begins(text, at: entry.before.start) { return true }
    if !entry.replacement.isEmpty { return Extenders.begins(bytes, at: entry.replacement.lowerBound) }
    return entry.before.end < text.count && Extenders.begins(text, at: entry.before.end)
  }

  /// Grows edits outward over combining marks, into an arena of its own.  No scan passes the edits on both sides, so that a
  /// long run of marks with many edits in it stays linear.
  private mutating func grow(over text: [UInt8], keepingForm: Bool) {
    var grown: [Entry] = []
    grown.reserveCapacity(entries.count)
    var standings: [Standing] = []
    standings.reserveCapacity(entries.count)
    var arena: [UInt8] = []
    arena.reserveCapacity(bytes.count + bytes.count / 4)
    for index in entries.indices {
      var entry = entries[index]
      let raw = entry
      let limit = grown.last?.before.end ?? 0
      if beginsWithMark(entry, text) {
        entry.before.start = Extenders.base(of: text, before: entry.before.start, notBefore: limit)
      }
      let next = index + 1 < entries.count ? entries[index + 1].before.start : text.count
      entry.before.end = Extenders.end(of: text, from: entry.before.end, notAfter: next)
      var place = arena.count
      arena.append(contentsOf: text[entry.before.start..<raw.before.start])
      arena.append(contentsOf: bytes[raw.replacement])
      arena.append(contentsOf: text[raw.before.end..<entry.before.end])
      var standing = Standing.alone
      if let last = grown.last, last.before.end == entry.before.start {
        grown.removeLast()
        let before = standings.removeLast()
        standing = before == .alone ? Self.standing(from: text[last.before.range], to: arena[last.replacement]) : before
        if standing == .besideMarks {
          standing = Self.standing(from: text[raw.before.range], to: bytes[raw.replacement])
        }
        place = last.replacement.lowerBound
        entry.before.start = last.before.start
        entry.author = authors.index(joining: last.author, entry.author)
        entry.confidence = min(last.confidence, entry.confidence)
      } else if entry.before != raw.before {
        standing = Self.standing(from: text[raw.before.range], to: bytes[raw.replacement])
      }
      entry.replacement = place..<arena.count
      grown.append(entry)
      standings.append(standing)
    }
    if keepingForm, standings.contains(.besideMarks) {
      keepForm(of: &grown, &arena, where: standings, over: text)
    }
    entries = grown
    bytes = arena
  }

  /// Where an edit has come to stand.
  private enum Standing {
    /// Where its rule put it.
    case alone
    /// Beside combining marks, whose form it keeps.
    case besideMarks
    /// There too, and it is there to change the form.
    case changingForm
  }

  /// How an edit that grew stands: one that takes text in one form to text that is not in it has come to change it.
  private static func standing(from was: ArraySlice<UInt8>, to now: ArraySlice<UInt8>) -> Standing {
    let forms = [Normalizer.Form.nfc, .nfd].filter { Normalizer.isNormalized(was, $0) }
    let changes = forms.count == 1 && !Normalizer.isNormalized(now, forms[0])
    return changes ? .changingForm : .besideMarks
  }

  /// Normalizes the replacements that are not in the form that the text before had at their place: an accent that has come
  /// to stand behind a new letter is joined to it.  Runs of edits that then change nothing vanish.
  private func keepForm(
    of grown: inout [Entry], _ bytes: inout [UInt8], where standings: [Standing], over text: [UInt8]
  ) {
    var kept: [Entry] = []
    kept.reserveCapacity(grown.count)
    var arena: [UInt8] = []
    arena.reserveCapacity(bytes.count)
    for (entry, standing) in zip(grown, standings) {
      let place = arena.count
      let now = bytes[entry.replacement]
      let was = text[entry.before.range]
      if standing == .besideMarks,
        let form = [Normalizer.Form.nfc, .nfd].first(where: { Normalizer.isNormalized(was, $0) }),
        !Normalizer.isNormalized(now, form)
      {
        arena.append(contentsOf: Normalizer.normalized(now, form))
      } else {
        arena.append(contentsOf: now)
      }
      if arena[place...] == was {
        arena.removeLast(arena.count - place)
        continue
      }
      kept.append(entry)
      kept[kept.count - 1].replacement = place..<arena.count
    }
    grown = kept
    bytes = arena
  }
}
