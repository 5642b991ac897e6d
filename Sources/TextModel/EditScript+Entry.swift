extension EditScript {
  /// One replacement.
  ///
  /// 24 bytes, for a text may have an edit a letter: offsets are kept in 32 bits.  Whoever adds edits holds them to
  /// `EditScript.limit`.
  @frozen public struct Entry: Sendable, Hashable {
    @usableFromInline var start: UInt32
    @usableFromInline var end: UInt32
    @usableFromInline var replacementStart: UInt32
    @usableFromInline var replacementEnd: UInt32
    /// `afterStart`, or the group of an edit that is only proposed.
    @usableFromInline var number: UInt32
    /// The author, and in the lowest bit the confidence.
    @usableFromInline var signature: UInt32

    /// - Parameters:
    ///   - before: which bytes of the text before.
    ///   - replacement: what comes in their place, a range of the arena that goes with the entry.
    ///   - author: its index among those that go with the entry.
    @inlinable public init(
      _ before: Span, _ replacement: Range<Int>, by author: Int, _ confidence: Confidence, afterStart: Int = 0
    ) {
      start = UInt32(truncatingIfNeeded: before.start)
      end = UInt32(truncatingIfNeeded: before.end)
      replacementStart = UInt32(truncatingIfNeeded: replacement.lowerBound)
      replacementEnd = UInt32(truncatingIfNeeded: replacement.upperBound)
      number = UInt32(truncatingIfNeeded: afterStart)
      signature = UInt32(truncatingIfNeeded: author) << 1 | UInt32(confidence.rawValue)
    }

    /// Which bytes of the text before.
    @inlinable public var before: Span {
      get { Span(Int(start), Int(end)) }
      set {
        start = UInt32(truncatingIfNeeded: newValue.start)
        end = UInt32(truncatingIfNeeded: newValue.end)
      }
    }

    /// Where the replacement starts in the text after.  Known once the script is sealed.
    @inlinable public internal(set) var afterStart: Int {
      get { Int(number) }
      set { number = UInt32(truncatingIfNeeded: newValue) }
    }

    /// Of an edit that is only proposed: those with the same number win or lose together.
    @inlinable public var group: Int {
      get { Int(number) }
      set { number = UInt32(truncatingIfNeeded: newValue) }
    }

    /// The replacement, a range of the script's `bytes`.
    @inlinable public var replacement: Range<Int> {
      get { Int(replacementStart)..<Int(replacementEnd) }
      set {
        replacementStart = UInt32(truncatingIfNeeded: newValue.lowerBound)
        replacementEnd = UInt32(truncatingIfNeeded: newValue.upperBound)
      }
    }

    /// Index into the script's `authors`.
    @inlinable public internal(set) var author: Int {
      get { Int(signature >> 1) }
      set { signature = UInt32(truncatingIfNeeded: newValue) << 1 | signature & 1 }
    }

    @inlinable public var confidence: Confidence {
      get { signature & 1 == 0 ? .likely : .safe }
      set { signature = signature & ~1 | UInt32(newValue.rawValue) }
    }

    /// Which bytes of the text after.
    @inlinable public var after: Span { Span(afterStart, afterStart + replacement.count) }
  }
}
