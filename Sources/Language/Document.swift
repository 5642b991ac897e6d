import TextModel

/// One text on its way through the rules: the text, the layers that came with it, and what several plugin families
/// need to see in it, each analysis made once, when first asked for.
///
/// A worker keeps one document and moves it from record to record with `reset`, so that buffers keep their size.
/// Not `Sendable`: a document belongs to one worker.
public final class Document {
  /// The text.  Rules read it and never write.
  public private(set) var text: Text
  /// What the record or the command line says the language is; `und` where neither does.
  public private(set) var declaredLanguage: LanguageTag
  /// The sentences that came with the record or were found; nil where nobody looked.
  public var sentences: [Span]?
  /// The names that came with the record or were found; nil where nobody looked.
  public var mentions: [Mention]?
  /// The quotations that were found; nil where nobody looked.
  public var quotations: [Quotation]?

  /// What the user's lists add to the tables; the same for every text of a run.
  public let lists: UserLists
  /// What plugin programs said of this text, by their ids.
  public var suggestions: [String: Suggestions] = [:]

  /// Only what is asked for is found, and for nearly all texts on nearly all ways that is little.
  var analyses: Analyses {
    _read { yield findings }
    _modify {
      hasFound = true
      yield &findings
    }
  }
  private var findings = Analyses()
  private var hasFound = false
  private var foundClasses: ByteClasses?
  /// How many edits within lines led to the text: each is a sign that it was damaged.
  private(set) var repairs = 0
  /// How many texts the document has held, and which words of the last changed where it was made from the one before.
  private(set) var version = 0
  private(set) var wordChanges: [WordChange]?
  /// What the lexicon said of words that come again, from text to text.
  private var recentEntries: [UInt32] = []

  /// The buffers of rules, kept from text to text.
  private var workspaces: [AnyObject] = []

  public init(_ text: Text = Text(""), language: LanguageTag = .undetermined, lists: UserLists = UserLists()) {
    self.text = text
    self.lists = lists
    declaredLanguage = language
  }

  public convenience init(_ string: String, language: LanguageTag = .undetermined) {
    self.init(Text(string), language: language)
  }

  /// Moves on to another text: takes the content of `bytes` (valid UTF-8) and leaves there the old buffer for reuse.
  public func reset(validated bytes: inout [UInt8], language: LanguageTag) {
    text.exchange(validated: &bytes)
    declaredLanguage = language
    sentences = nil
    mentions = nil
    if !suggestions.isEmpty { suggestions.removeAll() }
    quotations = nil
    repairs = 0
    forget()
  }

  private func forget() {
    version += 1
    wordChanges = nil
    foundClasses = nil
    if hasFound { findings = Analyses() }
    hasFound = false
  }

  /// Takes the text after some edits, and carries over what is known of words, marks and lines; leaves the text before in `bytes`.
  ///
  /// - Parameter script: The way from the present text to `bytes`, sealed.
  public func revise(validated bytes: inout [UInt8], by script: EditScript) {
    if !hasFound { return reset(validated: &bytes, language: declaredLanguage) }
    let marks = analyses.markOffsets
    // A text is no less damaged for what has been repaired in it; one that was not is looked at again, as a second run would.
    let damageSigns = analyses.damageSigns != nil && isDamaged ? analyses.damageSigns : nil
    let repairs = repairs + script.entries.count { !text[$0.before].contains(0x0A) }
    let lines = analyses.paragraphs
    let readings = analyses.lineReadings
    let weights = analyses.lineWeights
    let foreign = analyses.foreignParagraphs
    var facts = analyses.words.map {
      Revision.WordFacts(words: $0, entries: analyses.wordEntries, counts: analyses.wordCounts)
    }
    reset(validated: &bytes, language: declaredLanguage)
    self.repairs = repairs
    text.utf8.withUnsafeBufferPointer { bytes in
      let revision = Revision(script: script, bytes: bytes)
      analyses.markOffsets = marks.map { revision.marks($0) }
      if facts != nil { revision.revise(&facts!) }
      if let lines, readings != nil || !foreign.isEmpty {
        let places = revision.places(of: lines, in: paragraphs)
        analyses.lineReadings = readings.map { old in places.map { $0 < 0 ? .unknown : old[$0] } }
        analyses.lineWeights = weights.map { old in places.map { $0 < 0 ? .unknown : old[$0] } }
        if !foreign.isEmpty { analyses.foreignParagraphs = Revision.carried(foreign, at: places) }
      }
    }
    analyses.damageSigns = damageSigns
    wordChanges = facts?.changes
    analyses.words = facts?.words
    analyses.wordEntries = facts?.entries
    analyses.wordCounts = facts?.counts
  }

  /// The buffers of a rule, made when first asked for and then kept from text to text: a type of the rule's own.  What they hold must not
  /// outlive the call, or a text's result would depend on the texts before it.
  public func workspace<Workspace: AnyObject>(_ make: () -> Workspace) -> Workspace {
    for known in workspaces {
      if type(of: known) == Workspace.self { return unsafeDowncast(known, to: Workspace.self) }
    }
    let made = make()
    workspaces.append(made)
    return made
  }

  /// The bytes of the text, for hot loops.
  @inlinable public var utf8: [UInt8] { text.utf8 }

  /// Which kinds of bytes occur.
  public var byteClasses: ByteClasses {
    if let known = foundClasses { return known }
    let classes = text.utf8.withUnsafeBufferPointer { ByteClasses(in: $0) }
    foundClasses = classes
    return classes
  }

