/// What a worker made of one batch: bytes to write and faults, in order.
///
/// A class, so that it goes from hand to hand without its buffers being copied.
final class BatchResult {
  var output: [UInt8] = []
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

  struct Fault {
    var message: String
    var status: ExitStatus
    var outputEnd: Int
    var rejectsEnd: Int
    var reasonsEnd: Int
  }

  /// Writes what is there before the batch is done; leaves nothing behind.
  ///
  /// From the first call on, the record at work can have no fault: a part of it is out.
  func writeEarly() {
    guard let writer else { return }
    writer(self)
    earlyWrites += 1
  }

  /// Forgets everything and keeps the memory.
  func removeAll() {
    output.removeAll(keepingCapacity: true)
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
  /// Edits or spans by rule id.
  var byRule: [String: Int] = [:]
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

  static func += (sum: inout Tally, part: Tally) {
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
