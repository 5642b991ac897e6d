import CTables

/// What a word can be in an attribution (“…,” the spokesman had said): the classes of `speech_words.tsv`.
public struct SpeechClass: OptionSet, Sendable, Hashable {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// A form of a verb of saying.
  public static let speech = SpeechClass(rawValue: 1 << 0)
  /// Of one that takes its hearer as an object: told.
  public static let hearer = SpeechClass(rawValue: 1 << 1)
  /// Of one that more often introduces a part of an utterance than a whole: called, praised.
  public static let weak = SpeechClass(rawValue: 1 << 2)
  /// The bare form: say.
  public static let base = SpeechClass(rawValue: 1 << 3)
  /// The form in -ing.
  public static let ing = SpeechClass(rawValue: 1 << 4)
  /// One of the few that make up most attributions.
  public static let core = SpeechClass(rawValue: 1 << 5)
  /// A form of a verb of saying that is more often a noun: report, claims.
  public static let noun = SpeechClass(rawValue: 1 << 6)
  public static let determiner = SpeechClass(rawValue: 1 << 7)
  public static let possessive = SpeechClass(rawValue: 1 << 8)
  /// A pronoun that can be a subject.
  public static let pronoun = SpeechClass(rawValue: 1 << 9)
  /// A pronoun that cannot.
  public static let object = SpeechClass(rawValue: 1 << 10)
  public static let preposition = SpeechClass(rawValue: 1 << 11)
  /// A preposition that ties two nouns into one: of, for.
  public static let tie = SpeechClass(rawValue: 1 << 12)
  public static let conjunction = SpeechClass(rawValue: 1 << 13)
  public static let subordinator = SpeechClass(rawValue: 1 << 14)
  public static let relative = SpeechClass(rawValue: 1 << 15)
  public static let auxiliary = SpeechClass(rawValue: 1 << 16)
  public static let negation = SpeechClass(rawValue: 1 << 17)
  public static let adverb = SpeechClass(rawValue: 1 << 18)
  /// A day or a month.
  public static let day = SpeechClass(rawValue: 1 << 19)
  /// A noun for somebody who may speak: spokesman, officials.
  public static let person = SpeechClass(rawValue: 1 << 20)
  /// A noun for something that may speak: ministry, statement.
  public static let body = SpeechClass(rawValue: 1 << 21)
  /// A title before a name: Mr, Sen.
  public static let title = SpeechClass(rawValue: 1 << 22)
  /// According, selon, laut.
  public static let citing = SpeechClass(rawValue: 1 << 23)
  /// Of a verb that says what is in somebody's mind rather than what was said: wanted, hopes.
  public static let mental = SpeechClass(rawValue: 1 << 24)
  /// Of a verb whose object may be the speaker: quoted Kay as saying.
  public static let quoting = SpeechClass(rawValue: 1 << 25)
  /// Of a verb behind which the name of a work comes: titled.
  public static let titling = SpeechClass(rawValue: 1 << 26)
  /// A form of be: before a participle it makes the passive.
  public static let being = SpeechClass(rawValue: 1 << 27)

  /// The names of the classes in the table, by bit.
  static let names: [StaticString] = [
    "speech", "hearer", "weak", "base", "ing", "core", "noun", "det", "poss", "pron", "obj", "prep", "inside", "conj",
    "sub", "rel", "aux", "neg", "adv", "day", "person", "body", "title", "cite", "mental", "quoting", "titling", "be",
  ]
}

/// The table of the words of attribution, asked by the hash of a word; built when first asked for.
public struct SpeechWords: Sendable {
  public static let shared = SpeechWords()

  private var slots: [(hash: UInt32, classes: UInt32)]
  private let mask: Int

  private init() {
    let table = Table(ctables_speech_words())
    var rows = 0
    table.eachRow { _ in rows += 1 }
    var size = 1024
    while size < rows * 3 { size *= 2 }
    mask = size - 1
    slots = [(hash: UInt32, classes: UInt32)](repeating: (0, 0), count: size)
    table.eachRow { row in
      var classes: UInt32 = 0
      for name in row.value.split(separator: UInt8(ascii: " ")) {
        for (bit, known) in SpeechClass.names.enumerated()
        where name.elementsEqual(UnsafeBufferPointer(start: known.utf8Start, count: known.utf8CodeUnitCount)) {
          classes |= 1 << UInt32(bit)
        }
      }
      let hash = Lexicon.hash(Array(row.key), 0..<row.key.count)
      var at = Int(hash) & mask
      while slots[at].hash != 0 { at = (at + 1) & mask }
      slots[at] = (hash, classes)
    }
  }

  /// The classes of a word; empty for one that the table does not know.
  @inline(__always) public func classes(_ hash: UInt32) -> SpeechClass {
    var at = Int(hash) & mask
    while slots[at].hash != 0 {
      if slots[at].hash == hash { return SpeechClass(rawValue: slots[at].classes) }
      at = (at + 1) & mask
    }
    return []
  }
}
