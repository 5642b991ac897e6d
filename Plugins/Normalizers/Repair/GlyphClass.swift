import TextModel

/// What a code point is to the eye that judges whether a text is plausible: coarser than Unicode's properties, and
/// the same for all languages.
enum GlyphClass: UInt8, CaseIterable {
  case space, asciiLower, asciiUpper, digit, asciiClose, asciiOpen, asciiOther
  case latinLower, latinUpper, latinOddUpper, latinRare
  case greekLower, greekUpper, greekRare
  case cyrillicLower, cyrillicUpper, cyrillicOtherLower, cyrillicOtherUpper, cyrillicRare
  case armenian, hebrew, arabic, arabicOther, arabicRare, indic, southEastAsian, georgian
  case kana, hangul, han, otherScript
  case mark, strayMark
  case closeQuote, openQuote, dash, ellipsis, widePunctuation, scriptPunctuation, oddPunctuation
  case currency, trademark, ordinal, mathematical, fraction, section, accent, acute, inverted, oddSymbol, bullet
  case box, pictograph, rareSymbol
  case noBreakSpace, wideSpace, softHyphen, joiner, format, byteOrderMark, c1, lost, impossible

  /// The class of a code point that is not ASCII or is.
  static func of(_ point: UInt32) -> GlyphClass {
    if point < 0x80 { return ascii(UInt8(point)) }
    if point < 0x100 { return latin1(point) }
    if point < 0x2000 { return lettersBelow2000(point) }
    if point < 0x2C00 { return signs(point) }
    return above2BFF(point)
  }

  private static func ascii(_ byte: UInt8) -> GlyphClass {
    switch byte {
    case 0x61...0x7A: .asciiLower
    case 0x41...0x5A: .asciiUpper
    case 0x30...0x39: .digit
    case 0x20, 0x09...0x0D: .space
    case 0x21, 0x22, 0x27, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D: .asciiClose
    case 0x28, 0x5B, 0x7B, 0x3C: .asciiOpen
    case 0x00...0x1F, 0x7F: .c1
    default: .asciiOther
    }
  }

  private static func latin1(_ point: UInt32) -> GlyphClass {
    switch point {
    case 0x80...0x9F: .c1
    case 0xA0: .noBreakSpace
    case 0xA1, 0xBF: .inverted
    case 0xA2, 0xA3, 0xA5: .currency
    case 0xA4, 0xA6: .oddSymbol
    case 0xA7, 0xB6: .section
    case 0xB4: .acute
    case 0xA8, 0xAF, 0xB8: .accent
    case 0xA9, 0xAE: .trademark
    case 0xAA, 0xBA, 0xB0: .ordinal
    case 0xAB: .openQuote
    case 0xBB: .closeQuote
    case 0xAC, 0xB1, 0xD7, 0xF7: .mathematical
    case 0xAD: .softHyphen
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE: .fraction
    case 0xB5: .oddSymbol
    case 0xB7: .bullet
    // Capitals of few languages, and the leads of nearly all misread text.
    case 0xC2, 0xC3: .latinOddUpper
    case 0xC0...0xDE: .latinUpper
    default: .latinLower
    }
  }

  private static func lettersBelow2000(_ point: UInt32) -> GlyphClass {
    switch point {
    case 0x192: return .oddSymbol
    case 0x149, 0x17F, 0x138: return .latinRare
    case 0x139, 0x102: return .latinOddUpper
    case 0x100...0x137: return point & 1 == 0 ? .latinUpper : .latinLower
    case 0x13A...0x148: return point & 1 == 1 ? .latinUpper : .latinLower
    case 0x14A...0x177: return point & 1 == 0 ? .latinUpper : .latinLower
    case 0x178: return .latinUpper
    case 0x179...0x17E: return point & 1 == 1 ? .latinUpper : .latinLower
    case 0x1A0, 0x1AF, 0x218, 0x21A: return .latinUpper
    case 0x1A1, 0x1B0, 0x219, 0x21B: return .latinLower
    case 0x2BB, 0x2BC: return .closeQuote
    case 0x2C6, 0x2C7, 0x2D8...0x2DD, 0x385: return .accent
    // The sign of Greek numerals.
    case 0x384: return .closeQuote
    case 0x300...0x36F: return .strayMark
    case 0x386, 0x388...0x38F, 0x391...0x3A1, 0x3A3...0x3AB: return .greekUpper
    case 0x390, 0x3AC...0x3CE: return .greekLower
    case 0x370...0x3FF: return assigned(point, .greekRare)
    case 0x410...0x42F: return .cyrillicUpper
    case 0x430...0x44F: return .cyrillicLower
    case 0x400...0x40F, 0x490: return .cyrillicOtherUpper
    case 0x450...0x45F, 0x491: return .cyrillicOtherLower
    case 0x460...0x52F: return .cyrillicRare
    case 0x531...0x556, 0x561...0x587: return .armenian
    case 0x591...0x5BD, 0x5BF, 0x5C1, 0x5C2, 0x5C4, 0x5C5, 0x5C7: return .mark
    case 0x5D0...0x5EA: return .hebrew
    case 0x5BE, 0x5C0, 0x5C3, 0x5F0...0x5F4: return .oddPunctuation
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66C, 0x6D4, 0x964, 0x965, 0x589: return .scriptPunctuation
    case 0x621...0x63A, 0x641...0x64A: return .arabic
    case 0x640: return .arabicOther
    case 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC, 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: return .arabicOther
    case 0x64B...0x655, 0x670: return .mark
    case 0x660...0x669, 0x6F0...0x6F9: return .arabicOther
    case 0x600...0x6FF: return assigned(point, .arabicRare)
    case 0x900...0xDFF: return assigned(point, .indic)
    case 0xE00...0xE7F, 0x1000...0x109F, 0x1780...0x17FF: return assigned(point, .southEastAsian)
    case 0x10D0...0x10FF: return .georgian
    case 0x1AB0...0x1AFF, 0x1DC0...0x1DFF: return .strayMark
    case 0x1EA0...0x1EF9: return point & 1 == 0 ? .latinUpper : .latinLower
    case 0x1E80...0x1E85: return point & 1 == 0 ? .latinUpper : .latinLower
    case 0x1E9E: return .latinUpper
    case 0x1F00...0x1FFF: return assigned(point, .greekRare)
    case 0x180...0x2AF, 0x1E00...0x1E7F, 0x1E86...0x1E9F, 0x1EFA...0x1EFF, 0x1D00...0x1DBF: return .latinRare
    case 0x2B0...0x2FF: return .rareSymbol
    default: return assigned(point, .otherScript)
    }
  }

