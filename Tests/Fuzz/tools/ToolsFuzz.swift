import ArtifactRules
import EntityTaggers
import JSONLines
import Language
import Normalizers
import QuoteFinders
import SentenceRules
import TextModel

@testable import ToolKit

/// The five tools on any bytes, as records and as raw lines: nothing traps, every chunking gives the same output, what is
/// written is well formed, a rewriter's second run changes nothing, and undoing gives back the text that came.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTools(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let bench = Bench.all[Int(start[0]) % Bench.all.count]
  bench.check(input)
  return 0
}

/// One tool with one set of options.
struct Bench {
  let name: String
  private let tool: Worker
  /// The same tool on records, where `tool` reads raw lines: it can read its own output.
  private let again: Worker
  private let undo: Worker?

  nonisolated(unsafe) static let all: [Bench] = {
    let raw = ["-R", "--invalid", "replace", "--on-error", "skip"]
    let records = ["--on-error", "skip"]
    let selection = PluginSelection()
    func rewriter(_ name: String, _ rules: [any RewriteRule], _ words: [String]) -> Bench {
      func stage(undo: Bool) -> Stage {
        .rewrite(RewriteStage(rules: rules, undo: undo, untold: false, scores: false))
      }
      return Bench(name, words, records, stage(undo: false), undo: stage(undo: true))
    }
    func annotator(_ name: String, _ stage: AnnotateStage, _ words: [String]) -> Bench {
      Bench(name, words, records, .annotate(stage), undo: nil)
    }
    let sentences = AnnotateStage.Prerequisite(.sentences) { Segmentation(selection: selection, newlines: .auto) }
    let entities = AnnotateStage.Prerequisite(.entities) {
      EntityTagging(selection: selection, labels: nil, minimumScore: 0)
    }
    return [raw, records].flatMap { words in
      [
        rewriter("normalize", NormalizerCatalog.rules, words),
        rewriter("translate-artifact-fix", ArtifactCatalog.rules, words),
        annotator("segment", AnnotateStage(.sentences, sentences.make), words),
        annotator("tag-entities", AnnotateStage(.entities, prerequisites: [sentences], entities.make), words),
        annotator(
          "extract-quotes",
          AnnotateStage(.quotes, prerequisites: [sentences, entities]) {
            QuoteFinding(selection: selection, kinds: Set(Quotation.Kind.allCases))
          }, words),
      ]
    }
  }()

  private init(_ name: String, _ words: [String], _ records: [String], _ stage: Stage, undo: Stage?) {
    self.name = name
    func worker(_ words: [String], _ stage: Stage) -> Worker {
      guard let options = try? SharedOptions.parse(words),
        let configuration = try? Configuration(tool: name, options, PluginSelection(), stage, LoadedPlugins())
      else { fatalError("the options clash") }
      return Worker(configuration, stage, [])
    }
    tool = worker(words, stage)
    again = worker(records, stage)
    self.undo = undo.map { worker(records, $0) }
  }

  func check(_ input: [UInt8]) {
    let (output, faults) = run(tool, input, target: 1 << 20)
    for target in [1, 7] {
      let other = run(tool, input, target: target)
      if other.output != output { fail("chunks of \(target) bytes give other output", output, other.output) }
      if other.faults != faults { fail("chunks of \(target) bytes give other messages", output, other.output) }
    }
    let (second, doubts) = run(again, output, target: 1 << 20)
    if !doubts.isEmpty { fail("its own output is refused: \(doubts)", input, output) }
    if second != output { fail("a second run changes something", output, second) }
    guard let undo else { return }
    let (undone, complaints) = run(undo, output, target: 1 << 20)
    if !complaints.isEmpty { fail("what it did cannot be undone: \(complaints)", output, undone) }
    let (redone, _) = run(again, undone, target: 1 << 20)
    // The layers come in another order then: what is compared is which bytes there are.
    if redone.sorted() != output.sorted() { fail("undone and done again, it is another", output, redone) }
  }

  private func run(_ worker: Worker, _ input: [UInt8], target: Int) -> (output: [UInt8], faults: [String]) {
    var reader = ChunkReader(Memory(bytes: input), target: target)
    var batch = Batch()
    let result = BatchResult()
    var output: [UInt8] = []
    var faults: [String] = []
    while (try? reader.fill(&batch.chunk)) == true {
      result.removeAll()
      worker.process(&batch, into: result)
      output += result.output
      faults += result.faults.map(\.message)
    }
    return (output, faults)
  }

  private func fail(_ what: String, _ a: [UInt8], _ b: [UInt8]) -> Never {
    print("\(name): \(what)\n\(String(decoding: a, as: UTF8.self))\n\(String(decoding: b, as: UTF8.self))")
    fatalError(what)
  }
}

/// A source that gives out bytes from memory, one portion for each read.
private struct Memory: ByteSource {
  var bytes: [UInt8]
  private var at = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    let count = min(buffer.count, bytes.count - at)
    buffer.copyBytes(from: bytes[at..<at + count])
    at += count
    return count
  }

  mutating func isReady() -> Bool { true }
}
