import CNames
import CTables

/// The model's file, read where it lies in the program: nothing is loaded, pages come in as they are touched.
///
/// Header of 128 bytes, then the word table, fingerprints of the features, their weights (sixteen signed bytes each), and
/// the transitions.  All numbers are little-endian.
package struct NameModel: @unchecked Sendable {
  // Unchecked: the memory is constant.
  package static let magic: UInt64 = 0x31_454D_414E_4443  // "CDNAME1"
  package static let headerSize = 128

  package let bytes: UnsafeRawBufferPointer
  package let version: UInt32
  package let checksum: UInt64
  package let lexicon: NameLexicon
  let features: cnames_features
  let transitions: UnsafePointer<Float>

  /// The model that is part of the program.
  package static let embedded: NameModel? = {
    let file = ctables_name_model()
    return NameModel(UnsafeRawBufferPointer(start: file.start, count: file.length))
  }()

  /// Reads the header; nil where the bytes are no model of this version.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count > Self.headerSize else { return nil }
    func word(_ index: Int) -> UInt64 { bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self) }
    guard word(0) == Self.magic else { return nil }
    self.bytes = bytes
    version = UInt32(truncatingIfNeeded: word(1))
    checksum = word(2)
    let words = Int(word(3))
    let capacity = word(4)
    let scale = Float(bitPattern: UInt32(truncatingIfNeeded: word(5)))
    let wordsAt = Int(word(6))
    let fingerprintsAt = Int(word(7))
    let weightsAt = Int(word(8))
    let transitionsAt = Int(word(9))
    guard wordsAt + words * 12 <= bytes.count, fingerprintsAt + Int(capacity) * 2 <= bytes.count,
      weightsAt + Int(capacity) * 16 <= bytes.count,
      transitionsAt + NameLabel.count * NameLabel.count * 4 <= bytes.count
    else { return nil }
    lexicon = NameLexicon(base + wordsAt, capacity: words)
    features = cnames_features(
      fingerprints: (base + fingerprintsAt).assumingMemoryBound(to: UInt16.self),
      weights: (base + weightsAt).assumingMemoryBound(to: Int8.self), capacity: capacity, scale: scale)
    transitions = (base + transitionsAt).assumingMemoryBound(to: Float.self)
  }

  /// FNV-1a over everything behind the header: what `checksum` must be.  Reads the whole model.
  package func computedChecksum() -> UInt64 { Self.checksum(bytes[Self.headerSize...]) }

  package static func checksum(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return value
  }

  /// Where a key's slot is, and its fingerprint: as in CNames.
  package static func slot(_ key: UInt32, _ capacity: UInt64) -> Int {
    Int((UInt64(key) &* capacity) >> 32)
  }
  package static func fingerprint(_ key: UInt32) -> UInt16 {
    UInt16(truncatingIfNeeded: key ^ key >> 15) | 1
  }

  /// Lays out a model.
  package static func bytes(
    version: UInt32, lexicon: [UInt8], words: Int, features: [(key: UInt32, weights: [Int8])], capacity: Int,
    scale: Float, transitions: [Float]
  ) -> [UInt8] {
    func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }
    let wordsAt = headerSize
    let fingerprintsAt = aligned(wordsAt + lexicon.count)
    let weightsAt = aligned(fingerprintsAt + capacity * 2)
    let transitionsAt = aligned(weightsAt + capacity * 16)
    var bytes = [UInt8](repeating: 0, count: transitionsAt + transitions.count * 4)
    var fingerprints = [UInt16](repeating: 0, count: capacity)
    bytes.withUnsafeMutableBytes { out in
      for (key, weights) in features {
        var at = slot(key, UInt64(capacity))
        while fingerprints[at] != 0 { at = at + 1 == capacity ? 0 : at + 1 }
        fingerprints[at] = fingerprint(key)
        for (k, weight) in weights.enumerated() { out[weightsAt + at * 16 + k] = UInt8(bitPattern: weight) }
      }
      lexicon.withUnsafeBytes { out[wordsAt..<wordsAt + lexicon.count].copyBytes(from: $0) }
      fingerprints.withUnsafeBytes { out[fingerprintsAt..<fingerprintsAt + capacity * 2].copyBytes(from: $0) }
      transitions.withUnsafeBytes { out[transitionsAt...].copyBytes(from: $0) }
      let header: [UInt64] = [
        magic, UInt64(version), checksum(UnsafeRawBufferPointer(out)[headerSize...]), UInt64(words),
        UInt64(capacity), UInt64(scale.bitPattern), UInt64(wordsAt), UInt64(fingerprintsAt), UInt64(weightsAt),
        UInt64(transitionsAt),
      ]
      header.withUnsafeBytes { out[0..<header.count * 8].copyBytes(from: $0) }
    }
    return bytes
  }
}
