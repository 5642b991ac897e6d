import TextModel

/// Finds the cheapest reading: Viterbi forward, the same backward for the margins, then a walk along the best path.
///
/// Works in windows of at most `window` steps, so that ten megabytes of marks need no more memory than ten
/// kilobytes; a window ends early at a paragraph's end where the text is clearly at rest.  A class, so that to ask about a mark
/// copies nothing.
final class QuotationReader {
  let bytes: UnsafeBufferPointer<UInt8>
  let spans: [Span]
  let census: QuotationCensus
  var marks: [QuotationMark]
  var paragraphs: [QuotationMarks.Paragraph]
  var missing: [QuotationMarks.Missing] = []

  static let window = 1024
  /// States dearer than the best by this much are given up.
  static let beam: Int32 = 80

  /// One step: a mark, or the end of a paragraph.
  private struct Step {
    /// Which mark; -1 at a paragraph's end.
    var mark: Int
    var costs: QuotationCosts
    var passage: QuotationState.Passage
    /// Which of `paragraphs` the step belongs to.
    var paragraph: Int
  }

  private var steps: [Step] = []
  /// The cheapest cost of reaching each state before each step, and of going on from it to the window's end.
  private var forward: [Int32] = []
  private var backward: [Int32] = []
  private var previous: [UInt8] = []
  private var actions: [UInt8] = []
  private var state = QuotationState.closed
  /// The openers that are open on the best path, outermost first.
  private var open: [Int] = []

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ spans: [Span], _ census: QuotationCensus, _ marks: [QuotationMark],
    _ paragraphs: [QuotationMarks.Paragraph]
  ) {
    self.bytes = bytes
    self.spans = spans
    self.census = census
    self.marks = marks
    self.paragraphs = paragraphs
  }

  func read() {
    steps.reserveCapacity(min(Self.window, marks.count + paragraphs.count) + 1)
    begin()
    for index in paragraphs.indices {
      if state == QuotationState.closed, steps.isEmpty, readPlainly(index) { continue }
      paragraphs[index].margin = QuotationMarks.certain
      for mark in paragraphs[index].marks {
        var costs = QuotationCosts(
          marks[mark], census, isElision: isElision(marks[mark]), isSuffix: isContraction(marks[mark]),
          isDoubled: isDoubled(mark))
        costs.followsTag = followsTag(mark)
        if leadsTag(marks[mark]) { costs.open += 10 }
        if hangsOnTag(marks[mark]) {
          costs.open += 20
          costs.close = max(0, costs.close - 20)
        }
        // Two marks with nothing but a space between are an end and a beginning, hardly an empty quotation.
        if standsBehindAnother(mark) { costs.close += 8 }
        if standsBehindAnother(mark + 1) { costs.open += 8 }
        advance(Step(mark: mark, costs: costs, passage: .plain, paragraph: index))
        if steps.count >= Self.window { finish() }
      }
      var costs = QuotationCosts()
      costs.followsTag = endsWithTag(index)
      advance(Step(mark: -1, costs: costs, passage: passage(after: index), paragraph: index))
      if steps.count >= Self.window || isAtRest { finish() }
    }
    if !steps.isEmpty { finish() }
  }

  /// Reads a paragraph in which no mark can be doubted without a search: openers and closers of one shape take turns, each
  /// with nothing against it and much against the contrary; single marks are apostrophes.  False, and nothing
  /// changed, where it is not like that.
  ///
  /// Most paragraphs of edited text are; the search gives the same roles, and margins near the one written here.
  private func readPlainly(_ index: Int) -> Bool {
    var opener = -1
    for mark in paragraphs[index].marks {
      let here = marks[mark]
      if here.glyph.isSingle {
        guard here.glyph == .rightSingle || here.glyph == .straightSingle,
          here.before == .lower || here.before == .upper,
          here.after == .space, here.glyph == .rightSingle || !census.singleComesFirst
        else { return false }
        continue
      }
      let isOpener: Bool
      switch here.glyph {
      case .leftDouble: isOpener = true
      case .rightDouble: isOpener = false
      case .straightDouble: isOpener = opener < 0
      default: return false
      }
      guard here.length != 2, isOpener == (opener < 0) else { return false }
      if isOpener {
        guard here.before == .space || here.before == .edge, here.after.isWord else { return false }
        opener = mark
      } else {
        guard here.glyph == marks[opener].glyph || here.glyph == .rightDouble && marks[opener].glyph == .leftDouble,
          here.before.isWord || here.before == .comma || here.before == .stop, here.before != .digit,
          here.after == .space || here.after == .edge || here.after == .comma || here.after == .stop
        else { return false }
        opener = -1
      }
    }
    guard opener < 0 else { return false }
    for mark in paragraphs[index].marks {
      marks[mark].margin = UInt16(marks[mark].glyph.isSingle ? Self.plainApostrophe : Self.plain)
      if marks[mark].glyph.isSingle {
        marks[mark].role = .apostrophe
      } else if opener < 0 {
        marks[mark].role = .opener
        opener = mark
      } else {
        marks[mark].role = .closer
        marks[mark].partner = Int32(opener)
        marks[opener].partner = Int32(mark)
        opener = -1
      }
    }
    paragraphs[index].margin = Self.plainApostrophe
    return true
  }

  /// The margins that the search gives in such paragraphs.
  private static let plain = 60
  private static let plainApostrophe = 27

  private func begin() {
    steps.removeAll(keepingCapacity: true)
    previous.removeAll(keepingCapacity: true)
    actions.removeAll(keepingCapacity: true)
    forward.removeAll(keepingCapacity: true)
    forward.append(contentsOf: repeatElement(QuotationCosts.never, count: QuotationState.count))
    forward[state] = 0
  }

  /// Adds one step at the front of the search.
  private func advance(_ step: Step) {
    let count = QuotationState.count
    let base = steps.count * count
    steps.append(step)
    forward.append(contentsOf: repeatElement(QuotationCosts.never, count: count))
    previous.append(contentsOf: repeatElement(0, count: count))
    actions.append(contentsOf: repeatElement(0, count: count))
    let mark = step.mark >= 0 ? marks[step.mark] : marks[0]
    forward.withUnsafeMutableBufferPointer { forward in
      previous.withUnsafeMutableBufferPointer { previous in
        actions.withUnsafeMutableBufferPointer { actions in
          var best = QuotationCosts.never
          for state in 0..<count { best = min(best, forward[base + state]) }
          for state in 0..<count where forward[base + state] <= best + Self.beam {
            var way = Relaxation(
              forward: forward.baseAddress! + base + count, previous: previous.baseAddress! + base,
              actions: actions.baseAddress! + base, here: forward[base + state], state: UInt8(state))
            if step.mark >= 0 {
              QuotationState.readings(of: mark, step.costs, in: state, to: &way)
            } else {
              QuotationState.passages(step.passage, step.costs, from: state, to: &way)
            }
          }
        }
      }
    }
  }

  /// Keeps the cheapest way to each state after a step.
  private struct Relaxation: QuotationWays {
    let forward: UnsafeMutablePointer<Int32>
    let previous: UnsafeMutablePointer<UInt8>
    let actions: UnsafeMutablePointer<UInt8>
    let here: Int32
    let state: UInt8

    @inline(__always)
    mutating func take(_ next: Int, _ action: QuotationState.Action, _ cost: Int32) {
      let total = here + cost
      guard total < forward[next] else { return }
      forward[next] = total
      previous[next] = state
      actions[next] = action.rawValue
    }
  }

  /// Whether nothing is open on the best path by a clear margin.
  private var isAtRest: Bool {
    let base = steps.count * QuotationState.count
    for state in 1..<QuotationState.count where forward[base + state] < forward[base] + 40 { return false }
    return true
  }

  /// Takes the best path of the window, measures the margins, writes down what was found and begins a new window.
  private func finish() {
    let count = QuotationState.count
    var best = 0
    for state in 1..<count where forward[steps.count * count + state] < forward[steps.count * count + best] {
      best = state
    }
    let total = forward[steps.count * count + best]
    var path = [(state: UInt8, action: UInt8)](repeating: (0, 0), count: steps.count)
    var at = best
    for index in stride(from: steps.count - 1, through: 0, by: -1) {
      let action = actions[index * count + at]
      at = Int(previous[index * count + at])
      path[index] = (UInt8(at), action)
    }
    measureMargins(path, total)
    for index in steps.indices {
      follow(steps[index], Int(path[index].state), QuotationState.Action(rawValue: path[index].action) ?? .stray)
      let next = index + 1 < steps.count ? Int(path[index + 1].state) : best
      let cost = forward[(index + 1) * count + next] - forward[index * count + Int(path[index].state)]
      paragraphs[steps[index].paragraph].cost += Int(cost)
    }
    state = best
    begin()
  }

  /// Walks backward once and finds for each mark the cheapest reading that gives it another role.
  private func measureMargins(_ path: [(state: UInt8, action: UInt8)], _ total: Int32) {
    let count = QuotationState.count
    var earlier = [Int32](repeating: 0, count: count)
    backward.removeAll(keepingCapacity: true)
    backward.append(contentsOf: repeatElement(0, count: count))
    for index in stride(from: steps.count - 1, through: 0, by: -1) {
      let step = steps[index]
      let mark = step.mark >= 0 ? marks[step.mark] : marks[0]
      let limit = forward[index * count + Int(path[index].state)] + Self.beam
      let other = backward.withUnsafeBufferPointer { backward in
        var way = Weighing(
          backward: backward.baseAddress!,
          chosen: (QuotationState.Action(rawValue: path[index].action) ?? .stray).role)
        for state in 0..<count {
          way.here = forward[index * count + state]
          way.cheapest = QuotationCosts.never
          if way.here <= limit {
            if step.mark >= 0 {
              QuotationState.readings(of: mark, step.costs, in: state, to: &way)
            } else {
              QuotationState.passages(step.passage, step.costs, from: state, to: &way)
            }
          }
          earlier[state] = way.cheapest
        }
        return way.other
      }
      swap(&backward, &earlier)
      if step.mark >= 0 {
        let margin = max(0, min(Int(other - total), QuotationMarks.certain))
        marks[step.mark].margin = UInt16(margin)
        paragraphs[step.paragraph].margin = min(paragraphs[step.paragraph].margin, margin)
      }
    }
  }

  /// Finds the cheapest way on from a state, and the cheapest of all that give the mark another role than the chosen one.
  private struct Weighing: QuotationWays {
    let backward: UnsafePointer<Int32>
    let chosen: QuotationMark.Role
    var here: Int32 = 0
    var cheapest = QuotationCosts.never
    var other = QuotationCosts.never

    init(backward: UnsafePointer<Int32>, chosen: QuotationMark.Role) {
      self.backward = backward
      self.chosen = chosen
    }

    @inline(__always)
    mutating func take(_ next: Int, _ action: QuotationState.Action, _ cost: Int32) {
      let onward = cost + backward[next]
      if onward < cheapest { cheapest = onward }
      if action.role != chosen, here + onward < other { other = here + onward }
    }
  }

  /// Writes down what one step of the best path says.
  private func follow(_ step: Step, _ state: Int, _ action: QuotationState.Action) {
    if step.mark < 0 {
      if action == .abandon {
        let end = spans[paragraphs[step.paragraph].index].end
        while let opener = open.popLast() { lose(closerOf: opener, before: end) }
      }
      paragraphs[step.paragraph].staysOpen = !open.isEmpty
      if step.paragraph + 1 < paragraphs.count { paragraphs[step.paragraph + 1].entersOpen = !open.isEmpty }
      return
    }
    let index = step.mark
    marks[index].role = action.role
    switch action {
    case .open:
      marks[index].depth = UInt8(open.count)
      open.append(index)
    case .openAfresh:
      // A double one inside a single one is replaced alone, everything else is given up whole.
      let kept = (16...22).contains(state) && !marks[index].glyph.isSingle ? 1 : 0
      while open.count > kept, let opener = open.popLast() { lose(closerOf: opener, before: marks[index].start) }
      marks[index].depth = UInt8(open.count)
      open.append(index)
    case .close: close(index)
    case .closeBoth:
      if let inner = open.popLast() { lose(closerOf: inner, before: marks[index].start) }
      close(index)
    case .closeUnopened:
      let limit = leftLimit(index, step.paragraph)
      let start = QuotationGaps.openerPlace(
        bytes, before: marks[index].start, from: limit,
        isParagraphStart: limit == spans[paragraphs[step.paragraph].index].start)
      missing.append(QuotationMarks.Missing(mark: index, isCloser: false, offset: start))
    case .reopen:
      marks[index].depth = UInt8(max(0, open.count - 1))
      if let opener = open.last { marks[index].partner = Int32(opener) }
    case .apostrophe, .prime, .stray, .abandon, .carry:
      break
    }
  }

  private func close(_ index: Int) {
    guard let opener = open.popLast() else { return }
    marks[index].partner = Int32(opener)
    marks[opener].partner = Int32(index)
    marks[index].depth = UInt8(open.count)
  }

  private func lose(closerOf opener: Int, before limit: Int) {
    let place = QuotationGaps.closerPlace(bytes, after: marks[opener].span.end, before: limit)
    missing.append(QuotationMarks.Missing(mark: opener, isCloser: true, offset: place))
  }

  /// Where the search for a lost opener stops: behind the mark before, or at the paragraph's start.
  private func leftLimit(_ mark: Int, _ paragraph: Int) -> Int {
    let start = spans[paragraphs[paragraph].index].start
    return mark > 0 ? max(start, marks[mark - 1].span.end) : start
  }

  /// What comes after a paragraph that has marks.
  private func passage(after index: Int) -> QuotationState.Passage {
    let next = paragraphs[index].index + 1
    guard index + 1 < paragraphs.count else { return .end }
    if paragraphs[index + 1].index == next {
      let first = marks[paragraphs[index + 1].marks.lowerBound]
      if first.startsParagraph { return first.glyph.isSingle ? .reopenedSingle : .reopenedDouble }
    }
    return QuotationGaps.isWrapped(bytes, spans[next - 1], spans[next]) ? .wrapped : .plain
  }

  /// Whether the mark stands right behind another one, with at most a full stop and spaces between.
  private func isDoubled(_ index: Int) -> Bool {
    guard index > 0, marks[index].start - marks[index - 1].span.end <= 4,
      marks[index].glyph.isSingle == marks[index - 1].glyph.isSingle
    else { return false }
    for at in marks[index - 1].span.end..<marks[index].start
    where bytes[at] != 0x20 && bytes[at] != 0x2E { return false }
    return true
  }

  /// Whether a tag follows a mark that could open as well as close by its neighbours: `, " she said`.
  private func leadsTag(_ mark: QuotationMark) -> Bool {
    guard !mark.glyph.isSingle, mark.beyondBefore == .comma || mark.beyondBefore == .stop,
      mark.before == .space ? mark.after == .space : mark.after == .lower || mark.after == .upper
    else { return false }
    let start = mark.after == .space ? mark.span.end + 1 : mark.span.end
    return QuotationGaps.isTag(bytes, from: start, to: min(bytes.count, start + 120))
  }

  /// Whether a tag in small letters hangs on a mark that stands behind the end of a sentence or a comma: `we go on. “he said`.
  private func hangsOnTag(_ mark: QuotationMark) -> Bool {
    guard !mark.glyph.isSingle, mark.before == .space, mark.after == .lower,
      mark.beyondBefore == .comma || mark.beyondBefore == .stop
    else { return false }
    return QuotationGaps.isTag(bytes, from: mark.span.end, to: min(bytes.count, mark.span.end + 120))
  }

  /// Whether only spaces stand between a double mark and the double mark before it.
  private func standsBehindAnother(_ index: Int) -> Bool {
    guard index > 0, index < marks.count, !marks[index].glyph.isSingle, !marks[index - 1].glyph.isSingle else {
      return false
    }
    let start = marks[index - 1].span.end
    guard marks[index].start > start, marks[index].start - start <= 4 else { return false }
    for at in start..<marks[index].start where bytes[at] != 0x20 { return false }
    return true
  }

  /// Whether a tag (`, she said`) stands between this mark and the one before, both of which look like openers: the first
  /// quotation then ended without its closer.
  private func followsTag(_ index: Int) -> Bool {
    guard index > 0, looksLikeOpener(marks[index]), looksLikeOpener(marks[index - 1]) else { return false }
    let start = marks[index - 1].span.end
    return QuotationGaps.tagPlace(bytes, from: start, to: min(marks[index].start, start + 2000)) != nil
  }

  /// The same for the last mark of a paragraph and its end.
  private func endsWithTag(_ paragraph: Int) -> Bool {
    guard let last = paragraphs[paragraph].marks.last, looksLikeOpener(marks[last]) else { return false }
    let start = marks[last].span.end
    let end = min(spans[paragraphs[paragraph].index].end, start + 2000)
    return QuotationGaps.tagPlace(bytes, from: start, to: end) != nil
  }

  private func looksLikeOpener(_ mark: QuotationMark) -> Bool {
    !mark.glyph.isSingle && mark.after.isWord && !mark.before.isWord
  }

  /// Whether the word behind the mark is one that begins with an apostrophe: ’tis, ’em, ’90s.
  private func isElision(_ mark: QuotationMark) -> Bool {
    mark.glyph.isSingle && mark.after.isWord && !mark.before.isWord
      && QuotationWords.isElision(bytes, at: mark.span.end)
  }

  /// Whether a double mark stands where the apostrophe of a contraction belongs: don"t.
  private func isContraction(_ mark: QuotationMark) -> Bool {
    !mark.glyph.isSingle && (mark.before == .lower || mark.before == .upper)
      && (mark.after == .lower || mark.after == .upper) && QuotationWords.isContraction(bytes, at: mark.span.end)
  }
}
