import TextModel

/// Lines that no list has: judged by what they are made of and by where they stand.
extension PageResidue {
  /// What a line must weigh, by its place.
  private enum Threshold {
    /// Between two paragraphs, in a text that shows in two ways that it came from a page or was damaged.
    static let among = 12
    /// The same, where one sign is all there is.
    static let doubtful = 22
    /// Next to a line of the page, or behind the last paragraph where such a line stands.
    static let beside = 4
    /// How much less behind the last paragraph.
    static let foot = 4
    /// How much more of one word: it may be a heading.
    static let word = 8
    /// What instructions in numbered steps add to all of them: they speak to the reader too.
    static let steps = 12
  }

  /// The lines that are judged to be of the page too, in a text where lists know others or that shows damage.  Linear.
  static func judged(_ listed: [PageLine], _ document: Document) -> [PageLine] {
    let lines = document.paragraphs
    let text = document.text
    guard lines.count > 3, !document.hasTechnicalLines else { return [] }
    // Nearly all texts have no sign, and are done here.
    let signs =
      listed.count { $0.kind != .footer } + (listed.contains { $0.kind == .footer } ? 1 : 0) + document.sentenceSigns
    guard signs > 0, signs * 4000 >= text.count else { return [] }
    var weights = document.lineWeights
    var reader = PageLineReader()
    var verdicts: [(index: Int, verdict: PageLineJudge.Verdict)] = []
    var next = 0
    // The first line is the title, unless one stands below it.
    let hasHead = listed.count > 1 && listed[0].index == 1 && listed[1].index == 2
    let from =
      !isProse(text, lines[1]) && text[lines[1]].count { $0 == 0x20 } > 2 || hasHead
        || text[lines[0].start] == UInt8(ascii: "|") ? 0 : 1
    for index in from..<lines.count where lines[index].count <= PageLineJudge.longest {
      while next < listed.count, listed[next].index < index { next += 1 }
      if next < listed.count, listed[next].index == index { continue }
      if case .unknown = weights[index] {
        weights[index] = PageLineJudge.weigh(&reader, text, lines[index]).map { .verdict($0) } ?? .none
      }
      guard case .verdict(let verdict) = weights[index], verdict.weight >= Threshold.beside,
        !isIndented(text, lines[index]), !document.isLayout(at: lines[index].start),
        isWhole(text, lines, index) || verdict.weight >= Threshold.among && standsAlone(text, lines, index),
        verdict.kind != .footer || index >= lines.count - 6,
        verdict.weight >= Threshold.among
          || !(text[lines[index]].contains(UInt8(ascii: "@")) && text[lines[index]].contains(UInt8(ascii: ","))),
        !verdict.names && !text.has("Source: ", at: lines[index].start) || !isCredit(document, lines[index])
      else { continue }
      verdicts.append((index, verdict))
    }
    document.keep(lineWeights: weights)
    guard !verdicts.isEmpty else { return [] }
    var needed = signs > 1 ? Threshold.among : Threshold.doubtful
    var beside = Threshold.beside
    if hasSteps(document) {
      needed += Threshold.steps
      beside += Threshold.steps
    }
    return judged(verdicts, listed, needed: needed, beside: beside, document)
  }

  /// Whether a line is one by itself and no part of a paragraph that was broken at a width, and no heading or field of a technical text.
  private static func isWhole(_ text: Text, _ lines: [Span], _ index: Int) -> Bool {
    let line = lines[index]
    switch text[line.start] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "*"), UInt8(ascii: "<"), UInt8(ascii: "`"):
      return false
    case UInt8(ascii: "[") where text[line.end - 1] != UInt8(ascii: "]"): return false
    case UInt8(ascii: "#") where text.has(" ", at: line.start + 1) || text.has("#", at: line.start + 1): return false
    default: break
    }
    if index + 1 < lines.count, lines[index + 1].start == line.end + 1, text[lines[index + 1].start] &- 0x61 < 26 {
      return false
    }
    guard index > 0 else { return true }
    let before = lines[index - 1]
    guard before.end + 1 == line.start, before.count >= 50 else { return true }
    switch text[before.end - 1] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ","): return false
    default: return true
    }
  }

  /// Whether a line that begins small stands behind a blank line and a full stop: it goes on with nothing.
  private static func standsAlone(_ text: Text, _ lines: [Span], _ index: Int) -> Bool {
    index > 0 && text[lines[index].start] &- 0x61 < 26 && lines[index - 1].end + 2 <= lines[index].start
      && text[lines[index - 1].end - 1] == UInt8(ascii: ".")
      && (index + 1 == lines.count || lines[index].end + 2 <= lines[index + 1].start)
  }

  private static func judged(
    _ verdicts: [(index: Int, verdict: PageLineJudge.Verdict)], _ listed: [PageLine], needed: Int, beside: Int,
    _ document: Document
  ) -> [PageLine] {
    let lines = document.paragraphs
    var isPage = [Bool](repeating: false, count: lines.count + 1)
    for line in listed { isPage[line.index] = true }
    var goes = [Bool](repeating: false, count: verdicts.count)
    let head = lines.firstIndex { isProse(document.text, $0) } ?? 0
    let last = lines.indices.last { isProse(document.text, lines[$0]) } ?? lines.count
    for (k, candidate) in verdicts.enumerated()
    where candidate.verdict.weight >= needed - (candidate.index > last ? Threshold.foot : 0)
      + (isWord(document.text, lines[candidate.index]) ? Threshold.word : 0)
      && (candidate.index > head || !candidate.verdict.names || candidate.verdict.weight >= 2 * needed)
    {
      goes[k] = true
      isPage[candidate.index] = true
    }
    let foot = (lines.indices.last { isProse(document.text, lines[$0]) && !isPage[$0] } ?? lines.count) + 1
    let hasFoot = foot < lines.count && isPage[foot..<lines.count].contains(true)
    func look(_ k: Int) {
      let index = verdicts[k].index
      // A line above the text that names things may be the title.
      guard !goes[k], verdicts[k].verdict.weight >= (index < head && verdicts[k].verdict.names ? needed : beside),
        index > 0, isPage[index - 1] || isPage[index + 1] || hasFoot && index >= foot
      else { return }
      goes[k] = true
      isPage[index] = true
    }
    for k in verdicts.indices { look(k) }
    for k in verdicts.indices.reversed() { look(k) }
    return verdicts.indices.filter { goes[$0] }.map {
      PageLine(
        index: verdicts[$0].index, kind: verdicts[$0].verdict.kind, startsList: verdicts[$0].verdict.startsList)
    }
  }

  private static func isWord(_ text: Text, _ line: Span) -> Bool { !text[line].contains(0x20) }

  /// Whether three lines or more are numbered: instructions.
  private static func hasSteps(_ document: Document) -> Bool {
    let text = document.text
    var steps = 0
    for line in document.paragraphs where PageLineJudge.isNumbered(text, line) {
      steps += 1
      if steps == 3 { return true }
    }
    return false
  }
}
