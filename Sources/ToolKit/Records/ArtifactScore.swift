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
    _ script: EditScript, _ suspects: [Suspect], _ rules: Set<String>, original: [UInt8]
  ) -> Double {
    var spans: [Span] = []
    var insertions = 0
    var counts = [Bool](repeating: false, count: script.authors.names.count)
    for author in counts.indices {
      script.authors.eachID(of: author) { counts[author] = counts[author] || rules.contains($0) }
    }
    for entry in script.entries where counts[entry.author] {
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
