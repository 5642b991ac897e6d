import TextModel

/// What the marks of a text have in common: the custom they follow.
struct QuotationCensus {
  var houseStyle: (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph) = (.straightDouble, .straightDouble)
  /// `”…”`, the Swedish and Finnish custom: closing shapes on both sides and no opening ones.
  var opensWithRightDouble = false
  /// `»…«`, the custom of German books and of Danish.
  var opensWithRightAngle = false
  /// The text was cut into tokens with spaces between: the marks stand alone on both sides.
  var isTokenized = false
  /// Single marks around speech, the British custom.
  var singleComesFirst = false
  /// Closers are written as openers behind a space all over the text: `so “, and so “.`
  var turnsClosers = false

  init(_ marks: [QuotationMark]) {
    var count = [Int](repeating: 0, count: QuotationMark.Glyph.allCases.count)
    var inwardRight = 0
    var outwardRight = 0
    var rightAtWord = 0
    var singleClosers = 0
    var spacedDoubles = 0
    var turned = 0
    for mark in marks {
      count[Int(mark.glyph.rawValue)] += 1
      let opensByContext = mark.after.isWord && !mark.before.isWord && mark.before != .stop && mark.before != .comma
      let closesByContext = !mark.after.isWord && mark.before != .space && mark.before != .edge
      if !mark.glyph.isSingle, mark.before == .space || mark.before == .edge,
        mark.after == .space || mark.after == .edge
      {
        spacedDoubles += 1
      }
      if mark.glyph == .leftDouble, mark.before == .space,
        mark.after == .space || mark.after == .edge || mark.after == .stop || mark.after == .comma
      {
        turned += 1
      }
      switch mark.glyph {
      case .rightAngle:
        if opensByContext { inwardRight += 1 } else if closesByContext { outwardRight += 1 }
      case .rightDouble where opensByContext: rightAtWord += 1
      case .rightSingle, .straightSingle:
        // Cut into tokens, a space stands between the comma and the mark.
        if mark.after != .lower, mark.after != .upper, mark.beyondBefore == .stop || mark.beyondBefore == .comma {
          singleClosers += 1
        }
      default: break
      }
    }
    func of(_ glyph: QuotationMark.Glyph) -> Int { count[Int(glyph.rawValue)] }
    opensWithRightAngle = inwardRight > outwardRight && of(.leftAngle) > 0
    opensWithRightDouble = of(.leftDouble) == 0 && of(.lowDouble) == 0 && rightAtWord > 0 && of(.rightDouble) >= 2
    let doubles = of(.leftDouble) + of(.rightDouble) + of(.straightDouble) + of(.leftAngle) + of(.lowDouble)
    isTokenized = spacedDoubles > 4 && spacedDoubles * 3 > doubles * 2
    turnsClosers = turned > 1 && turned >= of(.rightDouble)
    singleComesFirst = singleClosers * 2 > doubles && singleClosers > 1
    let curly = of(.leftDouble) + of(.rightDouble)
    let angle = of(.leftAngle) + of(.rightAngle)
    let low = of(.lowDouble) * 2
    let straight = of(.straightDouble)
    let corner = of(.leftCorner) + of(.rightCorner)
    let most = max(curly, angle, low, straight, corner)
    if most == 0 {
      houseStyle = (.straightDouble, .straightDouble)
    } else if low > 0, low * 2 >= most, low >= angle {
      houseStyle = (.lowDouble, of(.leftDouble) >= of(.rightDouble) ? .leftDouble : .rightDouble)
    } else if curly == most {
      houseStyle = (opensWithRightDouble ? .rightDouble : .leftDouble, .rightDouble)
    } else if angle == most {
      houseStyle = opensWithRightAngle ? (.rightAngle, .leftAngle) : (.leftAngle, .rightAngle)
    } else if corner == most {
      houseStyle = (.leftCorner, .rightCorner)
    }
  }
}

/// What it costs to read one mark in each role, before consistency is asked for.
struct QuotationCosts {
  var open: Int32 = never
  var close: Int32 = never
  var apostrophe: Int32 = never
  var prime: Int32 = never
  var stray: Int32 = 40
  /// Added where a single mark would open an outermost quotation though the text has double ones for that.
  var outermost: Int32 = 0
  /// Whether a tag stands between this mark and an opener before it.
  var followsTag = false
  /// What it costs that a quotation has no closer before this mark.
  var missingCloser: Int32 { followsTag ? 14 : 30 }

  /// Dearer than any reading.
  static let never: Int32 = 1 << 20

  static let missingOpener: Int32 = 30
  static let missingInner: Int32 = 25
  static let nestedSameKind: Int32 = 25
  static let nestedOtherKind: Int32 = 12
  /// Nobody could tell the ends of straight marks in straight marks.
  static let nestedStraight: Int32 = 34
  static let nestedParagraph: Int32 = 10
  static let reopenedInside: Int32 = 24
  static let reopenedParagraph: Int32 = 1
  static let crossFamily: Int32 = 24

