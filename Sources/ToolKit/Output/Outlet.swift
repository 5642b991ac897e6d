import Glibc
import JSONLines

/// Takes the results of the batches in order: writes them, counts, and holds to the error policy.
///
/// Touched by one worker at a time, whose turn it is.
final class Outlet: @unchecked Sendable {
  private let configuration: Configuration
  private let target: OutputTarget?
  private let rejects: OutputTarget?
  private let reasons: OutputTarget?
  private var progress: Progress?
  private(set) var tally = Tally()
  /// Whether a record would change (`--check`).
  private(set) var wouldChange = false
  private var told = 0

  /// How many faults are told one by one before only their count is.
  static let toldFaults = 10

  init(
    _ configuration: Configuration, target: OutputTarget?, rejects: (lines: OutputTarget, reasons: OutputTarget)?,
    progress: Progress?
  ) {
    self.configuration = configuration
    self.target = target
    self.rejects = rejects?.lines
    reasons = rejects?.reasons
    self.progress = progress
  }

  /// Writes a result.
  ///
  /// - Throws: what ends the run; everything in front of it has been written.
  func take(_ result: BatchResult) throws(Failure) {
    for fault in result.faults {
      let isBearable =
        switch (configuration.onError, configuration.maxErrors) {
        case (.fail, _): false
        case (_, .count(let most)): tally.rejected < most
        default: true
        }
      guard isBearable else {
        try write(result, outputEnd: fault.outputEnd, keptEnd: fault.keptEnd)
        try write(result.rejects[..<fault.rejectsEnd], to: rejects)
        try write(result.reasons[..<fault.reasonsEnd], to: reasons)
        if configuration.onError == .fail { throw Failure(fault.status, fault.message) }
        throw Failure(fault.status, "\(fault.message); that is more than --max-errors allows")
      }
      tally.rejected += 1
      tell(fault)
    }
    try write(result, outputEnd: result.output.count, keptEnd: result.kept.count)
    try write(result.rejects[...], to: rejects)
    try write(result.reasons[...], to: reasons)
    tell(result.tally.warnings.subtracting(tally.warnings))
    tally += result.tally
    tally.bytesWritten += result.output.count + result.kept.reduce(0) { $0 + $1.bytes.count }
    if configuration.check, result.tally.records > result.tally.unchanged { wouldChange = true }
    progress?.tick(tally)
    if let fatal = result.fatal { throw fatal }
  }

  /// The closing words: the count of bad records, which `-q` does not silence, and whether they were too many.
  func close() throws(Failure) {
    progress?.finish(tally)
    if case .percent(let most)? = configuration.maxErrors, tally.rejected > 0 {
      let all = tally.records + tally.rejected
      let share = Double(tally.rejected) * 100 / Double(all)
      if share > most {
        throw Failure(
          .badData,
          "\(tally.rejected) of \(all) records were bad; that is more than --max-errors \(Self.spelled(most))% allows")
      }
    }
    if tally.rejected > 0 {
      let done = configuration.onError == .pass ? "skipped or passed on" : "skipped"
      Messages.say(configuration.tool, "\(tally.rejected) bad \(tally.rejected == 1 ? "record" : "records") \(done)")
    }
    if tally.replacements > 0 {
      let what = tally.replacements == 1 ? "ill-formed sequence was" : "ill-formed sequences were"
      Messages.say(configuration.tool, "\(tally.replacements) \(what) replaced by U+FFFD")
    }
    if tally.droppedSpans > 0, !configuration.quiet {
      let what = tally.droppedSpans == 1 ? "span was" : "spans were"
      Messages.say(configuration.tool, "\(tally.droppedSpans) \(what) dropped: the text they covered is gone")
    }
  }

  /// A share as it was given: `60`, not `60.0`.
  private static func spelled(_ share: Double) -> String {
    share == share.rounded() ? String(Int(share)) : String(share)
  }

  private func tell(_ fault: BatchResult.Fault) {
    told += 1
    if configuration.quiet || told > Self.toldFaults + 1 { return }
    Messages.say(
      configuration.tool,
      told > Self.toldFaults ? "more bad records follow; they are counted at the end" : fault.message)
  }

  private func tell(_ warnings: Set<Tally.Warning>) {
    if warnings.isEmpty || configuration.quiet { return }
    for warning in warnings.map(\.message).sorted() { Messages.say(configuration.tool, "warning: \(warning)") }
  }

  private func write(_ result: BatchResult, outputEnd: Int, keptEnd: Int) throws(Failure) {
    guard let target, !configuration.check else { return }
    let failure = result.withPieces(outputEnd: outputEnd, keptEnd: keptEnd) { pieces -> Failure? in
      do throws(Failure) {
        try target.write(pieces)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  private func write(_ bytes: ArraySlice<UInt8>, to target: OutputTarget?) throws(Failure) {
    guard let target, !bytes.isEmpty, !configuration.check else { return }
    try target.write(bytes)
  }
}

extension Tally.Warning {
  var message: String {
    switch self {
    case .foreignOffsets(let member):
      "member '\(member)' seems to hold offsets into the text, which changed; only layers of ours are carried along"
    case .unknownLanguage(let tag):
      "no rules for language '\(tag)'; the general ones are used"
    }
  }
}
