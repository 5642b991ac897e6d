/// A half-open range of UTF-8 byte offsets into one text.
///
/// Inside the house every offset is a byte offset; ToolKit alone converts to and from the unit of a record.
public struct Span: Sendable, Hashable, Comparable {
  /// The first byte, on a code point boundary.
  public var start: Int
  /// The byte after the last one, on a code point boundary, never before `start`.
  public var end: Int

  @inlinable public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  @inlinable public init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  /// Length in bytes.
  @inlinable public var count: Int { end - start }
  @inlinable public var isEmpty: Bool { end == start }
  @inlinable public var range: Range<Int> { start..<end }

  @inlinable public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }
  @inlinable public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two share at least one byte; an empty span overlaps what strictly encloses it.
  @inlinable public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// By start, then by end.
  @inlinable public static func < (a: Span, b: Span) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
