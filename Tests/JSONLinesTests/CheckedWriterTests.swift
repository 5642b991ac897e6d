import Foundation
import JSONLines
import Testing

@Suite(.serialized) struct CheckedWriterTests {
  @Test func aReaderThatGoesAwayIsTold() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    var writer = CheckedWriter(ends[1], capacity: 8)
    try writer.write(Array("ab\n".utf8))
    #expect(throws: WriteFailure.brokenPipe) { try writer.write(Array("cdefgh\n".utf8)) }
    #expect(throws: WriteFailure.brokenPipe) { try writer.flush() }
    close(ends[1])
  }

  @Test func aFullDiskIsTold() throws {
    let full = open("/dev/full", O_WRONLY)
    try #require(full >= 0)
    var writer = CheckedWriter(full)
    try writer.write(Array("ab\n".utf8))
    #expect(throws: WriteFailure.noSpace) { try writer.flush() }
    #expect(writer.written == 0)
    close(full)
  }

  @Test func aClosedDescriptorIsTold() throws {
    var writer = CheckedWriter(987, capacity: 0)
    #expect(throws: WriteFailure.closed) { try writer.write(Array("ab\n".utf8)) }
  }

  @Test func aSlowNonBlockingPipeGetsEverything() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    #expect(fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    let (input, output) = (ends[0], ends[1])
    let records = (0..<1_000_000).map { (place: Int) -> UInt8 in place % 50 == 49 ? 0x0A : UInt8(0x41 + place % 26) }
    let writing = Thread {
      var writer = CheckedWriter(output, capacity: 1000)
      for start in stride(from: 0, to: records.count, by: 50) {
        try? writer.write(Array(records[start..<start + 50]))
      }
      try? writer.flush()
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
}
