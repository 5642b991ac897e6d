import Language
import TextModel

/// Gives speakers their names: the fullest form the document has for a name, and who a pronoun or description means.
///
/// A name takes the fullest form that tag-entities knows, without titles.  `He` and `she` are the last speaker or subject
/// named before them; `the mayor` is who was called mayor beside a name before (`Mayor Zoë Kay`, `Zoë Kay, the mayor`).
/// A description stays what it is where nobody fits.
public struct ResolvedName: QuoteRule {
  public let id = "resolved-name"
  public init() {}

  public let examples: [QuoteExample] = [
    "Zoë Kay opened the road. [“It is late,”|Zoë Kay] she said.",
    "Mayor Zoë Kay opened the road. [“It is late,”|Zoë Kay] the mayor said.",
    "[“It is late,”|Zoë Kay] said Zoë Kay, the mayor. [“Go home,”|Zoë Kay] Kay said.",
  ]

  func apply(to scene: QuoteScene) {
    guard !scene.drafts.isEmpty else { return }
    var cast = QuoteCast(scene)
    var last = ""
    for index in scene.drafts.indices {
      guard let speaker = scene.drafts[index].speaker else { continue }
      let name = cast.name(of: speaker)
      // A pronoun that no name fits is who spoke before under a description: `the prime minister`.
      if cast.isUnresolved(speaker, name), !last.isEmpty {
        scene.drafts[index].quotation.speaker = last
      } else {
        scene.drafts[index].quotation.speaker = name
        last = cast.describesPerson(speaker) ? name : ""
      }
    }
  }
}
