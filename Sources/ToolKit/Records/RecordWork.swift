import JSONLines
import Language
import TextModel

/// What a tool does with one record, once its text is decoded.
protocol StageWork: AnyObject {
  /// A record without layers whose text has none of these leaves as it came; nil where every text must be looked at.
  var calls: ByteClasses? { get }

  /// Whether it looks at nothing in a record but the document and the members beside the text: then a text that came without a record need
  /// not be written into one to be read again.
  var readsDocumentAlone: Bool { get }

  /// Changes members by `splice`, or appends to the output itself and says so.
  func process(
    _ record: Record, _ document: Document, _ splice: inout Splice, _ result: BatchResult
  ) throws(RecordFault) -> StageOutput

  /// Writes a layer that `process` put off.
  func writeLate(_ layer: LateValue, into result: BatchResult)
}

/// How a stage gives what it made of a record.
enum StageOutput {
  /// The splice holds what changed.
  case spliced
  /// It is written already, in a form of its own; `isChanged` says whether it tells anything that the record did not.
  case written(isChanged: Bool)
}

extension StageWork {
  func writeLate(_ layer: LateValue, into result: BatchResult) {}
}

/// The values of a record that are written when their turn comes: they may be many times as large as the line.
enum LateValue: Int {
  /// The text of the document.
  case text
  case edits
  case suspects
}

extension Splice {
  /// Puts the text of the document in the place of the record’s.
  mutating func replaceText(of record: Record) { replace(record.text, late: LateValue.text.rawValue) }

  /// Puts a layer in the place of the one that is there, or adds it; it is written late.
  mutating func set(_ place: Int?, in record: Record, _ name: String, late layer: LateValue) {
    if let place {
      replace(record.value(place), late: layer.rawValue)
    } else {
      append(Array(name.utf8), late: layer.rawValue)
    }
  }
}

extension StageWork {
  var readsDocumentAlone: Bool { false }
}

/// The way of one line: scan once, decode the text, run the stage, splice what changed into the original bytes.
struct RecordWork {
  private let configuration: Configuration
  private let stage: any StageWork
  private let calls: ByteClasses?
  /// The name of the text, where it is a member of the record itself.
  private let textName: [UInt8]?
  private var scanner: Scanner
  private var members: [Member] = []
  private var decoded: [UInt8] = []
  private let document: Document
  private var splice = Splice()
  /// A record whose text is empty, for texts that come without one; nil where they are written into one.
  private var blank: (line: [UInt8], record: Record)?

  init(_ configuration: Configuration, _ stage: Stage, _ manual: [PluginManualEntry]) {
    self.configuration = configuration
    document = Document(lists: configuration.plugins.lists)
    scanner = Scanner(invalidUTF8: configuration.replacesInvalid ? .noted : .refused)
    self.stage =
      switch stage {
      case .rewrite(let stage) where stage.undo: UndoWork(configuration)
      case .rewrite(let stage): RewriteWork(stage, configuration, manual)
      case .annotate(let stage): AnnotateWork(stage, configuration)
      }
    calls = self.stage.calls
    textName = configuration.field.names.count == 1 ? configuration.field.names[0] : nil
  }

