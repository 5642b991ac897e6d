/// The tags of the sequence model: outside, and first, inside, last and only token of a mention of each type.
///
/// 0 is outside; a type's four tags follow one another.  The weights of the outside tag are zero by definition, so a
/// feature has sixteen.
package enum NameLabel {
  package static let types = ["PER", "ORG", "LOC", "MISC"]
  package static let count = 17
  package static let outside = 0

  package static func begin(_ type: Int) -> Int { 1 + type * 4 }
  package static func inside(_ type: Int) -> Int { 2 + type * 4 }
  package static func last(_ type: Int) -> Int { 3 + type * 4 }
  package static func unit(_ type: Int) -> Int { 4 + type * 4 }
  package static func type(_ label: Int) -> Int { (label - 1) / 4 }

  /// Whether a mention goes on behind this tag.
  package static func isOpen(_ label: Int) -> Bool { label > 0 && (label - 1) % 4 < 2 }
  /// Whether this tag goes on with a mention.
  package static func isContinuing(_ label: Int) -> Bool { label > 0 && ((label - 1) % 4 == 1 || (label - 1) % 4 == 2) }

  package static func allows(_ from: Int, _ to: Int) -> Bool {
    if isOpen(from) { return isContinuing(to) && type(from) == type(to) }
    return !isContinuing(to)
  }
}
