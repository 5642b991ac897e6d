import Glibc
import TextModel

/// `--diff`: what a rewriter changed in a text, word by word, for a reader.
///
/// Only lines with a change are shown.  What was stands as `[-was-]`, what is as `{+is+}`; on a terminal also in red and green.
/// Control codes are spelled out, a line end inside a change is `⏎`.
struct DiffView {
  private let isColoured: Bool

  /// Colours are for terminals, and for people who did not ask programs to leave them out (`NO_COLOR`).
  init() { isColoured = isatty(1) == 1 && getenv("NO_COLOR") == nil }

  /// One stretch of change, grown to whole words: where it is in both texts.
  private struct Hunk {
    var before: Span
    var after: Span
  }

  /// Appends the view of one record; nothing where nothing changed.
  ///
  /// - Parameter id: The record's id as it is spelled; nil where it has none.
  func write(_ script: EditScript, before: [UInt8], after: [UInt8], id: String?, into output: inout [UInt8]) {
    if script.isEmpty { return }
    output.append(contentsOf: "@@ ".utf8)
    Messages.append(printable: (id ?? "a record without id").utf8, to: &output)
    output.append(0x0A)
    var at = 0
    for hunk in hunks(script, before, after) {
      if let lineEnd = before[at..<hunk.before.start].firstIndex(of: 0x0A) {
        // The last hunk's line ends before this one: finish it and start at this one's.
        if at > 0 {
          show(before[at..<lineEnd], &output)
          output.append(0x0A)
        }
        at = (before[..<hunk.before.start].lastIndex(of: 0x0A) ?? -1) + 1
      }
      show(before[at..<hunk.before.start], &output)
      mark("[-", before[hunk.before.range], "-]", "\u{1B}[31m", &output)
      mark("{+", after[hunk.after.range], "+}", "\u{1B}[32m", &output)
      at = hunk.before.end
    }
    show(before[at..<(before[at...].firstIndex(of: 0x0A) ?? before.count)], &output)
    output.append(0x0A)
  }

  /// The edits, grown to white space on both sides; those without white space between them are one.
  private func hunks(_ script: EditScript, _ before: [UInt8], _ after: [UInt8]) -> [Hunk] {
    var hunks: [Hunk] = []
    for (k, entry) in script.entries.enumerated() {
      var hunk = Hunk(before: entry.before, after: entry.after)
      let floor = hunks.last?.before.end ?? 0
      while hunk.before.start > floor, !isSpace(before[hunk.before.start - 1]) {
        hunk.before.start -= 1
        hunk.after.start -= 1
      }
      let ceiling = k + 1 < script.entries.count ? script.entries[k + 1].before.start : before.count
      while hunk.before.end < ceiling, !isSpace(before[hunk.before.end]) {
        hunk.before.end += 1
        hunk.after.end += 1
      }
      if let last = hunks.last, last.before.end == hunk.before.start {
        hunks[hunks.count - 1] = Hunk(
          before: Span(last.before.start, hunk.before.end), after: Span(last.after.start, hunk.after.end))
      } else {
        hunks.append(hunk)
      }
    }
    return hunks
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte &- 0x09 < 5 }

  private func mark(
    _ open: String, _ bytes: ArraySlice<UInt8>, _ close: String, _ colour: String, _ output: inout [UInt8]
  ) {
    if bytes.isEmpty { return }
    if isColoured { output.append(contentsOf: colour.utf8) }
    output.append(contentsOf: open.utf8)
    show(bytes, &output)
    output.append(contentsOf: close.utf8)
    if isColoured { output.append(contentsOf: "\u{1B}[0m".utf8) }
  }

  private func show(_ bytes: ArraySlice<UInt8>, _ output: inout [UInt8]) {
    var isFirst = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if !isFirst { output.append(contentsOf: "⏎".utf8) }
      Messages.append(printable: line, to: &output)
      isFirst = false
    }
  }
}
