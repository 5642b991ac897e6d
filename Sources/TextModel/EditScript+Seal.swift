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
    guard entries.count > 1 else { return }
    var last = 0
    for index in 1..<entries.count {
      let entry = entries[index]
      if entries[last].before.end == entry.before.start,
        entries[last].replacement.upperBound == entry.replacement.lowerBound
      {
        entries[last].before.end = entry.before.end
        entries[last].replacement = entries[last].replacement.lowerBound..<entry.replacement.upperBound
        entries[last].author = authors.index(joining: entries[last].author, entry.author)
        entries[last].confidence = min(entries[last].confidence, entry.confidence)
      } else {
        last += 1
        entries[last] = entry
      }
    }
    entries.removeLast(entries.count - last - 1)
  }

  /// Takes from each edit what both sides share at its ends, and drops those of which nothing is left.
  private mutating func trim(over text: [UInt8]) {
    var kept = 0
    for index in entries.indices {
      var entry = entries[index]
      var before = entry.before.range
      var after = entry.replacement
      while !before.isEmpty, !after.isEmpty, text[before.lowerBound] == bytes[after.lowerBound] {
        before = before.lowerBound + 1..<before.upperBound
        after = after.lowerBound + 1..<after.upperBound
      }
      // Back to where a code point starts in both: behind the shared bytes neither side may continue one.
      while before.lowerBound > entry.before.start,
        isInside(text, before.lowerBound, before.upperBound) || isInside(bytes, after.lowerBound, after.upperBound)
      {
        before = before.lowerBound - 1..<before.upperBound
        after = after.lowerBound - 1..<after.upperBound
      }
      while !before.isEmpty, !after.isEmpty, text[before.upperBound - 1] == bytes[after.upperBound - 1] {
        before = before.lowerBound..<before.upperBound - 1
        after = after.lowerBound..<after.upperBound - 1
      }
      while before.upperBound < entry.before.end, UTF8Cursor.isContinuation(text[before.upperBound]) {
        before = before.lowerBound..<before.upperBound + 1
        after = after.lowerBound..<after.upperBound + 1
      }
      if before.isEmpty, after.isEmpty { continue }
      entry.before = Span(before)
      entry.replacement = after
      entries[kept] = entry
      kept += 1
    }
    entries.removeLast(entries.count - kept)
  }

  private func isInside(_ bytes: [UInt8], _ offset: Int, _ end: Int) -> Bool {
    offset < end && UTF8Cursor.isContinuation(bytes[offset])
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
