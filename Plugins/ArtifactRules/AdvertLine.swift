import Language
import TextModel

/// Deletes the places of advertisements.
///
/// `Advertisement`, `Sponsored`, `Story continues below`, in many languages, alone on a line.
public struct AdvertLine: RewriteRule {
  public init() {}
  public let id = "advert-line"

  public let fixes = [
    RewriteExample("It ended in May.\n\nAdvertisement\n\nThen it began.", "It ended in May.\n\nThen it began."),
    RewriteExample("Es endete.\n\nAnzeige\n\nEs begann.", "Es endete.\n\nEs begann."),
  ]
  public let leavesAlone = [
    "It ended.\n\nAdvertisement of this kind is rare.\n\nIt began.", "Ad\n\nIt began.",
  ]

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    ResidueDeletion.propose(.advert, document, &proposals)
  }
}