  /// Appends what becomes of a line, newline included, to the output, or throws and leaves it as it was.
  ///
  /// - Returns: whether the line leaves as it came; then nothing is appended.
  /// - Parameters:
  ///   - isLast: whether the line is the input's last and has no newline: if it is cut, the input is.
  ///   - programs: what plugin programs said of the line, which is the `place`th of its batch.
  mutating func process(
    _ line: Bytes, isLast: Bool, into result: BatchResult, programs: ProgramRound?, place: Int
  ) throws(RecordFault) -> Bool {
    do {
      try scanner.scan(line, into: &members)
    } catch {
      let isCut = error.kind == .truncated && isLast
      let reason = isCut ? "input ends inside a record (truncated?)" : "\(error.reason)"
      throw RecordFault(isWellFormed: false, column: error.column, reason)
    }
    if programs == nil, isLeft(line) {
      result.tally.records += 1
      result.tally.unchanged += 1
      return true
    }
    let record = try Record(line, members, text: try locateText(line), configuration)
    let repairs = try decode(record)
    document.reset(validated: &decoded, language: language(of: record))
    try programs?.take(place, into: document)
    let before = result.output.count
    let earlyWrites = result.earlyWrites
    // What was repaired while it was read is written, also where no rule had anything to change.
    let outcome = try run(record, writesText: repairs > 0, into: result)
    result.tally.records += 1
    result.tally.replacements += repairs
    if result.earlyWrites > earlyWrites { return false }
    let isChanged = outcome == .changed || repairs > 0
    if !isChanged || isCopy(line, of: result.output[before...]) { result.tally.unchanged += 1 }
    return outcome == .left
  }

  /// Says how a text that comes without a record would be written into one, so that it need not be; for a stage that does not care.
  mutating func prepare(blank line: [UInt8]) {
    guard stage.readsDocumentAlone, configuration.languageField == nil else { return }
    let record = line.withUnsafeBufferPointer { bytes -> Record? in
      guard (try? scanner.scan(bytes, into: &members)) != nil, let text = try? locateText(bytes),
        let record = try? Record(bytes, members, text: text, configuration), record.ours.isEmpty
      else { return nil }
      return record
    }
    blank = record.map { (line, $0) }
  }

  /// Appends what becomes of a text without a record, newline included; nil, and nothing is done, where it must be written into one first.
  mutating func process(text: Bytes, into result: BatchResult) throws(RecordFault) -> Void? {
    guard let blank, StringCodec.isUTF8(text) else { return nil }
    decoded.removeAll(keepingCapacity: true)
    decoded.append(contentsOf: text)
    document.reset(validated: &decoded, language: configuration.language)
    try blank.line.withUnsafeBufferPointer { bytes throws(RecordFault) in
      var record = blank.record
      record.line = bytes
      if try run(record, writesText: true, into: result) == .untouched { result.tally.unchanged += 1 }
    }
    result.tally.records += 1
    return ()
  }

  /// What a stage did with a record.
  private enum Outcome {
    /// It changed something.
    case changed
    /// It changed nothing, and the record is written all the same.
    case untouched
    /// It changed nothing, and nothing is written.
    case left
  }

  /// Runs the stage on the document and writes what becomes of the record; with `writesText` the text in any case.
  private mutating func run(
    _ record: Record, writesText: Bool, into result: BatchResult
  ) throws(RecordFault) -> Outcome {
    splice.removeAll()
    let before = result.output.count
    do {
      if case .written(let isChanged) = try stage.process(record, document, &splice, result) {
        return isChanged ? .changed : .untouched
      }
      let outcome: Outcome = !splice.isEmpty ? .changed : writesText ? .untouched : .left
      if outcome == .left { return .left }
      if writesText, !splice.replaces(record.text) {
        splice.replaceText(of: record)
      }
      write(record, into: result)
      return outcome
    } catch {
      result.output.removeLast(result.output.count - before)
      throw error
    }
  }

  private mutating func write(_ record: Record, into result: BatchResult) {
    // The first record of a buffer may be the only one and large: then what growing would ask for is too much.
    if result.output.isEmpty { result.output.reserveCapacity(min(record.line.count, BatchResult.pieceLength) + 1) }
    splice.write(record.line, record.members) {
      result.output.append(contentsOf: $0)
    } late: { [document, stage] number in
      switch LateValue(rawValue: number) {
      case .text: result.write(string: document.text.utf8)
      case let layer?: stage.writeLate(layer, into: result)
      case nil: break
      }
    }
    result.output.append(0x0A)
  }

