import JSONLines

/// Moves batches through workers and keeps their order.
///
/// Each worker takes the next batch under one lock, works on it alone and hands the result in.  Whoever hands in the result
/// that is next to be written writes it, and those behind it that are there already; the others go on to their next batch.
/// One worker is the same with nobody else there.  Since a batch ends early when the next read would wait, what is finished
/// is written before anybody sleeps on an input.
enum Pipeline {
  /// Runs the inputs through `jobs` workers into `outlet`.
  ///
  /// - Throws: the first failure in input order, after everything before it has been written.
  static func run(
    _ inputs: InputQueue, jobs: Int, into outlet: Outlet, makeWorker: @escaping @Sendable () -> Worker
  ) throws(Failure) {
    let source = Monitor(inputs)
    let delivery = Delivery(outlet, jobs: jobs)
    let work: @Sendable () -> Void = {
      serve(source, delivery, makeWorker())
      delivery.leave()
    }
    if jobs == 1 {
      work()
    } else {
      // A failed run does not wait for its threads: one may sleep in a read that never ends.
      for _ in 0..<jobs { Threads.detach(work) }
    }
    if let failure = delivery.end() { throw failure }
  }

  private static func serve(_ source: Monitor<InputQueue>, _ delivery: Delivery, _ worker: Worker) {
    while let result = delivery.begin() {
      var isFilled = false
      do throws(Failure) {
        isFilled = try source.locked { queue throws(Failure) in try queue.fill(&result.batch) }
        result.writer = { delivery.writeEarly($0) }
        if isFilled { worker.process(result) } else { try worker.finish() }
      } catch {
        // The input failed: told in its turn, behind all that was read before.
        result.fatal = error
      }
      delivery.handIn(result)
      if !isFilled { return }
    }
  }
}

/// Brings the results of the workers into the order of their tickets.
private final class Delivery: Sendable {
  private struct State {
    /// What was handed in before its turn, by ticket.
    var waiting: [Int: BatchResult] = [:]
    /// Results that were written, for their memory.
    var spare: [BatchResult] = []
    /// The ticket that is written next.
    var next = 0
    /// Whether a worker writes at the moment.
    var isWriting = false
    /// How many workers are still at work.
    var running: Int
    /// What the run failed of.
    var failure: Failure?
  }

  private let state: Monitor<State>
  /// Whether the run is over.  Apart from the state, so that who waits for it is not woken at every batch.
  private let isOver = Monitor(false)
  private let outlet: Outlet
  /// How many results may wait for a slow one before them, so that memory stays bounded.
  private let mostWaiting: Int

  init(_ outlet: Outlet, jobs: Int) {
    self.outlet = outlet
    mostWaiting = 2 * jobs
    state = Monitor(State(running: jobs))
  }

  /// An empty result to fill; nil when the run has failed.  Waits while too many wait.
  func begin() -> BatchResult? {
    state.when(
      { $0.failure != nil || $0.waiting.count < mostWaiting },
      do: { $0.failure == nil ? $0.spare.popLast() ?? BatchResult() : nil })
  }

  /// Takes a worker's result, and writes all that can be written now, unless somebody else is at it.
  func handIn(_ result: BatchResult) {
    state.locked { $0.waiting[result.batch.ticket] = result }
    while let next = takeNext() {
      var failure: Failure?
      do throws(Failure) { try outlet.take(next) } catch { failure = error }
      next.removeAll()
      state.change { state in
        state.isWriting = false
        state.next += 1
        state.failure = failure
        state.spare.append(next)
      }
      if failure != nil { finish() }
    }
  }

  /// Writes a part of a result whose batch is still at work, when its turn has come.
  func writeEarly(_ result: BatchResult) {
    let isAlive = state.when(
      { $0.failure != nil || ($0.next == result.batch.ticket && !$0.isWriting) },
      do: { state in
        if state.failure == nil { state.isWriting = true }
        return state.failure == nil
      })
    var failure: Failure?
    if isAlive { do throws(Failure) { try outlet.take(result) } catch { failure = error } }
    guard isAlive else { return }
    state.change { state in
      state.isWriting = false
      state.failure = failure
    }
    if failure != nil { finish() }
  }

  /// The result whose turn it is, where it is there and nobody writes.
  private func takeNext() -> BatchResult? {
    state.locked { state in
      guard !state.isWriting, state.failure == nil, let found = state.waiting.removeValue(forKey: state.next) else {
        return nil
      }
      state.isWriting = true
      return found
    }
  }

  /// A worker is done.
  func leave() {
    let isLast = state.locked { state in
      state.running -= 1
      return state.running == 0
    }
    if isLast { finish() }
  }

  /// Wakes who waits for the end of the run.
  private func finish() { isOver.change { $0 = true } }

  /// Waits for the end of the run, and says what it failed of.
  func end() -> Failure? {
    isOver.when({ $0 }, do: { _ in })
    return state.locked { $0.failure }
  }
}
