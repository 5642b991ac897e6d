import Language
import TextModel

/// Names that plugin programs found.
///
/// Takes over the spans that programs given with `--plugin exec:…` answered; `by` is the program's id. Stands behind
/// `listed-name` and before all other taggers.
public struct SuggestedName: EntityTagger {
  public let id = "suggested-name"
  public let labels: [String] = []
  public let examples = [MentionExample("Without a program nothing is found here, whatever Zoë Kay says.")]
  public init() {}

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    for program in document.suggestions.keys.sorted() {
      mentions.append(contentsOf: document.suggestions[program]?.mentions ?? [])
    }
    mentions.sort { $0.span < $1.span }
  }
}
