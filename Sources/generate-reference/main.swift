import Foundation

// generate-reference [--check]: writes what follows from the sources anew, or says what is stale.
// Run it from the package's root, after `swift build`; the tools are looked for beside it.

let root = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
var reference = Reference(root: root, isCheck: CommandLine.arguments.contains("--check"))
do {
  for family in PluginFamily.all {
    let entries = try family.entries(root: root)
    try reference.put(family.table(of: entries), at: "Plugins/\(family.folder)/Manual+Generated.swift")
  }
} catch {
  reference.say("\(error)")
  exit(1)
}
if !reference.stale.isEmpty {
  reference.say("stale, run make reference: \(reference.stale.joined(separator: " "))")
  exit(1)
}
