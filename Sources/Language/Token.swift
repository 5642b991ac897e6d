import TextModel

/// A word, a number or a mark in a text.
public struct Token: Sendable, Hashable {
  public enum Kind: UInt8, Sendable, Hashable {
    /// Letters, with apostrophes and hyphens between letters left outside: `don’t` is three tokens' worth of text in one
    /// word (the apostrophe stays inside), `Sino-Russian` is word, mark, word.
    case word
    /// Digits with the separators between digits: `1,500.25`.
    case number
    /// One code point that is neither: a mark or a symbol.
    case mark
  }

  public var span: Span
  public var kind: Kind

  public init(span: Span, kind: Kind) {
    self.span = span
    self.kind = kind
  }
}

/// Cuts a text into tokens.
public enum Tokenizer {
  /// All tokens in order.  Linear; code points outside ASCII are classed by ICU's properties.
  public static func tokens(of text: Text) -> [Token] {
    var tokens: [Token] = []
    let bytes = text.utf8
    tokens.reserveCapacity(bytes.count / 5)
    var at = 0
    while at < bytes.count {
      let start = at
      switch CharacterClass.of(text, at: at) {
      case .letter:
        at = text.index(after: at)
        while at < bytes.count {
          switch CharacterClass.of(text, at: at) {
          case .letter, .extend, .digit:
            at = text.index(after: at)
            continue
          case .apostrophe:
            let next = text.index(after: at)
            if next < bytes.count, CharacterClass.of(text, at: next) == .letter {
              at = next
              continue
            }
          default: break
          }
          break
        }
        tokens.append(Token(span: Span(start, at), kind: .word))
      case .digit:
        at = text.index(after: at)
        while at < bytes.count {
          let kind = CharacterClass.of(text, at: at)
          if kind == .digit || kind == .extend {
            at = text.index(after: at)
          } else if bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: ","), at + 1 < bytes.count,
            CharacterClass.of(text, at: at + 1) == .digit
          {
            at += 1
          } else {
            break
          }
        }
        tokens.append(Token(span: Span(start, at), kind: .number))
      case .space:
        at = text.index(after: at)
      case .apostrophe, .extend, .other:
        at = text.index(after: at)
        tokens.append(Token(span: Span(start, at), kind: .mark))
      }
    }
    return tokens
  }
}
