import ArgumentParser
import EntityTaggers
import Language
import QuoteFinders
import SentenceRules
import ToolKit

@main
struct ExtractQuotes: Tool {
  static let toolName = "extract-quotes"
  static let pluginUse = PluginUse.listsOnly
  static var catalog: [any Plugin] { QuoteCatalog.finders.map { $0 } }
  static var manual: [PluginManualEntry] { QuoteManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: toolName, abstract: "Find quotations and who said them.", version: versionText)
  }

  @Option(
    help: ArgumentHelp(
      "Write quotations of these kinds: direct, mixed, scare, title (a comma between kinds).", valueName: "kinds"))
  var kinds: [NameList] = []

  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage {
    var wanted: Set<Quotation.Kind> = []
    for name in kinds.flatMap(\.names) {
      guard let kind = Quotation.Kind(rawValue: name) else {
        let known = Quotation.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "--kinds: no kind '\(name)'; the kinds are: \(known)")
      }
      wanted.insert(kind)
    }
    if wanted.isEmpty { wanted = [.direct, .mixed] }
    let kinds = wanted
    return .annotate(
      AnnotateStage(
        .quotes,
        prerequisites: [
          .init(.sentences) { Segmentation(selection: PluginSelection(), newlines: .auto) },
          .init(.entities) { EntityTagging(selection: PluginSelection(), labels: nil, minimumScore: 0) },
        ]
      ) { QuoteFinding(selection: selection, kinds: kinds) })
  }
}