  /// How badly a closer fits an opener; 0 where both are of one custom.
  static func closingMismatch(opener: QuotationMark.Glyph, closer: QuotationMark.Glyph) -> Int32 {
    if opener.isSingle != closer.isSingle { return crossFamily }
    switch (opener, closer) {
    case (.leftDouble, .rightDouble), (.rightDouble, .rightDouble), (.straightDouble, .straightDouble),
      (.lowDouble, .leftDouble), (.lowDouble, .rightDouble), (.leftAngle, .rightAngle), (.rightAngle, .leftAngle),
      (.rightAngle, .rightAngle), (.leftCorner, .rightCorner), (.leftSingle, .rightSingle),
      (.rightSingle, .rightSingle), (.straightSingle, .straightSingle), (.lowSingle, .leftSingle),
      (.lowSingle, .rightSingle), (.leftAngleSingle, .rightAngleSingle), (.rightAngleSingle, .leftAngleSingle),
      (.backtick, .straightSingle), (.backtick, .rightSingle), (.backtick, .backtick):
      return 0
    case (.straightDouble, .rightDouble), (.leftDouble, .straightDouble), (.rightDouble, .straightDouble),
      (.straightSingle, .rightSingle), (.leftSingle, .straightSingle), (.lowDouble, .straightDouble),
      (.rightSingle, .straightSingle):
      return 10
    case (.rightDouble, .leftDouble): return 2
    case (.leftDouble, .leftDouble), (.straightDouble, .leftDouble), (.leftSingle, .leftSingle): return 4
    default: return 16
    }
  }

  /// Of what is no mark.
  init() {}

  init(_ mark: QuotationMark, _ census: QuotationCensus, isElision: Bool, isSuffix: Bool, isDoubled: Bool) {
    let asOpener = Self.openingContext(mark)
    var asCloser = Self.closingContext(mark)
    // `so “and so`: the space behind went too.
    if census.turnsClosers, mark.glyph == .leftDouble, mark.before == .space, mark.after == .lower,
      mark.beyondBefore == .lower
    {
      asCloser -= 26
    }
    open = asOpener + Self.openingShape(mark, census)
    close = asCloser + Self.closingShape(mark, census)
    if mark.glyph.isSingle {
      let isClear = census.singleComesFirst || mark.glyph == .leftSingle
      open += isClear ? 2 : 8
      outermost = census.singleComesFirst ? 0 : isClear ? 16 : 10
      apostrophe = Self.apostrophe(mark, census, isElision: isElision)
      // A closer without punctuation before it looks just like a plural's or a dropped letter's apostrophe.
      if mark.before.isWord { close += 3 }
    } else if isSuffix {
      apostrophe = 10
    }
    if mark.before == .digit {
      switch mark.glyph {
      case .straightDouble, .rightDouble, .straightSingle, .rightSingle:
        // `those 15”he said`: inches are hardly glued to a word.
        prime = mark.after == .lower && mark.glyph == .rightDouble ? 14 : mark.after.isWord ? 2 : 6
      default: break
      }
    }
    // A mark that ends a clause, with a space behind, is one.
    let isClear = (mark.before == .comma || mark.before == .stop) && (mark.after == .space || mark.after == .edge)
    stray = isDoubled ? (mark.before == .mark ? 20 : 14) : isClear ? 66 : 52
  }

  /// Against the shape as an opener.
  private static func openingShape(_ mark: QuotationMark, _ census: QuotationCensus) -> Int32 {
    switch mark.glyph {
    case .leftDouble, .straightDouble, .lowDouble, .leftAngle, .leftCorner, .leftSingle, .lowSingle, .leftAngleSingle,
      .straightSingle:
      return 0
    case .rightDouble: return census.opensWithRightDouble ? 0 : isSpacedOut(mark) ? 10 : 20
    case .rightAngle: return census.opensWithRightAngle ? 0 : 18
    case .rightSingle: return 14
    case .rightAngleSingle: return 12
    case .backtick: return 3
    case .rightCorner: return 30
    }
  }

  /// Against the shape as a closer, whatever the opener.
  private static func closingShape(_ mark: QuotationMark, _ census: QuotationCensus) -> Int32 {
    switch mark.glyph {
    case .rightDouble, .straightDouble, .rightAngle, .rightCorner, .rightSingle, .straightSingle, .rightAngleSingle:
      return 0
    case .leftDouble: return isSpacedOut(mark) ? 10 : 16
    case .leftAngle: return census.opensWithRightAngle ? 0 : 18
    case .leftSingle: return 16
    case .leftAngleSingle: return 12
    case .backtick: return 10
    case .lowDouble, .lowSingle, .leftCorner: return 30
    }
  }

  /// Whether the mark stands alone between spaces: turned round together with its space.
  private static func isSpacedOut(_ mark: QuotationMark) -> Bool {
    switch mark.after {
    case .space: mark.before == .space || mark.before == .edge
    case .edge, .stop, .comma: mark.before == .space
    default: false
    }
  }

