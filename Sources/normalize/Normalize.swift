import ArgumentParser
import Language
import Normalizers
import TextModel
import ToolKit

@main
struct Normalize: Tool {
  static let toolName = "normalize"
  static let pluginUse = PluginUse.rewriting
  static var catalog: [any Plugin] { NormalizerCatalog.rules.map { $0 } }
  static var manual: [PluginManualEntry] { NormalizerManual.entries }
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: toolName, abstract: "Repair encodings and bring texts into one Unicode form.", version: versionText)
  }

  @Option(
    help: ArgumentHelp("The Unicode form of the text after: nfc, nfd, nfkc, nfkd or none.", valueName: "form"))
  var form: Form = .nfc

  @OptionGroup var rewriting: RewriteOptions
  @OptionGroup var shared: SharedOptions

  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage {
    let rules = NormalizerCatalog.rules(form: Normalizer.Form(rawValue: form.rawValue))
    return .rewrite(rewriting.stage(rules, plugins, scores: false))
  }

  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case nfc, nfd, nfkc, nfkd, none
  }
}
