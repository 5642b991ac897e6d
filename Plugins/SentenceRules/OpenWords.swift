import CTables
import Language
import TextModel

/// Words that no sentence ends with, by language: articles, possessives, most conjunctions.
enum OpenWords {
  static let table = IndexedTable(ctables_open_words())

  static func contains(_ place: SentencePlace, _ span: Span) -> Bool {
    guard !span.isEmpty, span.count <= table.longestKey else { return false }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: span.count + 4) { key in
      let length = place.fold(span, into: key)
      guard let row = table.row(UnsafeBufferPointer(rebasing: key[0..<length])) else { return false }
      return row.lists(place.language)
    }
  }
}
