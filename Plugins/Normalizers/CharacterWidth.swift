import Language
import TextModel

/// Brings full width letters and half width kana to their standard width: `ＡＢＣ` becomes `ABC`, `ﾊﾝｶｸ` becomes `ハンカク`.
///
/// The forms come from old East Asian sets that filled a grid.  Letters and digits are changed everywhere; full width marks and the
/// ideographic space only between Latin letters and digits in a line without East Asian letters, since `，` and `！` are the right marks in
/// Chinese and Japanese text, beside foreign words too.
public struct CharacterWidth: RewriteRule {
  public let id = "character-width"
  public let trigger: ByteClasses? = .width

  public let fixes = [
    RewriteExample("ＬＯＵＤ　ＮＯＩＳＥＳ！", "LOUD NOISES!"),
    RewriteExample("Ｕﾀｰﾝ", "Uターン"),
    RewriteExample("ｶﾞｷﾞ", "ガギ"),
    RewriteExample("２０２４年", "2024年"),
  ]
  public let leavesAlone = ["你好，世界！（真的）", "日本　東京", "￥100", "打开 README，Makefile 就知道了"]

  public init() {}

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    var replacement: [UInt8] = []
    var done = 0
    var line = EastAsianLine()
    text.eachWideForm { offset, point, length in
      guard offset >= done, let standard = Self.standard(point) else { return }
      var span = Span(offset, offset + length)
      if !Self.isWord(point), !Self.isAmongLatin(text, span) || line.isEastAsian(text, at: offset) { return }
      replacement.removeAll(keepingCapacity: true)
      UTF8Cursor.append(standard, to: &replacement)
      // A sound mark behind the kana is part of it.
      if (0xFF66...0xFF9D).contains(point), let mark = text.scalar(startingAt: span.end),
        (0xFF9E...0xFF9F).contains(mark.value), let combining = Self.standard(mark.value)
      {
        UTF8Cursor.append(combining, to: &replacement)
        replacement = Normalizer.normalized(replacement, .nfc)
        span.end = text.index(after: span.end)
      }
      proposals.replace(span, with: replacement, .safe)
      done = span.end
    }
  }

  /// The line that was asked about last, and whether it has letters of East Asia.  Asked in the order of the text, it reads each line once.
  private struct EastAsianLine {
    private var end = -1
    private var answer = false

    mutating func isEastAsian(_ text: Text, at offset: Int) -> Bool {
      if offset < end { return answer }
      let bytes = text.utf8
      var at = offset
      let floor = Swift.max(end, 0)
      while at > floor, bytes[at - 1] != 0x0A { at -= 1 }
      answer = false
      while at < bytes.count, bytes[at] != 0x0A {
        switch bytes[at] {
        // Kana and what follows up to U+9FFF; Hangul; the supplementary ideographs.
        case 0xE3: answer = answer || bytes[at + 1] > 0x80
        case 0xE4...0xE9, 0xEB...0xED: answer = true
        case 0xEA: answer = answer || bytes[at + 1] >= 0xB0
        case 0xF0: answer = answer || bytes[at + 1] >= 0xA0
        default: break
        }
        at += 1
      }
      end = at
      return answer
    }
  }

  /// Letters and digits of any of the forms.
  private static func isWord(_ point: UInt32) -> Bool {
    switch point {
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A, 0xFF66...0xFFDC: true
    // The marks of half width kana.
    case 0xFF61...0xFF65: true
    default: false
    }
  }

  /// Whether a mark stands in Latin text: the nearest characters that are no marks of these forms are, on one side, a Latin
  /// letter or digit, and on neither side East Asian.
  private static func isAmongLatin(_ text: Text, _ span: Span) -> Bool {
    var sawLatin = false
    var at = span.start
    var steps = 0
    while at > 0, steps < 8 {
      at = text.index(before: at)
      steps += 1
      guard let latin = side(text.scalar(at: at)) else { continue }
      if !latin { return false }
      sawLatin = true
      break
    }
    at = span.end
    steps = 0
    while at < text.count, steps < 8 {
      guard let latin = side(text.scalar(at: at)) else {
        at = text.index(after: at)
        steps += 1
        continue
      }
      return latin
    }
    return sawLatin
  }

  /// True for Latin letters and digits of either width, false for what is East Asian, nil for what says nothing.
  private static func side(_ scalar: Unicode.Scalar) -> Bool? {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
    case 0x1100...0x11FF, 0x2E80...0x2FFF, 0x3001...0xD7FF, 0xF900...0xFAFF, 0xFF61...0xFFDC, 0x20000...0x3FFFF: false
    default: nil
    }
  }

  /// The form of standard width.
  private static func standard(_ point: UInt32) -> Unicode.Scalar? {
    switch point {
    case 0x3000: return " "
    case 0xFF01...0xFF5E: return Unicode.Scalar(point - 0xFEE0)
    case 0xFF61...0xFF9F: return Unicode.Scalar(halfKana[Int(point - 0xFF61)])
    case 0xFFA0...0xFFDC:
      // Half width jamo: Unicode's own compatibility decomposition.
      var bytes: [UInt8] = []
      guard let scalar = Unicode.Scalar(point) else { return nil }
      UTF8Cursor.append(scalar, to: &bytes)
      let standard = Normalizer.normalized(bytes, .nfkc)
      return standard.isEmpty || standard == bytes ? nil : UTF8Cursor.scalar(in: standard, at: 0)
    default: return nil
    }
  }

  /// U+FF61 to U+FF9F; the sound marks become combining ones, which the composed form joins.
  private static let halfKana: [UInt32] = [
    0x3002, 0x300C, 0x300D, 0x3001, 0x30FB, 0x30F2, 0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9, 0x30E3, 0x30E5, 0x30E7,
    0x30C3, 0x30FC, 0x30A2, 0x30A4, 0x30A6, 0x30A8, 0x30AA, 0x30AB, 0x30AD, 0x30AF, 0x30B1, 0x30B3, 0x30B5, 0x30B7,
    0x30B9, 0x30BB, 0x30BD, 0x30BF, 0x30C1, 0x30C4, 0x30C6, 0x30C8, 0x30CA, 0x30CB, 0x30CC, 0x30CD, 0x30CE, 0x30CF,
    0x30D2, 0x30D5, 0x30D8, 0x30DB, 0x30DE, 0x30DF, 0x30E0, 0x30E1, 0x30E2, 0x30E4, 0x30E6, 0x30E8, 0x30E9, 0x30EA,
    0x30EB, 0x30EC, 0x30ED, 0x30EF, 0x30F3, 0x3099, 0x309A,
  ]
}
