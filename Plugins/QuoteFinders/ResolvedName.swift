import Language
import TextModel

/// Gives speakers their names: the fullest form the document has for a name, and who a pronoun or description means.
///
/// A name takes the fullest form that tag-entities knows.  `He`, `she` and `they` are the last speaker or person named
/// before them that fits; `the latter` is the second of two.  A description stays what it is where nobody fits.
public struct ResolvedName: QuoteRule {
  public let id = "resolved-name"
  public init() {}

  public let examples: [QuoteExample] = []

  func apply(to scene: QuoteScene) {
    for index in scene.drafts.indices {
      guard let speaker = scene.drafts[index].speaker else { continue }
      scene.drafts[index].quotation.speaker = name(of: speaker, scene)
    }
  }

  private func name(of range: Range<Int>, _ scene: QuoteScene) -> String {
    for word in range.reversed() {
      if let mention = scene.mention(at: word),
        mention.label == "PER" || mention.label == "ORG" || mention.label == "LOC"
      {
        return mention.name.isEmpty ? scene.document.text.string(mention.span) : mention.name
      }
    }
    return scene.document.text.string(scene.span(range))
  }
}
