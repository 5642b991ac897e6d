#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// What a JSON value is, as its first byte tells.
public enum ValueKind: UInt8, Sendable, Hashable {
  case object, array, string, number, `true`, `false`, null
}

/// One member of a record: where its name and its value stand in the line.
public struct Member: Sendable, Hashable {
  /// The name, with its quotation marks.
  public var key: Range<Int>
  /// The value as it is spelled; a string with its quotation marks.
  public var value: Range<Int>
  public var kind: ValueKind
  /// Whether there is a backslash in the name.
  public var keyIsEscaped: Bool

  public init(key: Range<Int>, value: Range<Int>, kind: ValueKind, keyIsEscaped: Bool) {
    self.key = key
    self.value = value
    self.kind = kind
    self.keyIsEscaped = keyIsEscaped
  }

  /// Whether the name, decoded, is `name`; byte for byte, so that "é" in two normalization forms is two names.
  public func isNamed(_ name: [UInt8], in line: Bytes) -> Bool {
    name.withUnsafeBufferPointer { isNamed($0, in: line) }
  }

  public func isNamed(_ name: Bytes, in line: Bytes) -> Bool {
    if !keyIsEscaped {
      guard key.count - 2 == name.count else { return false }
      return name.isEmpty || memcmp(line.baseAddress! + key.lowerBound + 1, name.baseAddress!, name.count) == 0
    }
    var decoded: [UInt8] = []
    guard (try? StringCodec.decode(line, key, into: &decoded)) != nil else { return false }
    return decoded.elementsEqual(name)
  }
}

/// How many members bear a name.
public enum MemberSearch: Sendable, Hashable {
  case none
  case one(Int)
  /// The places of the first and the second.
  case several(Int, Int)
}

extension [Member] {
  /// Looks for the members with a name.
  public func search(_ name: [UInt8], in line: Bytes) -> MemberSearch {
    name.withUnsafeBufferPointer { name in
      var found: Int?
      for place in indices where self[place].isNamed(name, in: line) {
        if let found { return .several(found, place) }
        found = place
      }
      return found.map { .one($0) } ?? .none
    }
  }

  public func search(_ name: some Collection<UInt8>, in line: Bytes) -> MemberSearch {
    search([UInt8](name), in: line)
  }
}