  /// Whether a look at the first bytes shows that a class occurs: cheaper than to find all classes, for whoever may need no other.
  public func beginsWith(_ classes: ByteClasses) -> Bool {
    if let known = foundClasses { return !known.isDisjoint(with: classes) }
    return text.utf8.withUnsafeBufferPointer { ByteClasses(atStartOf: $0) }.isSuperset(of: classes)
  }

  /// The paragraphs: maximal runs of lines that are not blank… as spans without the line ends around them.
  ///
  /// A paragraph is one line where the text has no blank lines between (the shape of most scraped news); see `Paragraphs`.
  public var paragraphs: [Span] {
    if let known = analyses.paragraphs { return known }
    let found = Paragraphs.find(in: text)
    analyses.paragraphs = found
    return found
  }

  /// The tokens: words, numbers and marks in order, white space left out.
  public var tokens: [Token] {
    if let known = analyses.tokens { return known }
    let found = Tokenizer.tokens(of: text)
    analyses.tokens = found
    return found
  }

  /// The words, with their shape, the gap before them and the hash by which they are looked up: what the word rules share.
  public var words: [Word] {
    if let known = analyses.words { return known }
    let found = Words.find(in: text)
    analyses.words = found
    return found
  }

  /// What the English lexicon knows of each of `words`.
  public var wordEntries: [Lexicon.Entry] {
    if let known = analyses.wordEntries { return known }
    let found = Lexicon.entries(words, recent: &recentEntries)
    analyses.wordEntries = found
    return found
  }

  /// How often each word occurs, and with which capitals.
  public var wordCounts: WordCounts {
    if let known = analyses.wordCounts { return known }
    let found = WordCounts(words)
    analyses.wordCounts = found
    return found
  }

  /// The offsets of what rules for marks and lines look at: line ends, punctuation marks, brackets, hyphens, quotation marks,
  /// apostrophes and backticks, and of some other characters in their blocks.
  public var markOffsets: [UInt32] {
    if let known = analyses.markOffsets { return known }
    let found = MarkOffsets.find(in: text)
    analyses.markOffsets = found
    return found
  }

  /// The punctuation marks and brackets with what touches them.
  public var punctuation: [PunctuationMark] {
    if let known = analyses.punctuation { return known }
    let found = Punctuation.marks(in: text, at: markOffsets)
    analyses.punctuation = found
    return found
  }

  /// What each token can be in a date, an amount or a quantity.
  public var measureClasses: [MeasureClass] {
    if let known = analyses.measureClasses { return known }
    let found = MeasureWords.classes(of: tokens, in: text.utf8)
    analyses.measureClasses = found
    return found
  }

  /// Whether anything about the double quotation marks is unusual: where not, nobody need read them in full.
  public var hasSuspectQuotations: Bool {
    if let known = analyses.hasSuspectQuotations { return known }
    let found = QuotationGlance.isSuspect(text, at: markOffsets)
    analyses.hasSuspectQuotations = found
    return found
  }

  /// How many of them stand in its sentences.
  var sentenceSigns: Int {
    if let known = analyses.sentenceSigns { return known }
    let found = DamageSigns.inSentences(of: self)
    analyses.sentenceSigns = found
    return found
  }

  /// How many signs of damage the text has; see `isDamaged`.
  var damageSigns: Int {
    if let known = analyses.damageSigns { return known }
    let found = DamageSigns.count(in: self)
    analyses.damageSigns = found
    return found
  }

  /// What is no prose, and how the lines are set.
  var layout: Verbatim {
    if let known = analyses.layout { return known }
    let found = Verbatim(text)
    analyses.layout = found
    return found
  }

  /// What is no prose: code, tables, logs, markup.
  public var verbatim: [Span] { layout.spans }

  /// The quotation marks and their cheapest consistent reading.
  public var quotationMarks: QuotationMarks {
    if let known = analyses.quotationMarks { return known }
    let found = QuotationMarks(reading: text, paragraphs: paragraphs, at: markOffsets)
    analyses.quotationMarks = found
    return found
  }

  /// The language rules go by: the declared one, else a guess from script and function words.
  public var language: LanguageTag {
    if declaredLanguage != .undetermined { return declaredLanguage }
    if let known = analyses.guessedLanguage { return known }
    let found = LanguageGuess.language(of: text)
    analyses.guessedLanguage = found
    return found
  }

  /// Whether a scope holds for the text's language, which is not guessed where any will do.
  public func isCovered(by scope: LanguageScope) -> Bool {
    if case .any = scope { return true }
    return scope.covers(language)
  }
}

/// What has been found out about a document so far.
struct Analyses {
  var paragraphs: [Span]?
  var tokens: [Token]?
  var words: [Word]?
  var wordEntries: [Lexicon.Entry]?
  var wordCounts: WordCounts?
  var markOffsets: [UInt32]?
  var punctuation: [PunctuationMark]?
  var measureClasses: [MeasureClass]?
  var layout: Verbatim?
  var hasSuspectQuotations: Bool?
  var damageSigns: Int?
  var sentenceSigns: Int?
  /// What was read in each paragraph of the page round the article.
  var lineReadings: [PageResidue.LineReading]?
  /// What each of them weighs as a line that no list has.
  var lineWeights: [PageLineJudge.Weight]?
  var pageResidue: [PageLine]?
  var guessedLanguage: LanguageTag?
  var quotationMarks: QuotationMarks?
  /// Which paragraphs are of another language, as far as that was asked; empty at first.
  var foreignParagraphs: [Bool?] = []
}
