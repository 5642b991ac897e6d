import Language
import TextModel

/// How garbled a text was: the share of its original that edits and suspects of the repair rules cover.
///
/// Of the original, so that a second run over the repaired text gives the same.
enum ArtifactScore {
  /// - Parameters:
  ///   - script: From the original to the present text.
  ///   - suspects: In the present text.
  ///   - rules: Whose edits and suspects count.
  /// - Returns: 0 to 1, in code points; an insertion counts as one.
  static func score(
    _ script: EditScript, _ suspects: SuspectList, _ rules: Set<String>, original: [UInt8]
  ) -> Double {
    var spans: [Span] = []
    var insertions = 0
    // Whether an author counts, where that was asked.
    var counts = [Bool?](repeating: nil, count: script.authors.names.count)
    for entry in script.entries {
      let author = entry.author
      if counts[author] == nil {
        var isOne = false
        script.authors.eachID(of: author) { isOne = isOne || rules.contains($0) }
        counts[author] = isOne
      }
      if counts[author] != true { continue }
      if entry.before.isEmpty { insertions += 1 } else { spans.append(entry.before) }
    }
    var carrier = Carrier(script, .back)
    for suspect in suspects {
      if let span = carrier.carry(suspect.span) { spans.append(span) }
    }
    if spans.isEmpty, insertions == 0 { return 0 }
    spans.sort()
    var covered = insertions
    var end = 0
    for span in spans where span.end > end {
      covered += OffsetUnit.codePoints.count(original, in: max(span.start, end)..<span.end)
      end = span.end
    }
    return min(1, Double(covered) / Double(max(OffsetUnit.codePoints.count(original, in: original.indices), 1)))
  }
}
