import ArgumentParser
import EntityTaggers
import Language
import SentenceRules
import ToolKit

@main
struct TagEntities: Tool {
  static let toolName = "tag-entities"
  static let pluginUse = PluginUse.tagging
  static var catalog: [any Plugin] { EntityCatalog.taggers.map { $0 } }
  static var manual: [PluginManualEntry] { EntityManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: toolName, abstract: "Find names, dates, amounts and addresses in texts.", version: versionText)
  }

  @Option(help: ArgumentHelp("Write mentions with these labels alone (a comma between labels).", valueName: "labels"))
  var labels: [NameList] = []

  @Option(help: ArgumentHelp("Leave out mentions with a lower score, from 0 to 1.", valueName: "score"))
  var minScore: Double = 0

  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage {
    guard (0...1).contains(minScore) else {
      throw Failure(.usage, "--min-score \(minScore): give a number from 0 to 1")
    }
    let wanted = labels.isEmpty ? nil : Set(labels.flatMap(\.names))
    let minScore = minScore
    return .annotate(
      AnnotateStage(
        .entities,
        prerequisites: [
          .init(.sentences) { Segmentation(selection: PluginSelection(), newlines: .auto) }
        ]
      ) { EntityTagging(selection: selection, labels: wanted, minimumScore: minScore) })
  }
}
