import ArgumentParser
import Language
import SentenceRules
import ToolKit

@main
struct Segment: Tool {
  static let toolName = "segment"
  static let pluginUse = PluginUse.listsOnly
  static var catalog: [any Plugin] { SentenceCatalog.rules.map { $0 } }
  static var manual: [PluginManualEntry] { SentenceManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: toolName, abstract: "Cut texts into sentences.", version: versionText)
  }

  @Option(
    help: ArgumentHelp("What a line's end means: paragraph, line, wrap, or auto, which looks.", valueName: "kind"))
  var newlines: NewlineMode = .auto

  @Flag(help: "Write one record for each sentence.")
  var split = false

  @Option(
    help: ArgumentHelp("With --split, copy these members of the record (a comma between names).", valueName: "names"))
  var keep: [NameList] = []

  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage {
    if !keep.isEmpty, !split { throw Failure(.usage, "--keep goes with --split") }
    let newlines = newlines
    return .annotate(
      AnnotateStage(
        .sentences, split: split ? AnnotateStage.SplitOptions(keep: keep.flatMap(\.names)) : nil
      ) { Segmentation(selection: selection, newlines: newlines) })
  }
}

extension NewlineMode: ExpressibleByArgument {}
