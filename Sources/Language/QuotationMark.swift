import TextModel

/// One mark of a text that is, or could be taken for, a quotation mark: what it is written as and what it acts as.
public struct QuotationMark: Sendable, Hashable {
  /// What is written, by shape.
  public enum Glyph: UInt8, Sendable, Hashable, CaseIterable {
    /// `“`, and LaTeX's double backtick.
    case leftDouble
    /// `”`, and two apostrophes in a row.
    case rightDouble
    /// `"`, its full-width form, and the double prime.
    case straightDouble
    /// `„`, `‟` and two commas in a row before a word.
    case lowDouble
    /// `«`
    case leftAngle
    /// `»`
    case rightAngle
    /// `「`, `『`, `《` and the like.
    case leftCorner
    /// `」`, `』`, `》` and the like.
    case rightCorner
    /// `‘` and `‛`
    case leftSingle
    /// `’`
    case rightSingle
    /// `'` and its full-width form.
    case straightSingle
    /// `‚`
    case lowSingle
    /// `‹`
    case leftAngleSingle
    /// `›`
    case rightAngleSingle
    /// A single backtick.
    case backtick

    /// Whether the mark is of a pair of single marks (and so may be an apostrophe).
    @inlinable public var isSingle: Bool { rawValue >= Glyph.leftSingle.rawValue }
  }

  /// What a mark does in the cheapest consistent reading of the text.
  public enum Role: UInt8, Sendable, Hashable, CaseIterable {
    /// Begins a quotation, at any depth.
    case opener
    /// Ends the innermost quotation.
    case closer
    /// Begins a paragraph inside a quotation that stays open (legitimate), or stands inside a paragraph before a further
    /// sentence of a quotation that is open already (damage: the mark is one too many).
    case reopener
    /// An apostrophe: elision, possessive, contraction.
    case apostrophe
    /// Feet, inches, minutes, seconds.
    case prime
    /// Belongs to nothing: a doubled or wandered mark.
    case stray
  }

  /// What stands next to a mark.
  public enum Neighbour: UInt8, Sendable, Hashable {
    /// The paragraph's start or end.
    case edge
    /// White space, no-break spaces too.
    case space
    /// A letter that is not lower case, or has no case.
    case upper
    /// A lower-case letter.
    case lower
    case digit
    /// `.`, `!`, `?`, `…`
    case stop
    /// `,`, `;`, `:`
    case comma
    /// `(`, `[`, `{`, `¿`, `¡`, `$`, `#`, `@` and other signs that come before a word.
    case opening
    /// `)`, `]`, `}`, `%`
    case closing
    /// A hyphen or dash.
    case dash
    /// Another mark of this analysis.
    case mark
    case other

    @inlinable public var isWord: Bool { self == .upper || self == .lower || self == .digit }
  }

  /// Where the mark's first byte is.
  public var start: Int { Int(offset) }
  /// The bytes of the mark; two code points where two commas, apostrophes or backticks act as one mark.
  public var span: Span { Span(Int(offset), Int(offset) + Int(length)) }
  /// What is written.
  public let glyph: Glyph
  /// What stands directly on the left and on the right.
  public let before: Neighbour
  public let after: Neighbour
  /// The same with white space looked through: what comes before and after the space.  Equal to `before` and `after`
  /// where there is none.
  public let beyondBefore: Neighbour
  public let beyondAfter: Neighbour
  /// Whether the mark is the first one of its paragraph that matters: nothing but white space and dashes stand before it.
  public let startsParagraph: Bool

  /// What the mark acts as.
  public internal(set) var role: Role = .stray
  /// 0 for an outermost quotation's marks, 1 for those of one nested in it.
  public internal(set) var depth: UInt8 = 0
  /// How much dearer the cheapest reading is in which this mark has another role, in tenths of one clear sign; at
  /// most `QuotationMarks.certain`.
  public internal(set) var margin: UInt16 = 0
  /// The index of the mark at the other end: an opener's closer, a closer's opener, the opener that a reopener goes on
  /// with; -1 where that side is missing or the mark is neither.
  public internal(set) var partner: Int32 = -1

  let offset: UInt32
  let length: UInt8

  init(
    offset: Int, length: Int, glyph: Glyph, before: Neighbour, after: Neighbour, beyondBefore: Neighbour,
    beyondAfter: Neighbour, startsParagraph: Bool
  ) {
    self.offset = UInt32(truncatingIfNeeded: offset)
    self.length = UInt8(truncatingIfNeeded: length)
    self.glyph = glyph
    self.before = before
    self.after = after
    self.beyondBefore = beyondBefore
    self.beyondAfter = beyondAfter
    self.startsParagraph = startsParagraph
  }

  /// Whether the mark is one half of a quotation's pair whose other half is nowhere in the text.
  public var lacksPartner: Bool { partner < 0 && (role == .opener || role == .closer) }
}
