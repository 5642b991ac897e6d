import JSONLines

/// Moves batches through workers and keeps their order.
///
/// Each worker takes the next batch under one lock, works on it alone, waits for its turn and writes.  One worker is the
/// same with nobody to wait for.  Since a batch ends early when the next read would wait, what is finished is written
/// before anybody sleeps on an input.
enum Pipeline {
  /// Who writes next, and how the run ends.
  private struct Turn {
    var ticket = 0
    var running: Int
    var failure: Failure?
  }

  /// Runs the inputs through `jobs` workers into `outlet`.
  ///
  /// - Throws: the first failure in input order, after everything before it has been written.
  static func run(
    _ inputs: InputQueue, jobs: Int, into outlet: Outlet, makeWorker: @escaping @Sendable () -> Worker
  ) throws(Failure) {
    let source = Monitor(inputs)
    let turn = Monitor(Turn(running: jobs))
    let work: @Sendable () -> Void = {
      serve(source, turn, outlet, makeWorker())
      turn.when({ _ in true }, do: { $0.running -= 1 })
    }
    if jobs == 1 {
      work()
    } else {
      // A failed run does not wait for its threads: one may sleep in a read that never ends.
      for _ in 0..<jobs { Threads.detach(work) }
    }
    let failure = turn.when({ $0.failure != nil || $0.running == 0 }, do: { $0.failure })
    if let failure { throw failure }
  }

  private static func serve(
    _ source: Monitor<InputQueue>, _ turn: Monitor<Turn>, _ outlet: Outlet, _ worker: Worker
  ) {
    var batch = Batch()
    var result = BatchResult()
    while true {
      result.removeAll()
      var isFilled = false
      do throws(Failure) {
        isFilled = try source.locked { queue throws(Failure) in try queue.fill(&batch) }
        if isFilled { worker.process(&batch, into: &result) } else { try worker.finish() }
      } catch {
        // The input failed: told in its turn, behind all that was read before.
        result.fatal = error
      }
      let goesOn = turn.when(
        { $0.failure != nil || $0.ticket == batch.ticket },
        do: { turn in
          if turn.failure != nil { return false }
          do throws(Failure) {
            try outlet.take(&result)
            turn.ticket += 1
          } catch {
            turn.failure = error
          }
          return turn.failure == nil && isFilled
        })
      if !goesOn { return }
    }
  }
}
