/// What a user's lists add to the tables: one value for a run, read by rules through `document.lists`.
public struct UserLists: Sendable {
  /// A name of a gazetteer.
  public struct Name: Sendable {
    public var label: String
    /// The name that aliases stand for.
    public var name: String
    public var ref: String

    public init(label: String, name: String, ref: String) {
      self.label = label
      self.name = name
      self.ref = ref
    }
  }

  /// Names and aliases; the number of a phrase is that of its entry.
  public var names = PhraseSet()
  private var entries: [Entry] = []
  private var labels: [String] = []
  /// The names and identifiers of all entries: a million strings would take their time and room.
  private var arena: [UInt8] = []
  /// Abbreviations without their last full stop.  The number is 1 where one may also end a sentence, 0 where it never does.
  public var abbreviations = PhraseSet(ignoresCase: true)
  /// Forms of verbs of saying.
  public var verbs = PhraseSet(ignoresCase: true)
  /// Lines of page residue.
  public var boilerplate = PhraseSet(ignoresCase: true)
  /// Names and passages that no edit may touch.
  public var protected = PhraseSet()

  private struct Entry: Sendable {
    var label: Int32
    var nameStart: Int
    var nameLength: Int32
    var refLength: Int32
  }

  public init() {}

  /// Adds a name of a gazetteer; `insert` it and its aliases into `names` under the number that is returned.
  public mutating func addName(_ name: ArraySlice<UInt8>, label: String, ref: ArraySlice<UInt8>) -> Int32 {
    let place = labels.firstIndex(of: label) ?? labels.count
    if place == labels.count { labels.append(label) }
    entries.append(
      Entry(label: Int32(place), nameStart: arena.count, nameLength: Int32(name.count), refLength: Int32(ref.count)))
    arena.append(contentsOf: name)
    arena.append(contentsOf: ref)
    return Int32(entries.count - 1)
  }

  /// The entry with a number.
  public func name(_ number: Int32) -> Name {
    let entry = entries[Int(number)]
    let end = entry.nameStart + Int(entry.nameLength)
    return Name(
      label: labels[Int(entry.label)], name: String(decoding: arena[entry.nameStart..<end], as: UTF8.self),
      ref: String(decoding: arena[end..<end + Int(entry.refLength)], as: UTF8.self))
  }

  public var isEmpty: Bool {
    names.isEmpty && abbreviations.isEmpty && verbs.isEmpty && boilerplate.isEmpty && protected.isEmpty
  }
}
