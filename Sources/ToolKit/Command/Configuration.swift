import Glibc
import JSONLines
import Language
import TextModel

/// The options of one run after all clashes were refused.  A class, since every worker holds it and every record looks at it.
final class Configuration: Sendable {
  let tool: String
  let inputs: [String]
  let field: FieldName
  let form: InputForm
  let charset: String?
  let replacesInvalid: Bool
  let maxLine: Int
  let rawOutput: Bool
  let target: TargetChoice
  let offsets: OffsetUnit?
  let jobs: Int
  let onError: ErrorPolicy
  let rejects: String?
  let maxErrors: ErrorLimit?
  let language: LanguageTag
  let languageField: String?
  let check: Bool
  let progress: Bool
  let stats: String?
  let quiet: Bool
  let selection: PluginSelection
  let plugins: LoadedPlugins

  /// What an input is cut into.
  enum InputForm: Sendable, Hashable { case records, rawLines, wholeFile }

  /// Where the output goes.
  enum TargetChoice: Sendable, Hashable {
    case standardOutput
    case file(String)
    case inPlace(suffix: String?)
  }

  init(
    tool: String, _ options: SharedOptions, _ selection: PluginSelection, _ stage: Stage,
    _ plugins: LoadedPlugins
  ) throws(Failure) {
    self.tool = tool
    self.selection = selection
    self.plugins = plugins
    inputs = options.files.isEmpty ? ["-"] : options.files
    field = try FieldName(options.field)
    charset = options.from
    form = options.wholeFile ? .wholeFile : options.rawInput ? .rawLines : .records
    replacesInvalid = options.invalid == .replace
    maxLine = options.maxLine.bytes
    rawOutput = options.rawOutput
    target =
      options.inPlace
      ? .inPlace(suffix: options.inPlaceSuffix) : options.output.map(TargetChoice.file) ?? .standardOutput
    offsets = options.offsets
    jobs = options.jobs
    onError = options.onError
    rejects = options.rejects
    maxErrors = options.maxErrors
    language = options.language?.tag ?? .undetermined
    languageField = options.languageField
    check = options.check
    progress = options.progress
    stats = options.stats
    quiet = options.quiet
    for (option, path) in [("-o", options.output), ("--rejects", rejects), ("--stats", stats)] where path == "" {
      throw Failure(.usage, "\(option): the name of the file is empty")
    }
    try refuseClashes(options, stage)
  }

  private func refuseClashes(_ options: SharedOptions, _ stage: Stage) throws(Failure) {
    func clash(_ a: String, _ b: String, _ why: String, if both: Bool) throws(Failure) {
      if both { throw Failure(.usage, "\(a) clashes with \(b): \(why)") }
    }
    let splits = if case .annotate(let annotate) = stage { annotate.split != nil } else { false }
    let undoes = if case .rewrite(let rewrite) = stage { rewrite.undo } else { false }
    let shows = if case .rewrite(let rewrite) = stage { rewrite.shows } else { false }
    let keepsUntold = if case .rewrite(let rewrite) = stage { rewrite.untold } else { false }
    try clash("-R", "--whole-file", "an input is lines or one text", if: options.rawInput && options.wholeFile)
    try clash(
      "-i", "-o", "a file is rewritten in place or the output goes to another",
      if: options.inPlace && options.output != nil)
    try clash("-i", "standard input", "name the files to rewrite", if: options.inPlace && inputs.contains("-"))
    try clash("-i", "--split", "sentences would take the place of the records", if: options.inPlace && splits)
    try clash("-i", "--check", "--check writes nothing", if: options.inPlace && check)
    let rawForm = form == .wholeFile ? "--whole-file" : "-R"
    try clash(
      "-i", rawForm, "records would take the place of the lines; add -r",
      if: options.inPlace && form != .records && !rawOutput)
    try clash(
      "-i", "-r", "text would take the place of the records; add -R",
      if: options.inPlace && form == .records && rawOutput)
    try clash("-o", "--check", "--check writes nothing", if: options.output != nil && check)
    try clash("-r", "--check", "--check writes nothing", if: rawOutput && check)
    try clash("-r", "--split", "-r already writes one sentence a line", if: rawOutput && splits)
    try clash("-r", "--offsets", "text has no offsets", if: rawOutput && offsets != nil)
    try clash(
      "--from", "records", "JSON Lines are UTF-8; give -R or --whole-file", if: charset != nil && form == .records)
    try clash("--undo", rawForm, "only a record has edits to undo", if: undoes && form != .records)
    try clash("--diff", "-i", "the view would take the place of the records", if: shows && options.inPlace)
    try clash("--diff", "-r", "one shows the changes, the other the text", if: shows && rawOutput)
    try clash("--diff", "--undo", "one shows edits, the other takes them back", if: shows && undoes)
    try clash("--diff", "--no-edits", "there are no records to leave them out of", if: shows && keepsUntold)
    try clash("--diff", "--offsets", "the view has no offsets", if: shows && offsets != nil)
    try clash("--diff", "--check", "--check writes nothing", if: shows && check)
    try clash("--diff", "--on-error pass", "a record has no place in the view", if: shows && onError == .pass)
    try clash("--undo", "--no-edits", "there is nothing to leave out", if: undoes && keepsUntold)
    try clash("--undo", "--check", "--check asks whether the rules would change anything", if: undoes && check)
    try clash("--undo", "--only", "all edits are undone at once", if: undoes && !options.only.isEmpty)
    try clash("--undo", "--skip", "all edits are undone at once", if: undoes && !options.skip.isEmpty)
    try clash("--undo", "--set", "all edits are undone at once", if: undoes && !options.set.isEmpty)
    try clash(
      "--rejects", "--on-error fail",
      "a run that fails at the first bad record rejects none; give --on-error skip or pass",
      if: rejects != nil && onError == .fail)
    try clash(
      "--max-errors", "--on-error fail",
      "a run that fails at the first bad record bears none; give --on-error skip or pass",
      if: maxErrors != nil && onError == .fail)
    try clash("--on-error pass", "-r", "a record cannot pass as text", if: onError == .pass && rawOutput)
    try clash("--progress", "-q", "one asks for progress, the other for none", if: progress && quiet)
    if let suffix = options.inPlaceSuffix, suffix.contains("/") {
      throw Failure(.usage, "-i=\(suffix): a suffix cannot hold a /")
    }
    if jobs < 1 || jobs > 256 { throw Failure(.usage, "-j \(jobs): give a number from 1 to 256") }
    if maxLine > 1 << 30 {
      throw Failure(.usage, "--max-line: at most 1G, the longest text that ICU can hold")
    }
    try refuseSharedFiles(options)
  }

