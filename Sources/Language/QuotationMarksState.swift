/// What goes through the ways to read a mark.  Not a closure: one that keeps its own account would be allocated for each state.
protocol QuotationWays {
  mutating func take(_ next: Int, _ action: QuotationState.Action, _ cost: Int32)
}

/// What is open at a point of the text, packed into a small number; the alphabet of the dynamic program.
///
/// 0 nothing; 1…7 a double quotation by the shape of its opener; 8 a single one; 9…15 a single one in a double one;
/// 16…22 a double one in a single one; 23…29 a double one in a double one.
enum QuotationState {
  static let count = 30
  static let closed = 0
  static let single = 8

  /// The shape's number among the double openers.
  static func style(_ glyph: QuotationMark.Glyph) -> Int { min(Int(glyph.rawValue), 6) }
  /// The opener's shape of a double state.
  static func glyph(_ style: Int) -> QuotationMark.Glyph { QuotationMark.Glyph(rawValue: UInt8(style)) ?? .leftDouble }

  static func double(_ style: Int) -> Int { 1 + style }
  static func singleInDouble(_ style: Int) -> Int { 9 + style }
  static func doubleInSingle(_ style: Int) -> Int { 16 + style }
  static func doubleInDouble(_ style: Int) -> Int { 23 + style }

  static func depth(_ state: Int) -> Int { state == 0 ? 0 : state <= single ? 1 : 2 }
  /// Whether the outermost quotation is a single one.
  static func isSingleOutside(_ state: Int) -> Bool { state == single || (16...22).contains(state) }

  /// How a mark is read in a state.
  enum Action: UInt8 {
    /// One deeper.
    case open
    /// The innermost one ends.
    case close
    /// Both end: the inner closer is missing.
    case closeBoth
    /// An end without a beginning.
    case closeUnopened
    /// What is open ended somewhere before, unmarked; a new one begins.
    case openAfresh
    case reopen
    case apostrophe
    case prime
    case stray
    /// At the end of a paragraph: what is open has lost its closer.
    case abandon
    /// At the end of a paragraph: what is open stays open.
    case carry

    var role: QuotationMark.Role {
      switch self {
      case .open, .openAfresh: .opener
      case .close, .closeBoth, .closeUnopened: .closer
      case .reopen: .reopener
      case .apostrophe: .apostrophe
      case .prime: .prime
      case .stray, .abandon, .carry: .stray
      }
    }
  }

