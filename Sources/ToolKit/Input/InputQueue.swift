import JSONLines

/// What a worker takes from the inputs at a time.
struct Batch: ~Copyable {
  /// Whole lines, in the forms that have lines.
  var chunk = Chunk()
  /// All of a file, in the form that has none.
  var whole: [UInt8] = []
  /// A line that was longer than allowed stands here instead of lines.
  var tooLongLine: Int?
  /// Which input it is of.
  var place = Place(name: "", path: "")
  /// Its turn to be written.
  var ticket = 0

  struct Place: Sendable, Hashable {
    /// For messages.
    var name: String
    /// As given on the command line.
    var path: String
  }
}

/// All inputs of a run, one after the other.
struct InputQueue {
  private var waiting: ArraySlice<String>
  private let form: Configuration.InputForm
  private let charset: String?
  private let maxLine: Int
  private var source: InputSource?
  private var reader = ChunkReader(Descriptor(-1))
  private var tickets = 0

  init(_ paths: [String], _ configuration: Configuration) {
    waiting = paths[...]
    form = configuration.form
    charset = configuration.charset
    maxLine = configuration.maxLine
  }

  /// Fills `batch`; false at the end of the last input.
  mutating func fill(_ batch: inout Batch) throws(Failure) -> Bool {
    // A ticket even for a failure: it is told in its turn.
    batch.ticket = tickets
    tickets += 1
    batch.tooLongLine = nil
    while true {
      if source == nil {
        guard let path = waiting.popFirst() else { return false }
        let opened = try InputSource(path: path, charset: charset)
        source = opened
        reader = ChunkReader(opened.bytes, limit: maxLine)
        batch.place = Batch.Place(name: opened.name, path: opened.path)
        if form == .wholeFile {
          try readWhole(opened, into: &batch.whole)
          try close()
          return true
        }
      }
      batch.place = Batch.Place(name: source!.name, path: source!.path)
      do {
        if try reader.fill(&batch.chunk) {
          return true
        }
      } catch .lineTooLong(let line, _, _) {
        batch.tooLongLine = line
        return true
      } catch {
        throw Self.failure(error, source!)
      }
      try close()
    }
  }

  /// Closes what is open.  At an input's end its decompressor says whether that was the true end.
  private mutating func close() throws(Failure) {
    let closing = source
    source = nil
    try closing?.finish()
  }

  private func readWhole(_ source: InputSource, into bytes: inout [UInt8]) throws(Failure) {
    bytes.removeAll(keepingCapacity: true)
    var stream = source.bytes
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var count = 0
      var failure: ReadFailure?
      piece.withUnsafeMutableBytes { buffer in
        do throws(ReadFailure) { count = try stream.read(into: buffer) } catch { failure = error }
      }
      if let failure { throw Self.failure(failure, source) }
      if count == 0 { break }
      bytes.append(contentsOf: piece[..<count])
      if bytes.count > maxLine {
        throw Failure(.badData, "\(source.name): is longer than \(maxLine) bytes; raise --max-line")
      }
    }
    // A byte order mark is no part of the text, as at the start of a file of records.
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  }

  private static func failure(_ failure: ReadFailure, _ source: InputSource) -> Failure {
    let name = source.name
    return switch failure {
    case .system(let code): Failure(.inputOutput, "\(name): cannot read: \(describe(errno: code))")
    case .isDirectory: Failure(.noInput, "\(name): is a directory; name its files")
    case .lineTooLong(let line, _, let limit):
      Failure(.badData, "\(name):\(line): the line is longer than \(limit) bytes; raise --max-line")
    case .source(let reason): Failure(source.isDamaged ? .unavailable : .badData, "\(name): \(reason)")
    }
  }
}
