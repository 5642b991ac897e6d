/// What `MisreadBound` has found out: in correct text the same few neighbours are met over and over.  What is remembered hangs on nothing but its
/// key, so it does not matter who asked first.
final class MisreadMemory {
  /// Keys and answers, in places told by the key: 0 where nothing is, else the key, a bit for the answer, and one that is set.
  private let slots: UnsafeMutablePointer<UInt64>
  private static let count = 2048
  /// For the gate through which a text goes.
  let places: UnsafeMutablePointer<Int>

  init() {
    precondition(Codepages.all.rowCount < 1023, "a row takes ten bits of a key, and one of them is for none")
    slots = .allocate(capacity: Self.count)
    slots.initialize(repeating: 0, count: Self.count)
    places = .allocate(capacity: MisreadGate.maximumPlaces)
  }

  deinit {
    slots.deallocate()
    places.deallocate()
  }

  /// The answer for a key of 62 bits; nil where it is not known.
  @inline(__always) subscript(key: UInt64) -> Bool? {
    get {
      let slot = slots[Self.place(of: key)]
      return slot &>> 2 == key && slot & 1 != 0 ? slot & 2 != 0 : nil
    }
    set { slots[Self.place(of: key)] = key &<< 2 | (newValue == true ? 2 : 0) | 1 }
  }

  @inline(__always) private static func place(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 53)
  }
}
