import CJSONLines

/// Which member of a record: a name, or a path through objects and arrays (RFC 6901).
public struct JSONPointer: Sendable, Hashable {
  /// The decoded names from the outside to the inside, at least one.
  public let names: [[UInt8]]

  /// One top-level member.
  public init(name: some Collection<UInt8>) { names = [Array(name)] }

  /// Reads what a user wrote: `text` is a name; `/a/b` is a path, with `~1` for a slash and `~0` for a tilde; nil where a
  /// tilde is followed by something else.
  public init?(_ spelling: String) {
    let bytes = Array(spelling.utf8)
    guard bytes.first == UInt8(ascii: "/") else {
      names = [bytes]
      return
    }
    var names: [[UInt8]] = []
    var at = 0
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "/"): names.append([])
      case UInt8(ascii: "~"):
        at += 1
        guard at < bytes.count, bytes[at] == UInt8(ascii: "0") || bytes[at] == UInt8(ascii: "1") else { return nil }
        names[names.count - 1].append(bytes[at] == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
      case let byte: names[names.count - 1].append(byte)
      }
      at += 1
    }
    self.names = names
  }

  /// What a path leads to.
  public enum Target: Sendable, Hashable {
    /// There is no such member, or what stands on the way is no object or array.
    case missing
    /// A name on the way stands there twice; where the second one is.
    case ambiguous(offset: Int)
    /// The value as it is spelled, and what it is.
    case value(Range<Int>, ValueKind)
  }

  /// Follows the path through a line that `Scanner` accepted and whose members it found.
  public func resolve(in line: Bytes, _ members: [Member]) -> Target {
    var target: Target
    switch members.search(names[0], in: line) {
    case .none: return .missing
    case .several(_, let second): return .ambiguous(offset: members[second].key.lowerBound)
    case .one(let place): target = .value(members[place].value, members[place].kind)
    }
    for name in names.dropFirst() {
      guard case .value(let range, let kind) = target else { return target }
      var reader = JSONReader(line, at: range)
      switch kind {
      case .object: target = Self.member(name, of: &reader, in: line)
      case .array: target = Self.element(name, of: &reader)
      default: return .missing
      }
    }
    return target
  }

  private static func member(_ name: [UInt8], of reader: inout JSONReader, in line: Bytes) -> Target {
    var found = Target.missing
    _ = reader.enterObject()
    while let key = reader.nextKey() {
      let kind = reader.kind
      let range = reader.skip()
      let member = Member(key: key, value: range, kind: kind, keyIsEscaped: line[key].contains(UInt8(ascii: "\\")))
      guard member.isNamed(name, in: line) else { continue }
      if case .value = found { return .ambiguous(offset: key.lowerBound) }
      found = .value(range, kind)
    }
    return found
  }

  private static func element(_ name: [UInt8], of reader: inout JSONReader) -> Target {
    // An index has no leading zero; "-" (behind the last element) names nothing that is there.
    guard let index = Int(String(decoding: name, as: UTF8.self)), index >= 0, String(index).utf8.elementsEqual(name)
    else { return .missing }
    var place = 0
    _ = reader.enterArray()
    while reader.nextElement() {
      let kind = reader.kind
      let range = reader.skip()
      if place == index { return .value(range, kind) }
      place += 1
    }
    return .missing
  }
}
