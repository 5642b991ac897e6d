import JSONLines
import Language
import TextModel

/// A rewriter's work on one record: runs the rules, composes the edits with those that are there, carries the layers.
final class RewriteWork: StageWork {
  private let configuration: Configuration
  private let stage: RewriteStage
  private let engine: RewriteEngine
  /// Whether this record gets no edits, suspects and scores.
  private var isUntold: Bool
  let calls: ByteClasses?
  let readsDocumentAlone = true
  private let view = DiffView()
  /// The ids of all rules of the tool, whether they run or not: their suspects are this tool's to replace.
  private let ownRules: Set<String>
  private var edits = EditsLayer()
  private var carrying = LayerCarrying()
  /// What is written last of a record: its edits, the suspects of others, and who writes them.
  private var late: (script: EditScript, original: [UInt8]) = (EditScript(), [])
  private var lateSuspects: [ForeignSuspect] = []
  private var lateWriter: LayerWriter?
  private var part = JSONBuilder()

  init(_ stage: RewriteStage, _ configuration: Configuration, _ manual: [PluginManualEntry]) {
    self.stage = stage
    self.configuration = configuration
    engine = RewriteEngine(stage.rules, configuration.selection, level: stage.level, manual: manual)
    isUntold = stage.untold
    ownRules = Set(stage.rules.map { $0.id })
    // Records that tell of their edits, or that only the text or the changes are shown of, are all written anew.
    let tellsNothingNew = stage.untold || configuration.check
    calls = tellsNothingNew && !stage.shows && !configuration.rawOutput ? engine.trigger : nil
  }

  func process(
    _ record: Record, _ document: Document, _ splice: inout Splice, _ result: BatchResult
  ) throws(RecordFault) -> StageOutput {
    // What is held of the last record would be copied when this one changes it.
    late = (EditScript(), [])
    lateSuspects = []
    lateWriter = nil
    // A check is after the text; that a record without layers would get some is no change.
    isUntold = stage.untold || configuration.check && record.ours.isEmpty
    try engine.run(document)
    count(&result.tally)
    let isChanged = !engine.script.isEmpty
    if configuration.rawOutput {
      result.output.append(contentsOf: document.text.utf8)
      result.output.append(0x0A)
      return .written(isChanged: isChanged)
    }
    if stage.shows {
      if isChanged { show(record, document, &result.output) }
      return .written(isChanged: isChanged)
    }
    // Where nothing is to tell and nothing changed, the record leaves as it came; only its layers are looked at.
    let isLeft = !isChanged && isUntold && (configuration.offsets == nil || record.ours.isEmpty)
    if isLeft, record.ours.isEmpty { return .spliced }
    if isChanged, isUntold, record.ours.isEmpty {
      // Nothing in the record counts in the text.
      splice.replaceText(of: record)
      ForeignOffsets.look(record, &result.tally)
      return .spliced
    }
    let before = isChanged ? Text(validated: engine.original) : document.text
    let unit = configuration.offsets ?? record.unit
    // Of a clean text without layers nobody asks for an offset.
    let hasOffsets = isChanged || !record.ours.isEmpty || !engine.suspects.isEmpty
    var mapBefore = OffsetMap(unit: record.unit)
    var mapAfter = OffsetMap(unit: unit)
    if !record.ours.isEmpty { mapBefore.build(over: before, unit: record.unit) }
    if hasOffsets { mapAfter.build(over: document.text, unit: unit) }
    let carrier = isChanged ? Carrier(engine.script) : nil
    carrying.begin(record, before, mapBefore, LayerCarrier(text: document.text, map: mapAfter, carrier: carrier))
    defer { carrying.end() }
    if isLeft {
      for shape in [LayerShape.suspects, .sentences, .entities, .quotes] { try carrying.check(shape) }
      return .spliced
    }
    let writer = LayerWriter(text: document.text, map: mapAfter)

    if isChanged { splice.replaceText(of: record) }
    lateWriter = writer
    let history = try told(record, before, mapBefore, isChanged)
    writeEdits(record, history, isChanged, unit, &splice)
    try writeSuspects(record, isChanged, unit, &splice)
    if stage.scores, !isUntold {
      let score = ArtifactScore.score(history.script, engine.suspects, ownRules, original: history.original)
      splice.set(record.ours.artifactScore, in: record, LayerNames.artifactScore) { $0.fixed(score, digits: 4) }
    }
    for shape in [LayerShape.sentences, .entities, .quotes] {
      if isChanged || unit != record.unit {
        result.tally.droppedSpans += try carrying.carry(shape, &splice)
      } else {
        try carrying.check(shape)
      }
    }
    carrying.explainOffsets(configuration, hasLayers: !isUntold || !record.ours.isEmpty, &splice)
    if isChanged { ForeignOffsets.look(record, &result.tally) }
    return .spliced
  }

