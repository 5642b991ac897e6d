import ArgumentParser
import Language
import Normalizers
import ToolKit

@main
struct Normalize: Tool {
  static let toolName = "normalize"
  static var catalog: [any Plugin] { NormalizerCatalog.rules }
  static var manual: [PluginManualEntry] { NormalizerManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: toolName, abstract: "Repair encodings and bring texts into one Unicode form.", version: versionText)
  }

  @OptionGroup var rewriting: RewriteOptions
  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection) throws -> Stage {
    .rewrite(rewriting.stage(NormalizerCatalog.rules, scores: false))
  }
}
