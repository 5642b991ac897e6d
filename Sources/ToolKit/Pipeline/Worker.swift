import JSONLines
import Language
import TextModel

/// What one thread needs to turn lines into lines: made once, its buffers used for every record.
final class Worker {
  private let configuration: Configuration
  private var work: RecordWork
  private var literal: [UInt8] = []

  init(_ configuration: Configuration, _ stage: Stage, _ manual: [PluginManualEntry]) {
    self.configuration = configuration
    work = RecordWork(configuration, stage, manual)
  }

  /// Works on a batch; `result` is empty before.
  func process(_ batch: inout Batch, into result: inout BatchResult) {
    if let line = batch.tooLongLine {
      let fault = RecordFault(
        isWellFormed: false, "the line is longer than \(configuration.maxLine) bytes; raise --max-line")
      reject(fault, nil, batch.place, line, &result)
      return
    }
    if configuration.form == .wholeFile {
      batch.whole.withUnsafeBufferPointer {
        processRaw($0, id: batch.place.path, place: batch.place, number: 0, into: &result)
      }
      return
    }
    while let line = batch.chunk.nextLine() {
      result.tally.bytesRead += line.bytes.count + 1
      if configuration.form == .rawLines {
        processRaw(line.withoutCarriageReturn, id: nil, place: batch.place, number: line.number, into: &result)
      } else if line.isBlank {
        result.tally.blankLines += 1
      } else {
        do {
          try work.process(line.bytes, isLast: !line.isTerminated, into: &result)
        } catch {
          if !line.isTerminated, let tool = FailureMark.failedTool(line.bytes) {
            result.fatal = Failure(.badData, "upstream \(tool) failed; its output ends here")
            return
          }
          reject(error, line.bytes, batch.place, line.number, &result)
        }
      }
      if configuration.onError == .fail, !result.faults.isEmpty { return }
    }
  }

  /// A text without a record: made into one, so that there is one way for all.
  private func processRaw(_ text: Bytes, id: String?, place: Batch.Place, number: Int, into result: inout BatchResult) {
    literal.removeAll(keepingCapacity: true)
    literal.append(UInt8(ascii: "{"))
    if let id {
      literal.append(contentsOf: "\"id\":".utf8)
      StringCodec.encode(Array(id.utf8), into: &literal)
      literal.append(UInt8(ascii: ","))
    }
    for (depth, name) in configuration.field.names.enumerated() {
      if depth > 0 { literal.append(UInt8(ascii: "{")) }
      StringCodec.encode(name, into: &literal)
      literal.append(UInt8(ascii: ":"))
    }
    StringCodec.encode(text, into: &literal)
    literal.append(contentsOf: repeatElement(UInt8(ascii: "}"), count: configuration.field.names.count))
    do {
      try literal.withUnsafeBufferPointer { line throws(RecordFault) in
        try work.process(line, isLast: false, into: &result)
      }
    } catch {
      // Places in the record that was made here mean nothing to whoever wrote the text.
      var fault = error
      fault.column = RawText.firstIllFormed(text).map { $0 + 1 } ?? 0
      reject(fault, text, place, number, &result)
    }
  }

  private func reject(
    _ fault: RecordFault, _ line: Bytes?, _ place: Batch.Place, _ number: Int, _ result: inout BatchResult
  ) {
    var message = place.name
    if number > 0 { message += ":\(number)" }
    if fault.column > 0 { message += ":\(fault.column)" }
    message += ": \(fault.reason)"
    result.faults.append(
      BatchResult.Fault(
        message: message, outputEnd: result.output.count, rejectsEnd: result.rejects.count,
        reasonsEnd: result.reasons.count))
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
  static func firstIllFormed(_ bytes: Bytes) -> Int? {
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
