import Language
import TextModel

/// Cuts documents into sentences: fills in `document.sentences`.
///
/// Sentences are disjoint, in order, and without white space at their ends; whatever stands outside of them is white space.
/// Belongs to one worker.  Linear in the text.
public final class Segmentation: Annotator {
  let newlines: NewlineMode
  let selection: PluginSelection
  let classes = SentenceClasses()
  let place: SentencePlace
  /// The rules that run in a language, in order; filled in as languages turn up.
  var rules: [LanguageTag: RuleSet] = [:]
  var sentences: [Span] = []
  let abbreviations = Abbreviations.shared

  public init(selection: PluginSelection, newlines: NewlineMode) {
    self.newlines = newlines
    self.selection = selection
    place = SentencePlace(classes: classes.view)
  }

  deinit { place.deallocate() }

  public func annotate(_ document: Document) {
    let language = document.language
    let rules = self.rules[language] ?? RuleSet(selection, language)
    if self.rules[language] == nil { self.rules[language] = rules }
    sentences.removeAll(keepingCapacity: true)
    document.text.utf8.withUnsafeBufferPointer { bytes in
      place.bytes = bytes
      place.language = language
      place.listed = document.lists.abbreviations
      cut(rules)
      place.bytes = UnsafeBufferPointer(start: nil, count: 0)
    }
    document.sentences = sentences
  }

  public func knows(_ language: LanguageTag) -> Bool { SentenceCatalog.languages.contains(language) }

  func cut(_ rules: RuleSet) {
    let place = self.place
    place.habits = SentenceHabits()
    if rules.knowsLines { place.habits.findLayout(newlines, place.bytes, place.classes) }
    place.sentenceStart = 0
    let scanner = PlaceScanner(
      bytes: place.bytes, classes: place.classes, lineEndsAreSpaces: place.habits.isWrapped,
      marksOfLanguage: MarkOfLanguage().languages.covers(place.language))
    var start = 0
    scanner.walk(place) { place in
      let (boundary, goOn) = rules.decide(place)
      if boundary >= 0 {
        add(start, boundary, place)
        start = boundary
        place.sentenceStart = boundary
      }
      return goOn
    }
    add(start, place.bytes.count, place)
  }

  /// Adds the sentence between two boundaries without the white space around it, if anything is left.
  func add(_ start: Int, _ end: Int, _ place: SentencePlace) {
    var first = start
    while first < end {
      // Most sentences begin and end with an ASCII letter or mark.
      if Segmentation.isInk(place.bytes[first]) { break }
      let (found, length) = place.classAt(first)
      guard found.isSpace else { break }
      first += length
    }
    var last = end
    while last > first {
      var previous = last - 1
      if Segmentation.isInk(place.bytes[previous]) { break }
      while previous > first, UTF8Cursor.isContinuation(place.bytes[previous]) { previous -= 1 }
      guard place.classAt(previous).0.isSpace else { break }
      last = previous
    }
    if first < last { sentences.append(Span(first, last)) }
  }

  /// Visible ASCII.
  @inline(__always)
  static func isInk(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5E }
}
