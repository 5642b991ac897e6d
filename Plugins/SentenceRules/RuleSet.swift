import Language
import TextModel

/// The rules that run, by the kind of place they are asked at.
final class RuleSet {
  /// Rules have no state, so their types are enough: asking one is a call through a table, without a box.
  private var types: [any SentenceRule.Type] = []
  /// Where the rules of a kind start in `types`; index: the bits of the kind.
  private var starts: [Int] = [0]
  /// Whether the rule about wrapped lines runs: without it every line end is an end, as ICU has it.
  let knowsLines: Bool
  private let abbreviations = Abbreviations.shared

  init(_ selection: PluginSelection, _ language: LanguageTag) {
    let running = SentenceCatalog.rules.filter { selection.runs($0) && $0.languages.covers(language) }
    knowsLines = running.contains { $0 is WrappedLine }
    for bits in 0..<UInt8(64) {
      let kind = SentencePlace.Kind(rawValue: bits)
      for rule in running where !rule.places.isDisjoint(with: kind.subtracting(.tight)) {
        // A place without white space is for the rules that say that they know such places.
        if !kind.contains(.tight) || rule.places.contains(.tight) { types.append(type(of: rule)) }
      }
      starts.append(types.count)
    }
  }

  /// The boundary at a place (-1 for none), and where to look on.
  func decide(_ place: SentencePlace) -> (boundary: Int, goOn: Int) {
    let kind = Int(place.kind.rawValue)
    let base = place.isBase ? place.next : -1
    // Behind a weak mark that no rule takes for an end, closing marks and the like may be places of their own.
    // Lines that were not wrapped end sentences, blank lines always do: half the places of most texts are decided here.
    let isEnd = place.gap == .blankLine || (place.gap == .lineEnd && !place.habits.isWrapped)
    if starts[kind] == starts[kind + 1] || (isEnd && place.isBase) {
      return (base, place.kind == .weak ? place.mark.end : place.next)
    }
    place.readWords(abbreviations)
    for number in starts[kind]..<starts[kind + 1] {
      switch types[number].verdict(at: place) {
      case .abstain: continue
      case .join: return (-1, place.next)
      case .split: return (place.next, place.next)
      case .splitAt(let offset):
        guard offset > place.sentenceStart, offset <= place.bytes.count else { continue }
        // A cut before the mark: the place is asked once more, for the new sentence.
        return (offset, offset > place.mark.start ? max(offset, place.mark.end) : place.mark.start)
      }
    }
    return (base, place.kind == .weak ? place.mark.end : place.next)
  }
}
