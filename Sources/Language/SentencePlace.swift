import TextModel

/// A place in a text where a sentence may end, as the rules of `segment` see it.
///
///     … said Dr.”   Smith …
///           │ │  │  └ next
///           │ │  └ closed: the gap starts
///           │ └ mark.end
///           └ mark.start, where `word` and `token` end
///
/// A handle of one word: what it shows lies in memory that its maker keeps, and is the same for all copies.  (A struct of this
/// size would be copied at every call, a class would have every look checked for exclusive access; both cost more than the
/// rules themselves.)  All looks at the text that may leave it go through `byte`, which answers 0 outside.
public struct SentencePlace {
  /// What makes the place worth asking about.
  public struct Kind: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// A full stop (or its like in another script) and white space after it.
    public static let stop = Kind(rawValue: 1)
    /// Question and exclamation marks and runs of them, ideographic full stops…: marks that do not occur in abbreviations.
    public static let strong = Kind(rawValue: 2)
    /// Two or more full stops, or the ellipsis character.
    public static let ellipsis = Kind(rawValue: 4)
    /// Any of the three above with nothing between it (and its closing marks) and the next letter.
    public static let tight = Kind(rawValue: 8)
    /// A line end without such a mark before it.
    public static let line = Kind(rawValue: 16)
    /// A colon, semicolon, dash, bullet or the like, with white space: a mark that ends no sentence by itself.
    public static let weak = Kind(rawValue: 32)
    public static let all: Kind = [.stop, .strong, .ellipsis, .tight, .line, .weak]
  }

  /// What stands between the mark with its closing marks and the next text.
  public enum Gap: UInt8, Sendable { case none, spaces, lineEnd, blankLine, end }

  @usableFromInline struct Fields {
    @usableFromInline var kind: Kind = .stop
    @usableFromInline var mark: Span = Span(0, 0)
    @usableFromInline var closed: Int = 0
    @usableFromInline var next: Int = 0
    @usableFromInline var gap: Gap = Gap.spaces
    @usableFromInline var isBase: Bool = false
    @usableFromInline var sentenceStart: Int = 0
    @usableFromInline var token: Span = Span(0, 0)
    @usableFromInline var word: Span = Span(0, 0)
    @usableFromInline var wordShape: Shape = Shape.none
    @usableFromInline var opener: Span = Span(0, 0)
    @usableFromInline var nextWord: Span = Span(0, 0)
    @usableFromInline var nextShape: Shape = Shape.none
    @usableFromInline var bytes: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    @usableFromInline var classes: SentenceClasses.View
    @usableFromInline var habits: SentenceHabits = SentenceHabits()
    @usableFromInline var language: LanguageTag = LanguageTag.english
    @usableFromInline var listed = PhraseSet()
    @usableFromInline var abbreviation: AbbreviationClass = []
  }

  @usableFromInline let fields: UnsafeMutablePointer<Fields>

  /// A place to be moved over texts; whoever makes it gives its memory back with `deallocate`.
  public init(classes: SentenceClasses.View) {
    fields = .allocate(capacity: 1)
    fields.initialize(to: Fields(classes: classes))
  }

  public func deallocate() {
    fields.deinitialize(count: 1)
    fields.deallocate()
  }

  @inlinable public var kind: Kind {
    get { fields.pointee.kind }
    nonmutating set { fields.pointee.kind = newValue }
  }
  /// The run of terminators (`.`, `?!`, `. . .`) or the weak mark; empty at a bare line end.
  @inlinable public var mark: Span {
    get { fields.pointee.mark }
    nonmutating set { fields.pointee.mark = newValue }
  }
  /// The end of the closing marks that UAX #29 keeps with the sentence (its class Close has opening marks too).
  @inlinable public var closed: Int {
    get { fields.pointee.closed }
    nonmutating set { fields.pointee.closed = newValue }
  }
  /// Where the next text starts: after the white space.
  @inlinable public var next: Int {
    get { fields.pointee.next }
    nonmutating set { fields.pointee.next = newValue }
  }
  @inlinable public var gap: Gap {
    get { fields.pointee.gap }
    nonmutating set { fields.pointee.gap = newValue }
  }
  /// Whether ICU puts a boundary at `next`.
  @inlinable public var isBase: Bool {
    get { fields.pointee.isBase }
    nonmutating set { fields.pointee.isBase = newValue }
  }
  /// Where the present sentence starts, by what was decided so far.
  @inlinable public var sentenceStart: Int {
    get { fields.pointee.sentenceStart }
    nonmutating set { fields.pointee.sentenceStart = newValue }
  }
  /// The letters, digits and marks inside a word that stand before the mark: `Dr`, `e.g`, `p.m`, `3.5`.
  @inlinable public var token: Span {
    get { fields.pointee.token }
    nonmutating set { fields.pointee.token = newValue }
  }
  /// The last part of the token: letters and digits only.
  @inlinable public var word: Span {
    get { fields.pointee.word }
    nonmutating set { fields.pointee.word = newValue }
  }
  @inlinable public var wordShape: Shape {
    get { fields.pointee.wordShape }
    nonmutating set { fields.pointee.wordShape = newValue }
  }
  /// The marks that open something at `next`: quotation marks, brackets.
  @inlinable public var opener: Span {
    get { fields.pointee.opener }
    nonmutating set { fields.pointee.opener = newValue }
  }
  /// The first word of the next text, after the opener.
  @inlinable public var nextWord: Span {
    get { fields.pointee.nextWord }
    nonmutating set { fields.pointee.nextWord = newValue }
  }
  @inlinable public var nextShape: Shape {
    get { fields.pointee.nextShape }
    nonmutating set { fields.pointee.nextShape = newValue }
  }
  /// The text, borrowed while a document is cut.
  @inlinable public var bytes: UnsafeBufferPointer<UInt8> {
    get { fields.pointee.bytes }
    nonmutating set { fields.pointee.bytes = newValue }
  }
  @inlinable public var classes: SentenceClasses.View {
    get { fields.pointee.classes }
    nonmutating set { fields.pointee.classes = newValue }
  }
  /// What holds for the whole document.
  @inlinable public var habits: SentenceHabits {
    get { fields.pointee.habits }
    nonmutating set { fields.pointee.habits = newValue }
  }
  /// The abbreviations of the user's lists.
  @inlinable public var listed: PhraseSet {
    get { fields.pointee.listed }
    nonmutating set { fields.pointee.listed = newValue }
  }
  @inlinable public var language: LanguageTag {
    get { fields.pointee.language }
    nonmutating set { fields.pointee.language = newValue }
  }
  /// What the table of abbreviations says about the token, in this language or in all.
  @inlinable public var abbreviation: AbbreviationClass {
    get { fields.pointee.abbreviation }
    nonmutating set { fields.pointee.abbreviation = newValue }
  }

  /// The byte at an offset; 0 outside the text.
  @inlinable public func byte(_ offset: Int) -> UInt8 {
    offset >= 0 && offset < bytes.count ? bytes[offset] : 0
  }

  /// The class of the code point at an offset, and its length; `.other` and 0 at the end.
  @inlinable public func classAt(_ offset: Int) -> (SentenceClass, Int) {
    guard offset >= 0, offset < bytes.count else { return (.other, 0) }
    let (value, length) = UTF8Cursor.decode(bytes, offset)
    return (classes[value], length)
  }

  /// The code point at an offset; 0 outside the text.
  @inlinable public func scalar(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset < bytes.count else { return 0 }
    return UTF8Cursor.decode(bytes, offset).0
  }

  /// The code point that ends at an offset; 0 at the start.
  @inlinable public func scalar(before offset: Int) -> UInt32 {
    var at = offset - 1
    while at > 0, UTF8Cursor.isContinuation(bytes[at]) { at -= 1 }
    return scalar(at)
  }

  /// Whether a span is this ASCII word, in any case.
  public func isWord(_ span: Span, _ lower: StaticString) -> Bool {
    guard span.count == lower.utf8CodeUnitCount else { return false }
    for k in 0..<span.count {
      let byte = bytes[span.start + k]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != lower.utf8Start[k] { return false }
    }
    return true
  }
}

