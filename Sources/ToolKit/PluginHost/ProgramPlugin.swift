import JSONLines
import Language
import TextModel

/// What a plugin program says of itself in its first line.
struct ProgramHello: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    /// Answers with `edits` and `suspects`: for the two rewriters.
    case edits
    /// Answers with `spans`: for tag-entities.
    case spans
  }

  var kind: Kind
  var id: String
  var summary: String
  var languages: LanguageScope

  /// The version of the protocol.
  static let version = 1

  /// - Throws: in words, what is wrong with the line.
  init(_ line: Bytes) throws(ProgramProcess.Breach) {
    var scanner = Scanner()
    var members: [Member] = []
    do {
      try scanner.scan(line, into: &members)
    } catch {
      throw ProgramProcess.Breach(reason: "its hello is not a JSON object: \(error.reason) (byte \(error.column))")
    }
    func string(_ name: String) -> String? {
      guard case .one(let place) = members.search(name.utf8, in: line) else { return nil }
      var reader = JSONReader(line, at: members[place].value)
      return reader.readString()
    }
    guard string("copydesk") == "program" else {
      throw ProgramProcess.Breach(reason: "its hello has no \"copydesk\":\"program\"")
    }
    var version: Int?
    if case .one(let place) = members.search("version".utf8, in: line) {
      var reader = JSONReader(line, at: members[place].value)
      version = reader.readInt()
    }
    guard version == Self.version else {
      throw ProgramProcess.Breach(reason: "speaks version \(version.map(String.init) ?? "none"), not \(Self.version)")
    }
    guard let kind = string("kind").flatMap(Kind.init(rawValue:)) else {
      throw ProgramProcess.Breach(reason: "its hello needs \"kind\": \"edits\" or \"spans\"")
    }
    guard let id = string("id"), RulePack.isKebab(id) else {
      throw ProgramProcess.Breach(reason: "its hello needs an \"id\" of lower-case letters, digits and hyphens")
    }
    self.kind = kind
    self.id = id
    summary = string("summary") ?? ""
    languages = string("language").flatMap { LanguageTag($0) }.map { .only([$0]) } ?? .any
  }
}

/// A plugin program as it was asked for, and what it said of itself when it was first started.
struct ProgramPlugin: Sendable {
  var words: [String]
  /// The command as given: for messages before the program has said its id.
  var command: String
  var hello: ProgramHello
  var timeout: Double
  var tool: String

  /// Starts the program once to hear what it is, and ends it.
  init(_ command: String, tool: String, timeout: Double) throws(Failure) {
    words = try CommandWords.split(command)
    self.command = command
    self.timeout = timeout
    self.tool = tool
    let (process, hello) = try Self.greet(words, command, tool, timeout)
    self.hello = hello
    do {
      try process.finish()
    } catch {
      throw Failure(.unavailable, error.reason)
    }
  }

  /// A program that runs and has said hello.
  func start() throws(Failure) -> ProgramProcess { try Self.greet(words, hello.id, tool, timeout).0 }

  static func greet(
    _ words: [String], _ name: String, _ tool: String, _ timeout: Double
  ) throws(Failure) -> (ProgramProcess, ProgramHello) {
    let process = try ProgramProcess(words, tool: tool, name: name, timeout: timeout)
    let greeting = Array("{\"copydesk\":\"host\",\"version\":\(ProgramHello.version),\"tool\":\"\(tool)\"}\n".utf8)
    var hello: ProgramHello?
    do {
      try process.exchange(greeting, count: 1) { (line) throws(ProgramProcess.Breach) in
        do throws(ProgramProcess.Breach) {
          hello = try ProgramHello(line)
        } catch {
          throw process.breach(error.reason)
        }
      }
    } catch {
      throw Failure(.unavailable, error.reason)
    }
    guard let hello else { throw Failure(.unavailable, "plugin \(name) said nothing") }
    return (process, hello)
  }
}

/// A program that finds names, as a plugin to be listed and chosen.
struct ProgramTagger: Plugin {
  let id: String
  let languages: LanguageScope

  init(_ hello: ProgramHello) {
    id = hello.id
    languages = hello.languages
  }
}

/// A rewriter's rule that a program has: its edits go through the same rounds and conflicts as built-in ones.
///
/// A program is asked once for each record, about the text as it came; it has no part in later rounds.
struct ProgramRule: RewriteRule {
  let id: String
  let languages: LanguageScope
  let fixes: [RewriteExample] = []
  let leavesAlone: [String] = []

  init(_ hello: ProgramHello) {
    id = hello.id
    languages = hello.languages
  }

  func propose(_ document: Document, _ proposals: inout Proposals) {
    guard let said = document.suggestions[id] else { return }
    for edit in said.edits { proposals.replace(edit.span, with: edit.bytes, edit.confidence) }
    for suspect in said.suspects {
      proposals.flag(suspect.span, label: suspect.label, reason: suspect.reason, suggestion: suspect.suggestion)
    }
  }
}
