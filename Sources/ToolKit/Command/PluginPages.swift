import Language

/// What `--list` and `--explain` print.
enum PluginPages {
  /// One rule a line: id, default, languages, summary; tab-separated.
  static func list(_ catalog: [any Plugin], _ manual: [PluginManualEntry], _ selection: PluginSelection) -> String {
    var page = ""
    for plugin in catalog {
      let summary = manual.first { $0.id == plugin.id }?.summary ?? ""
      page += "\(plugin.id)\t\(selection.mode(of: plugin).rawValue)\t\(describe(plugin.languages))\t\(summary)\n"
    }
    return page
  }

  /// The manual entry of one rule with its examples.
  static func explain(_ id: String, _ catalog: [any Plugin], _ manual: [PluginManualEntry]) throws(Failure) -> String {
    guard let plugin = catalog.first(where: { $0.id == id }) else {
      let ids = catalog.map { $0.id }.joined(separator: ", ")
      throw Failure(.usage, "--explain: no rule '\(id)'; the rules are: \(ids)")
    }
    var page = "\(id)\n\n"
    if let entry = manual.first(where: { $0.id == id }) { page += entry.text + "\n\n" }
    page += "default: \(plugin.mode.rawValue)\nlanguages: \(describe(plugin.languages))\n"
    if let rule = plugin as? any RewriteRule {
      for example in rule.fixes {
        page += "\nrepairs:      \(visible(example.before))\nto:           \(visible(example.after))\n"
      }
      for example in rule.leavesAlone { page += "\nleaves alone: \(visible(example))\n" }
    }
    return page
  }

  private static func describe(_ scope: LanguageScope) -> String {
    switch scope {
    case .any: "any"
    case .only(let tags): tags.map(\.description).joined(separator: ",")
    }
  }

  /// An example on one line, its line ends and controls spelled out.
  private static func visible(_ example: String) -> String {
    var bytes: [UInt8] = []
    Messages.append(printable: example.utf8, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
