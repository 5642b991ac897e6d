import Language
import TextModel

/// Joins the lines of a sentence that was broken where a link or an emphasis stood.
///
/// Each element of a page became a line: `the “insult” of`, `Ana Moreira`, `after the party admitted`.  A line that begins with a comma or a
/// full stop belongs to the line before, whatever that is.  Where no mark shows it, words do: a line that ends in an article, a
/// preposition or the like goes on with the next one if that begins small, or if it is short, as a link is, and the line behind it goes
/// on small; and so does a line that is an article alone.  A contraction cut at its apostrophe is closed up (`can’`, `t`).  Text that
/// is wrapped, verse, lists and headings have such lines by nature: nothing is joined where most lines are no paragraphs, and a line of
/// some words only is joined for its marks alone.
public struct BrokenLine: WordRule {
  public init() {}
  public let id = "broken-line"
  public let languages: LanguageScope = .only([.english])

  public let fixes = [
    RewriteExample(
      "They spoke on Sunday of the lies and the insult of\n\nAna Moreira\n\nafter the party had asked for it.",
      "They spoke on Sunday of the lies and the insult of Ana Moreira after the party had asked for it."),
    RewriteExample(
      "He had asked for the use of the language in\n\nCongress\n\n.\n\nThe others have not.",
      "He had asked for the use of the language in Congress.\n\nThe others have not."),
    RewriteExample(
      "We could not agree to what violates the\n\nConstitution\n\n,” the party said.",
      "We could not agree to what violates the Constitution,” the party said."),
    RewriteExample(
      "Too much salt and too little sleep also contribute to\n\nsoaring levels of pressure.",
      "Too much salt and too little sleep also contribute to soaring levels of pressure."),
    RewriteExample(
      "The council, which has met on Monday, has told the press of the talks and would make all of them believe\n\nthat what it had asked for, and what the harbour needs, had been refused by the men of the other side of the river, who had not been at the table at all.",
      "The council, which has met on Monday, has told the press of the talks and would make all of them believe that what it had asked for, and what the harbour needs, had been refused by the men of the other side of the river, who had not been at the table at all."
    ),
    RewriteExample(
      "The council has told the press that the talks will go on. When\n\nthe mayor heard of it, he left.",
      "The council has told the press that the talks will go on. When the mayor heard of it, he left."),
    RewriteExample(
      "The council has told the press that the talks will go on. The French\n\ngovernment is of the same mind.",
      "The council has told the press that the talks will go on. The French government is of the same mind."),
    RewriteExample(
      "The council said on Monday night that what it had asked for, and what the harbour needs, had been refused by the U.S.\nministry of trade, and that the ministry, which has known of it since Monday, would have to say why it had left the talks with the harbour’s envoys.",
      "The council said on Monday night that what it had asked for, and what the harbour needs, had been refused by the U.S. ministry of trade, and that the ministry, which has known of it since Monday, would have to say why it had left the talks with the harbour’s envoys."
    ),
    RewriteExample(
      "The the singer said in the spring that she had married\nher friend of old, and that she was glad of of it with all her heart, as were the friends and the whole town.",
      "The the singer said in the spring that she had married her friend of old, and that she was glad of of it with all her heart, as were the friends and the whole town."
    ),
    RewriteExample(
      "They had asked it of the minister of the north  ,\n\nJo Felber\n\n, that he should not go.",
      "They had asked it of the minister of the north, Jo Felber, that he should not go."),
    RewriteExample(
      "Sometimes there are powers that you can’\nt describe.", "Sometimes there are powers that you can’t describe."),
    RewriteExample(
      "They tax the free label in the attempt to sell more.\nThe\nUS government has joined in.",
      "They tax the free label in the attempt to sell more.\nThe US government has joined in."),
    RewriteExample(
      "Less salt and more walks can in this case help\nrein in the issue\n.\n\nThe others agree.",
      "Less salt and more walks can in this case help rein in the issue.\n\nThe others agree."),
    RewriteExample(
      "High pressure affects millions of people. Particular groups may face a\nheightened risk\nof developing it, notably men who are over fifty, or who smoke, or who have had it before in their lives.",
      "High pressure affects millions of people. Particular groups may face a heightened risk of developing it, notably men who are over fifty, or who smoke, or who have had it before in their lives."
    ),
  ]
  public let leavesAlone = [
    "Roses are red and the\nviolets are blue, and the\nsea is a thing of the\nsky.",
    "We had a look at it and then went on to the\nother side of the river, where there was a\nhouse.",
    "A word from the ministry on the price of bread\n\n. added the envoy, and left.",
    "Log in\n\nSign up\n\nAbout", "Things to do in\n\nOslo", "He said:\n\n… and left.", "The end\n\n... of it all.",
    "The list of things that we look at\n\nApples\n\nPears\n\nPlums", "the\nThe river rises. It is late.",
    "x\n.5 of it\n.net", "The the crew met with with them in the old house on Mill St.\nThe boat had left of of it.",
    "The firm that won the repair of the old bridge over the river said on Monday night that it would go on with the\nwork next week.",
    "What they took with them to the island was a lot of\n\nFood and drink is sold here. Ask for it at the desk.",
  ]

