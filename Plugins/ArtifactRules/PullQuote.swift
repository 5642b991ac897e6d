import Language
import TextModel

/// Deletes a line that a paragraph of the text says too, word by word.
///
/// Pages set a sentence of the article once more in large letters between two paragraphs, or a heading once more with nothing under it,
/// and a scraper cannot tell.  Six words at least, a whole line, and the same words inside a longer paragraph; or a heading of four
/// that comes again right before the next one.  In damaged text only.
public struct PullQuote: RewriteRule {
  public init() {}
  public let id = "pull-quote"
  public let languages: LanguageScope = .only([.english])
  public let trigger: ByteClasses? = .lineFeed

  private static let first =
    "The the river rose by two metres within hours. Nobody here had seen the bridge move before, said the mayor with with a sigh."
  private static let second =
    "Several hundred families had to leave their homes with their children, and the schools of the town stay closed this week."

  public let fixes = [
    RewriteExample(
      "Title\n\n" + first + "\n\nNobody here had seen the bridge move before\n\n" + second,
      "Title\n\n" + first + "\n\n" + second),
    RewriteExample(
      "Title\n\nWhat the mayor says\n\n" + first + "\n\nWhat the mayor says\n\nWhat comes next\n\n" + second,
      "Title\n\nWhat the mayor says\n\n" + first + "\n\nWhat comes next\n\n" + second),
  ]
  public let leavesAlone = [
    "Title\n\n" + first + "\n\nNobody else had seen the bridge move before\n\n" + second,
    "Title\n\n" + second + "\n\nNobody here had seen the bridge move before\n\n" + second.dropLast() + " too.\n\n"
      + first,
    "Nobody here had seen the bridge move before\n\n" + first + "\n\n" + second + "\n\nIt is old.",
    "Title\n\nThe river rose. Nobody here had seen the bridge move before, she said.\n\nNobody here had seen the bridge move before\n\n"
      + second,
  ]

  /// How long such a line may be.
  private static let longest = 240

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    guard document.hasParagraphs else { return }
    let lines = document.paragraphs
    guard lines.count > 3, document.isDamaged, !document.hasTechnicalLines else { return }
    let words = document.words
    // Lines by the hash of their first three words; of two that begin alike the first is looked for.
    var candidates: [UInt32: Int] = [:]
    // Their first, second and third words, each by six bits of its hash: nearly all words of a text need no look into the dictionary.
    var openings = (UInt64(0), UInt64(0), UInt64(0))
    for index in lines.indices.dropFirst(2) where lines[index].count <= Self.longest {
      let range = document.wordRange(in: lines[index])
      guard range.count >= 6, isApart(document, index) else { continue }
      let key = Self.key(words, range.lowerBound)
      if candidates[key] == nil { candidates[key] = index }
      openings.0 |= Self.bit(words[range.lowerBound])
      openings.1 |= Self.bit(words[range.lowerBound + 1])
      openings.2 |= Self.bit(words[range.lowerBound + 2])
    }
    proposeHeadings(document, &proposals)
    guard !candidates.isEmpty else { return }
    var done: Set<Int> = []
    for k in 0..<max(0, words.count - 5) where openings.0 & Self.bit(words[k]) != 0 {
      guard openings.1 & Self.bit(words[k + 1]) != 0, openings.2 & Self.bit(words[k + 2]) != 0,
        let index = candidates[Self.key(words, k)], !done.contains(index),
        words[k].start < lines[index].start
          || words[k].start >= lines[index].end && !endsInWord(document.text, lines[index]),
        isSame(document, document.wordRange(in: lines[index]), at: k),
        let host = document.paragraph(at: words[k].start),
        host.count > lines[index].count + 20
      else { continue }
      done.insert(index)
      ResidueDeletion.delete(index, document, &proposals)
    }
  }

  /// Whether a line begins like a sentence behind one that ends like one.
  private func isApart(_ document: Document, _ index: Int) -> Bool {
    let text = document.text
    let line = document.paragraphs[index]
    guard text.isCapital(line.start) || text.has("“", at: line.start) || text.has("\"", at: line.start),
      !document.isLayout(at: line.start), line.start == 0 || text[line.start - 1] == 0x0A
    else { return false }
    switch text.scalar(before: document.paragraphs[index - 1].end) {
    case ".", "!", "?", "”", "\"", ":", "…": return true
    default: return false
    }
  }

  /// A heading may say in advance what somebody says below it; what was pulled out of a text below ends as a sentence does.
  private func endsInWord(_ text: Text, _ line: Span) -> Bool { text.isLetter(text.index(before: line.end)) }

  private static func bit(_ word: Word) -> UInt64 { 1 << UInt64(word.hash & 63) }

  private static func key(_ words: [Word], _ k: Int) -> UInt32 {
    (words[k].hash &* 31 &+ words[k + 1].hash) &* 31 &+ words[k + 2].hash
  }

  /// Whether the words of a line stand at a place, whatever signs are between them.
  private func isSame(_ document: Document, _ line: Range<Int>, at k: Int) -> Bool {
    let words = document.words
    guard k + line.count <= words.count else { return false }
    for n in 0..<line.count {
      let a = words[line.lowerBound + n]
      let b = words[k + n]
      guard a.hash == b.hash else { return false }
    }
    return true
  }

  /// A heading that stood before, and has another line of its kind under it.
  private func proposeHeadings(_ document: Document, _ proposals: inout Proposals) {
    let text = document.text
    let lines = document.paragraphs
    var seen: [Int: Int] = [:]
    for index in lines.indices where lines[index].count >= 16 && lines[index].count <= 100 {
      let line = lines[index]
      // The same line twice, among paragraphs.
      if index > 3, index + 1 < lines.count, line.count == lines[index - 1].count, lines[index + 1].count > 100,
        lines[index - 2].count > 100, TitleBlock.words(text, line) >= 5,
        text[line].elementsEqual(text[lines[index - 1]])
      {
        ResidueDeletion.delete(index, document, &proposals)
        continue
      }
      guard PageResidue.isHeadline(text, line), TitleBlock.words(text, line) >= 4 else { continue }
      var key = line.count
      for step in 1...5 { key = key &* 31 &+ Int(text[line.start + line.count * step / 6]) }
      guard let other = seen[key] else {
        seen[key] = index
        continue
      }
      guard other + 1 < index, index + 1 < lines.count, text[lines[other]].elementsEqual(text[line]),
        lines[other + 1].count > 100, lines[index + 1].count <= 100, PageResidue.isHeadline(text, lines[index + 1])
      else { continue }
      ResidueDeletion.delete(index, document, &proposals)
    }
  }
}
