/// What a line end says about sentences.
public enum NewlineMode: String, Sendable, Hashable, CaseIterable {
  /// Only a blank line ends a paragraph; a single line end is white space that ICU alone judges as a separator.
  case paragraph
  /// Every line end ends a sentence.
  case line
  /// Lines were wrapped at a width: a line end is a space, unless it is a blank line or the line starts something new.
  case wrap
  /// Looks at each text whether its lines were wrapped.
  case auto
}