extension SentencePlace {
  /// How a word is written.
  public enum Shape: UInt8, Sendable {
    /// No word there.
    case none
    /// `word`
    case lower
    /// `Word`
    case title
    /// `A`, one capital letter
    case initial
    /// `WORD`
    case upper
    /// `mcDonald`, `iPhone`
    case mixed
    /// `Ünicode` scripts without case: कल, 明日
    case caseless
    /// Begins with a digit.
    case number

    /// Whether a sentence may start so in an ordinary text.
    public var isCapital: Bool { self == .title || self == .initial || self == .upper }
  }
}

/// What a rule says about a place.
public enum SentenceVerdict: Sendable, Hashable {
  /// Nothing: the next rule is asked; ICU's answer holds if none speaks.
  case abstain
  /// The sentence goes on.
  case join
  /// The sentence ends; the next one starts at `next`.
  case split
  /// The sentence ends and takes more with it: the next one starts at this offset (on a code point, behind the mark).
  case splitAt(Int)
}

/// What a table says of an abbreviation; more than one may hold.
public struct AbbreviationClass: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// A name follows: `Dr.`, `Gen.`, `St.`
  public static let title = AbbreviationClass(rawValue: 1)
  /// Something always follows: `e.g.`, `vs.`, `z. B.`
  public static let always = AbbreviationClass(rawValue: 2)
  /// Stands in the middle of sentences and at their end: `Inc.`, `etc.`, `a.m.`
  public static let ends = AbbreviationClass(rawValue: 4)
  /// A number follows: `No.`, `pp.`, `Fig.`; before anything else it is an ordinary word.
  public static let number = AbbreviationClass(rawValue: 8)
  /// A month or a weekday: a day or a year follows, or the sentence ends.
  public static let date = AbbreviationClass(rawValue: 16)
  /// A unit, and what is like one (`p.m.`, `etc.`): sentences end with it as with any word.
  public static let unit = AbbreviationClass(rawValue: 32)
  /// Is one only when written with a capital letter: `Ill.`, `Mass.`
  public static let capital = AbbreviationClass(rawValue: 64)
}

/// What holds for a whole document and bears on every place in it.
public struct SentenceHabits: Sendable, Hashable {
  /// Line ends are white space: the lines were wrapped at a width.
  public var isWrapped = false
  /// The width they were wrapped at, in bytes; 0 where they were not.
  public var width = 0
  /// Whether the two below were found out: they are only when a place asks.
  public var knowsStarts = false
  /// How many small letters stand where a sentence may start.
  public var smallStarts = 0
  /// Sentences start with small letters as a habit of the writer.
  public var startsLower = false
  /// … and hardly ever with a capital one.
  public var hardlyEverCapital = false

  public init() {}
}
