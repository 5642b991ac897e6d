import JSONLines
import Language
import TextModel

/// Plays hostile records at a plugin program and names each breach of the protocol.
struct ProgramTrial {
  private let program: ProgramPlugin

  /// - Throws: exit 69 where the program cannot even say hello.
  init(_ command: String, tool: String, timeout: Double) throws(Failure) {
    program = try ProgramPlugin(command, tool: tool, timeout: timeout)
  }

  /// Texts that programs stumble over.
  private static let texts: [(name: String, text: String)] = [
    ("an empty text", ""),
    ("a plain sentence", "Zoë Kay said “go” on 3 May 2021."),
    ("letters beyond the first plane", "😀 𝔘 👩‍👩‍👧 e\u{301}\u{323} \u{1F1E9}\u{1F1EA}"),
    ("control codes and line ends", "a\u{0}b\u{1B}[31mc\td\r\ne\u{2028}f\u{FEFF}"),
    ("quotation marks and backslashes", "\\\"\\\\ \"{}[],: \\u0041 'x' `y`"),
    ("right-to-left text", "قالت «نعم» ثم ذهبت. שלום"),
    ("what looks like an answer", "{\"n\":0,\"edits\":[]}"),
    ("a million letters in one word", String(repeating: "a", count: 1 << 20)),
    ("a hundred thousand lines", String(repeating: "x.\n", count: 100_000)),
  ]

  /// - Returns: what was played and that all was kept.
  /// - Throws: exit 69 with every breach.
  func report() throws(Failure) -> String {
    var breaches: [String] = []
    for (name, text) in Self.texts {
      let answers = play([text, text])
      breaches += answers.breaches.map { "\(name): \($0)" }
      if answers.lines.count == 2, answers.lines[0] != answers.lines[1] {
        breaches.append("\(name): the same text got two answers")
      }
    }
    let many = play((0..<10_000).map { "Text \($0)." })
    breaches += many.breaches.map { "ten thousand records at once: \($0)" }
    breaches += play([]).breaches.map { "no record at all: \($0)" }
    if !breaches.isEmpty { throw Failure(.unavailable, breaches.joined(separator: "; ")) }
    return
      "exec:\(program.command): \(program.hello.id), \(program.hello.kind.rawValue), \(Self.texts.count + 2) trials, none breached\n"
  }

  /// Asks about some texts and reads the answers; the answers have their numbers cut off.
  private func play(_ texts: [String]) -> (lines: [[UInt8]], breaches: [String]) {
    var lines: [[UInt8]] = []
    var breaches: [String] = []
    do {
      let process = try program.start()
      var questions: [UInt8] = []
      for (number, text) in texts.enumerated() {
        questions.append(contentsOf: "{\"n\":\(number),\"language\":\"en\",\"text\":".utf8)
        StringCodec.encode(Array(text.utf8), into: &questions)
        questions.append(contentsOf: "}\n".utf8)
      }
      var scanner = Scanner()
      var members: [Member] = []
      var number = 0
      do throws(ProgramProcess.Breach) {
        try process.exchange(questions, count: texts.count) { (line) throws(ProgramProcess.Breach) in
          guard ProgramAnswer.number(line, &scanner, &members) == number else {
            throw process.breach("answered something else than question \(number)")
          }
          do throws(RecordFault) {
            _ = try ProgramAnswer.suggestions(line, program.hello, Text(texts[number]))
          } catch {
            breaches.append(error.reason)
          }
          if case .one(let place) = members.search("n".utf8, in: line) {
            lines.append(
              Array(line[..<members[place].value.lowerBound]) + Array(line[members[place].value.upperBound...]))
          }
          number += 1
        }
        try process.finish()
      } catch {
        breaches.append(error.reason)
        process.kill()
      }
    } catch {
      breaches.append(error.message)
    }
    return (lines, breaches)
  }
}
