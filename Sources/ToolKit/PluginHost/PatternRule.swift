import CPattern
import Language
import TextModel

/// A rule of a rule pack: a regular expression and what takes the place of what it finds.
final class PatternRule: RewriteRule {
  let id: String
  let languages: LanguageScope
  let mode: PluginMode
  let fixes: [RewriteExample]
  let leavesAlone: [String]
  let trigger: ByteClasses? = nil
  /// What must stand in a text, ASCII letters in lower case, before the pattern is tried; empty where nothing must.
  let literal: [UInt8]
  /// The manual entry.
  let manual: PluginManualEntry
  /// The line of the pack it stands on.
  let line: Int

  private let pattern: CompiledPattern
  private let action: Action
  private let conditions: Set<Condition>
  private let confidence: Confidence

  enum Action: Sendable {
    case replace(ReplacementTemplate)
    case flag(label: String, reason: String, suggestion: ReplacementTemplate?)
  }

  /// Where a rule may work.
  enum Condition: String, CaseIterable, Sendable {
    case outsideQuotations = "outside-quotations"
    case insideQuotations = "inside-quotations"
    case lineStart = "line-start"
    case lineEnd = "line-end"
    case outsideVerbatim = "outside-verbatim"

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  init(
    manual: PluginManualEntry, line: Int, pattern: CompiledPattern, literal: [UInt8], action: Action,
    conditions: Set<Condition>,
    confidence: Confidence, languages: LanguageScope, mode: PluginMode, fixes: [RewriteExample], leavesAlone: [String]
  ) {
    self.manual = manual
    self.line = line
    id = manual.id
    self.pattern = pattern
    self.literal = literal
    self.action = action
    self.conditions = conditions
    self.confidence = confidence
    self.languages = languages
    self.mode = mode
    self.fixes = fixes
    self.leavesAlone = leavesAlone
  }

  func propose(_ document: Document, _ proposals: inout Proposals) {
    let bytes = document.text.utf8
    let needsQuotations = !conditions.isDisjoint(with: [.outsideQuotations, .insideQuotations])
    let quotations = needsQuotations ? SortedSpans(document.quotationMarks.outermost) : SortedSpans([])
    let verbatim = conditions.contains(.outsideVerbatim) ? SortedSpans(document.verbatim) : SortedSpans([])
    let found = bytes.withUnsafeBufferPointer { text in
      pattern.search(text) { match in
        guard let span = match.span(0), allows(span, document.text, quotations, verbatim) else { return }
        switch action {
        case .replace(let template):
          proposals.replace(span, with: template.filled(match, bytes), confidence)
        case .flag(let label, let reason, let template):
          let suggestion = template.map { String(decoding: $0.filled(match, bytes), as: UTF8.self) } ?? ""
          proposals.flag(span, label: label, reason: reason, suggestion: suggestion)
        }
      }
    }
    if !found {
      proposals.fail(
        "rule '\(id)': its pattern goes back and forth without end in this text; simplify it, or --skip \(id)")
    }
  }

  private func allows(_ span: Span, _ text: Text, _ quotations: SortedSpans, _ verbatim: SortedSpans) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .outsideQuotations: !quotations.contain(span.start)
      case .insideQuotations: quotations.contain(span.start)
      case .lineStart: span.start == 0 || text[span.start - 1] == 0x0A
      case .lineEnd: span.end == text.count || text[span.end] == 0x0A
      case .outsideVerbatim: !verbatim.contain(span.start)
      }
    }
  }
}

/// Sorted, disjoint spans.
private struct SortedSpans {
  let spans: [Span]

  init(_ spans: [Span]) { self.spans = spans }

  /// Whether one holds an offset.  Logarithmic.
  func contain(_ offset: Int) -> Bool {
    var low = 0
    var high = spans.count
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < spans.count && spans[low].contains(offset)
  }
}

extension QuotationMarks {
  /// The outermost quotations that have both marks, from the one to the other, sorted.
  fileprivate var outermost: [Span] {
    marks.compactMap { mark in
      guard mark.role == .opener, mark.depth == 0, mark.partner >= 0 else { return nil }
      return Span(mark.start, marks[Int(mark.partner)].span.end)
    }
  }
}

/// A compiled regular expression; threads may share it.
final class CompiledPattern: @unchecked Sendable {
  private let handle: OpaquePointer

