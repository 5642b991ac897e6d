import JSONLines
import Testing

/// A source that gives out its bytes in given portions, and may keep the reader waiting between them.
private struct Portions: ByteSource {
  var bytes: [UInt8]
  var sizes: [Int]
  var readiness = [true]
  /// Fails once this many bytes are out.
  var failsAt = Int.max
  private var at = 0
  private var reads = 0

  init(_ bytes: [UInt8], sizes: [Int], readiness: [Bool] = [true], failsAt: Int = .max) {
    self.bytes = bytes
    self.sizes = sizes
    self.readiness = readiness
    self.failsAt = failsAt
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if at >= failsAt { throw .system(errno: 5) }
    let count = min(sizes[reads % sizes.count], buffer.count, bytes.count - at, failsAt - at)
    reads += 1
    buffer.copyBytes(from: bytes[at..<at + count])
    at += count
    return count
  }

  mutating func isReady() -> Bool { readiness[reads % readiness.count] }
}

private func filled(_ reader: inout ChunkReader, _ chunk: inout Chunk) throws -> Bool { try reader.fill(&chunk) }

@Suite struct ChunkReaderTests {
  /// Every line with its number and offset, and every failure, in order.
  private func lines(_ reader: ChunkReader) -> [String] {
    var reader = reader
    var chunk = Chunk()
    var seen: [String] = []
    while true {
      do throws(ReadFailure) {
        guard try reader.fill(&chunk) else { return seen }
      } catch {
        seen.append("\(error)")
        if case .lineTooLong = error { continue }
        return seen
      }
      var count = 0
      while let line = chunk.nextLine() {
        seen.append("\(line.number)@\(line.offset):\(string(line.bytes))\(line.isTerminated ? "$" : "")")
        count += 1
      }
      #expect(count == chunk.lineCount)
    }
  }

  private let text = "first\n\nthird line is longer\r\n \nfifth\nsixth without end"

  @Test func numbersAndOffsets() {
    let source = Portions(Array(text.utf8), sizes: [1000])
    #expect(
      lines(ChunkReader(source)) == [
        "1@0:first$", "2@6:$", "3@7:third line is longer\r$", "4@29: $", "5@31:fifth$", "6@37:sixth without end",
      ])
  }

  @Test func everyChunkingGivesTheSameLines() {
    var mutator = Mutator(seed: 11)
    for _ in 0..<300 {
      let alphabet = Array("ab\n\n\r \u{FEFF}".utf8)
      let bytes = (0..<mutator.below(120)).map { _ in alphabet[mutator.below(alphabet.count)] }
      let limit = mutator.below(3) == 0 ? 1 + mutator.below(20) : 1 << 20
      let whole = lines(ChunkReader(Portions(bytes, sizes: [1000]), limit: limit))
      for _ in 0..<8 {
        let sizes = (0..<3).map { _ in 1 + mutator.below(mutator.below(2) == 0 ? 3 : 40) }
        let readiness = (0..<3).map { _ in mutator.below(2) == 0 }
        let reader = ChunkReader(
          Portions(bytes, sizes: sizes, readiness: readiness), target: 1 + mutator.below(50), limit: limit)
        #expect(lines(reader) == whole, "\(bytes) \(sizes) \(limit)")
      }
    }
  }

  @Test func byteOrderMarkAtTheStartAlone() {
    let bytes = Array("\u{FEFF}a\n\u{FEFF}b\n".utf8)
    for size in [1, 2, 3, 100] {
      #expect(lines(ChunkReader(Portions(bytes, sizes: [size]), target: size)) == ["1@3:a$", "2@5:\u{FEFF}b$"])
    }
    let kept = ChunkReader(Portions(bytes, sizes: [4]), skipsByteOrderMark: false)
    #expect(lines(kept).first == "1@0:\u{FEFF}a$")
    #expect(lines(ChunkReader(Portions(Array("\u{FEFF}".utf8), sizes: [1]))) == [])
  }

  @Test func whatIsWholeGoesOutBeforeAnybodyWaits() throws {
    // After each read of seven bytes the source would keep us waiting.
    var reader = ChunkReader(Portions(Array("one\ntwo\nthree\n".utf8), sizes: [7], readiness: [false]))
    var chunk = Chunk()
    #expect(try filled(&reader, &chunk))
    #expect(string(chunk.bytes) == "one\n")
    #expect(try filled(&reader, &chunk))
    #expect(string(chunk.bytes) == "two\nthree\n")
    #expect(try filled(&reader, &chunk) == false)
    #expect(try filled(&reader, &chunk) == false)
  }

  @Test func linesBeforeAFaultAreHandedOut() throws {
    var reader = ChunkReader(Portions(Array("one\ntwo\nthree\n".utf8), sizes: [2], failsAt: 10))
    var chunk = Chunk()
    #expect(try filled(&reader, &chunk))
    #expect(string(chunk.bytes) == "one\ntwo\n")
    for _ in 0..<2 {
      #expect(throws: ReadFailure.system(errno: 5)) { try filled(&reader, &chunk) }
    }
  }

  @Test func aLineThatIsTooLongIsToldAndPassedOver() {
    let bytes = Array("ab\nabcdefgh\ncd\nabcdef".utf8)
    for size in 1...30 {
      #expect(
        lines(ChunkReader(Portions(bytes, sizes: [size]), target: size, limit: 4)) == [
          "1@0:ab$", "lineTooLong(line: 2, offset: 3, limit: 4)", "3@12:cd$",
          "lineTooLong(line: 4, offset: 15, limit: 4)",
        ])
    }
  }

  @Test func aHugeLineIsLinear() throws {
    let length = 64 << 20
    let bytes = [UInt8](repeating: UInt8(ascii: "x"), count: length) + Array("\nshort\n".utf8)
    var reader = ChunkReader(Portions(bytes, sizes: [64 << 10]))
    var chunk = Chunk()
    let clock = ContinuousClock()
    let start = clock.now
    _ = try reader.fill(&chunk)
    let taken = clock.now - start
    #expect(chunk.nextLine()?.bytes.count == length)
    // A search restarted for each of the thousand reads would look at 32 GB.
    #expect(taken < .seconds(8))
  }
}
