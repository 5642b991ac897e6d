/// What every plugin says of itself.
///
/// A plugin is a value without state.  Its manual entry is the doc comment of its type, which `make reference` turns into
/// the family's table for `--list`, `--explain` and the manual pages.
public protocol Plugin: Sendable {
  /// Kebab-case, never renamed once released.
  var id: String { get }
  /// In which languages it runs.
  var languages: LanguageScope { get }
  /// What it does when nobody chooses.
  var mode: PluginMode { get }
}

extension Plugin {
  public var languages: LanguageScope { .any }
  public var mode: PluginMode { .fix }
}

/// What a plugin may do.
public enum PluginMode: String, Sendable, Hashable, CaseIterable {
  /// Does its work; for a rewriter: its edits are made.
  case fix
  /// A rewriter's edits become suspects; for others the same as `fix`.
  case flag
  /// Does not run.
  case off
}

/// Which plugins run and how: the defaults, `--only`, `--skip` and `--set` taken together.
public struct PluginSelection: Sendable, Hashable {
  /// The ids `--only` named; nil where it was not given.  `none` alone means no plugin at all.
  public var only: Set<String>?
  public var skipped: Set<String>
  public var modes: [String: PluginMode]

  public init(only: Set<String>? = nil, skipped: Set<String> = [], modes: [String: PluginMode] = [:]) {
    self.only = only
    self.skipped = skipped
    self.modes = modes
  }

  /// How a plugin runs.  `--set` wins; then `--skip`; a plugin named by `--only` runs even where its default is off.
  public func mode(of plugin: some Plugin) -> PluginMode {
    if let chosen = modes[plugin.id] { return chosen }
    if skipped.contains(plugin.id) { return .off }
    if let only {
      if !only.contains(plugin.id) { return .off }
      return plugin.mode == .off ? .fix : plugin.mode
    }
    return plugin.mode
  }

  public func runs(_ plugin: some Plugin) -> Bool { mode(of: plugin) != .off }
}