  private static func signs(_ point: UInt32) -> GlyphClass {
    switch point {
    case 0x2013, 0x2014, 0x2015: .dash
    case 0x2018, 0x201A, 0x201C, 0x201E, 0x2039: .openQuote
    case 0x2019, 0x201D, 0x203A: .closeQuote
    case 0x2026: .ellipsis
    case 0x2022: .bullet
    case 0x2020, 0x2021, 0x2030: .section
    case 0x2009, 0x202F, 0x2002, 0x2003: .wideSpace
    case 0x200C, 0x200D: .joiner
    case 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A...0x202E, 0x2060...0x206F: .format
    case 0x2000...0x200A, 0x205F: .wideSpace
    case 0x2010, 0x2011, 0x2032, 0x2033, 0x2044: .oddPunctuation
    case 0x2012...0x205E: .oddPunctuation
    case 0x2070...0x209F: assigned(point, .rareSymbol)
    case 0x20AC: .currency
    case 0x20A0...0x20C0: .currency
    case 0x20D0...0x20FF: .strayMark
    case 0x2122: .trademark
    case 0x2116: .bullet
    case 0x2100...0x214F: .rareSymbol
    case 0x2150...0x218B: .rareSymbol
    case 0x2190...0x21FF: .pictograph
    case 0x2202, 0x2206, 0x220F, 0x2211, 0x221A, 0x221E, 0x222B, 0x2248, 0x2260, 0x2264, 0x2265: .mathematical
    case 0x2200...0x22FF: .rareSymbol
    case 0x2310, 0x2320, 0x2321: .box
    case 0x2300...0x24FF: assigned(point, .rareSymbol)
    case 0x2500...0x259F: .box
    case 0x25CA: .mathematical
    case 0x25A0...0x27BF: .pictograph
    default: assigned(point, .rareSymbol)
    }
  }

  private static func above2BFF(_ point: UInt32) -> GlyphClass {
    switch point {
    case 0x3000: return .wideSpace
    case 0x3001...0x3003, 0x3008...0x3011, 0x3014...0x301F: return .widePunctuation
    case 0x3041...0x3096, 0x3099...0x30FF: return .kana
    case 0x4E00...0x9FFF: return .han
    case 0xAC00...0xD7A3: return .hangul
    case 0xFE0E, 0xFE0F: return .joiner
    case 0xFEFF: return .byteOrderMark
    case 0xFFFD: return .lost
    case 0xFF01...0xFF5E: return .widePunctuation
    case 0xFB00...0xFB06: return .latinLower
    case 0x1F000...0x1FAFF: return assigned(point, .pictograph)
    case 0x1D400...0x1D7FF: return assigned(point, .rareSymbol)
    default: return assigned(point, .otherScript)
    }
  }

  private static func assigned(_ point: UInt32, _ as: GlyphClass) -> GlyphClass {
    guard let scalar = Unicode.Scalar(point) else { return .impossible }
    switch scalar.category {
    case .unassigned, .surrogate, .privateUse: return .impossible
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return `as` == .indic || `as` == .southEastAsian ? `as` : .strayMark
    default: return `as`
    }
  }
}

/// The classes of the code points below U+3000, found once: nearly all that is decoded lies there.
enum GlyphTable {
  private static let count: UInt32 = 0x3000

  nonisolated(unsafe) static let classes: UnsafePointer<GlyphClass> = {
    let memory = UnsafeMutablePointer<GlyphClass>.allocate(capacity: Int(count))
    for point in 0..<count { (memory + Int(point)).initialize(to: GlyphClass.of(point)) }
    return UnsafePointer(memory)
  }()

  @inline(__always) static func of(_ point: UInt32, _ classes: UnsafePointer<GlyphClass>) -> GlyphClass {
    if point < count { return classes[Int(point)] }
    // The two large scripts above.
    if point &- 0x4E00 < 0x5200 { return .han }
    return point &- 0xAC00 < 0x2BA4 ? .hangul : GlyphClass.of(point)
  }
}
