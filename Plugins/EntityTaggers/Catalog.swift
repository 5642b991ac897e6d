import Language

/// The taggers of `tag-entities`, in the order that settles overlaps: of two mentions that overlap, the one whose tagger
/// stands first here stays.
public enum EntityCatalog {
  public static let taggers: [any EntityTagger] = [
    ListedName(),
    SuggestedName(),
    WebAddress(),
    EmailAddress(),
    AmountOfMoney(),
    Percentage(),
    PersonsPlacesBodies(),
    CalendarDate(),
    TimeOfDay(),
    Quantity(),
    OrdinalNumber(),
  ]
}
