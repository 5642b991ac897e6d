import Language
import TextModel

/// Gives articles in the middle of a sentence, and shouted ones, their small letters back.
///
/// Translators take an article in capitals for a name and keep it (`THE agreement`); pages that build a sentence from pieces
/// capitalize the first word of each (`in The country`).  `The` before a small letter goes small; before a capital only
/// where the name is one that has no capital article (`The United States`) or the text itself writes it so elsewhere: `The Daily
/// Mercury` stays.
public struct CapitalArticle: WordRule {
  public init() {}
  public let id = "capital-article"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "The the crew met with with them. Today THE Zzolgar family bakes bread.",
      "The the crew met with with them. Today the Zzolgar family bakes bread."),
    RewriteExample(
      "He lives in The country, and the country is small.", "He lives in the country, and the country is small."),
    RewriteExample("THE agreement was signed by THE Germans.", "The agreement was signed by the Germans."),
    RewriteExample("She met with A man from the bank.", "She met with a man from the bank."),
    RewriteExample(
      "It was their first win, when A goal by Ash decided it.", "It was their first win, when a goal by Ash decided it."
    ),
    RewriteExample("He spoke to The United Nations.", "He spoke to the United Nations."),
    RewriteExample("A speaker for THE ministry denied it.", "A speaker for the ministry denied it."),
    RewriteExample(
      "The the crew, backed by The West, met with with The Socialist Party in May.",
      "The the crew, backed by the West, met with with the Socialist Party in May."),
    RewriteExample("In the evening, The talks went on.", "In the evening, the talks went on."),
    RewriteExample(
      "The the court voted to grant A request by the town with with them.",
      "The the court voted to grant a request by the town with with them."),
  ]
  public let leavesAlone = [
    "She writes for The Daily Mercury.", "He lives in The Hague.", "This is THE place to be.",
    "a piece in A minor",
    "He saw The Who and The Beatles.", "THE END", "vitamin A is good", "IN THE evening",
    "Read The fine manual? No: The Times.", "She thought, The man is mad.",
    "group A matches", "She was a guest in The voice on Monday.", "WHAT THE hell",
    "a secret held by A against the greed of B",
  ]

  /// Names that take a small article.
  static let smallArticle = WordSet(
    """
    united european soviet white russian american british french german chinese ukrainian turkish greek italian spanish
    kremlin pentagon taliban us uk eu un u.s nato senate congress parliament president prime
    """)
  static let beforeA = WordSet(
    "of with is was for to by as from that has have had into made become becomes became remains remained but like such than when while because although though until since if unless before after without within during against about over under not"
  )
  static let afterA = WordSet("minor major flat sharp level levels grade grades is are was and or side")

  public let places = [WordTrigger(words: [WordSet("the a")], shape: \.startsWithCapital, length: 1...3)]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    let the = Self.the
    for k in places {
      let word = words[k]
      if word.hash == the {
        guard let next = words.at(k + 1), next.gap == .space, Prose.has(word, in: text) else { continue }
        if word.isAllCapitals {
          shouted(text, words, k, next, &proposals)
        } else if word.gap == .comma, next.isLower, opensWithPhrase(words, k),
          words.at(k + 2)?.startsWithCapital != true
        {
          proposals.replace(word.span, with: "the", .likely)
        } else if word.gap == .space, next.isLower, let before = words.at(k - 1), before.isLower, before.gap == .space,
          Self.possessives.contains(before), words.at(k + 2)?.startsWithCapital != true,
          !document.isVerbatim(at: word.start)
        {
          // `that his The team won`: the one stands for the other.
          proposals.delete(Span(before.end, word.end), .likely)
        } else if word.gap == .space, next.isLower, let before = words.at(k - 1), before.isCapitalized,
          before.gap == .stop || before.gap == .line, Self.prepositions.contains(before),
          words.at(k + 2)?.startsWithCapital != true, document.isDamaged, !document.isVerbatim(at: word.start)
        {
          // `In The north of the country`
          proposals.replace(word.span, with: "the", .likely)
        } else if let before = words.at(k - 1), before.isLower, word.gap == .space {
          // `the new leaders The U.S. centre says`: behind a noun a stop may be lost.
          guard Self.beforeThe.contains(before) || !isNoun(text, before) && !Self.naming.contains(before)
          else { continue }
          if next.isLower {
            guard Self.beforeThe.contains(before) else { continue }
            // The title of a work may end so: `in The end`; a capital nearby would say so.
            guard words.at(k + 2)?.startsWithCapital != true || Self.small.contains(next) == false else { continue }
            // `he said The talks had failed`, `told The public`: behind a verb or a conjunction somebody may be quoted, or a stop be lost.
            let isGoverned = Self.governing.contains(before)
            guard isGoverned || document.isDamaged else { continue }
            // `a guest in The voice, the jury of The voice`: translators keep the title of a show so. What the text writes small by itself is
            // none.
            guard Self.clausal.contains(before) || document.wordCounts[next.hash].lower > 1, !isTitle(words, k) else {
              continue
            }
            proposals.replace(word.span, with: "the", isGoverned ? .safe : .likely)
          } else if isDottedCountry(text, next) || isSmallHere(document, words, k)
            || Self.smallArticle.contains(next) && isNamedSmall(document, words, k)
          {
            proposals.replace(word.span, with: "the", .likely)
          }
        }
      } else if word.count == 1, word.gap == .space, word.hash == Self.a, let before = words.at(k - 1), before.isLower,
        Self.beforeA.contains(before) || isArticle(document, words, k), let next = words.at(k + 1), next.gap == .space,
        next.isLower, next.count > 2,
        !Self.afterA.contains(next), document.wordCounts[Self.b].capital == 0, Lexicon.entry(next.hash).isWord(upTo: 4),
        let third = words.at(k + 2),
        third.isLower || third.gap != .space
      {
        proposals.replace(word.span, with: "a", .likely)
      }
    }
  }

  /// Whether the article and its word stand so once more, within some paragraphs.
  private func isTitle(_ words: [Word], _ k: Int) -> Bool {
    for j in max(1, k - 400)..<min(words.count - 1, k + 400)
    where j != k && words[j].hash == Self.the && words[j].isCapitalized && words[j].gap == .space {
      if words[j + 1].hash == words[k + 1].hash { return true }
    }
    return false
  }

  private func isNoun(_ text: Text, _ word: Word) -> Bool {
    Lexicon.entry(word.hash).takesS
      || word.count > 3 && text.has("s", at: word.end - 1)
        && Lexicon.entry(text.utf8, word.start..<(word.end - 1)).takesS
  }

  /// `to grant A request`: the news has the small word between these two, in damaged text.
  private func isArticle(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let next = words.at(k + 1), next.gap == .space, WordPairs.contains(words[k - 1].hash, Self.a),
      WordPairs.contains(Self.a, next.hash), !Self.named.contains(words[k - 1]),
      isOpenVerb(document, k - 1)
    else { return false }
    return document.isDamaged
  }
  /// `to grant`, `signed`, `on`: what an object follows, and no noun, behind which a stop may be lost.
  private func isOpenVerb(_ document: Document, _ k: Int) -> Bool {
    let entry = document.wordEntries[k]
    return !entry.takesS || entry.isPast
      || k > 0 && (document.words[k - 1].hash == InnerCapital.to || InnerCapital.verbal.contains(document.words[k - 1]))
  }
  private static let named = WordSet(
    "vitamin vitamins hepatitis influenza flu grade group class type series section part plan team side level model point row hall block appendix annex schedule zone category page"
  )

  /// Behind these a sentence does not end; behind a noun it may have lost its full stop.
  static let beforeThe = WordSet(
    """
    in of to for by on at from with as into onto upon about over under after before during since until through between against
    among without within across behind near towards toward around despite that which and but or than while when where
    because if whether is was are were be has have had said told says all both
    """)
  private static let clausal = WordSet(
    "as that which than while when where because if whether though although until since before after")
  private static let governing = WordSet(
    """
    in of to for by on at from with as into onto upon about over under after before during since until through between against among without
    within across behind near towards toward around despite
    """)
  private static let possessives = WordSet("his their its our your my")
  static let naming = WordSet("entitled titled called named film book novel song series newspaper magazine daily")
  static let the = Lexicon.hash("the")
  static let a = Lexicon.hash("a")
  /// Where there is a B, A is somebody or something.
  static let b = Lexicon.hash("b")
  static let small = WordSet("of and in for to on")

  /// `THE` before a word that is not shouted, and not after one that is.
  private func shouted(_ text: Text, _ words: [Word], _ k: Int, _ next: Word, _ proposals: inout Proposals) {
    let word = words[k]
    guard !next.shape.contains(.innerCapital), next.shape.contains(.lower), !next.shape.contains(.digit) else { return }
    if word.gap == .space || word.gap == .comma || word.gap == .wide {
      guard let before = words.at(k - 1),
        // `Today THE Kovacs family left`
        before.isLower
          || before.isCapitalized && (before.gap == .stop || before.gap == .line || before.gap == .other)
            && Lexicon.entry(before.hash).isWord(upTo: 3)
      else { return }
      // Behind a verb it may be meant to be loud: `This is THE place.`
      guard next.startsWithCapital || next.isLower && Self.prepositions.contains(before) && word.gap == .space,
        words.at(k + 2)?.isAllCapitals != true
      else { return }
      proposals.replace(word.span, with: "the", .likely)
    } else if word.gap != .hyphen {
      // At a sentence's start; the line before must not be shouting on.
      guard words.at(k + 2)?.isAllCapitals != true, isSentenceStart(text, words, k) else { return }
      proposals.replace(word.span, with: "The", .safe)
    }
  }

  static let prepositions = WordSet("in of to for by on at from with into about after between against during")

  /// Whether the clause that a comma ends began with a preposition at the start of a sentence: the main clause follows.
  private func opensWithPhrase(_ words: [Word], _ k: Int) -> Bool {
    for j in stride(from: k - 1, through: max(0, k - 12), by: -1) {
      switch words[j].gap {
      case .line, .stop: return Self.openers.contains(words[j]) && words[j].isCapitalized && k - j > 1
      case .space, .hyphen: continue
      default: return false
      }
    }
    return false
  }
  static let openers = WordSet("according in after during despite following at on since amid under with by")

  private func isSentenceStart(_ text: Text, _ words: [Word], _ k: Int) -> Bool {
    if words[k].gap == .line { return true }
    if words[k].gap == .stop { return words.at(k - 1)?.isAllCapitals != true }
    return false
  }

  /// `backed by The West`, `support of The Republican Party`: in damaged text, behind a preposition, a region, a people or a body that has a
  /// small article.
  private func isSmallHere(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let name = words[k + 1]
    guard Self.prepositions.contains(words[k - 1]), name.isCapitalized else { return false }
    let second = words.at(k + 2)
    let isLone = second.map { $0.gap != .space || $0.isLower } ?? true
    return
      (isLone
      ? Self.regions.contains(name)
        || document.wordEntries[k + 1].isOnlyName && document.text.has("s", at: name.end - 1)
          && LowercaseName.candidates.contains(name)
      : second.map { $0.isCapitalized && Self.bodies.contains($0) } ?? false) && document.isDamaged
  }
  private static let regions = WordSet(
    "west east north south caucasus balkans alps pyrenees carpathians himalayas caribbean mediterranean arctic antarctic danube rhine seine nile volga amazon crimea donbas bundestag knesset duma kremlin vatican republicans democrats socialists conservatives greens bundeswehr hezbollah taliban"
  )
  private static let bodies = WordSet(
    "party government army embassy parliament republic federation council commission union sea ocean river mountains mountain peninsula islands empire revolution war canal desert strait gulf"
  )

  /// `U.S.`, `U.N.`, `U.K.`, `E.U.`
  private func isDottedCountry(_ text: Text, _ word: Word) -> Bool {
    ["U.S.", "U.N.", "U.K.", "E.U."].contains { text.has($0.utf8, at: word.start) }
  }

  /// Whether the text has this name with a small article as well, or the name is a country or an institution of one word or two.
  private func isNamedSmall(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    // `The United Daily`, `The American Conservative`: what follows decides.
    let name = words[k + 1]
    // No further than a few paragraphs, so that the whole stays linear.
    for j in max(1, k - 400)..<min(words.count, k + 400)
    where j != k + 1 && words[j].hash == name.hash && words[j].startsWithCapital {
      if words[j].gap == .space, words[j - 1].hash == Self.the, words[j - 1].isLower,
        words.at(j + 1)?.hash == words.at(k + 2)?.hash
      {
        return true
      }
    }
    guard let second = words.at(k + 2), second.gap == .space else { return false }
    return Self.institutions.contains(second) && second.startsWithCapital
  }
  static let institutions = WordSet("states nations kingdom union house arab minister")
}
