import Glibc
import JSONLines
import Language
import TextModel

/// One run of one tool: from checked options to the exit status.
struct Runner<Command: Tool> {
  private let command: Command
  private let plugins: LoadedPlugins
  /// The tool's own plugins and those given at run time.
  private let catalog: [any Plugin]
  private let manual: [PluginManualEntry]
  private let selection: PluginSelection
  private let stage: Stage
  private let configuration: Configuration

  init(_ command: Command) throws {
    self.command = command
    let options = command.shared
    guard options.pluginTimeout > 0, options.pluginTimeout < 1e6 else {
      throw Failure(.usage, "--plugin-timeout \(options.pluginTimeout): give a number of seconds above 0")
    }
    plugins = try LoadedPlugins(
      options.plugin, tool: Command.toolName, use: Command.pluginUse, timeout: options.pluginTimeout,
      builtIn: Command.catalog)
    catalog = Command.catalog + plugins.rewriteRules + plugins.taggers
    manual = Command.manual + plugins.manual
    selection = plugins.completing(try PluginChoice.selection(options, catalog: catalog))
    stage = try command.stage(selection, plugins)
    configuration = try Configuration(tool: Command.toolName, options, selection, stage, plugins)
  }

  func run() throws(Failure) -> ExitStatus {
    if command.shared.list {
      return try print(PluginPages.list(catalog, manual, selection))
    }
    if let id = command.shared.explain {
      return try print(PluginPages.explain(id, catalog, manual))
    }
    if let name = command.shared.testPlugin {
      return try print(PluginTest.run(name, tool: Command.toolName, use: Command.pluginUse, options: command.shared))
    }
    Cleanup.install(tool: Command.toolName)
    // Opened first, so that no output is published whose counts have no place.
    let stats = try configuration.stats.map { path throws(Failure) in try OutputTarget(path: path) }
    do {
      let (tally, wouldChange) = try transformAll()
      if let stats { try Manifest(configuration, catalog, tally).write(to: stats) }
      return wouldChange ? .wouldChange : .done
    } catch {
      stats?.abandon()
      throw error
    }
  }

  /// Runs all inputs into where they go.
  private func transformAll() throws(Failure) -> (Tally, wouldChange: Bool) {
    var tally = Tally()
    switch configuration.target {
    case .standardOutput, .file:
      let outlet = try transform(configuration.inputs, into: openTarget())
      return (outlet.tally, outlet.wouldChange)
    case .inPlace(let suffix):
      for path in configuration.inputs {
        try refuseInPlace(path)
        let outlet = try transform([path], into: OutputTarget(path: path, backup: suffix.map { path + $0 }))
        tally += outlet.tally
      }
      return (tally, false)
    }
  }

  private func openTarget() throws(Failure) -> OutputTarget? {
    if configuration.check { return nil }
    if case .file(let path) = configuration.target { return try OutputTarget(path: path) }
    return OutputTarget(standardOutput: "standard output")
  }

  /// The files of `--rejects`; where they cannot be had, nothing stays behind of what was opened before.
  private func openRejects(
    orAbandon target: OutputTarget?
  ) throws(Failure) -> (lines: OutputTarget, reasons: OutputTarget)? {
    guard let path = configuration.rejects else { return nil }
    var lines: OutputTarget?
    do throws(Failure) {
      let opened = try OutputTarget(path: path)
      lines = opened
      return (opened, try OutputTarget(path: path + ".why"))
    } catch {
      lines?.abandon()
      target?.abandon()
      throw error
    }
  }

  /// Runs some inputs into a target, which is published only if all went well.
  private func transform(_ paths: [String], into target: OutputTarget?) throws(Failure) -> Outlet {
    let rejects = try openRejects(orAbandon: target)
    let shows = configuration.progress || (!configuration.quiet && isatty(2) == 1 && isatty(1) == 0)
    let progress = shows ? Progress(tool: configuration.tool, totalSize: totalSize(of: paths)) : nil
    let outlet = Outlet(configuration, target: target, rejects: rejects, progress: progress)
    let (configuration, stage, manual) = (configuration, stage, self.manual)
    let pipe = target.flatMap { $0.isPipe ? $0.descriptor : nil }
    Cleanup.watch(pipe: pipe)
    defer { Cleanup.watch(pipe: nil) }
    do {
      try Pipeline.run(InputQueue(paths, configuration), jobs: configuration.jobs, into: outlet) {
        Worker(configuration, stage, manual)
      }
      try outlet.close()
      try rejects?.reasons.commit()
      try rejects?.lines.commit()
      try target?.commit()
    } catch {
      rejects?.lines.abandon()
      rejects?.reasons.abandon()
      target?.abandon()
      var failure = error
      if let pipe {
        FailureMark.write(Command.toolName, to: pipe)
        failure.isMarked = true
      }
      throw failure
    }
    return outlet
  }

  private func refuseInPlace(_ path: String) throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Failure(.noInput, "\(path): cannot open: \(describe(errno: errno))")
    }
    if (status.st_mode & S_IFMT) == S_IFDIR {
      throw Failure(.noInput, "\(path): is a directory; name its files, as in \(path)/*.jsonl")
    }
    if (status.st_mode & S_IFMT) != S_IFREG {
      throw Failure(.usage, "-i \(path): not a regular file; only those can be rewritten in place")
    }
    let input = try InputSource(path: path, charset: nil)
    // A decompressor that was not let finish has nothing to tell.
    defer { try? input.finish() }
    if input.isCompressed {
      throw Failure(.usage, "-i clashes with compressed input: \(path) would come back plain; write elsewhere with -o")
    }
  }

  /// Bytes in all inputs; nil where one's size is not known before it is read.
  private func totalSize(of paths: [String]) -> Int? {
    var sum = 0
    for path in paths {
      var status = stat()
      let known = path == "-" ? fstat(0, &status) == 0 : stat(path, &status) == 0
      guard known, (status.st_mode & S_IFMT) == S_IFREG else { return nil }
      sum += Int(status.st_size)
    }
    return sum
  }

  private func print(_ page: String) throws(Failure) -> ExitStatus {
    let outlet = Outlet(
      configuration, target: OutputTarget(standardOutput: "standard output"), rejects: nil, progress: nil)
    let result = BatchResult()
    result.output = Array(page.utf8)
    try outlet.take(result)
    return .done
  }
}
