import Language

/// Everything `--plugin` brought, read and checked before the first record.
public struct LoadedPlugins: Sendable {
  /// Rules for the rewriters, behind the built-in ones of the catalog.
  public var rewriteRules: [any RewriteRule] = []
  /// Programs that find names, for `--list` and `--only`; what they found comes in through a tagger of the catalog.
  var taggers: [any Plugin] = []
  /// Their manual entries, and those of the programs.
  public var manual: [PluginManualEntry] = []
  var lists = UserLists()
  var programs: [ProgramPlugin] = []

  init() {}

  /// Loads what the command line names.
  ///
  /// - Throws: exit 66 for what is not found, 65 for a file with a mistake, 69 for a program that fails, 64 for what this tool
  ///   has no use for.
  init(_ names: [String], tool: String, use: PluginUse, timeout: Double, builtIn: [any Plugin]) throws(Failure) {
    var known = Set(builtIn.map { $0.id })
    func claim(_ id: String, _ source: String) throws(Failure) {
      guard known.insert(id).inserted else {
        throw Failure(.usage, "--plugin \(source): a rule '\(id)' is there already; give it another id")
      }
    }
    for name in names {
      if name.hasPrefix("exec:") {
        let program = try ProgramPlugin(String(name.dropFirst(5)), tool: tool, timeout: timeout)
        try claim(program.hello.id, name)
        switch (program.hello.kind, use) {
        case (.edits, .rewriting): rewriteRules.append(ProgramRule(program.hello))
        case (.spans, .tagging): taggers.append(ProgramTagger(program.hello))
        case (let kind, _):
          throw Failure(.usage, "--plugin \(name): answers with \(kind.rawValue), for which \(tool) has no use")
        }
        manual.append(
          PluginManualEntry(
            id: program.hello.id, summary: program.hello.summary,
            text: "\(program.hello.summary)\n\nA program: `\(program.command)`"))
        programs.append(program)
        continue
      }
      let file = try PluginFile(path: try PluginLocator.path(of: name))
      guard file.kind == .rules else {
        try ListFile.add(file, to: &lists)
        continue
      }
      guard use == .rewriting else {
        throw Failure(.usage, "--plugin \(name): is a rule pack, for which \(tool) has no use; only the rewriters have")
      }
      for rule in try RulePack.rules(file) {
        try claim(rule.id, name)
        rewriteRules.append(rule)
        manual.append(rule.manual)
      }
    }
  }

  /// Adds to a selection what it implies: who asks for a program that finds names asks for the tagger that takes them over.
  func completing(_ selection: PluginSelection) -> PluginSelection {
    guard let only = selection.only, taggers.contains(where: { only.contains($0.id) }) else { return selection }
    var selection = selection
    selection.only?.insert(Suggestions.tagger)
    return selection
  }
}
