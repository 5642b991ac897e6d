import Language

/// The words that captions are made of.
enum CaptionWords {
  static let pictures = WordSet(list: "photo-credit.pictures")
  static let small = WordSet(list: "photo-credit.small")
  static let agencies = WordSet(list: "caption.agencies")
  /// Where pictures come from that nobody’s agency sells.
  static let networks = WordSet(list: "caption.networks")
  /// What people do in pictures, in the tense of captions.
  static let acts = WordSet(list: "caption.acts")
  /// Where they do it.
  static let settings = WordSet(list: "caption.settings")
  /// Words before whose a picture is.
  static let sources = WordSet(
    "source credit credits by courtesy via copyright")
  /// Where old pictures lie, and what pictures are that show something else.
  static let kept = WordSet(
    "archive archives archival file files symbolic symbol stock archivo archiv archivbild symbolbild illustrative")
  static let joints = WordSet(
    "on for from of and in")
  /// What stood where only its name is left.
  static let media = WordSet(
    "video audio illustration photomontage infographic")
  /// Where somebody stands in a picture.
  static let places = WordSet(
    "left right front back center centre middle above below l r c background foreground")
  // The words of `Image caption,`.
  static let shown = WordSet(
    "image photo picture photograph")
  static let captions = WordSet(
    "caption comment legend description captioning signature")
  static let owners = WordSet(
    "source credit copyright")
  static let between = WordSet(
    "on the of to for under text")
  static let ties = WordSet(
    "and with")
}
