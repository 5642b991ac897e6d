import Testing
import TextModel

@Suite struct EditScriptTests {
  static let rounds = 20_000

  @Test func applyThenInvertIsTheIdentity() {
    var dice = Dice(seed: 1)
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 12)
      let script = dice.script(over: text, by: ["a", "b"])
      let after = script.applied(to: text)
      let back = script.inverted(over: text)
      #expect(back.applied(to: after) == text)
      #expect(back.inverted(over: after) == script)
    }
  }

  @Test func composingEqualsApplyingOneAfterTheOther() {
    var dice = Dice(seed: 2)
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 12)
      let first = dice.script(over: text, by: ["a", "b"])
      let middle = first.applied(to: text)
      let second = dice.script(over: middle, by: ["b", "c"])
      let after = second.applied(to: middle)
      let whole = first.composed(with: second, over: text, through: middle)
      #expect(whole.applied(to: text) == after)
      #expect(isCanonical(whole, text))
      #expect(whole.growth == after.count - text.count)
      // There and back changes nothing, and nothing is what is told.
      #expect(first.composed(with: first.inverted(over: text), over: text, through: middle).isEmpty)
    }
  }

  /// The runs that are passed over without asking hold nothing that extends.
  @Test func whatDoesNotExtendHasNoMarkOfIt() {
    for value in UInt32(0x80)...0x1FFFF {
      guard let scalar = Unicode.Scalar(value), !Extenders.contains(scalar) else { continue }
      let properties = scalar.properties
      // What is newer may be unknown to the ICU that is installed.
      guard let age = properties.age, age.major <= 14 else { continue }
      let isMark = [.nonspacingMark, .spacingMark, .enclosingMark].contains(properties.generalCategory)
      #expect(
        !isMark && properties.canonicalCombiningClass == .notReordered && !properties.isGraphemeExtend,
        "U+\(String(value, radix: 16))")
    }
    for mark in ["\u{301}", "\u{483}", "\u{5B8}", "\u{64B}", "\u{93C}", "\u{E31}", "\u{200D}", "\u{3099}", "\u{1161}"] {
      #expect(Extenders.contains(Unicode.Scalar(mark)!))
    }
  }

  @Test func sealedScriptsAreCanonical() {
    var dice = Dice(seed: 3)
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 12)
      #expect(isCanonical(dice.script(over: text, by: ["a"]), text))
    }
  }

  @Test func editsTakenOverAreAsThoseAppended() {
    var dice = Dice(seed: 4)
    var taken = EditScript()
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 12)
      var appended = EditScript()
      taken.removeAll()
      let authors = ["a", "b"].map { (appended.author(named: $0), taken.author(named: $0)) }
      let places = (0..<2 * dice.roll(6)).map { _ in dice.boundary(in: text) }.sorted()
      let edits = stride(from: 0, to: places.count, by: 2).map { place in
        (Span(places[place], places[place + 1]), dice.text(upTo: 3), dice.roll(2))
      }
      var arena = edits.flatMap(\.1)
      var entries: [EditScript.Entry] = []
      var start = 0
      for (span, replacement, author) in edits {
        appended.append(span, replacement, by: authors[author].0, .likely)
        entries.append(
          EditScript.Entry(span, start..<start + replacement.count, by: authors[author].1, .likely))
        start += replacement.count
      }
      taken.take(&entries, &arena)
      #expect(taken.entries.allSatisfy { $0.confidence == .likely })
      appended.seal(over: text)
      taken.seal(over: text)
      #expect(taken == appended)
      #expect(taken.applied(to: text) == appended.applied(to: text))
    }
  }

  func isCanonical(_ script: EditScript, _ text: [UInt8]) -> Bool {
    let after = script.applied(to: text)
    var end = -1
    for entry in script.entries {
      guard entry.before.start > end else { return false }
      end = entry.before.end
      if text[entry.before.range] == script.replacement(of: entry) { return false }
      if Array(after[entry.after.range]) != Array(script.replacement(of: entry)) { return false }
      for (bytes, span) in [(text, entry.before), (after, entry.after)] {
        if span.start > 0, span.start < bytes.count, Extenders.begins(bytes, at: span.start) {
          // Allowed only where there is no base to hold on to.
          if !bytes[..<span.start].isEmpty { return false }
        }
        if span.end < bytes.count, Extenders.begins(bytes, at: span.end) { return false }
      }
    }
    return true
  }

  /// What both texts share must be inside the carried span if it was inside the span.
  @Test func carriedSpansKeepWhatTheyCovered() {
    var dice = Dice(seed: 4)
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 14)
      let script = dice.script(over: text, by: ["a"])
      let after = script.applied(to: text)
      let spans = (0..<6).map { _ in dice.span(in: text) }
      let sorted = spans.sorted()
      for (span, carried) in zip(spans + sorted, script.carry(spans) + script.carry(sorted)) {
        var kept: [UInt8] = []
        for k in span.range where !script.entries.contains(where: { $0.before.contains(k) }) { kept.append(text[k]) }
        guard let carried else {
          #expect(kept.isEmpty && !span.isEmpty)
          continue
        }
        #expect(carried.start >= 0 && carried.end <= after.count)
        var found: [UInt8] = []
        for k in carried.range where !script.entries.contains(where: { $0.after.contains(k) }) {
          found.append(after[k])
        }
        #expect(found == kept)
        // An edit hit in part is covered whole.
        for entry in script.entries where entry.before.overlaps(span) && !entry.before.isEmpty && !span.isEmpty {
          #expect(carried.contains(entry.after))
        }
        if !script.entries.contains(where: { $0.before.overlaps(span) }) {
          let inverse = script.inverted(over: text)
          #expect(script.carry([carried], .back) == inverse.carry([carried]))
          if !span.isEmpty { #expect(script.carry([carried], .back) == [span]) }
        }
      }
    }
  }

  @Test func spansAtTheEdgesOfEdits() {
    let text = Array("one two three".utf8)
    let script = EditScript(
      [
        Edit(span: Span(4, 7), replacement: Array("zwei".utf8), by: "a", confidence: .safe),
        Edit(span: Span(8, 8), replacement: Array("<".utf8), by: "a", confidence: .safe),
        Edit(span: Span(13, 13), replacement: Array(">".utf8), by: "a", confidence: .safe),
      ], over: text)
    #expect(script.applied(to: text) == Array("one zwei <three>".utf8))
    #expect(
      script.carry([Span(0, 3), Span(4, 7), Span(8, 13), Span(5, 9), Span(7, 8)])
        == [Span(0, 3), Span(4, 8), Span(10, 15), Span(4, 11), Span(8, 9)])
  }

  @Test func aDeletedSpanIsGone() {
    let text = Array("one two three".utf8)
    let script = EditScript([Edit(span: Span(3, 7), replacement: [], by: "a", confidence: .safe)], over: text)
    #expect(script.carry([Span(4, 7), Span(4, 9), Span(0, 5)]) == [nil, Span(3, 5), Span(0, 3)])
  }

  @Test func authorsAreJoinedInOrderAndConfidenceSinks() {
    let text = Array("abc".utf8)
    let first = EditScript([Edit(span: Span(1, 2), replacement: [0x78], by: "a,b", confidence: .safe)], over: text)
    let middle = first.applied(to: text)
    let second = EditScript(
      [Edit(span: Span(1, 3), replacement: [0x79, 0x7A], by: "b,c", confidence: .likely)], over: middle)
    let whole = first.composed(with: second, over: text, through: middle)
    #expect(whole.count == 1)
    #expect(whole.author(of: whole.entries[0]) == "a,b,c")
    #expect(whole.entries[0].confidence == .likely)
  }

  @Test func anEditBesideAMarkTakesBaseAndMarksAlong() {
    let text = Array("aXe\u{301}\u{323}b".utf8)
    // Deleting the letter between lets nothing loose; changing the base takes its marks.
    let script = EditScript(
      [Edit(span: Span(2, 3), replacement: Array("o".utf8), by: "a", confidence: .safe)], over: text)
    #expect(script.entries[0].before == Span(2, 7))
    #expect(script.replacement(of: script.entries[0]) == Array("o\u{301}\u{323}".utf8)[...])
  }

  @Test func aDeletionBeforeAMarkKeepsTheForm() {
    // U+0301 finds no letter to join with behind X, and one behind a.
    let text = Array("aX\u{301}b".utf8)
    var script = EditScript()
    script.append(Span(1, 2), [], by: script.author(named: "a"), .safe)
    script.seal(over: text, keepingForm: true)
    #expect(script.applied(to: text) == Array("áb".utf8))
    #expect(script.inverted(over: text).applied(to: Array("áb".utf8)) == text)
  }

  @Test func anEditThatChangesTheFormDoesSoBesideMarks() {
    // The first accent joins its letter, the second finds nothing to join: the edit grows over it and stays.
    let text = Array("ne\u{301}\u{302}n".utf8)
    var script = EditScript()
    script.append(Span(1, 4), Array("é".utf8), by: script.author(named: "a"), .safe)
    script.seal(over: text, keepingForm: true)
    #expect(script.applied(to: text) == Array("né\u{302}n".utf8))
  }

  @Test func whatTheLayerTellsLeadsBack() throws {
    var dice = Dice(seed: 5)
    for _ in 0..<Self.rounds {
      let text = dice.text(upTo: 12)
      let script = dice.script(over: text, by: ["a", "b"])
      let present = Text(validated: script.applied(to: text))
      var history = EditHistory()
      for entry in script.entries {
        try history.add(
          entry.after, was: text[entry.before.range], now: script.replacement(of: entry),
          by: history.author(named: script.author(of: entry)), entry.confidence, present: present)
      }
      history.finish(present: present)
      #expect(history.original == text)
      #expect(history.script.entries.map(\.before) == script.entries.map(\.before))
      #expect(history.script.entries.map(\.after) == script.entries.map(\.after))
    }
  }

  @Test func aLayerThatDoesNotFitIsRefused() {
    let present = Text("aébc")
    var history = EditHistory()
    #expect(throws: EditHistoryError.mismatch(index: 0)) {
      try history.add(Span(0, 1), was: [0x78], now: [0x62], by: 0, .safe, present: present)
    }
    #expect(throws: EditHistoryError.outside(index: 0)) {
      try history.add(Span(1, 2), was: [0x78], now: [0x62], by: 0, .safe, present: present)
    }
    #expect(throws: EditHistoryError.outside(index: 0)) {
      try history.add(Span(4, 9), was: [0x78], now: [0x62], by: 0, .safe, present: present)
    }
  }

  @Test func editsInsideALongRunOfMarksAreLinear() {
    let run = 200_000
    var text = Array("a".utf8)
    for _ in 0..<run { text.append(contentsOf: [0xCC, 0x81]) }
    var script = EditScript()
    let author = script.author(named: "a")
    for k in stride(from: 1, to: text.count, by: 4) { script.append(Span(k, k + 2), [], by: author, .safe) }
    script.seal(over: text)
    #expect(script.applied(to: text).count == text.count / 2 + 1)
    #expect(script.count == 1)
  }
}