  /// Whether it is certain, without decoding the text, that the stage will leave a line as it came.
  private func isLeft(_ line: Bytes) -> Bool {
    guard let calls, let textName, scanner.invalid == nil else { return false }
    var text: Range<Int>?
    for member in members {
      if member.isNamed(textName, in: line) {
        if text != nil || member.kind != .string { return false }
        text = member.value
      } else if OurMembers.has(member, in: line) {
        return false
      }
    }
    guard let text else { return false }
    return ByteClasses(spelledBy: Bytes(rebasing: line[text])).isDisjoint(with: calls)
  }

  /// Whether the output is the line and a newline: values written anew can come out as they were.
  private func isCopy(_ line: Bytes, of output: ArraySlice<UInt8>) -> Bool {
    output.count == line.count + 1 && output.dropLast().elementsEqual(line)
  }

  /// What a plugin program is asked about a line: the literal of its text and its language; nothing for a line that will be
  /// told to be bad.
  mutating func ask(_ line: Bytes, _ programs: ProgramRound) {
    var literal: [UInt8] = []
    guard (try? scanner.scan(line, into: &members)) != nil, let text = try? locateText(line),
      let record = try? Record(line, members, text: text, configuration)
    else { return programs.add(nil, language: .undetermined) }
    if scanner.invalid == nil {
      programs.add(Bytes(rebasing: line[text]), language: language(of: record))
    } else if (try? decode(record)) != nil {
      // The program sees what the rules will see: the text with its repairs.
      StringCodec.encode(decoded, into: &literal)
      literal.withUnsafeBufferPointer { programs.add($0, language: language(of: record)) }
    } else {
      programs.add(nil, language: .undetermined)
    }
  }

  /// The literal of the text.
  private func locateText(_ line: Bytes) throws(RecordFault) -> Range<Int> {
    let field = configuration.field.name
    switch configuration.field.pointer.resolve(in: line, members) {
    case .missing:
      throw RecordFault(
        isWellFormed: true, column: 1,
        "no text: member '\(field)' is missing; --field names the member that holds the text")
    case .ambiguous(let offset):
      throw RecordFault(
        isWellFormed: true, column: offset + 1, "two members '\(field)'; which one is the text is anybody's guess")
    case .value(let range, .string):
      return range
    case .value(let range, let kind):
      throw RecordFault(
        isWellFormed: true, column: range.lowerBound + 1,
        "member '\(field)' must be a string, not \(Self.name(of: kind))")
    }
  }

  /// Decodes the text into `decoded`; says how many ill-formed sequences were replaced.
  private mutating func decode(_ record: Record) throws(RecordFault) -> Int {
    if let invalid = scanner.invalid,
      !(record.text.contains(invalid.lowerBound) && record.text.upperBound >= invalid.upperBound)
    {
      let first = record.text.contains(invalid.lowerBound) ? invalid.upperBound - 1 : invalid.lowerBound
      throw RecordFault(
        isWellFormed: false, column: first + 1,
        "bytes that are not UTF-8, outside the text; --invalid replace repairs the text alone")
    }
    decoded.removeAll(keepingCapacity: true)
    do {
      let repairs = try StringCodec.decode(
        record.line, record.text, into: &decoded, invalid: configuration.replacesInvalid ? .replace : .fail,
        isUTF8: scanner.invalid == nil)
      return repairs.count
    } catch {
      throw RecordFault(
        isWellFormed: true, column: error.column, "\(error.reason); --invalid replace puts U+FFFD in their place")
    }
  }

  private func language(of record: Record) -> LanguageTag {
    guard let name = configuration.languageField else { return configuration.language }
    guard case .one(let place) = record.members.search(name.utf8, in: record.line), let tag = record.string(place),
      let language = LanguageTag(tag)
    else { return configuration.language }
    return language
  }

  private static func name(of kind: ValueKind) -> String {
    switch kind {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .true, .false: "a boolean"
    case .null: "null"
    }
  }
}
