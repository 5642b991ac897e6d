import TextModel

/// The coarse class of a code point, as far as tokens need it.
public enum CharacterClass: UInt8, Sendable {
  case letter, digit, space, apostrophe, extend, other

  /// The class of the code point at an offset.
  @inlinable public static func of(_ text: Text, at offset: Int) -> CharacterClass {
    let byte = text[offset]
    if byte < 0x80 { return ascii(byte) }
    return of(text.scalar(at: offset))
  }

  @inlinable static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x30...0x39: .digit
    case 0x20, 0x09...0x0D: .space
    case 0x27: .apostrophe
    default: .other
    }
  }

  /// The class of any code point.
  public static func of(_ scalar: Unicode.Scalar) -> CharacterClass {
    // What most texts are made of, without a look into the tables of Unicode.
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x17F: return .letter
    case 0x30...0x39: return .digit
    case 0..<0x80, 0x2010...0x2018, 0x201A...0x2027: return .other
    case 0x2019, 0x02BC: return .apostrophe
    case 0x00A0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0x85: return .space
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: return .letter
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .extend
    default: return .other
    }
  }
}
