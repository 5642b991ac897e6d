import JSONLines
import Language
import TextModel

/// What one thread needs to turn lines into lines: made once, its buffers used for every record.
final class Worker {
  private let configuration: Configuration
  private var work: RecordWork
  private var literal: [UInt8] = []
  private let programs: ProgramRound?

  init(_ configuration: Configuration, _ stage: Stage, _ manual: [PluginManualEntry]) {
    self.configuration = configuration
    work = RecordWork(configuration, stage, manual)
    let asked = configuration.plugins.programs.filter { configuration.selection.runs(ProgramRule($0.hello)) }
    programs = asked.isEmpty ? nil : ProgramRound(asked)
    if configuration.form == .rawLines, programs == nil {
      makeRecord(of: Bytes(start: nil, count: 0), path: "")
      work.prepare(blank: literal)
    }
  }

  /// Works on the batch of `result`, which is empty but for it.
  func process(_ result: BatchResult) {
    let place = result.batch.place
    if let line = result.batch.tooLongLine {
      let fault = RecordFault(
        isWellFormed: false, "the line is longer than \(configuration.maxLine) bytes; raise --max-line")
      reject(fault, nil, place, line, result)
      return
    }
    if let programs {
      do {
        try ask(programs, &result.batch)
      } catch {
        result.fatal = error
        return
      }
    }
    if configuration.form == .wholeFile {
      result.batch.whole.withUnsafeBufferPointer { processRaw($0, place: place, number: 0, index: 0, into: result) }
      return
    }
    var index = -1
    while let line = result.batch.chunk.nextLine() {
      index += 1
      result.tally.bytesRead += line.bytes.count + 1
      if configuration.form == .rawLines {
        processRaw(line.withoutCarriageReturn, place: place, number: line.number, index: index, into: result)
      } else if line.isBlank {
        result.tally.blankLines += 1
      } else {
        do {
          let isLeft = try work.process(
            line.bytes, isLast: !line.isTerminated, into: result, programs: programs, place: index)
          if isLeft { result.keep(line) }
        } catch {
          if !line.isTerminated, let tool = FailureMark.failedTool(line.bytes) {
            result.fatal = Failure(.badData, "upstream \(tool) failed; its output ends here")
            return
          }
          reject(error, line.bytes, place, line.number, result)
        }
      }
      if configuration.onError == .fail, !result.faults.isEmpty { return }
      // Records with an edit a letter become many times as long.
      if result.output.count > BatchResult.mostOutput { result.writeEarly() }
    }
  }

  /// The end of all input: programs are ended, and one that fails now is told.
  func finish() throws(Failure) { try programs?.finish() }

  /// Asks the plugin programs about every line of the batch.
  private func ask(_ programs: ProgramRound, _ batch: inout Batch) throws(Failure) {
    programs.begin()
    if configuration.form == .wholeFile {
      batch.whole.withUnsafeBufferPointer { makeRecord(of: $0, path: batch.place.path) }
      literal.withUnsafeBufferPointer { work.ask($0, programs) }
    } else {
      while let line = batch.chunk.nextLine() {
        if configuration.form == .rawLines {
          makeRecord(of: line.withoutCarriageReturn, path: batch.place.path)
          literal.withUnsafeBufferPointer { work.ask($0, programs) }
        } else {
          work.ask(line.bytes, programs)
        }
      }
      batch.chunk.rewind()
    }
    try programs.ask()
  }

  /// A text without a record: made into one, where anybody would look at it.
  private func processRaw(
    _ text: Bytes, place: Batch.Place, number: Int, index: Int, into result: BatchResult
  ) {
    do {
      if try work.process(text: text, into: result) != nil { return }
      makeRecord(of: text, path: place.path)
      try literal.withUnsafeBufferPointer { line throws(RecordFault) in
        if try work.process(line, isLast: false, into: result, programs: programs, place: index) {
          result.output.append(contentsOf: line)
          result.output.append(0x0A)
        }
      }
    } catch {
      // Places in the record that was made here mean nothing to whoever wrote the text.
      var fault = error
      fault.column = RawText.firstIllFormed(text).map { $0 + 1 } ?? 0
      reject(fault, text, place, number, result)
    }
  }

  /// Fills `literal` with a record for a text; a whole file's has the file's name as id.
  private func makeRecord(of text: Bytes, path: String) {
    literal.removeAll(keepingCapacity: true)
    literal.append(UInt8(ascii: "{"))
    if configuration.form == .wholeFile {
      literal.append(contentsOf: "\"id\":".utf8)
      StringCodec.encode(Array(path.utf8), into: &literal)
      literal.append(UInt8(ascii: ","))
    }
    for (depth, name) in configuration.field.names.enumerated() {
      if depth > 0 { literal.append(UInt8(ascii: "{")) }
      StringCodec.encode(name, into: &literal)
      literal.append(UInt8(ascii: ":"))
    }
    StringCodec.encode(text, into: &literal)
    literal.append(contentsOf: repeatElement(UInt8(ascii: "}"), count: configuration.field.names.count))
  }

  private func reject(
    _ fault: RecordFault, _ line: Bytes?, _ place: Batch.Place, _ number: Int, _ result: BatchResult
  ) {
    var message = place.name
    if number > 0 { message += ":\(number)" }
    if fault.column > 0 { message += ":\(fault.column)" }
    message += ": \(fault.reason)"
    result.faults.append(
      BatchResult.Fault(
        message: message, status: fault.status, outputEnd: result.output.count, keptEnd: result.kept.count,
        rejectsEnd: result.rejects.count, reasonsEnd: result.reasons.count))
    if configuration.rejects != nil {
      var reason = JSONBuilder()
      reason.beginObject()
      reason.key("source")
      reason.string(place.name)
      reason.key("line")
      reason.int(number)
      reason.key("column")
      reason.int(fault.column)
      reason.key("reason")
      reason.string(fault.reason)
      reason.endObject()
      result.reasons.append(contentsOf: reason.bytes)
      result.reasons.append(0x0A)
      if let line {
        result.rejects.append(contentsOf: line)
        result.rejects.append(0x0A)
      }
    }
    if configuration.onError == .pass, fault.isWellFormed, let line {
      result.output.append(contentsOf: line)
      result.output.append(0x0A)
    }
  }
}

/// Bytes of a text that is no record.
enum RawText {
  /// Where UTF-8 ends; nil where it does not.
  static func firstIllFormed(_ bytes: some Sequence<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var at = 0
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar): at += scalar.count
      case .emptyInput: return nil
      case .error: return at
      }
    }
  }
}