  /// A file that is read and written at once would be lost.
  private func refuseSharedFiles(_ options: SharedOptions) throws(Failure) {
    var written: [(String, FileIdentity)] = []
    func add(_ option: String, _ path: String?) throws(Failure) {
      guard let path, let identity = FileIdentity(path: path) else { return }
      if let other = written.first(where: { $0.1 == identity }) {
        throw Failure(.usage, "\(option) and \(other.0) name the same file, \(path)")
      }
      written.append((option, identity))
    }
    try add("-o", options.output)
    try add("--rejects", rejects)
    try add("--rejects (the reasons)", rejects.map { $0 + ".why" })
    try add("--stats", stats)
    if !options.inPlace, let identity = FileIdentity(regularDescriptor: 1) {
      written.append(("standard output", identity))
    }
    for input in inputs {
      guard let identity = input == "-" ? FileIdentity(regularDescriptor: 0) : FileIdentity(path: input) else {
        continue
      }
      if let same = written.first(where: { $0.1 == identity }) {
        throw Failure(
          .usage,
          "\(input == "-" ? "standard input" : input) is input and \(same.0) at once; write elsewhere, or use -i")
      }
    }
  }
}

/// Which file a path or descriptor is, whatever its name.
struct FileIdentity: Hashable {
  private let device: UInt64
  private let inode: UInt64
  /// The name in the folder that device and inode are of, where no file is there yet.
  private let missing: String

  /// nil for devices and FIFOs, which may be named twice.
  init?(path: String) {
    var status = stat()
    if stat(path, &status) != 0 {
      // A file that is yet to be made is known by its folder and its name.
      let cut = path.lastIndex(of: "/")
      let folder = cut.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
      let name = cut.map { String(path[path.index(after: $0)...]) } ?? path
      if stat(folder, &status) != 0 { return nil }
      self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino), missing: name)
    } else if (status.st_mode & S_IFMT) == S_IFREG {
      self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino), missing: "")
    } else {
      return nil
    }
  }

  init?(regularDescriptor: Int32) {
    var status = stat()
    guard fstat(regularDescriptor, &status) == 0, (status.st_mode & S_IFMT) == S_IFREG else { return nil }
    self.init(device: UInt64(status.st_dev), inode: UInt64(status.st_ino), missing: "")
  }

  private init(device: UInt64, inode: UInt64, missing: String) {
    self.device = device
    self.inode = inode
    self.missing = missing
  }
}

/// Where the text stands in a record: a member's name or a JSON Pointer.
struct FieldName: Sendable, Hashable {
  /// As given on the command line.
  var name: String
  var pointer: JSONPointer

  static let text = "text"
  var isDefault: Bool { name == FieldName.text }
  /// The names on the way to the text, from the outside.
  var names: [[UInt8]] { pointer.names }

  init(_ name: String) throws(Failure) {
    self.name = name
    if name.isEmpty { throw Failure(.usage, "--field: the name is empty") }
    guard let pointer = JSONPointer(name) else {
      throw Failure(.usage, "--field \(name): in a JSON Pointer ~ is written ~0, and / is written ~1")
    }
    self.pointer = pointer
    if LayerNames.all.contains(where: { pointer.names[0].elementsEqual($0.utf8) }) {
      throw Failure(.usage, "--field \(name): that member is ours; name the one that holds the text")
    }
  }
}

/// The members of a record that are ours.
enum LayerNames {
  static let edits = "edits"
  static let suspects = "suspects"
  static let artifactScore = "artifact_score"
  static let sentences = "sentences"
  static let entities = "entities"
  static let quotes = "quotes"
  static let offsetUnit = "offset_unit"
  static let offsetField = "offset_field"
  static let all = [edits, suspects, artifactScore, sentences, entities, quotes, offsetUnit, offsetField]
}
