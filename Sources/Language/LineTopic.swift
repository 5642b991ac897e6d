import TextModel

extension Document {
  /// Whether some words of content stand in a line, and nearly none of them elsewhere in the text: it speaks of something else.
  public func isOffTopic(_ line: Span, least: Int = 4) -> Bool {
    var content = 0
    var known = 0
    for word in words[wordRange(in: line)] where word.count >= 4 && !LineTopic.common.contains(word) {
      content += 1
      if wordCounts[word.hash].total > 1 { known += 1 }
    }
    return content >= least && known * 5 <= content
  }

  /// The same, asked of the text before a line alone.  Linear; for what is rare.
  func isOffTopic(_ line: Span, of end: Span) -> Bool {
    let hashes = Set(
      words[wordRange(in: line)].lazy.filter { $0.count >= 4 && !LineTopic.common.contains($0) }.map(\.hash))
    guard hashes.count >= 4 else { return false }
    var known = Set<UInt32>()
    for word in words {
      if word.start >= end.start { break }
      if hashes.contains(word.hash) { known.insert(word.hash) }
    }
    return known.count * 5 <= hashes.count
  }
}

private enum LineTopic {
  /// Words of four letters or more that stand in texts about anything.
  static let common = WordSet(
    "about according across after against along alongside also although amid among another around because been before behind being below beneath beside besides between beyond both could despite does doing done during each either else even ever every except first from have here hers himself herself however into itself just like many more most much must near nearly neither never none once only onto other others over said same says several shall should since some soon still such than that their them then there these they this those though through throughout till together toward towards under unless unlike until upon very were what whatever when whenever where wherever whether which while whom whose will with within without would your"
  )
}
