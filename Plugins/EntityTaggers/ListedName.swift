import Language
import TextModel

/// Names from the user's gazetteers.
///
/// Finds every name and alias of the lists given with `--plugin` (kind `gazetteer`), the longest where several begin at one
/// word, at word boundaries and with the same case. `name` is the entry's name, `ref` its identifier. Stands first in the
/// catalog: what a user lists is not for other taggers to decide.
public struct ListedName: EntityTagger {
  public let id = "listed-name"
  public let labels: [String] = []
  public let examples = [MentionExample("Without a list nothing is found here, whatever Zoë Kay says.")]
  public init() {}

  public func tag(_ document: Document, _ mentions: inout [Mention]) {
    let lists = document.lists
    lists.names.matches(in: document.text) { span, number in
      let entry = lists.name(number)
      mentions.append(Mention(span: span, label: entry.label, name: entry.name, ref: entry.ref, by: id))
    }
  }
}
