import Language
import TextModel

/// Flags a name that the text spells once in another way than three times or more elsewhere.
///
/// Names that went through another script come back in several spellings (`Lukashenko`, `Lukaschenko`).  The text is its own witness:
/// the odd one differs by one letter, neither is a word, and neither is the other with an ending.
public struct NameSpelling: WordRule {
  public init() {}
  public let id = "name-spelling"
  public let languages: LanguageScope = .only([.english])
  public let mode: PluginMode = .flag
  public let onlyDoubts = true
  public let fixes: [RewriteExample] = []
  public let leavesAlone = ["Ivanov met Ivanova. Ivanov, Ivanov and Ivanov left.", "Kalimba and Kalinka danced."]

  public let places = [
    WordTrigger(shape: { $0.isCapitalized && $0.isPlain }, length: 6...Int.max, entry: { !$0.isKnown })
  ]

  public func propose(_ document: Document, at places: WordPlaces.List, _ proposals: inout Proposals) {
    let text = document.text
    let words = document.words
    // The unknown names, equal ones side by side.
    var names: [Word] = []
    for k in places { names.append(words[k]) }
    guard names.count >= 4 else { return }
    names.sort { ($0.hash, $0.start) < ($1.hash, $1.start) }
    var once: [Word] = []
    var often: [Word] = []
    var at = 0
    while at < names.count {
      var end = at + 1
      while end < names.count, names[end].hash == names[at].hash { end += 1 }
      if end - at == 1, once.count < 64 { once.append(names[at]) }
      if end - at >= 3, often.count < 64 { often.append(names[at]) }
      at = end
    }
    for odd in once {
      for name in often where isVariant(text.utf8, odd.span.range, name.span.range) {
        proposals.flag(
          odd.span, label: "entity-spelling", reason: "the text spells the name in another way elsewhere",
          suggestion: text.string(name.span))
        break
      }
    }
  }

  /// One letter exchanged, added or left out, the last one apart.
  private func isVariant(_ bytes: [UInt8], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard abs(a.count - b.count) <= 1, bytes[a.lowerBound] == bytes[b.lowerBound] else { return false }
    var head = 0
    while head < min(a.count, b.count), bytes[a.lowerBound + head] == bytes[b.lowerBound + head] { head += 1 }
    var tail = 0
    while tail < min(a.count, b.count) - head, bytes[a.upperBound - 1 - tail] == bytes[b.upperBound - 1 - tail] {
      tail += 1
    }
    return tail > 0 && max(a.count, b.count) - head - tail == 1
  }
}
