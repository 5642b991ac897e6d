import Foundation
import JSONLines
import Testing

@Suite(.serialized) struct CheckedWriterTests {
  @Test func aReaderThatGoesAwayIsTold() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    var writer = CheckedWriter(ends[1])
    #expect(throws: WriteFailure.brokenPipe) { try write(["ab\n"], &writer) }
    #expect(throws: WriteFailure.brokenPipe) { try write(["cdefgh\n"], &writer) }
    #expect(writer.written == 0)
    close(ends[1])
  }

  @Test func aFullDiskIsTold() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    var writer = CheckedWriter(full)
    #expect(throws: WriteFailure.noSpace) { try write(["ab\n", "cd\n"], &writer) }
    #expect(writer.written == 0)
    close(full)
  }

  @Test func aClosedDescriptorIsTold() throws {
    var writer = CheckedWriter(987)
    #expect(throws: WriteFailure.closed) { try write(["ab\n"], &writer) }
  }

  @Test func aSlowNonBlockingPipeGetsEverything() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (input, output) = (ends[0], ends[1])
    let records = (0..<1_000_000).map { (place: Int) -> UInt8 in place % 50 == 49 ? 0x0A : UInt8(0x41 + place % 26) }
    let writing = Thread {
      var writer = CheckedWriter(output)
      records.withUnsafeBufferPointer { bytes in
        // More pieces than one call takes, some of them empty.
        let pieces = stride(from: 0, to: records.count, by: 50).flatMap { start in
          [Bytes(rebasing: bytes[start..<start + 50]), Bytes(rebasing: bytes[start..<start])]
        }
        try? writer.write(pieces)
      }
      close(output)
    }
    writing.start()
    var read: [UInt8] = []
    var chunk = Chunk()
    var reader = ChunkReader(Descriptor(input))
    while try reader.fill(&chunk) { read += Array(chunk.bytes) }
    #expect(read == records)
    close(input)
  }

  private func write(_ pieces: [String], _ writer: inout CheckedWriter) throws {
    let bytes = Array(pieces.joined().utf8)
    try bytes.withUnsafeBufferPointer { bytes in
      var at = 0
      var parts: [Bytes] = []
      for piece in pieces {
        parts.append(Bytes(rebasing: bytes[at..<at + piece.utf8.count]))
        at += piece.utf8.count
      }
      try writer.write(parts)
    }
  }
}
