import JSONLines
import Language
import TextModel

/// Asks the programs of one worker about a whole batch before the rules see its first record, so that a quick program never
/// waits for us nor we for it.
final class ProgramRound {
  private let programs: [ProgramPlugin]
  private var processes: [ProgramProcess?]
  private var questions: [UInt8] = []
  /// Where each question ends in `questions`.
  private var ends: [Int] = []
  /// For each line of the batch, the question about it; -1 where there is none.
  private var questionOfLine: [Int] = []
  /// For each program, its answers.
  private var answers: [[Answer]]
  private var numbers: [Int]
  private var scanner = Scanner()
  private var members: [Member] = []

  private enum Answer {
    case said([UInt8])
    case failed(String)
  }

  init(_ programs: [ProgramPlugin]) {
    self.programs = programs
    processes = programs.map { _ in nil }
    answers = programs.map { _ in [] }
    numbers = programs.map { _ in 0 }
  }

  /// Forgets the last batch.
  func begin() {
    questions.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    questionOfLine.removeAll(keepingCapacity: true)
    for k in answers.indices { answers[k].removeAll(keepingCapacity: true) }
  }

  /// Adds the next line: the literal of its text, nil where there is nothing to ask.
  func add(_ literal: Bytes?, language: LanguageTag) {
    guard let literal else {
      questionOfLine.append(-1)
      return
    }
    questionOfLine.append(ends.count)
    questions.append(contentsOf: ",\"language\":\"\(language.description)\",\"text\":".utf8)
    questions.append(contentsOf: literal)
    questions.append(contentsOf: "}\n".utf8)
    ends.append(questions.count)
  }

  /// Asks every program everything.
  ///
  /// - Throws: exit 69 where a program cannot be started again.
  func ask() throws(Failure) {
    for k in programs.indices {
      var next = 0
      while next < ends.count {
        let process: ProgramProcess
        if let running = processes[k] { process = running } else { process = try programs[k].start() }
        if processes[k] == nil { numbers[k] = 0 }
        processes[k] = process
        let asked = numbered(from: next, first: numbers[k])
        do throws(ProgramProcess.Breach) {
          try process.exchange(asked, count: ends.count - next) { (line) throws(ProgramProcess.Breach) in
            guard ProgramAnswer.number(line, &scanner, &members) == numbers[k] else {
              throw process.breach("answered something else than question \(numbers[k]): \(Self.excerpt(line))")
            }
            numbers[k] += 1
            next += 1
            answers[k].append(.said(Array(line)))
          }
        } catch {
          // The record it failed at is to blame; the next one meets a new process.
          process.kill()
          processes[k] = nil
          if next < ends.count {
            answers[k].append(.failed(error.reason))
            next += 1
          }
        }
      }
    }
  }

  /// Puts what the programs said of a line into the document.
  ///
  /// - Throws: a fault of the record where a program failed at it.
  func take(_ line: Int, into document: Document) throws(RecordFault) {
    guard line < questionOfLine.count, questionOfLine[line] >= 0 else { return }
    for (k, program) in programs.enumerated() {
      switch answers[k][questionOfLine[line]] {
      case .failed(let reason): throw RecordFault(isWellFormed: true, status: .unavailable, reason)
      case .said(let bytes):
        var said = Suggestions()
        var fault: RecordFault?
        bytes.withUnsafeBufferPointer { answer in
          do throws(RecordFault) {
            said = try ProgramAnswer.suggestions(answer, program.hello, document.text)
          } catch { fault = error }
        }
        if let fault { throw fault }
        if document.isCovered(by: program.hello.languages) { document.suggestions[program.hello.id] = said }
      }
    }
  }

  /// Ends the programs.
  ///
  /// - Throws: exit 69 where one said more than it was asked or ends with a failure.
  func finish() throws(Failure) {
    for k in programs.indices {
      guard let process = processes[k] else { continue }
      processes[k] = nil
      do {
        try process.finish()
      } catch {
        process.kill()
        throw Failure(.unavailable, error.reason)
      }
    }
  }

  private func numbered(from next: Int, first: Int) -> [UInt8] {
    var asked: [UInt8] = []
    asked.reserveCapacity(questions.count + (ends.count - next) * 16)
    var number = first
    for k in next..<ends.count {
      asked.append(contentsOf: "{\"n\":\(number)".utf8)
      asked.append(contentsOf: questions[(k == 0 ? 0 : ends[k - 1])..<ends[k]])
      number += 1
    }
    return asked
  }

  private static func excerpt(_ line: Bytes) -> String {
    "'\(String(decoding: line.prefix(60), as: UTF8.self))'"
  }
}