  /// Tells `sink` the state after, the action and its cost for each way to read a mark in a state.
  @inline(__always)
  static func readings<Sink: QuotationWays>(
    of mark: QuotationMark, _ costs: QuotationCosts, in state: Int, to sink: inout Sink
  ) {
    let isSingle = mark.glyph.isSingle
    let style = style(mark.glyph)
    let fresh = isSingle ? single : double(style)
    sink.take(state, .stray, costs.stray)
    if costs.apostrophe < QuotationCosts.never { sink.take(state, .apostrophe, costs.apostrophe) }
    if costs.prime < QuotationCosts.never { sink.take(state, .prime, costs.prime) }
    switch state {
    case closed:
      sink.take(fresh, .open, costs.open + costs.outermost)
      sink.take(closed, .closeUnopened, costs.close + QuotationCosts.missingOpener)
    case 1...7:
      let opener = glyph(state - 1)
      if isSingle {
        sink.take(singleInDouble(state - 1), .open, costs.open)
        sink.take(closed, .close, costs.close + QuotationCosts.crossFamily)
      } else {
        sink.take(closed, .close, costs.close + closing(opener, mark.glyph))
        let isSameKind = opener == mark.glyph || mark.glyph == .straightDouble
        var nested = isSameKind ? QuotationCosts.nestedSameKind : QuotationCosts.nestedOtherKind
        if opener == .straightDouble, isSameKind { nested = QuotationCosts.nestedStraight }
        // What begins a paragraph goes on with the quotation, or begins one of its own.
        if mark.startsParagraph { nested += QuotationCosts.nestedParagraph }
        sink.take(doubleInDouble(state - 1), .open, costs.open + nested)
        sink.take(state, .reopen, costs.open + reopening(mark, costs))
      }
      sink.take(fresh, .openAfresh, costs.open + costs.missingCloser)
    case single:
      if isSingle {
        sink.take(closed, .close, costs.close)
        sink.take(state, .reopen, costs.open + reopening(mark, costs))
        sink.take(fresh, .openAfresh, costs.open + costs.missingCloser)
      } else {
        sink.take(doubleInSingle(style), .open, costs.open)
        sink.take(closed, .close, costs.close + QuotationCosts.crossFamily)
        sink.take(fresh, .openAfresh, costs.open + costs.missingCloser)
      }
    case 9...15:
      let outer = state - 9
      if isSingle {
        sink.take(double(outer), .close, costs.close)
      } else {
        sink.take(closed, .closeBoth, costs.close + closing(glyph(outer), mark.glyph) + QuotationCosts.missingInner)
        sink.take(state, .reopen, costs.open + reopening(mark, costs) + 6)
        sink.take(fresh, .openAfresh, costs.open + costs.missingCloser + QuotationCosts.missingInner)
      }
    case 16...22:
      let inner = state - 16
      if isSingle {
        sink.take(closed, .closeBoth, costs.close + QuotationCosts.missingInner)
        sink.take(state, .reopen, costs.open + reopening(mark, costs) + 6)
        sink.take(fresh, .openAfresh, costs.open + costs.missingCloser + QuotationCosts.missingInner)
      } else {
        sink.take(single, .close, costs.close + closing(glyph(inner), mark.glyph))
        sink.take(doubleInSingle(style), .openAfresh, costs.open + costs.missingCloser)
      }
    default:
      let outer = state - 23
      if !isSingle {
        sink.take(double(outer), .close, costs.close)
        sink.take(
          closed, .closeBoth, costs.close + closing(glyph(outer), mark.glyph) + QuotationCosts.missingInner)
        sink.take(fresh, .openAfresh, costs.open + costs.missingCloser + QuotationCosts.missingInner)
      }
    }
  }

  /// The same for each way to pass the end of a paragraph.
  @inline(__always)
  static func passages<Sink: QuotationWays>(
    _ passage: Passage, _ costs: QuotationCosts, from state: Int, to sink: inout Sink
  ) {
    if state == closed { return sink.take(closed, .carry, 0) }
    let isDeep = depth(state) > 1
    sink.take(
      closed, .abandon, costs.missingCloser + (isDeep ? QuotationCosts.missingInner : 0))
    guard passage != .end else { return }
    var cost: Int32
    switch passage {
    case .reopenedDouble: cost = isSingleOutside(state) ? 26 : 4
    case .reopenedSingle: cost = isSingleOutside(state) ? 4 : 26
    case .wrapped: cost = 3
    case .plain, .end: cost = 34
    }
    if isDeep { cost += 12 }
    if costs.followsTag { cost += 20 }
    sink.take(state, .carry, cost)
  }

  /// What comes after the end of a paragraph.
  enum Passage: UInt8 {
    /// A paragraph that begins with a double or a single mark.
    case reopenedDouble
    case reopenedSingle
    /// A line that goes on with the sentence.
    case wrapped
    /// Anything else.
    case plain
    /// The end of the text.
    case end
  }

  /// The mismatch of shapes beyond what the closer's own shape costs already.
  @inline(__always)
  private static func closing(_ opener: QuotationMark.Glyph, _ closer: QuotationMark.Glyph) -> Int32 {
    let mismatch = QuotationCosts.closingMismatch(opener: opener, closer: closer)
    // `“` and `«` end quotations of their own customs at no cost.
    if mismatch == 0, closer == .leftDouble { return -16 }
    if mismatch == 0, closer == .leftAngle { return -18 }
    return mismatch
  }

  @inline(__always)
  private static func reopening(_ mark: QuotationMark, _ costs: QuotationCosts) -> Int32 {
    if mark.startsParagraph { return QuotationCosts.reopenedParagraph }
    if costs.followsTag { return QuotationCosts.reopenedInside + 12 }
    return mark.beyondBefore == .stop ? QuotationCosts.reopenedInside : QuotationCosts.reopenedInside + 12
  }
}
