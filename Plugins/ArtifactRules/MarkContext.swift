import Language
import TextModel

extension PunctuationMark {
  /// Whether a code point closes a quotation or a bracket, straight quotation marks too.
  static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "”", "’", "»", "›", ")", "]": true
    default: false
    }
  }
}
