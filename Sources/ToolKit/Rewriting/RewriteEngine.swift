import Language
import TextModel

/// Runs the rules of a rewriter over a document until nothing changes, eight rounds at most.
///
/// All rules of a round propose against one text; `RoundSettlement` says who wins; the winners are applied together.  A text
/// that is not at rest after the last round is given back as it came.  Rules that only doubt are asked once, about the text that
/// is at rest.  One engine for each worker: it keeps its buffers.
final class RewriteEngine {
  /// The most rounds that edit: nearly every text is at rest after the first, and marks set against the rules are after some more.
  static let maximumRounds = 8

  private let rules: [RunningRule]
  /// What the engine asks of each rule, side by side: most rules are passed over on most texts, and that must cost nothing.
  private let calls: [Call]
  /// Which rules edit, and which only doubt.
  private let edit: [Int]
  private let doubt: [Int]
  /// The scopes of the rules, each once, and whether they cover the text; nil where nobody has asked.
  private let scopes: [LanguageScope]
  private var isCovered: [Bool?]
  private let look = WordLook()
  /// What stands of a rule in `calls`: a text asks it of all rules, so nothing of it counts references.
  private struct Call {
    let rule: Unmanaged<RunningRule>
    let isServed: Bool
    let trigger: ByteClasses
    let scope: Int
    /// Whether edits of the rule may have to become suspects.
    let isDemoted: Bool
    let othersWait: Bool
  }

  private let level: Confidence
  private let givesBack: Bool
  /// What each rule is for, by its place: the reason of a suspect that was an edit.
  private let reasons: [String]
  private var proposals = Proposals()
  private var settlement = RoundSettlement()
  private var round: EditScript
  private var buffer: [UInt8] = []
  private let prefilter: LiteralPrefilter?
  /// Whether the literal of a rule of a pack occurs in the text; true for every rule that has none.
  private var isPresent: [Bool]
  private let alwaysPresent: [Bool]
  private var protected: [Span] = []

  /// What the last run did: from the text before to the text after.  Empty where nothing changed.
  private(set) var script: EditScript
  /// The doubts that stand against the text after, sorted by span.
  var suspects: SuspectList { proposals.suspects }
  /// The text before, where `script` is not empty.
  private(set) var original: [UInt8] = []

  /// - Parameter givesBack: Whether a text that does not come to rest is as it came; false to see what a rule makes of it.
  init(
    _ rules: [any RewriteRule], _ selection: PluginSelection, level: Confidence, manual: [PluginManualEntry],
    givesBack: Bool = true
  ) {
    var running: [RunningRule] = []
    var scopes: [LanguageScope] = []
    var literals: [(rule: Int, literal: [UInt8])] = []
    for rule in rules where selection.mode(of: rule) != .off {
      if !rule.literal.isEmpty { literals.append((running.count, rule.literal)) }
      let scope = scopes.firstIndex(of: rule.languages) ?? scopes.count
      if scope == scopes.count { scopes.append(rule.languages) }
      let mode = selection.mode(of: rule)
      if let wordRule = rule.asWordRule {
        running.append(RunningRule.served(wordRule, mode, scope: scope, by: look))
      } else {
        running.append(RunningRule.searching(rule, mode, scope: scope))
      }
    }
    look.prepare()
    self.rules = running
    self.scopes = scopes
    isCovered = [Bool?](repeating: nil, count: scopes.count)
    calls = running.map {
      Call(
        rule: Unmanaged.passUnretained($0), isServed: $0.isServed,
        trigger: $0.trigger ?? Self.always, scope: $0.scope,
        isDemoted: $0.mode == .flag || level == .safe, othersWait: $0.othersWait)
    }
    edit = running.indices.filter { !running[$0].onlyDoubts }
    doubt = running.indices.filter { running[$0].onlyDoubts }
    let ids = running.map(\.id)
    round = EditScript(authors: ids)
    script = EditScript(authors: ids)
    proposals.ruleIDs = ids
    self.level = level
    self.givesBack = givesBack
    prefilter = literals.isEmpty ? nil : LiteralPrefilter(literals)
    var present = [Bool](repeating: true, count: self.rules.count)
    for (place, _) in literals { present[place] = false }
    alwaysPresent = present
    isPresent = present
    let summaries = Dictionary(manual.map { ($0.id, $0.summary) }, uniquingKeysWith: { first, _ in first })
    reasons = ids.map { summaries[$0] ?? $0 }
  }

  /// What a text must have one of for any rule to be called; nil where some rule is called on every text.
  var trigger: ByteClasses? {
    let triggers = calls.map(\.trigger)
    return triggers.contains(Self.always) ? nil : triggers.reduce(into: ByteClasses()) { $0.formUnion($1) }
  }

  /// The ids of the rules that may run.
  var ruleIDs: [String] { rules.map(\.id) }

