import Language

/// `--only`, `--skip` and `--set` as a selection; ids that nobody has are refused with the known ones.
enum PluginChoice {
  static func selection(_ options: SharedOptions, catalog: [any Plugin]) throws(Failure) -> PluginSelection {
    let known = Set(catalog.map { $0.id })
    let only = options.only.flatMap(\.ids)
    let skipped = options.skip.flatMap(\.ids)
    for id in only where id != "none" { try check(id, known, catalog, "--only") }
    for id in skipped { try check(id, known, catalog, "--skip") }
    for setting in options.set { try check(setting.id, known, catalog, "--set") }
    if only.contains("none"), only.count > 1 {
      throw Failure(.usage, "--only none stands alone; leave the other ids out")
    }
    if let both = only.first(where: skipped.contains) {
      throw Failure(.usage, "--only \(both) clashes with --skip \(both)")
    }
    return PluginSelection(
      only: only.isEmpty ? nil : Set(only), skipped: Set(skipped),
      modes: Dictionary(options.set.map { ($0.id, $0.mode) }, uniquingKeysWith: { $1 }))
  }

  private static func check(
    _ id: String, _ known: Set<String>, _ catalog: [any Plugin], _ option: String
  ) throws(Failure) {
    if known.contains(id) { return }
    let ids = catalog.map { $0.id }.joined(separator: ", ")
    throw Failure(.usage, "\(option): no rule '\(id)'; the rules are: \(ids)")
  }
}
