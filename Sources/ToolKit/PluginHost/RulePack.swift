import JSONLines
import Language
import TextModel

/// Reads a rule pack: one rule a line.
enum RulePack {
  /// - Throws: exit 65 with file, line and what to mend.
  static func rules(_ file: PluginFile) throws(Failure) -> [PatternRule] {
    var rules: [PatternRule] = []
    var seen: Set<String> = []
    try file.forEachLine { (line, number) throws(Failure) in
      var entry = try PackEntry(line, file.path, number)
      let rule = try entry.rule()
      guard seen.insert(rule.id).inserted else {
        throw PluginFile.failure(file.path, number, "a second rule '\(rule.id)'")
      }
      rules.append(rule)
    }
    return rules
  }

  /// Whether an id has the form of ids: lower-case ASCII letters, digits and hyphens.
  static func isKebab(_ id: String) -> Bool {
    !id.isEmpty && id.utf8.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- 0x61 < 26 || $0 &- 0x30 < 10 }
  }
}

/// One line of a rule pack, on its way to a rule.
private struct PackEntry {
  private let path: String
  private let number: Int
  private var strings: [String: String] = [:]
  private var lists: [String: [String]] = [:]
  private var pairs: [RewriteExample] = []

  private static let stringNames = [
    "id", "summary", "pattern", "replacement", "confidence", "mode", "label", "reason", "suggestion",
  ]
  private static let listNames = ["languages", "conditions", "leaves_alone"]

  init(_ line: Bytes, _ path: String, _ number: Int) throws(Failure) {
    self.path = path
    self.number = number
    var scanner = Scanner()
    var members: [Member] = []
    do {
      try scanner.scan(line, into: &members)
    } catch {
      throw Failure(.badData, "\(path):\(number):\(error.column): \(error.reason)")
    }
    for member in members {
      var key = JSONReader(line, at: member.key)
      let name = key.readString() ?? ""
      var value = JSONReader(line, at: member.value)
      if Self.stringNames.contains(name) {
        guard let string = value.readString() else { throw fail("'\(name)' must be a string") }
        strings[name] = string
      } else if Self.listNames.contains(name) {
        lists[name] = try list(&value, name)
      } else if name == "fixes" {
        try readPairs(&value)
      } else {
        let known = (Self.stringNames + Self.listNames + ["fixes"]).joined(separator: ", ")
        throw fail("no rule has a member '\(name)'; the members are: \(known)")
      }
    }
  }

  private func fail(_ reason: String) -> Failure { PluginFile.failure(path, number, reason) }

  private func list(_ reader: inout JSONReader, _ name: String) throws(Failure) -> [String] {
    guard reader.enterArray() else { throw fail("'\(name)' must be an array of strings") }
    var list: [String] = []
    while reader.nextElement() {
      guard let string = reader.readString() else { throw fail("'\(name)' must be an array of strings") }
      list.append(string)
    }
    return list
  }

  private mutating func readPairs(_ reader: inout JSONReader) throws(Failure) {
    let shape = "'fixes' must be an array of pairs, as in [[\"before\",\"after\"]]"
    guard reader.enterArray() else { throw fail(shape) }
    while reader.nextElement() {
      let pair = try list(&reader, "fixes")
      guard pair.count == 2 else { throw fail(shape) }
      pairs.append(RewriteExample(pair[0], pair[1]))
    }
  }

  mutating func rule() throws(Failure) -> PatternRule {
    guard let id = strings["id"], RulePack.isKebab(id) else {
      throw fail("a rule needs an 'id' of lower-case letters, digits and hyphens")
    }
    guard let source = strings["pattern"] else { throw fail("rule '\(id)' needs a 'pattern'") }
    let pattern: CompiledPattern
    do {
      pattern = try CompiledPattern(source)
    } catch {
      throw fail("rule '\(id)': the pattern is wrong at byte \(error.offset + 1): \(error.reason)")
    }
    var conditions: Set<PatternRule.Condition> = []
    for name in lists["conditions"] ?? [] {
      guard let condition = PatternRule.Condition(rawValue: name) else {
        throw fail("rule '\(id)': no condition '\(name)'; the conditions are: \(PatternRule.Condition.names)")
      }
      conditions.insert(condition)
    }
    let summary = strings["summary"] ?? ""
    return PatternRule(
      manual: PluginManualEntry(id: id, summary: summary, text: "\(summary)\n\nPattern: `\(source)`"),
      line: number, pattern: pattern, literal: PatternLiteral.required(by: source), action: try action(id, pattern),
      conditions: conditions, confidence: try confidence(id), languages: try languages(id), mode: try mode(id),
      fixes: pairs, leavesAlone: lists["leaves_alone"] ?? [])
  }

  private func action(_ id: String, _ pattern: CompiledPattern) throws(Failure) -> PatternRule.Action {
    func template(_ text: String) throws(Failure) -> ReplacementTemplate {
      do { return try ReplacementTemplate(text, pattern) } catch { throw fail("rule '\(id)': \(error.message)") }
    }
    switch (strings["replacement"], strings["label"]) {
    case (let text?, nil): return .replace(try template(text))
    case (nil, let label?):
      var suggestion: ReplacementTemplate?
      if let text = strings["suggestion"] { suggestion = try template(text) }
      return .flag(label: label, reason: strings["reason"] ?? strings["summary"] ?? "", suggestion: suggestion)
    case (nil, nil): throw fail("rule '\(id)' needs a 'replacement', or a 'label' if it only flags")
    default: throw fail("rule '\(id)' has a 'replacement' and a 'label'; a rule edits or flags")
    }
  }

  private func confidence(_ id: String) throws(Failure) -> Confidence {
    guard let name = strings["confidence"] else { return .likely }
    guard let known = Confidence.allCases.first(where: { "\($0.name)" == name }) else {
      throw fail("rule '\(id)': 'confidence' is safe or likely, not '\(name)'")
    }
    return known
  }

  private func mode(_ id: String) throws(Failure) -> PluginMode {
    guard let name = strings["mode"] else { return .fix }
    guard let known = PluginMode(rawValue: name) else {
      throw fail("rule '\(id)': 'mode' is fix, flag or off, not '\(name)'")
    }
    return known
  }

  private func languages(_ id: String) throws(Failure) -> LanguageScope {
    guard let names = lists["languages"], !names.isEmpty else { return .any }
    var tags: [LanguageTag] = []
    for name in names {
      guard let tag = LanguageTag(name) else { throw fail("rule '\(id)': '\(name)' is no language tag") }
      tags.append(tag)
    }
    return .only(tags)
  }
}