  /// Why a pattern does not compile.
  struct SyntaxError: Error {
    var offset: Int
    var reason: String
  }

  init(_ pattern: String) throws(SyntaxError) {
    var offset = 0
    var message = [CChar](repeating: 0, count: 256)
    let bytes = Array(pattern.utf8)
    guard let handle = cpattern_compile(bytes, bytes.count, &offset, &message, message.count) else {
      let reason = String(decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw SyntaxError(offset: offset, reason: reason)
    }
    self.handle = handle
  }

  deinit { cpattern_free(handle) }

  var groupCount: Int { Int(cpattern_group_count(handle)) }

  /// The number of a named group.
  func group(named name: String) -> Int? {
    let number = cpattern_group_number(handle, name)
    return number < 0 ? nil : Int(number)
  }

  /// Calls `body` with each match from left to right.
  ///
  /// - Returns: false where the search met its limit and was given up.
  func search(_ text: UnsafeBufferPointer<UInt8>, _ body: (PatternMatch) -> Void) -> Bool {
    guard let data = cpattern_match_create(handle) else { return false }
    defer { cpattern_match_free(data) }
    // An empty text may have no address, which a search needs.
    let empty: [UInt8] = [0]
    return empty.withUnsafeBufferPointer { empty in
      guard let base = text.baseAddress ?? empty.baseAddress else { return false }
      var at = 0
      var wasEmpty = false
      while at <= text.count {
        switch cpattern_search(handle, base, text.count, at, wasEmpty ? 1 : 0, data) {
        case CPATTERN_FOUND:
          let match = PatternMatch(data)
          guard let span = match.span(0) else { return false }
          body(match)
          wasEmpty = span.isEmpty
          at = max(at, span.end)
        case CPATTERN_NONE:
          // After an empty match only the start was closed to another one: go on behind it.
          guard wasEmpty, at < text.count else { return true }
          at += UTF8Cursor.length(of: text[at])
          wasEmpty = false
        default: return false
        }
      }
      return true
    }
  }
}

/// What a search has found; valid until the next search.
struct PatternMatch {
  private let data: OpaquePointer

  init(_ data: OpaquePointer) { self.data = data }

  /// Where a group stands; nil where it took no part.
  func span(_ group: Int) -> Span? {
    var start = 0
    var end = 0
    return cpattern_group(data, UInt32(group), &start, &end) == 1 ? Span(start, end) : nil
  }
}

/// A replacement with groups: `$1`, `${name}`, `$$` for a dollar sign.
struct ReplacementTemplate: Sendable {
  private enum Piece: Sendable {
    case bytes([UInt8])
    case group(Int)
  }

  private var pieces: [Piece] = []

  /// - Throws: in words, what is wrong with the template.
  init(_ template: String, _ pattern: CompiledPattern) throws(Failure) {
    let bytes = Array(template.utf8)
    var literal: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "$") else {
        literal.append(bytes[at])
        at += 1
        continue
      }
      at += 1
      guard at < bytes.count else {
        throw Failure(.badData, "a $ at the end of the replacement; write $$ for a dollar sign")
      }
      if bytes[at] == UInt8(ascii: "$") {
        literal.append(bytes[at])
        at += 1
        continue
      }
      var name: [UInt8] = []
      if bytes[at] == UInt8(ascii: "{") {
        at += 1
        while at < bytes.count, bytes[at] != UInt8(ascii: "}") {
          name.append(bytes[at])
          at += 1
        }
        at += 1
      } else {
        while at < bytes.count, bytes[at] &- 0x30 < 10 {
          name.append(bytes[at])
          at += 1
        }
      }
      let spelled = String(decoding: name, as: UTF8.self)
      guard let group = Int(spelled) ?? pattern.group(named: spelled), group >= 0, group <= pattern.groupCount else {
        throw Failure(
          .badData, "the replacement names group '\(spelled)', which the pattern has not; $$ is a dollar sign")
      }
      if !literal.isEmpty { pieces.append(.bytes(literal)) }
      literal = []
      pieces.append(.group(group))
    }
    if !literal.isEmpty { pieces.append(.bytes(literal)) }
  }

  func filled(_ match: PatternMatch, _ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .bytes(let bytes): result.append(contentsOf: bytes)
      case .group(let group): if let span = match.span(group) { result.append(contentsOf: text[span.range]) }
      }
    }
    return result
  }
}
