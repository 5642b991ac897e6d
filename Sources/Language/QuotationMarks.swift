import TextModel

/// The quotation marks of a text and their cheapest consistent reading.
///
/// Marks in damaged text lie: closers are written as openers, turned with the spaces on the wrong side, doubled, lost,
/// mixed from two languages, glued to the next word or carried across a full stop.  So no mark is believed alone.  Each
/// way of reading a mark (opener, closer, reopener, apostrophe, prime, stray) has a cost made of its shape and its
/// neighbours; each inconsistency (a closer without opener, a quotation that never ends, a second opener) has a cost
/// too; and the reading of the whole text is the cheapest path, found by dynamic programming (Viterbi 1967) over a
/// small state: which kinds of quotation are open, at most two deep.  A quotation may stay open over the end of
/// a paragraph; that is nearly free where the next paragraph begins with a mark (the custom of books and newspapers).
///
/// Costs count in tenths of one clear sign: 10 is one neighbour that speaks against the role, 20 a mark turned round, 30
/// a side that is missing.  Well edited text reads for next to nothing.
///
/// **How repair is to use it.**  A rule goes through `marks` (or `paragraphs` and their marks) and compares what a
/// mark `is written as` (`glyph`, `before`, `after`) with what it acts as (`role`, `partner`).  It changes something only
/// where the mark's own `margin` is clear: 20 or more is clear enough for a `safe` edit, 10 for a `likely` one, less
/// for a suspect.  A paragraph's `cost` tells how damaged it is (below 10: leave it alone), its `margin` how sure the
/// whole reading is.  The shape to write follows from the partner (`closingGlyph`, `openingGlyph`) or, where that
/// is damaged too, from `houseStyle`.  `missing` tells which sides are lost and where they probably belong.
///
/// Apostrophes between two letters (`don’t`) are no question and are left out, and so are rules drawn with six marks or more.  Linear in the text; memory is 24 bytes a
/// mark and a window of fixed size.
public struct QuotationMarks: Sendable {
  /// The reading of one paragraph that has marks.
  public struct Paragraph: Sendable, Hashable {
    /// Which element of `document.paragraphs`.
    public var index: Int
    /// Its marks.
    public var marks: Range<Int>
    /// What the reading of the paragraph costs.
    public var cost: Int
    /// How much dearer the second-best reading is, at most `QuotationMarks.certain`.
    public var margin: Int
    /// Whether a quotation comes in open from the paragraph before.
    public var entersOpen: Bool
    /// Whether a quotation stays open at the end and goes on in the next paragraph.
    public var staysOpen: Bool
  }

  /// A side of a quotation that is not there.
  public struct Missing: Sendable, Hashable {
    /// The mark that has no partner.
    public var mark: Int
    /// Whether the lost side is the closing one.
    public var isCloser: Bool
    /// Where the lost mark probably stood: an insertion point.
    public var offset: Int
  }

  /// The margin of what could not be otherwise.
  public static let certain = 200

  /// All marks in order.
  public internal(set) var marks: [QuotationMark] = []
  /// The paragraphs that have marks, in order.
  public internal(set) var paragraphs: [Paragraph] = []
  /// The sides that are lost, in the order of their marks.
  public internal(set) var missing: [Missing] = []
  /// The shapes that the text itself prefers for outer quotations; straight where it has none.
  public internal(set) var houseStyle: (opener: QuotationMark.Glyph, closer: QuotationMark.Glyph) = (
    .straightDouble, .straightDouble
  )
  /// Whether the text uses single marks for speech and double ones inside, the British custom.
  public internal(set) var opensWithSingle = false

  /// Whether the marks of a pair are those of one custom (`“…”`, `„…“`, `«…»`, `»…«`, `”…”`, `"…"`, `‘…’` …).
  public func isConsistent(opener: QuotationMark.Glyph, closer: QuotationMark.Glyph) -> Bool {
    QuotationCosts.closingMismatch(opener: opener, closer: closer) == 0
  }

  /// What a closer of a quotation that begins with `opener` looks like.
  public func closingGlyph(for opener: QuotationMark.Glyph) -> QuotationMark.Glyph {
    switch opener {
    case .leftDouble, .rightDouble: .rightDouble
    case .lowDouble: .leftDouble
    case .straightDouble: .straightDouble
    case .leftAngle: .rightAngle
    case .rightAngle: .leftAngle
    case .leftCorner, .rightCorner: .rightCorner
    case .leftSingle, .rightSingle: .rightSingle
    case .straightSingle: .straightSingle
    case .lowSingle: .leftSingle
    case .leftAngleSingle: .rightAngleSingle
    case .rightAngleSingle: .leftAngleSingle
    case .backtick: .straightSingle
    }
  }

  /// What the opener of a quotation that ends with `closer` looks like.
  public func openingGlyph(for closer: QuotationMark.Glyph) -> QuotationMark.Glyph {
    switch closer {
    case .rightDouble: .leftDouble
    case .leftDouble: houseStyle.opener == .lowDouble ? .lowDouble : .leftDouble
    case .straightDouble, .lowDouble: .straightDouble
    case .rightAngle: .leftAngle
    case .leftAngle: .rightAngle
    case .rightCorner, .leftCorner: .leftCorner
    case .rightSingle, .leftSingle, .lowSingle: .leftSingle
    case .straightSingle, .backtick: .straightSingle
    case .rightAngleSingle: .leftAngleSingle
    case .leftAngleSingle: .rightAngleSingle
    }
  }

  /// Reads the marks of a text, which are among `offsets` (`Document.markOffsets`).
  init(reading text: Text, paragraphs spans: [Span], at offsets: [UInt32]) {
    text.utf8.withUnsafeBufferPointer { bytes in
      var scanner = QuotationScanner(bytes)
      scanner.scan(spans, at: offsets)
      marks = scanner.marks
      paragraphs = scanner.paragraphs
      guard !marks.isEmpty else { return }
      let census = QuotationCensus(marks)
      houseStyle = census.houseStyle
      opensWithSingle = census.singleComesFirst
      let reader = QuotationReader(bytes, spans, census, marks, paragraphs)
      reader.read()
      marks = reader.marks
      paragraphs = reader.paragraphs
      missing = reader.missing
    }
  }
}