  public let places = [WordTrigger(gaps: [.line])]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let words = document.words
    for k in places where k > 0 {
      guard let (gap, joint) = seam(document, words, k), document.hasParagraphs,
        !document.isVerbatim(at: words[k - 1].start),
        !document.isVerbatim(at: words[k].start)
      else { continue }
      proposals.replace(gap, with: joint, .likely)
    }
  }

  /// The white space between two lines of one sentence, and what it should be; `k` is the first word behind the line’s end.
  private func seam(_ document: Document, _ words: [Word], _ k: Int) -> (Span, [UInt8])? {
    let text = document.text
    let before = words[k - 1]
    let word = words[k]
    var gap = Span(before.end, before.end)
    if let gap = commaBeforeLink(document, words, k) { return (gap, Array(", ".utf8)) }
    // A quotation may close at the line’s end; anything else there ends a line.
    if text.has("”", at: gap.end) { gap = Span(gap.end + 3, gap.end + 3) }
    if text.has("\"", at: gap.end) { gap = Span(gap.end + 1, gap.end + 1) }
    if gap.start == before.end, text.has("’\n", at: gap.start) || text.has("'\n", at: gap.start) {
      let at = gap.start + (text.has("'", at: gap.start) ? 1 : 3)
      let isCut =
        word.start == at + 1 && before.gap != .line && Self.cutWords.contains(before) && Self.contracted.contains(word)
      return isCut && Prose.isEdge(text, after: word.end) ? (Span(at, at + 1), []) : nil
    }
    if gap.start == before.end, text.has(".\n", at: gap.start), let joint = breakBehindAbbreviation(document, words, k)
    {
      return (joint, [0x20])
    }
    if gap.start == before.end, text.has(",\n", at: gap.start), word.start == gap.start + 2 {
      return wraps(document, words, k) ? (Span(gap.start + 1, word.start), [0x20]) : nil
    }
    while gap.end < word.start, text[gap.end] == 0x20 || text[gap.end] == 0x0A || text[gap.end] == 0x0D {
      gap = Span(gap.start, gap.end + 1)
    }
    // What is set in from the margin is laid out.
    guard text[gap].contains(0x0A), gap.count < 8, text[gap.end - 1] == 0x0A else { return nil }
    if gap.end < word.start {
      // A stop with nothing behind it may be what is left of a line of its own, behind a heading.
      let isAlone = text.has(".\n", at: gap.end) || text.has(".\r", at: gap.end) || gap.end + 1 == text.count
      guard beginsWithMark(text, gap.end), hasWords(words, k - 1, isAlone ? 6 : 2) || isLink(document, words, k - 1)
      else { return nil }
      // `The price of bread`, `. added the envoy`: what stood before the stop is lost, unless a link leads up to it.
      if text.has(". ", at: gap.end), !isLink(document, words, k - 1) { return nil }
      // With the mark, which a rule that takes it for a leftover must not delete.
      return (Span(gap.start, gap.end + 1), [text[gap.end]])
    }
    // `o` and `b)` are marks of a list.
    guard gap.start == before.end, word.count > 1 || Self.articles.contains(word), !text.has(")", at: word.end) else {
      return nil
    }
    return goesOn(document, words, k, isBlank: text[gap].count { $0 == 0x0A } > 1) ? (gap, [0x20]) : nil
  }

  /// `the minister of the north,`, `Jo Felber`, `, that he`: a comma at the line’s end, and a short line that a mark goes on behind.
  private func commaBeforeLink(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let text = document.text
    let end = words[k - 1].end
    guard words[k].startsWithCapital, text[end] == UInt8(ascii: ",") || text[end] == 0x20 else { return nil }
    let comma = text.spaceEnd(from: end)
    guard text.has(",\n", at: comma), hasWords(words, k - 1, 5),
      text[Span(comma + 1, words[k].start)].allSatisfy({ $0 <= 0x20 }),
      let next = lineBehind(words, k, within: 5), standsBeforeMark(document, words, next)
    else { return nil }
    return Span(words[k - 1].end, words[k].start)
  }

  private static let street = Lexicon.hash("st")

  /// `the U.S.`, `has left`; `said Mr.`, `Felber`: the line end that a cutter of sentences set behind an abbreviation.
  private func breakBehindAbbreviation(_ document: Document, _ words: [Word], _ k: Int) -> Span? {
    let text = document.text
    let before = words[k - 1]
    let word = words[k]
    let start = before.end + 1
    var end = start
    while end < word.start, text[end] == 0x0A || text[end] == 0x0D { end += 1 }
    guard end == word.start, end - start <= 4, before.gap != .line else { return nil }
    if before.count > 1 {
      // `Mr.`, `Dr.`, but not `on Mill St.`
      guard before.isCapitalized, ProseWords.has(.title, text, before.span), before.hash != Self.street,
        word.startsWithCapital,
        document.isDamaged
      else { return nil }
      return Span(start, end)
    }
    guard text.has("U.S.", at: before.start - 2), document.isDamaged || standsInProse(document, words, k) else {
      return nil
    }
    if word.isLower { return Span(start, end) }
    // `the U.S.`, `Department of State`: where another line shows how the text was cut.
    guard word.isCapitalized, words.at(k + 1)?.gap == .space, document.isDamaged else { return nil }
    return document.paragraphs.contains {
      $0.start > 5 && text.isLower($0.start) && text.has("U.S.\n", at: $0.start - 5)
    } ? Span(start, end) : nil
  }

  /// A comma or a full stop with nothing glued to it but a closing mark.
  private func beginsWithMark(_ text: Text, _ at: Int) -> Bool {
    guard text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".") else { return false }
    var end = at + 1
    if text.has("”", at: end) { end += 3 } else if text.has("\"", at: end) { end += 1 }
    guard end < text.count else { return true }
    return text[end] == 0x20 || text[end] == 0x0A || text[end] == 0x0D
  }

  /// Whether the line that begins with the word at `k` goes on where the one before it stopped.
  private func goesOn(_ document: Document, _ words: [Word], _ k: Int, isBlank: Bool) -> Bool {
    let before = words[k - 1]
    let word = words[k]
    // `The`, `US government has`
    if Self.articles.contains(before), before.isCapitalized, before.gap == .line || k == 1 {
      return !Self.articles.contains(word) && length(words, k, upTo: 4) > 2
    }
    // `… has begun. When`, `… it said.] An`: a sentence of one word, with which none ends.
    if before.isCapitalized, before.gap == .stop || before.gap == .other, isBlank, Self.opening.contains(before),
      hasWords(words, k - 1, 6)
    {
      return true
    }
    // `… talks.] The French`, `government also stressed`
    if before.isCapitalized, word.isLower, isBlank, k > 1, Self.articles.contains(words[k - 2]),
      LowercaseName.isProperName(document.text, before.span.range), hasWords(words, k - 1, 6),
      length(words, k, upTo: 6) > 5
    {
      return true
    }
    // Behind the link: it was joined to a line that could not end.
    if word.isLower, isLink(document, words, k - 1) { return true }
    guard before.isLower, before.gap != .line, before.gap != .stop else { return false }
    // `… that would make me believe`, `that he had made …`
    if isBlank, word.isLower, Self.joining.contains(word), before.count > 2, hasWords(words, k - 1, 6),
      isPlainEnd(document, words, k), length(words, k, upTo: 4) > 3,
      document.isDamaged || standsInProse(document, words, k)
    {
      return true
    }
    let isBound = Self.bound.contains(before)
    // Between long lines there is no verse: `groups may face a`, `heightened risk`, `of developing …`
    if isBound, word.isLower, !isBlank, hasWords(words, k - 1, 4), standsInProse(document, words, k) { return true }
    if !isBlank, WordPairs.contains(before.hash, word.hash) || document.wordEntries[k - 1].isPast,
      wraps(document, words, k)
    {
      return true
    }
    // Lines of verse are short.
    guard hasWords(words, k - 1, isBlank ? isBound ? 5 : 6 : 9) else { return false }
    // A blank line is no place where text is wrapped.
    if isBound, word.isLower, isBlank { return true }
    // `can help`, `rein in the issue`, `.`: a short line with a mark or, where a word shows it, a small letter behind it.
    guard isBound || word.isLower, let next = lineBehind(words, k, within: 5) else { return false }
    return standsBeforeMark(document, words, next)
      || isBound && words.at(next)?.isLower == true && isPlainEnd(document, words, next)
  }

  /// `the singer has secretly married`, `her producer, but only now`: in damaged text whose lines are paragraphs, a long line that ends in a comma
  /// or in a word that the next one suits, and a line that goes on small and ends in a stop.
  private func wraps(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let word = words[k]
    guard word.isLower, words[k - 1].isLower, hasWords(words, k - 1, 9), length(words, k, upTo: 4) == 4,
      !Self.credits.contains(word), !Self.credits.contains(words[k - 1]), standsInProse(document, words, k),
      let line = document.paragraph(at: word.start), line.start == word.start, LowercaseStart.ends(text, line.end)
    else { return false }
    return document.isDamaged
  }
  private static let credits = WordSet("by from via photo source posted updated said says")

  /// Whether the line before that of the word at `k` is a paragraph, or one of the two that follow, and the line before did not end for want of
  /// room, as it does where a text is wrapped at a width: the word had found a place in it.
  private func standsInProse(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    guard let index = document.paragraphIndex(at: words[k].start), index > 0 else { return false }
    let lines = document.paragraphs
    let longest = lines[index - 1..<min(index + 2, lines.count)].reduce(0) { max($0, $1.count) }
    return longest >= 100 && lines[index - 1].count + 1 + words[k].count <= longest
  }

  /// Whether the line that ends with the word at `k` is short and was left by a line that goes on with it.
  private func isLink(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    var first = k
    while first > 0, k - first < 5, words[first].gap == .space { first -= 1 }
    guard first > 0, words[first].gap == .line, Self.bound.contains(words[first - 1]),
      isPlainEnd(document, words, first)
    else {
      return false
    }
    let isBlank = document.text[Span(words[first - 1].end, words[first].start)].count { $0 == 0x0A } > 1
    return hasWords(words, first - 1, isBlank ? 5 : 9)
      || !isBlank && hasWords(words, first - 1, 4) && standsInProse(document, words, first)
  }

  /// The first word of the line behind that of the word at `k`, or the end of all, where that has no more than some words.
  private func lineBehind(_ words: [Word], _ k: Int, within most: Int) -> Int? {
    for j in (k + 1)..<(k + most + 1) {
      guard j < words.count else { return words.count }
      if words[j].gap != .space { return words[j].gap == .line ? j : nil }
    }
    return nil
  }

  /// Whether the line before that of the word at `k` ends in a word.
  private func isPlainEnd(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    !document.text[Span(words[k - 1].end, words[k].start)].contains { $0 > 0x20 }
  }

  /// Whether a comma or a full stop begins the line of the word at `k`, or stands in a line alone before it.
  private func standsBeforeMark(_ document: Document, _ words: [Word], _ k: Int) -> Bool {
    let text = document.text
    let end = words.at(k)?.start ?? text.count
    var at = words[k - 1].end
    while at < end, text[at] <= 0x20 { at += 1 }
    return at > words[k - 1].end && at < end && beginsWithMark(text, at)
  }

  /// How many words the line has from `k` on, as far as is asked.
  private func length(_ words: [Word], _ k: Int, upTo most: Int) -> Int {
    var end = k + 1
    while end < words.count, end - k < most, words[end].gap != .line { end += 1 }
    return end - k
  }

  /// Whether the line that ends with the word at `k` has as many words.
  private func hasWords(_ words: [Word], _ k: Int, _ count: Int) -> Bool {
    guard k + 1 >= count else { return false }
    return (0..<count - 1).allSatisfy { words[k - $0].gap != .line }
  }

  static let articles = WordSet("the a an")
  /// No sentence and no heading ends in them.
  static let bound = WordSet(
    "the a an of to from with for and or that which who whose than into between against its their his her our your my this these as if because while former at by in on is are was were has have had will would can could"
  )
  /// They join what follows to the line before.
  private static let joining = WordSet("that which who whose than because and but")
  /// A sentence begins in them and says no more.
  private static let opening = WordSet(
    "the a an when if while although because since as but and or in at on for with by from of")
  /// Before an apostrophe at a line’s end, what a contraction begins with.
  static let cutWords = WordSet(
    "can don doesn didn isn aren wasn weren won wouldn couldn shouldn hasn haven hadn i you we they he she it that there what who let"
  )
  static let contracted = WordSet("t s m re ll ve d")
}
