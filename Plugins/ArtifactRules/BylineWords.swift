import Language

/// The words that bylines are made of.
enum BylineWords {
  static let posting = WordSet(list: "byline.posting")
  static let by = WordSet(list: "byline.by")
  static let particles = WordSet(list: "byline.particles")
  /// What a translator makes of `by`.
  static let translated = WordSet("of de di von published posted")
  /// The names of fields: `Compilation: Lyon Daily`.
  static let fields = WordSet(list: "byline.fields")
  /// Months and reckonings of other calendars.
  static let eras = WordSet(list: "byline.eras")
  static let issues = WordSet("issue case number no nr ad ce al the of corresponding to")
  static let comments = WordSet("comment comments")
  static let writers = WordSet("written author editor reporter reported writer correspondent")
  static let staff = WordSet(
    "staff editors editorial newsroom desk admin correspondent envoy agencies redaction")
  static let joints = WordSet("and our special in the for with by team")
}
