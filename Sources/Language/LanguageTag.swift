/// The language of a text: the primary subtag of a BCP 47 tag, packed into one word.
///
/// Rules care for the primary language alone; `en-GB` and `en` are one to them.  Script and region subtags are read over.
public struct LanguageTag: Sendable, Hashable {
  /// Up to four lower-case ASCII letters, the first in the lowest byte.
  let packed: UInt32

  /// "und": nobody said, and nothing was guessed.
  public static let undetermined = LanguageTag(literal: "und")
  public static let english = LanguageTag(literal: "en")

  init(literal: StaticString) {
    var value: UInt32 = 0
    for k in 0..<literal.utf8CodeUnitCount { value |= UInt32(literal.utf8Start[k]) << UInt32(8 * k) }
    packed = value
  }

  /// Reads a BCP 47 tag (`de`, `pt-BR`, `zh_Hant`); nil where its primary subtag is not two to four letters.
  public init?(_ tag: some Collection<UInt8>) {
    var value: UInt32 = 0
    var length: UInt32 = 0
    for byte in tag {
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { break }
      let lower = byte | 0x20
      guard lower >= UInt8(ascii: "a"), lower <= UInt8(ascii: "z"), length < 4 else { return nil }
      value |= UInt32(lower) << (8 * length)
      length += 1
    }
    guard length >= 2 else { return nil }
    packed = value
  }

  public init?(_ tag: String) { self.init(Array(tag.utf8)) }

  /// Whether the bytes of a range, all small letters, are this tag's primary subtag.
  public func isSpelled(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var rest = packed
    var at = start
    while at < end {
      if UInt32(bytes[at]) != rest & 0xFF { return false }
      rest >>= 8
      at += 1
    }
    return rest == 0
  }

  /// The primary subtag, for messages.
  public var description: String {
    var letters: [UInt8] = []
    var rest = packed
    while rest != 0 {
      letters.append(UInt8(rest & 0xFF))
      rest >>= 8
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

extension LanguageTag: ExpressibleByStringLiteral {
  /// For tables and rules: the literal must be a tag.
  public init(stringLiteral tag: StaticString) { self.init(literal: tag) }
}

/// Which languages a rule knows.
public enum LanguageScope: Sendable, Hashable {
  /// The rule looks at nothing that depends on a language.
  case any
  /// The rule stays off in all other languages.
  case only([LanguageTag])

  public func covers(_ language: LanguageTag) -> Bool {
    switch self {
    case .any: true
    case .only(let known): known.contains(language)
    }
  }
}
