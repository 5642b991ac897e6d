import ArgumentParser
import Language
import TextModel

/// One of the five tools: what an executable declares; everything else is ToolKit's.
public protocol Tool: ParsableCommand {
  /// The name on the command line.
  static var toolName: String { get }
  /// Every plugin of the tool, in the order in which they run.
  static var catalog: [any Plugin] { get }
  /// The manual entries of the catalog.
  static var manual: [PluginManualEntry] { get }

  /// What plugins given at run time can do for the tool.
  static var pluginUse: PluginUse { get }

  var shared: SharedOptions { get }

  /// Checks the tool's own options and says what is done with each record.
  func stage(_ selection: PluginSelection, _ plugins: LoadedPlugins) throws -> Stage
}

/// What a tool can use a plugin for, besides lists, which all tools read.
public enum PluginUse: Sendable {
  /// Rule packs, and programs that answer with edits.
  case rewriting
  /// Programs that answer with spans.
  case tagging
  case listsOnly
}

/// What a tool does with a record.
public enum Stage: Sendable {
  case rewrite(RewriteStage)
  case annotate(AnnotateStage)
}

/// Rules that change the text.
public struct RewriteStage: Sendable {
  public var rules: [any RewriteRule]
  /// Edits below this confidence become suspects.
  public var level: Confidence
  /// Give back the original text instead.
  public var undo: Bool
  /// Do not tell: no `edits`, `suspects`, `artifact_score`.
  public var untold: Bool
  /// Whether `artifact_score` is this tool's to write.
  public var scores: Bool
  /// Show what changed instead of records.
  public var shows: Bool

  public init(
    rules: [any RewriteRule], level: Confidence = .likely, undo: Bool, untold: Bool, scores: Bool, shows: Bool = false
  ) {
    self.rules = rules
    self.level = level
    self.undo = undo
    self.untold = untold
    self.scores = scores
    self.shows = shows
  }
}

/// An annotator that adds a layer.
public struct AnnotateStage: Sendable {
  public enum Layer: Sendable, Hashable { case sentences, entities, quotes }

  /// The layer it owns.
  public var layer: Layer
  /// Makes a worker's own annotator.
  public var make: @Sendable () -> any Annotator
  /// What the annotator needs to see and the record may already have: run where it has not, and not written.
  public var prerequisites: [Prerequisite]
  /// Write one record a sentence, with these members of the record copied.
  public var split: SplitOptions?

  public struct Prerequisite: Sendable {
    public var layer: Layer
    public var make: @Sendable () -> any Annotator

    public init(_ layer: Layer, _ make: @escaping @Sendable () -> any Annotator) {
      self.layer = layer
      self.make = make
    }
  }

  public struct SplitOptions: Sendable {
    public var keep: [String]
    public init(keep: [String]) { self.keep = keep }
  }

  public init(
    _ layer: Layer, prerequisites: [Prerequisite] = [], split: SplitOptions? = nil,
    _ make: @escaping @Sendable () -> any Annotator
  ) {
    self.layer = layer
    self.prerequisites = prerequisites
    self.split = split
    self.make = make
  }
}
