import JSONLines
import Language
import TextModel

/// `--undo`: gives back the original text, to the byte, and carries the layers back to it.
final class UndoWork: StageWork {
  let calls: ByteClasses? = nil
  private let configuration: Configuration
  private var edits = EditsLayer()
  private var carrying = LayerCarrying()

  init(_ configuration: Configuration) { self.configuration = configuration }

  func process(
    _ record: Record, _ document: Document, _ splice: inout Splice, _ result: BatchResult
  ) throws(RecordFault) -> StageOutput {
    var mapBefore = OffsetMap()
    mapBefore.build(over: document.text, unit: record.unit)
    var original = document.text
    var carrier: Carrier?
    if let place = record.ours.edits {
      try edits.read(record.line, record.value(place), present: document.text, map: mapBefore)
      splice.remove(place)
      if !edits.script.isEmpty {
        original = Text(validated: edits.original)
        carrier = Carrier(edits.script, .back)
        splice.replace(record.text, withString: original.utf8)
      }
    }
    if configuration.rawOutput {
      result.output.append(contentsOf: original.utf8)
      result.output.append(0x0A)
      return .written(isChanged: carrier != nil)
    }
    let unit = configuration.offsets ?? record.unit
    var mapAfter = OffsetMap()
    mapAfter.build(over: original, unit: unit)
    carrying.begin(record, document.text, mapBefore, LayerCarrier(text: original, map: mapAfter, carrier: carrier))
    defer { carrying.end() }
    if carrier != nil || unit != record.unit {
      for shape in [LayerShape.suspects, .sentences, .entities, .quotes] {
        result.tally.droppedSpans += try carrying.carry(shape, &splice)
      }
    }
    carrying.explainOffsets(configuration, hasLayers: !record.ours.isEmpty, &splice)
    if carrier != nil { ForeignOffsets.look(record, &result.tally) }
    return .spliced
  }
}
