/// The rules that made the edits of a script, each name once: an edit holds an index.
///
/// A name is the id of a rule or several ids joined by commas, in the order in which they worked.
public struct Authors: Sendable {
  public private(set) var names: [String] = []
  /// Joined pairs met before, so that a million edits by the same two rules join them once.
  private var joined: [Pair: Int] = [:]
  /// How many names, from the first on, stay for ever.
  public let fixed: Int
  /// How many more stay from script to script: the same rules work on text after text, and to join names is dear.
  private static let kept = 256

  struct Pair: Sendable, Hashable {
    var first: Int
    var second: Int
  }

  public init() { fixed = 0 }

  /// Authors of whom those that are given have their places as indices.
  init(_ names: [String]) {
    self.names = names
    fixed = names.count
  }

  public subscript(index: Int) -> String { names[index] }

  /// The index of a name, which is added if it is new.  There are as many names as rules: a linear search.
  public mutating func index(of name: String) -> Int {
    if let known = names.firstIndex(of: name) { return known }
    names.append(name)
    return names.count - 1
  }

  /// The index of a name that has another index elsewhere; two scripts of one engine nearly always agree.
  mutating func index(of author: Int, among others: Authors) -> Int {
    let name = others.names[author]
    return author < names.count && names[author] == name ? author : index(of: name)
  }

  /// The index of two names joined, in order and without repeats: `a,b` and `b,c` give `a,b,c`.
  public mutating func index(joining first: Int, _ second: Int) -> Int {
    if first == second { return first }
    let pair = Pair(first: first, second: second)
    if let known = joined[pair] { return known }
    var ids = names[first].split(separator: ",")
    for id in names[second].split(separator: ",") where !ids.contains(id) { ids.append(id) }
    let found = index(of: ids.joined(separator: ","))
    joined[pair] = found
    return found
  }

  /// Calls `body` with the id of each rule that a name joins.
  public func eachID(of index: Int, _ body: (String) -> Void) {
    // Most names are one rule's, and to cut a string is dear.
    if !names[index].utf8.contains(UInt8(ascii: ",")) { return body(names[index]) }
    for id in names[index].split(separator: ",") { body(String(id)) }
  }

  mutating func removeAll() {
    if fixed > 0, names.count <= fixed + Self.kept { return }
    names.removeLast(names.count - fixed)
    joined.removeAll(keepingCapacity: true)
  }
}
