/// A rule of a rewriter that looks at words of certain kinds and at their neighbours.
///
/// It says at which words it is to be asked; one pass over the text finds these for all rules, and a rule that has none in a
/// text is not called.
public protocol WordRule: RewriteRule {
  /// Which words: those that meet one of the triggers.
  var places: [WordTrigger] { get }

  /// Whether the rule goes through the words of this text itself, and is called even where none were found for it.
  func seesAllWords(of document: Document) -> Bool

  /// Adds what the rule would change or doubts at some words, given as indices of `document.words` in the order of the text.
  func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals)
}

extension WordRule {
  public var asWordRule: (any WordRule)? { self }
  public func seesAllWords(of document: Document) -> Bool { false }

  /// Finds the words for this rule alone; an engine that runs many rules finds them for all at once.
  public func propose(_ document: Document, _ proposals: inout Proposals) {
    propose(document, by: WordTriggers([places]), into: WordPlaces(), &proposals)
  }

  /// The same by triggers that were built before, those of this rule alone.
  ///
  /// - Parameter found: Where the words are put; its memory is used again.
  public func propose(
    _ document: Document, by triggers: WordTriggers, into found: WordPlaces, _ proposals: inout Proposals
  ) {
    found.find(triggers, in: document, wanted: [true])
    if !found.isEmpty(0) || seesAllWords(of: document) { propose(document, at: found[0], &proposals) }
  }
}
