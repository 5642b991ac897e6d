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
  struct Step {
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
  private var earlier: [Int32] = []
  private var previous: [UInt8] = []
  private var actions: [UInt8] = []
  private var state = QuotationState.closed
  /// The openers that are open on the best path, outermost first.
  var open: [Int] = []

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
    let count = QuotationState.count
    if forward.isEmpty {
      // A row for each step of a window, and the one before the first.
      let rows = min(Self.window, marks.count + paragraphs.count) + 1
      forward = [Int32](repeating: QuotationCosts.never, count: rows * count)
      previous = [UInt8](repeating: 0, count: rows * count)
      actions = [UInt8](repeating: 0, count: rows * count)
      backward = [Int32](repeating: 0, count: count)
      earlier = backward
    }
    for state in 0..<count { forward[state] = QuotationCosts.never }
    forward[state] = 0
  }

  /// Adds one step at the front of the search.
  private func advance(_ step: Step) {
    let count = QuotationState.count
    let base = steps.count * count
    steps.append(step)
    let mark = step.mark >= 0 ? marks[step.mark] : marks[0]
    forward.withUnsafeMutableBufferPointer { forward in
      previous.withUnsafeMutableBufferPointer { previous in
        actions.withUnsafeMutableBufferPointer { actions in
          for state in 0..<count { forward[base + count + state] = QuotationCosts.never }
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
    for state in 0..<count { backward[state] = 0 }
    for index in stride(from: steps.count - 1, through: 0, by: -1) {
      let step = steps[index]
      let mark = step.mark >= 0 ? marks[step.mark] : marks[0]
      let limit = forward[index * count + Int(path[index].state)] + Self.beam
      let chosen = (QuotationState.Action(rawValue: path[index].action) ?? .stray).role
      let other = earlier.withUnsafeMutableBufferPointer { earlier in
        backward.withUnsafeBufferPointer { backward in
          forward.withUnsafeBufferPointer { forward in
            var way = Weighing(backward: backward.baseAddress!, chosen: chosen)
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
        }
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
}
