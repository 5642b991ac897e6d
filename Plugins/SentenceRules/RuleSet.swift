import Language
import TextModel

/// The rules that run, by the kind of place they are asked at.
struct RuleSet {
  /// Index: the bits of the kind of a place.  Rules have no state, so their types are enough.
  let byKind: [[any SentenceRule.Type]]
  let isEmpty: Bool

  init(_ selection: PluginSelection, _ language: LanguageTag) {
    let running = SentenceCatalog.rules.filter { selection.runs($0) && $0.languages.covers(language) }
    isEmpty = running.isEmpty
    byKind = (0..<64).map { bits in
      let kind = SentencePlace.Kind(rawValue: UInt8(bits))
      // A place without white space is for the rules that say that they know such places.
      let needsTight = kind.contains(.tight)
      return running.filter { rule in
        !rule.places.isDisjoint(with: kind.subtracting(.tight)) && (!needsTight || rule.places.contains(.tight))
      }.map { type(of: $0) }
    }
  }

  /// The boundary at a place (-1 for none), and where to look on.
  func decide(_ place: SentencePlace) -> (boundary: Int, goOn: Int) {
    let asked = byKind[Int(place.kind.rawValue)]
    let base = place.isBase ? place.next : -1
    // Behind a weak mark that no rule takes for an end, closing marks and the like may be places of their own.
    if asked.isEmpty { return (base, place.kind == .weak ? place.mark.end : place.next) }
    place.readWords(Abbreviations.shared)
    if !place.isBase, place.nextShape == .lower, place.kind.contains(.stop) { place.habits.findStarts(place.bytes) }
    for rule in asked {
      switch rule.verdict(at: place) {
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
