import Glibc

/// How far a run is, on standard error: records, bytes, rate and, where the size is known, the share done and the time left.
struct Progress {
  private let tool: String
  private let totalSize: Int?
  private let start = Progress.now()
  private var last = Progress.now()
  private let isTerminal = isatty(2) == 1

  /// Seconds between two lines: often on a terminal, where a line replaces the one before, rarely in a log.
  private var interval: Double { isTerminal ? 0.2 : 5 }

  init(tool: String, totalSize: Int?) {
    self.tool = tool
    self.totalSize = totalSize
  }

  mutating func tick(_ tally: Tally) {
    let now = Progress.now()
    if now - last < interval { return }
    last = now
    show(tally, now, end: isTerminal ? "" : "\n")
  }

  func finish(_ tally: Tally) {
    show(tally, Progress.now(), end: "\n")
  }

  private func show(_ tally: Tally, _ now: Double, end: String) {
    let seconds = max(now - start, 0.001)
    let rate = Double(tally.bytesRead) / seconds
    var line = "\(tool): \(tally.records) records, \(Self.size(Double(tally.bytesRead))), \(Self.size(rate))/s"
    if let totalSize, totalSize > 0, tally.bytesRead <= totalSize {
      line += ", \(tally.bytesRead * 100 / totalSize)%"
      if rate > 0 { line += ", \(Int(Double(totalSize - tally.bytesRead) / rate)) s left" }
    }
    Messages.writeWhole(Array(((isTerminal ? "\r\u{1B}[K" : "") + line + end).utf8))
  }

  /// Three digits and a unit.
  private static func size(_ bytes: Double) -> String {
    var value = bytes
    var unit = 0
    let units = ["B", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    let tenths = Int(value * 10)
    return unit == 0 || tenths >= 1000
      ? "\(tenths / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
