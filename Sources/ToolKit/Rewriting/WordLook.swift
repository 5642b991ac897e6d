import Language

/// One look at the words of a text, in each round, for all rules at once: what they look for, and where it stands.
final class WordLook {
  private var lists: [[WordTrigger]] = []
  private var scopes: [Int] = []
  private var wanted: [Bool] = []
  private var triggers: WordTriggers?
  private let places = WordPlaces()
  private var isDone = false

  /// Takes the words of a rule on, and tells its list; nil where there is no room for them.
  func add(_ asked: [WordTrigger], scope: Int) -> Int? {
    guard lists.reduce(asked.count, { $0 + $1.count }) <= WordTriggers.limit else { return nil }
    lists.append(asked)
    scopes.append(scope)
    wanted.append(false)
    return lists.count - 1
  }

  /// Makes the tables, when all rules have been taken on.
  func prepare() { triggers = WordTriggers(lists) }

  /// Forgets what was found: the text is another.
  func forget() { isDone = false }

  /// Looks for the words, when the first rule asks.
  ///
  /// - Parameter covers: Whether a scope covers the text.
  func find(in document: Document, _ covers: (Int) -> Bool) {
    if isDone { return }
    for list in scopes.indices { wanted[list] = covers(scopes[list]) }
    if let triggers { places.find(triggers, in: document, wanted: wanted) }
    isDone = true
  }

  /// Whether no word of a list was found.
  func isEmpty(_ list: Int) -> Bool { places.isEmpty(list) }

  /// The words of a list that were found.
  subscript(list: Int) -> WordPlaces.List { places[list] }
}