  private func show(_ record: Record, _ document: Document, _ output: inout [UInt8]) {
    var id: String?
    if case .one(let place) = record.members.search("id".utf8, in: record.line) {
      id = String(decoding: record.line[record.value(place)], as: UTF8.self)
    }
    view.write(engine.script, before: engine.original, after: document.text.utf8, id: id, into: &output)
  }

  /// The way from the original text to the present one, and the original.
  private func told(
    _ record: Record, _ before: Text, _ map: OffsetMap, _ isChanged: Bool
  ) throws(RecordFault) -> (script: EditScript, original: [UInt8]) {
    if isUntold { return (EditScript(), []) }
    guard let place = record.ours.edits else {
      return (engine.script, isChanged ? engine.original : before.utf8)
    }
    try edits.read(record.line, record.value(place), present: before, map: map)
    if !isChanged { return (edits.script, edits.original) }
    return (edits.script.composed(with: engine.script, over: edits.original, through: engine.original), edits.original)
  }

  private func writeEdits(
    _ record: Record, _ history: (script: EditScript, original: [UInt8]), _ isChanged: Bool, _ unit: OffsetUnit,
    _ splice: inout Splice
  ) {
    if isUntold {
      // They would describe the way to another text.
      if isChanged, let place = record.ours.edits { splice.remove(place) }
      return
    }
    if !isChanged, record.ours.edits != nil, unit == record.unit { return }
    late = history
    splice.set(record.ours.edits, in: record, LayerNames.edits, late: .edits)
  }

  func writeLate(_ layer: LateValue, into result: BatchResult) {
    guard let writer = lateWriter else { return }
    part.removeAll()
    let empty: (inout JSONBuilder) -> Void = { part in
      result.output.append(contentsOf: part.bytes)
      part.removeAll()
      result.writeEarly()
    }
    if layer == .edits {
      writer.write(edits: late.script, original: late.original, into: &part, empty: empty)
    } else {
      writer.write(suspects: engine.suspects, among: lateSuspects, into: &part, empty: empty)
    }
    result.output.append(contentsOf: part.bytes)
  }

  /// This tool's suspects take the place of its earlier ones; those of the other rewriter are carried.
  private func writeSuspects(
    _ record: Record, _ isChanged: Bool, _ unit: OffsetUnit, _ splice: inout Splice
  ) throws(RecordFault) {
    if isUntold {
      if isChanged || unit != record.unit { _ = try carrying.carry(.suspects, &splice) }
      return
    }
    var kept: [ForeignSuspect] = []
    if record.ours.suspects != nil {
      kept = try carrying.foreignSuspects(not: ownRules)
    }
    if kept.isEmpty, engine.suspects.isEmpty, let place = record.ours.suspects,
      JSONReader(record.line, at: record.value(place)).isEmptyArray
    {
      return
    }
    lateSuspects = kept
    splice.set(record.ours.suspects, in: record, LayerNames.suspects, late: .suspects)
  }

  private func count(_ tally: inout Tally) {
    if !engine.script.isEmpty { tally.count(engine.script) }
    for suspect in engine.suspects { tally.suspectsByRule[suspect.by, default: 0] += 1 }
  }
}

extension JSONReader {
  /// Whether the value is an array without elements.
  var isEmptyArray: Bool {
    var copy = self
    return copy.enterArray() && !copy.nextElement()
  }
}

extension Splice {
  /// Puts a value in the place of a member that is there, or adds the member.
  mutating func set(_ place: Int?, in record: Record, _ name: String, _ write: (inout JSONBuilder) -> Void) {
    if let place {
      replace(record.value(place), write)
    } else {
      append(Array(name.utf8), write)
    }
  }
}