  /// Against the neighbours as those of an opener.
  private static func openingContext(_ mark: QuotationMark) -> Int32 {
    var cost: Int32
    switch mark.before {
    case .edge, .space, .opening, .dash, .mark: cost = 0
    case .other: cost = 4
    case .comma, .stop: cost = 14
    case .closing: cost = 14
    case .upper, .lower, .digit: cost = 24
    }
    switch mark.after {
    // `any experts, ”the director says`: a closer that the space went over, as a tag begins behind it.
    case .lower where mark.glyph == .rightDouble && mark.before == .space && mark.beyondBefore == .comma: cost += 26
    case .upper, .lower, .digit, .opening, .mark: break
    case .other: cost += 2
    case .dash: cost += 4
    case .stop: cost += mark.before == .edge ? 12 : 25
    case .space:
      cost += mark.glyph == .leftAngle || mark.glyph == .leftAngleSingle ? 1 : mark.before == .edge ? 8 : 12
      if mark.before == .space { cost -= 6 }
      // `us,“ she`: a comma before and a space behind say more together than each alone; behind a stop a mark may have wandered.
      if mark.before == .comma { cost += 10 }
      // `the" secret room ",`: both spaces went over to the other side of a mark that has no direction.
      if mark.glyph == .straightDouble, mark.before == .lower, mark.beyondAfter.isWord { cost -= 14 }
      // `…, " his mother replied`: between spaces what follows tells the tag from the speech.
      if mark.before == .space, mark.beyondBefore == .comma || mark.beyondBefore == .stop, mark.beyondAfter == .lower {
        cost += 6
      }
      if !(mark.beyondAfter.isWord || mark.beyondAfter == .mark || mark.beyondAfter == .opening) { cost += 8 }
    case .comma, .closing: cost += 25
    case .edge: cost += 40
    }
    return cost
  }

  /// Against the neighbours as those of a closer.
  private static func closingContext(_ mark: QuotationMark) -> Int32 {
    // `to the last minute. ”He said`: the space went over to the other side.
    if mark.glyph == .rightDouble, mark.span.count == 3, mark.before == .space,
      mark.beyondBefore == .stop || mark.beyondBefore == .comma, mark.after == .upper || mark.after == .lower
    {
      return 16
    }
    var cost: Int32
    switch mark.before {
    case .upper, .lower, .digit, .stop, .comma, .closing, .mark: cost = 0
    case .other, .dash: cost = 3
    case .space:
      cost = mark.glyph == .rightAngle || mark.glyph == .rightAngleSingle ? 1 : 12
      if mark.after == .space || mark.after == .edge || mark.after == .stop { cost -= 6 }
      if mark.after == .edge, mark.beyondBefore == .stop || mark.beyondBefore == .comma { cost -= 4 }
      if mark.beyondBefore == .edge { cost += 20 }
    case .opening: cost = 25
    case .edge: cost = 40
    }
    switch mark.after {
    case .edge, .space, .stop, .comma, .closing, .mark, .dash: break
    case .other, .digit: cost += 8
    case .opening: cost += 8
    case .lower:
      // `to "put off "their lives`: the space wandered over a mark that has no direction of its own.
      let isWandered = mark.glyph == .straightDouble && mark.before == .space && mark.beyondBefore == .lower
      cost += mark.before == .comma || mark.before == .stop ? 10 : isWandered ? 12 : 18
    case .upper: cost += mark.before == .comma || mark.before == .stop ? 12 : 22
    }
    return cost
  }

  /// Against reading a single mark as an apostrophe.
  private static func apostrophe(_ mark: QuotationMark, _ census: QuotationCensus, isElision: Bool) -> Int32 {
    switch mark.glyph {
    case .straightSingle, .rightSingle, .leftSingle, .backtick: break
    default: return never
    }
    let shape: Int32 = mark.glyph == .leftSingle ? 14 : mark.glyph == .backtick ? 10 : 0
    if mark.before.isWord {
      if mark.before == .digit, mark.after != .lower { return shape + 12 }
      if mark.after.isWord { return shape }
      return shape + 3
    }
    if mark.after.isWord {
      if isElision { return shape }
      let glyph: Int32 = mark.glyph == .rightSingle ? 5 : mark.glyph == .straightSingle ? 20 : 14
      return shape + (mark.before == .space || mark.before == .edge || mark.before == .mark ? glyph : glyph + 4)
    }
    if census.isTokenized, mark.before == .space, mark.beyondBefore.isWord, mark.after == .comma || mark.after == .stop
    {
      return shape + 2
    }
    if mark.before == .space, mark.after == .space, mark.beyondBefore.isWord {
      // Cut into tokens, `goin ' home` is `goin' home`; elsewhere a lone mark between words is rather a quotation's.
      let isWordBehind = mark.beyondAfter == .lower
      return shape + (census.isTokenized ? (isWordBehind ? 0 : 4) : isWordBehind ? 12 : 18)
    }
    return never
  }
}
