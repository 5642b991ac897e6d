/// The rounds of a repair.
///
/// A round looks for the character set in which most of the line's oddities turn out to be UTF-8, and decodes them; rounds go on
/// until nothing is gained, so text that was misread several times, or by several programs, is unwound layer by layer.
extension MisreadLine {
  /// Where the evidence must be at least this much better than the line as it stands, in half bits.  Half a million to one
  /// against an accident, before the accident of being valid UTF-8 at all is counted.
  static let threshold = 25
  /// Sets whose ranks are this near explain a line about equally well.
  static let nearness = 120
  /// More layers than anybody has seen: what goes on unwinding has never been text, and stays.
  static let maximumRounds = 24

  /// Unwinds all layers.  True where anything changed.
  ///
  /// What was decoded in one round is trusted in the next.  When nothing more is found the line is looked at afresh, as the text that it
  /// will be, until that finds nothing either: so a second run changes nothing.
  func repair() -> Bool {
    var rounds = 0
    var isAfresh = true
    last = -1
    while true {
      if let set = repairOnce(isFirst: rounds == 0) {
        rounds += 1
        if rounds > Self.maximumRounds { return false }
        last = set
        isAfresh = false
      } else if isAfresh || survey.pairs.isEmpty {
        return rounds > 0
      } else {
        settle()
        surveyAgain()
        last = -1
        isAfresh = true
      }
    }
  }

  /// What a set gains when what it leaves unexplained is taken off.
  func gain(of evidence: Evidence) -> Int { evidence.gain - 20 * evidence.left / Swift.max(survey.odd, 1) }

  /// One layer.  The set it was misread in; nil where nothing is misread.
  ///
  /// - Parameter isFirst: Nothing is decoded yet.
  private func repairOnce(isFirst: Bool) -> Int? {
    // After the last layer there is no pair, and nothing else need be asked.
    if survey.pairs.isEmpty { return nil }
    findCandidates()
    trials.removeAll(keepingCapacity: true)
    weak.removeAll(keepingCapacity: true)
    for set in sets {
      let evidence = evidence(set)
      let gain = gain(of: evidence)
      // What was misread once in a set may well have been twice.
      if gain >= (set == last ? Self.threshold / 2 : Self.threshold) {
        trials.append(evidence)
      } else if gain >= Self.threshold / 3, evidence.left == 0 {
        weak.append(evidence)
      }
    }
    guard var chosen = trials.max(by: { $0.rank < $1.rank }) ?? weakButDouble() else { return nil }
    if trials.count > 1 {
      let rivals = trials.filter { $0.rank >= chosen.rank - Self.nearness }.sorted { $0.rank > $1.rank }.prefix(3)
      if rivals.count > 1 { chosen = lookAhead(rivals) }
    }
    gain += chosen.gain
    // Where one set alone was tried and explains everything, its sequences lie ready.
    let isReady = sets.count == 1 && !trials.isEmpty && chosen.isComplete
    if !isReady { read(chosen.set, chosen.left == 0 ? .whole : .mixed) }
    if foundCount == 0 { return nil }
    decode()
    if isFirst, isReady, !isOddStill {
      survey = Survey()
    } else {
      surveyAgain()
    }
    return chosen.set
  }

  /// A set that gains little, but whose result is plainly misread in the same set once more.
  private func weakButDouble() -> Evidence? {
    for trial in weak {
      let next = evidence(after: trial)
      if next.gain >= Self.threshold, next.gain + trial.gain >= Self.threshold * 3 / 2, next.left == 0 { return trial }
    }
    return nil
  }

  /// Of sets that explain a line about equally well, the one whose result makes the most sense when the same set is
  /// tried on it once more: text misread twice was mostly misread twice the same way.
  private func lookAhead(_ rivals: ArraySlice<Evidence>) -> Evidence {
    var best = rivals[rivals.startIndex]
    var bestRank = Int.min
    for rival in rivals {
      let next = evidence(after: rival)
      let rank = rival.rank + (next.gain >= Self.threshold ? Swift.max(next.rank, 0) : 0)
      if rank > bestRank {
        best = rival
        bestRank = rank
      }
    }
    return best
  }

  /// What speaks for the same set once more when a layer has been taken off, which is then put back.
  private func evidence(after trial: Evidence) -> Evidence {
    let before = (count, survey.odd, isUntouched)
    read(trial.set, trial.left == 0 ? .whole : .mixed)
    decode()
    survey.odd = 0
    defer {
      restore(before.0, isUntouched: before.2)
      survey.odd = before.1
    }
    return evidence(trial.set)
  }
}
