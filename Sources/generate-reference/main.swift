import Foundation

// generate-reference [--check]: writes what follows from the sources anew, or says what is stale.
// Run it from the package's root, after `swift build`; the tools are looked for beside it.

let root = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
let bin = URL(fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
  .deletingLastPathComponent()
var reference = Reference(root: root, isCheck: CommandLine.arguments.contains("--check"))
do {
  for family in PluginFamily.all {
    let entries = try family.entries(root: root)
    try reference.put(family.table(of: entries), at: "Plugins/\(family.folder)/Manual+Generated.swift")
    let tool = try ToolInfo(name: family.tool, bin: bin)
    let page = "man/\(family.tool).1"
    let old = try String(contentsOf: root.appendingPathComponent(page), encoding: .utf8)
    try reference.put(ManualPage(tool: tool, entries: entries).renewed(old, path: page), at: page)
    let completions = Completions(tool: tool, entries: entries)
    try reference.put(completions.bash, at: "completions/bash/\(family.tool)")
    try reference.put(completions.zsh, at: "completions/zsh/_\(family.tool)")
    try reference.put(completions.fish, at: "completions/fish/\(family.tool).fish")
  }
} catch {
  reference.say("\(error)")
  exit(1)
}
if !reference.stale.isEmpty {
  reference.say("stale, run make reference: \(reference.stale.joined(separator: " "))")
  exit(1)
}
