/// How a run ends: the exit statuses of sysexits(3) that the manual names.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Only from `--check`: a text or a layer would change.
  case wouldChange = 1
  case usage = 64
  /// Bad data, or the stage before us failed.
  case badData = 65
  case noInput = 66
  /// A plugin or a decompressor failed.
  case unavailable = 69
  /// A bug of ours.
  case software = 70
  /// An I/O error or a full disk.
  case inputOutput = 74
}

/// Why a run ends before its end: a message for standard error and the status that goes with it.
public struct Failure: Error, Sendable, Equatable {
  public var status: ExitStatus
  /// In lower case, without the tool's name, says what to do where that is known.
  public var message: String
  /// Whether the next stage of the pipe has been told.
  var isMarked = false

  public init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}

/// What is wrong with one record; the pipeline adds file and line.
public struct RecordFault: Error, Sendable, Equatable {
  /// Whether the line is well-formed JSON, so that `--on-error pass` may copy it.
  public var isWellFormed: Bool
  /// The exit status of a run that this fault ends.
  public var status: ExitStatus
  /// The byte in the line, from 1; 0 where no place is meant.
  public var column: Int
  public var reason: String

  public init(isWellFormed: Bool, status: ExitStatus = .badData, column: Int = 0, _ reason: String) {
    self.isWellFormed = isWellFormed
    self.status = status
    self.column = column
    self.reason = reason
  }
}
