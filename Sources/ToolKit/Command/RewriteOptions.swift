import ArgumentParser
import Language
import TextModel

/// The options that the two rewriters share.
public struct RewriteOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Make edits of this confidence and above: safe or likely; others become suspects.", valueName: "confidence"))
  var level: EditLevel = .likely

  @Flag(help: "Give back the original text, and carry the layers back to it.")
  var undo = false

  @Flag(help: "Leave edits, suspects and artifact_score out; a record that nothing changed leaves as it came.")
  var noEdits = false

  @Flag(help: "Show what changed, word by word, instead of records; in colour on a terminal.")
  var diff = false

  public init() {}

  public func stage(_ rules: [any RewriteRule], _ plugins: LoadedPlugins, scores: Bool) -> RewriteStage {
    RewriteStage(
      rules: rules + plugins.rewriteRules, level: level == .safe ? .safe : .likely, undo: undo, untold: noEdits,
      scores: scores, shows: diff)
  }

  enum EditLevel: String, ExpressibleByArgument, CaseIterable, Sendable {
    case safe, likely
  }
}
