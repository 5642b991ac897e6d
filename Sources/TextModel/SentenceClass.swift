import CICU
import Glibc

/// The value of Unicode's property Sentence_Break (UAX #29), with ICU's numbers.
public enum SentenceClass: UInt8, Sendable {
  case other, aTerm, close, format, lower, numeric, oLetter, sep, sp, sTerm, upper, cr, extend, lf, sContinue

  /// White space of any kind: the classes Sp, Sep, CR and LF are together Unicode's White_Space.
  @inlinable public var isSpace: Bool { self == .sp || isLineEnd }
  @inlinable public var isLineEnd: Bool { self == .lf || self == .cr || self == .sep }
  @inlinable public var isTerminator: Bool { self == .aTerm || self == .sTerm }
  @inlinable public var isLetter: Bool { self == .lower || self == .upper || self == .oLetter }
  @inlinable public var isIgnorable: Bool { self == .extend || self == .format }
}

/// A worker's memory of the classes it has met: one byte a code point, filled in as code points turn up.
///
/// 1.1 MB of address space, of which only the pages that were touched exist; ICU is asked once for each code point.
public final class SentenceClasses {
  let known: UnsafeMutablePointer<UInt8>

  public init() {
    // calloc: the system zeroes pages when they are first touched.
    guard let memory = calloc(0x110000, 1) else { preconditionFailure("out of memory") }
    known = memory.bindMemory(to: UInt8.self, capacity: 0x110000)
    for value in 0..<UInt32(0x80) { _ = SentenceClasses.learn(value, known) }
  }

  deinit { free(known) }

  /// For hot loops: a view that is valid as long as its owner.
  public var view: View { View(known: known) }

  public struct View {
    @usableFromInline let known: UnsafeMutablePointer<UInt8>

    /// The class of a code point.
    @inlinable public subscript(value: UInt32) -> SentenceClass {
      let stored = known[Int(value)]
      // The cases are numbered from 0 in order, so that the byte in memory is the raw value.
      if stored != 0 { return unsafeBitCast(stored &- 1, to: SentenceClass.self) }
      return SentenceClasses.learn(value, known)
    }
  }

  @usableFromInline static func learn(_ value: UInt32, _ known: UnsafeMutablePointer<UInt8>) -> SentenceClass {
    let found = SentenceClass(rawValue: cicu_sentence_break(value)) ?? .other
    known[Int(value)] = found.rawValue + 1
    return found
  }
}
