import ArgumentParser
import ArtifactRules
import Language
import ToolKit

@main
struct TranslateArtifactFix: Tool {
  static let toolName = "translate-artifact-fix"
  static let pluginUse = PluginUse.rewriting
  static var catalog: [any Plugin] { ArtifactCatalog.rules.map { $0 } }
  static var manual: [PluginManualEntry] { ArtifactManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: toolName, abstract: "Repair what machine translation, spinning and scraping did to a text.",
      version: versionText)
  }

  @OptionGroup var rewriting: RewriteOptions
  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage {
    .rewrite(rewriting.stage(ArtifactCatalog.rules, plugins, scores: true))
  }
}
