/// Why a line is not what it should be.
public struct ScanFailure: Error, Sendable {
  public enum Kind: UInt8, Sendable {
    /// A byte stands where JSON allows none like it.
    case malformed
    /// The line ends before the value does.
    case truncated
    /// A byte is no part of well-formed UTF-8.
    case badUTF8
  }

  public var kind: Kind
  /// The byte at fault, counted from the start of the line; for a truncated line its length.
  public var offset: Int
  /// What was expected, in English, without a full stop.
  public var reason: StaticString

  public init(_ kind: Kind, at offset: Int, _ reason: StaticString) {
    self.kind = kind
    self.offset = offset
    self.reason = reason
  }

  /// Where to look, counted in bytes from 1.
  public var column: Int { offset + 1 }
}
