import JSONLines
import TextModel

/// A batch and what a worker made of it: bytes to write and faults, in order.
///
/// A class, so that it goes from hand to hand without its buffers being copied.
final class BatchResult {
  /// What was worked on.  Lines that leave as they came are written from here.
  var batch = Batch()
  /// What is written anew.
  var output: [UInt8] = []
  /// The lines that leave as they came, in runs.
  private(set) var kept: [KeptLines] = []
  var rejects: [UInt8] = []
  var reasons: [UInt8] = []
  /// The faults, each with how far the three streams had come before it.
  var faults: [Fault] = []
  var tally = Tally()
  /// What ends the run at once, whatever the error policy.
  var fatal: Failure?
  /// Waits until it is this batch's turn and writes what is there, for a record too large to be held as a whole.
  var writer: ((BatchResult) -> Void)?
  /// How often that was done.
  private(set) var earlyWrites = 0

  /// Lines in a row, as a range of the chunk's bytes, and how long `output` was before them.
  struct KeptLines {
    var bytes: Range<Int>
    var outputEnd: Int
  }

  struct Fault {
    var message: String
    var status: ExitStatus
    var outputEnd: Int
    /// How many runs of lines came before.
    var keptEnd: Int
    var rejectsEnd: Int
    var reasonsEnd: Int
  }

  /// Writes what is there before the batch is done; leaves nothing behind.
  ///
  /// Inside a record, from the first call on it can have no fault: a part of it is out.
  func writeEarly() {
    guard let writer else { return }
    writer(self)
    removeOutput()
    earlyWrites += 1
  }

  /// More than this is not gathered between two records.
  static let mostOutput = 4 << 20

  /// A value that is longer than this is written in pieces.
  static let pieceLength = 1 << 18

  /// Appends a string literal; of a long one, what comes before and most of it is written at once.
  func write(string text: [UInt8]) {
    output.append(UInt8(ascii: "\""))
    text.withUnsafeBufferPointer { text in
      var at = 0
      while at < text.count {
        let next = min(at + Self.pieceLength, text.count)
        StringCodec.encodeInner(Bytes(rebasing: text[at..<next]), into: &output)
        if next < text.count { writeEarly() }
        at = next
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Takes a line of the chunk as it came.
  func keep(_ line: Line) {
    guard line.isTerminated else {
      output.append(contentsOf: line.bytes)
      output.append(0x0A)
      return
    }
    let start = line.offset - batch.chunk.offset
    let end = start + line.bytes.count + 1
    if let last = kept.last, last.bytes.upperBound == start, last.outputEnd == output.count {
      kept[kept.count - 1].bytes = last.bytes.lowerBound..<end
    } else {
      kept.append(KeptLines(bytes: start..<end, outputEnd: output.count))
    }
  }

  /// Hands out all that is to be written of the first `keptEnd` runs and `outputEnd` bytes, in order; each piece is whole records.
  func withPieces<Answer>(outputEnd: Int, keptEnd: Int, _ body: ([Bytes]) -> Answer) -> Answer {
    output.withUnsafeBufferPointer { output in
      let lines = batch.chunk.bytes
      var pieces: [Bytes] = []
      var at = 0
      for run in kept[..<keptEnd] {
        if at < run.outputEnd { pieces.append(Bytes(rebasing: output[at..<run.outputEnd])) }
        pieces.append(Bytes(rebasing: lines[run.bytes]))
        at = run.outputEnd
      }
      if at < outputEnd { pieces.append(Bytes(rebasing: output[at..<outputEnd])) }
      return body(pieces)
    }
  }

  /// A buffer that one huge record made larger than this is given back.
  private static let keptCapacity = 8 << 20

  /// Forgets everything and keeps the memory.
  func removeAll() {
    batch.chunk.clear()
    removeOutput()
  }

  /// Forgets what was made of the batch so far.
  private func removeOutput() {
    output.removeAll(keepingCapacity: output.capacity <= Self.keptCapacity)
    kept.removeAll(keepingCapacity: true)
    rejects.removeAll(keepingCapacity: true)
    reasons.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    tally = Tally()
    fatal = nil
  }
}

/// Counts over a run or a part of it.
struct Tally: Sendable {
  var records = 0
  var blankLines = 0
  var bytesRead = 0
  var bytesWritten = 0
  /// Records that left as they came.
  var unchanged = 0
  var rejected = 0
  /// Ill-formed sequences replaced under `--invalid replace`.
  var replacements = 0
  /// Spans dropped since the text they covered vanished.
  var droppedSpans = 0
  /// Edits or spans by rule id, but for the edits that are still counted by number.
  var byRule: [String: Int] = [:]
  /// Edits by the number of their author, and who these are: until tallies are added up no name need be looked for.
  private var byNumber: [Int] = []
  private var authors = Authors()
  /// Suspects by rule id.
  var suspectsByRule: [String: Int] = [:]
  /// Told once a run.
  var warnings: Set<Warning> = []

  enum Warning: Sendable, Hashable {
    /// A member that is not ours holds offsets into a text that changed.
    case foreignOffsets(member: String)
    /// The tool has no rules for this language.
    case unknownLanguage(String)
  }

  /// Counts the edits of a script.  The scripts of one tally are of one engine: their rules have the same numbers.
  mutating func count(_ script: EditScript) {
    if byNumber.isEmpty {
      authors = script.authors
      byNumber = [Int](repeating: 0, count: authors.fixed)
    }
    var hasJoined = false
    byNumber.withUnsafeMutableBufferPointer { numbers in
      script.entries.withUnsafeBufferPointer { entries in
        for entry in entries {
          if entry.author < numbers.count { numbers[entry.author] += 1 } else { hasJoined = true }
        }
      }
    }
    if !hasJoined { return }
    for entry in script.entries where entry.author >= byNumber.count {
      script.authors.eachID(of: entry.author) { byRule[$0, default: 0] += 1 }
    }
  }

  static func += (sum: inout Tally, part: Tally) {
    for (author, count) in part.byNumber.enumerated() where count > 0 {
      sum.byRule[part.authors[author], default: 0] += count
    }
    sum.records += part.records
    sum.blankLines += part.blankLines
    sum.bytesRead += part.bytesRead
    sum.bytesWritten += part.bytesWritten
    sum.unchanged += part.unchanged
    sum.rejected += part.rejected
    sum.replacements += part.replacements
    sum.droppedSpans += part.droppedSpans
    if !part.byRule.isEmpty { sum.byRule.merge(part.byRule, uniquingKeysWith: +) }
    if !part.suspectsByRule.isEmpty { sum.suspectsByRule.merge(part.suspectsByRule, uniquingKeysWith: +) }
    sum.warnings.formUnion(part.warnings)
  }
}
