import CICU

/// Unicode's properties of a code point, from ICU: faster than `Unicode.Scalar.Properties`, and of the version that `--version` tells.
extension Unicode.Scalar {
  public enum Category: UInt8, Sendable, Hashable {
    case unassigned, uppercaseLetter, lowercaseLetter, titlecaseLetter, modifierLetter, otherLetter
    case nonspacingMark, enclosingMark, spacingMark
    case decimalNumber, letterNumber, otherNumber
    case spaceSeparator, lineSeparator, paragraphSeparator
    case control, format, privateUse, surrogate
    case dashPunctuation, openPunctuation, closePunctuation, connectorPunctuation, otherPunctuation
    case mathSymbol, currencySymbol, modifierSymbol, otherSymbol
    case initialPunctuation, finalPunctuation
  }

  /// The general category.
  public var category: Category { Category(rawValue: cicu_category(value)) ?? .unassigned }
  /// Canonical_Combining_Class.
  public var combiningClass: UInt8 { cicu_combining_class(value) }
  /// ICU's number of the script; compare with `Script`.
  public var script: Script { Script(number: cicu_script(value)) }
  public var isWhiteSpace: Bool { cicu_is_white_space(value) }
  public var isLetter: Bool { (1...5).contains(cicu_category(value)) }
  public var isMark: Bool { (6...8).contains(cicu_category(value)) }
  public var isAlphabeticLetter: Bool { cicu_is_alphabetic(value) }
  public var isUpper: Bool { cicu_is_upper(value) }
  public var isLower: Bool { cicu_is_lower(value) }
  public var isTitle: Bool { cicu_category(value) == 3 }
  public var isBidiControl: Bool { cicu_is_bidi_control(value) }
  public var isDefaultIgnorable: Bool { cicu_is_default_ignorable(value) }
  /// Simple case mappings: one code point for one.
  public var uppercase: Unicode.Scalar { Unicode.Scalar(cicu_to_upper(value)) ?? self }
  public var lowercase: Unicode.Scalar { Unicode.Scalar(cicu_to_lower(value)) ?? self }
  public var titlecase: Unicode.Scalar { Unicode.Scalar(cicu_to_title(value)) ?? self }
}

/// A script of Unicode, by its four letters (ISO 15924).
public struct Script: Sendable, Hashable {
  let number: Int32

  public static let common = Script("Zyyy")
  public static let inherited = Script("Zinh")
  public static let latin = Script("Latn")
  public static let greek = Script("Grek")
  public static let cyrillic = Script("Cyrl")
  public static let han = Script("Hani")

  init(number: Int32) { self.number = number }

  /// `Zzzz`, the unknown script, where ICU does not know the letters.
  public init(_ letters: String) {
    let known = cicu_script_named(letters)
    number = known >= 0 ? known : cicu_script_named("Zzzz")
  }

  /// The four letters.
  public var letters: String { cicu_script_name(number).map { String(cString: $0) } ?? "Zzzz" }
}

/// The versions of what the texts are judged by.
public enum UnicodeVersion {
  /// ICU's, as "72.1".
  public static var icu: String { cicu_version().map { String(cString: $0) } ?? "" }
  /// Unicode's, as "15.0".
  public static var unicode: String { cicu_unicode_version().map { String(cString: $0) } ?? "" }
}
