import ArgumentParser
import TextModel

/// The options that all five tools share, declared once: help, manual pages and completions come from here.
public struct SharedOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Input files, plain or compressed with gzip or zstd; none, or -, is standard input.", valueName: "file"),
    completion: .file())
  var files: [String] = []

  // MARK: What is read

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "The member that holds the text: a name, or a JSON Pointer that begins with /.", valueName: "name"))
  var field = "text"

  @Flag(name: [.customShort("R"), .long], help: "Read each input line, blank ones too, as a text.")
  var rawInput = false

  @Flag(help: "Read each file as one text, with the file's name as id.")
  var wholeFile = false

  @Option(
    help: ArgumentHelp(
      "Convert raw input (-R, --whole-file) from this character set to UTF-8.", valueName: "charset"))
  var from: String?

  @Option(
    help: ArgumentHelp("What to do with bad UTF-8 and lone surrogates in a text: fail or replace.", valueName: "policy")
  )
  var invalid: InvalidPolicy = .fail

  @Option(help: ArgumentHelp("The longest line accepted, as bytes or with K, M or G.", valueName: "size"))
  var maxLine: ByteSize = ByteSize(bytes: 1 << 30)

  // MARK: What is written

  @Flag(name: [.short, .long], help: "Write text, not records.")
  var rawOutput = false

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Write to this file, whole or not at all.", valueName: "file"), completion: .file())
  var output: String?

  @Flag(
    name: [.customShort("i"), .long],
    help: "Rewrite each file in place; -i=SUFFIX or --in-place=SUFFIX keeps the old one under its name with SUFFIX.")
  var inPlace = false

  @Option(
    name: .customLong(inPlaceSuffixOption), help: .hidden)
  var inPlaceSuffix: String?

  @Option(
    help: ArgumentHelp(
      "Write offsets in this unit and convert the layers that are there: codepoint, utf8 or utf16.", valueName: "unit"))
  var offsets: OffsetUnit?

  // MARK: How it runs

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("Work with this many threads; the output is the same for every number.", valueName: "n"))
  var jobs = 1

  @Option(help: ArgumentHelp("What to do with a bad record: fail, skip or pass.", valueName: "policy"))
  var onError: ErrorPolicy = .fail

  @Option(
    help: ArgumentHelp("Write bad lines to this file as they came, and the reasons to FILE.why.", valueName: "file"),
    completion: .file())
  var rejects: String?

  @Option(
    help: ArgumentHelp("Fail after more than this many bad records, or more than this share of all.", valueName: "n[%]")
  )
  var maxErrors: ErrorLimit?

  @Option(help: ArgumentHelp("The language of the texts, as a BCP 47 tag.", valueName: "tag"))
  var language: LanguageOption?

  @Option(
    help: ArgumentHelp(
      "The member that holds a record's language; --language serves where it is missing.", valueName: "name"))
  var languageField: String?

  @Flag(help: "Write nothing; exit with 1 if a text or a layer would change.")
  var check = false

  @Flag(help: "Tell how far the run is, on standard error, also where that is no terminal.")
  var progress = false

  @Option(
    help: ArgumentHelp("Write counts, versions and options of the run to this file, as JSON.", valueName: "file"),
    completion: .file())
  var stats: String?

  @Flag(name: [.short, .long], help: "No warnings, no progress; errors and the closing count are still told.")
  var quiet = false

  // MARK: Which rules

  @Option(help: ArgumentHelp("Run these rules alone (a comma between ids); none for no rule.", valueName: "ids"))
  var only: [IDList] = []

  @Option(help: ArgumentHelp("Run all but these rules.", valueName: "ids"))
  var skip: [IDList] = []

  @Option(help: ArgumentHelp("Let a rule fix, flag or be off, whatever its default.", valueName: "id=mode"))
  var set: [ModeSetting] = []

  @Option(
    help: ArgumentHelp(
      "Add a plugin: a rule pack or list (a path, or a name that is looked for), or exec:COMMAND, a program.",
      valueName: "file"), completion: .file())
  var plugin: [String] = []

  @Option(help: ArgumentHelp("How long a plugin program may stand still, in seconds.", valueName: "seconds"))
  var pluginTimeout: Double = 60

  @Option(
    help: ArgumentHelp(
      "Load a plugin, run its examples or play hostile records at its program, and tell what is wrong.",
      valueName: "file"), completion: .file())
  var testPlugin: String?

  @Flag(help: "List the rules and what they do by default.")
  var list = false

  @Option(help: ArgumentHelp("Print the manual entry of a rule.", valueName: "id"))
  var explain: String?

  public init() {}

  /// Whether somebody who reads standard output waits for records, or for text in their place.
  var writesRecordsToStandardOutput: Bool {
    output == nil && !inPlace && !check && !list && explain == nil && testPlugin == nil
  }
}

/// How `-i=SUFFIX` reaches the parser, which knows no option with an optional value; see `CommandLineWords`.
let inPlaceSuffixOption = "in-place-suffix"

/// What is done with bad UTF-8 and lone surrogates in a text.
enum InvalidPolicy: String, ExpressibleByArgument, CaseIterable, Sendable {
  case fail, replace
}

/// What is done with a bad record.
enum ErrorPolicy: String, ExpressibleByArgument, CaseIterable, Sendable {
  case fail, skip, pass
}
