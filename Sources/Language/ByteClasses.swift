import CByteScan

/// Which kinds of bytes occur in a text: the prefilter that keeps rules off texts they cannot fire on.
public struct ByteClasses: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  init(_ bit: Int) { rawValue = UInt32(bit) }

  /// Any byte from 0x80.
  public static let nonASCII = ByteClasses(CBYTESCAN_NON_ASCII)
  /// C0 controls but tab, line feed and carriage return; DEL.
  public static let control = ByteClasses(CBYTESCAN_CONTROL)
  public static let carriageReturn = ByteClasses(CBYTESCAN_CARRIAGE_RETURN)
  public static let tab = ByteClasses(CBYTESCAN_TAB)
  public static let lineFeed = ByteClasses(CBYTESCAN_LINE_FEED)
  /// What may be an HTML character reference: an ampersand, a name or number, a semicolon.
  public static let reference = ByteClasses(CBYTESCAN_REFERENCE)
  /// `<` or `>`.
  public static let angle = ByteClasses(CBYTESCAN_ANGLE)
  /// Two spaces in a row.
  public static let doubleSpace = ByteClasses(CBYTESCAN_DOUBLE_SPACE)
  /// A space or tab before a line's or the text's end.
  public static let trailingSpace = ByteClasses(CBYTESCAN_TRAILING_SPACE)
  /// `"`.
  public static let straightQuote = ByteClasses(CBYTESCAN_STRAIGHT_QUOTE)
  /// `'` or a backtick.
  public static let apostrophe = ByteClasses(CBYTESCAN_APOSTROPHE)
  /// A hyphen before a line's end.
  public static let hyphenBreak = ByteClasses(CBYTESCAN_HYPHEN_BREAK)
  public static let digit = ByteClasses(CBYTESCAN_DIGIT)
  /// A space before one of `. , ; : ! ? ) ] }`.
  public static let spaceBeforeMark = ByteClasses(CBYTESCAN_SPACE_BEFORE_MARK)
  /// `$` or `%`.
  public static let sumSign = ByteClasses(CBYTESCAN_SUM_SIGN)

  /// Two code points outside ASCII in a row, dashes and quotation marks apart, or `Â` or `Ã` before a space: what misread UTF-8 cannot do
  /// without.
  public static let neighbours = ByteClasses(CBYTESCAN_NEIGHBOURS)
  /// U+0080 to U+009F.
  public static let c1 = ByteClasses(CBYTESCAN_C1)
  public static let softHyphen = ByteClasses(CBYTESCAN_SOFT_HYPHEN)
  /// Latin ligatures: `ﬁ`, `ĳ`.
  public static let ligature = ByteClasses(CBYTESCAN_LIGATURE)
  /// Full and half width forms, the ideographic space.
  public static let width = ByteClasses(CBYTESCAN_WIDTH)
  /// Spaces beyond U+0020, no-break spaces too.
  public static let oddSpace = ByteClasses(CBYTESCAN_ODD_SPACE)
  /// Zero width spaces, deprecated format characters, the object replacement character, tags.
  public static let invisible = ByteClasses(CBYTESCAN_INVISIBLE)
  /// U+FEFF.
  public static let byteOrderMark = ByteClasses(CBYTESCAN_BOM)
  /// Bidirectional controls.
  public static let bidiControl = ByteClasses(CBYTESCAN_BIDI)
  /// U+2028 and U+2029.
  public static let lineSeparator = ByteClasses(CBYTESCAN_LINE_SEPARATOR)
  /// U+2010 to U+2027: curly quotation marks, dashes, the ellipsis.
  public static let curly = ByteClasses(CBYTESCAN_CURLY)
  /// A Greek or Cyrillic letter beside a Latin one.
  public static let mixedAlphabet = ByteClasses(CBYTESCAN_MIXED_ALPHABET)
  /// Anything that may be out of NFC; text without it is in NFC.
  public static let doubtfulForm = ByteClasses(CBYTESCAN_DOUBTFUL_FORM)

  /// The classes that occur in `bytes`.  Linear, without allocation.
  public init(in bytes: UnsafeBufferPointer<UInt8>) {
    rawValue = bytes.baseAddress.map { cbytescan_classes($0, bytes.count) } ?? 0
  }

  /// Of the classes that a short look at the first bytes shows; only `neighbours` is looked for.
  init(atStartOf bytes: UnsafeBufferPointer<UInt8>) {
    rawValue = bytes.baseAddress.map { cbytescan_first_classes($0, bytes.count) } ?? 0
  }

  /// The classes of the text that a string literal of JSON spells, without decoding it.  None that the text has is missing; some may be
  /// there that it has not.
  ///
  /// - Parameter literal: well-formed, of well-formed UTF-8, with its quotation marks.
  public init(spelledBy literal: UnsafeBufferPointer<UInt8>) {
    rawValue = literal.baseAddress.map { cbytescan_literal_classes($0, literal.count) } ?? .max
  }
}
