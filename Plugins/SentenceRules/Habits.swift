import Language
import TextModel

extension SentenceHabits {
  /// Finds out about line ends and small letters.  Linear.
  mutating func find(_ newlines: NewlineMode, _ bytes: UnsafeBufferPointer<UInt8>, _ classes: SentenceClasses.View) {
    switch newlines {
    case .line: break
    case .paragraph: isWrapped = true
    case .wrap, .auto: break
    }
  }
}