  /// Runs on `document`, which then holds the text after.
  ///
  /// - Throws: a fault where a rule could not do its work.
  func run(_ document: Document) throws(RecordFault) {
    script.removeAll()
    var mayWait = true
    proposals.removeAll()
    proposals.reuse(&script)
    for number in 1...Self.maximumRounds + 1 {
      begin(document)
      mayWait = mayWait && number < Self.maximumRounds
      let othersWait = propose(document, edit, mayWait: mayWait)
      try check()
      settlement.settle(&proposals, sparing: protectedSpans(document))
      if number > Self.maximumRounds {
        if givesBack, !proposals.entries.isEmpty { try giveBack(document) }
        break
      }
      let isChanged = try apply(document)
      if !isChanged {
        if !othersWait { break }
        // What they waited for did not come.
        mayWait = false
      }
    }
    propose(document, doubt)
    try check()
    proposals.sortSuspects()
  }

  private func check() throws(RecordFault) {
    if let failure = proposals.failure {
      throw RecordFault(isWellFormed: true, status: .unavailable, failure)
    }
  }

  private func begin(_ document: Document) {
    proposals.removeAll()
    if let prefilter {
      isPresent = alwaysPresent
      prefilter.mark(document.text.utf8, &isPresent)
    }
    for scope in isCovered.indices { isCovered[scope] = nil }
    look.forget()
  }

  /// Asks rules for their proposals, in order.
  ///
  /// - Parameter mayWait: Whether a rule may keep those behind it from being asked in this round.
  /// - Returns: whether one has.
  @discardableResult
  private func propose(_ document: Document, _ these: [Int], mayWait: Bool = false) -> Bool {
    var asked = -1
    // Where they wait for the first, nobody need know yet what else there is in the text.
    if mayWait, let first = these.first, calls[first].othersWait, document.beginsWith(calls[first].trigger) {
      if ask(first, document) { return true }
      asked = first
    }
    let classes = document.byteClasses
    // Held once: nearly all rules are passed over here, text after text.
    let calls = calls
    for place in these {
      let trigger = calls[place].trigger
      if trigger != Self.always, classes.isDisjoint(with: trigger) { continue }
      if place != asked, ask(place, document), mayWait { return true }
    }
    return false
  }

  /// Asks a rule for its proposals; says whether others wait for them.
  private func ask(_ place: Int, _ document: Document) -> Bool {
    if prefilter != nil, !isPresent[place] { return false }
    let call = calls[place]
    if !covers(call.scope, document) { return false }
    proposals.rule = place
    if call.isServed { look.find(in: document) { covers($0, document) } }
    call.rule._withUnsafeGuaranteedRef { $0.propose(document, &proposals) }
    if call.isDemoted {
      proposals.demote(
        rule: place, below: rules[place].mode == .flag ? nil : level, in: document.text, reasons[place])
    }
    return call.othersWait && proposals.entries.last?.author == place
  }

  private func covers(_ scope: Int, _ document: Document) -> Bool {
    if let known = isCovered[scope] { return known }
    let found = document.isCovered(by: scopes[scope])
    isCovered[scope] = found
    return found
  }

  /// For a rule that asks for nothing: it is called on every text, the empty one too.
  private static let always = ByteClasses(rawValue: .max)

  /// Where the user's lists forbid edits.
  private func protectedSpans(_ document: Document) -> [Span] {
    if !protected.isEmpty { protected.removeAll(keepingCapacity: true) }
    if proposals.entries.isEmpty { return protected }
    document.lists.protected.matches(in: document.text) { span, _ in protected.append(span) }
    return protected
  }

  /// Applies the winners; false where there are none or they change nothing.
  private func apply(_ document: Document) throws(RecordFault) -> Bool {
    if proposals.entries.isEmpty { return false }
    round.removeAll()
    // An author's number is the place of its rule.
    proposals.give(to: &round)
    round.seal(over: document.text.utf8, keepingForm: true)
    if round.isEmpty { return false }
    if document.text.count + round.growth > EditScript.limit {
      proposals.failTooLong()
      try check()
    }
    round.apply(to: document.text.utf8, into: &buffer)
    document.revise(validated: &buffer, by: round)
    // `buffer` now holds the text before this round.
    if script.isEmpty {
      swap(&script, &round)
      swap(&original, &buffer)
    } else {
      script = script.composed(with: round, over: original, through: buffer)
    }
    return true
  }

  /// Takes back all that was done: a text that rules cannot settle is no text that they understand.  A second run comes this far with
  /// it and takes it back too; were only some lines given back, those that changed beside them could make it go another way.
  private func giveBack(_ document: Document) throws(RecordFault) {
    if script.isEmpty { return }
    document.reset(validated: &original, language: document.declaredLanguage)
    script.removeAll()
    // What the rules doubted was in the text of before.
    begin(document)
    propose(document, edit)
    try check()
  }
}
