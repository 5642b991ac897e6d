import ArtifactRules
import Language
import TextModel

@testable import ToolKit

/// The rules of `translate-artifact-fix` by the engine that runs them, at both levels: what they do can be undone, a second run
/// changes nothing, edits stand on code points, and what the user protects is as it was.
///
/// The first byte chooses the level, and whether the others are a text or name pieces of one: bytes alone seldom make a word.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArtifacts(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 1 else { return 0 }
  let input = UnsafeBufferPointer(start: start + 1, count: count - 1)
  let text =
    start[0] & 1 == 0 ? Array(String(decoding: input, as: UTF8.self).utf8) : input.flatMap { Pieces.all[Int($0)] }
  Bench.all[Int(start[0] >> 1) % Bench.all.count].check(text)
  return 0
}

/// An engine at one level.
private struct Bench {
  let name: String
  let engine: RewriteEngine
  let lists: UserLists

  nonisolated(unsafe) static let all: [Bench] = {
    var lists = UserLists()
    for phrase in ["Port of Riga", "the the", "“ ”", " ."] { lists.protected.insert(Array(phrase.utf8)[...], 0) }
    return [Confidence.likely, .safe].flatMap { level in
      [UserLists(), lists].map { lists in
        Bench(
          name: "level \(level)",
          engine: RewriteEngine(ArtifactCatalog.rules, PluginSelection(), level: level, manual: []), lists: lists)
      }
    }
  }()

  func check(_ text: [UInt8]) {
    let after = run(text)
    let script = engine.script
    if script.isEmpty {
      if after != text { fail("the text is another without an edit", text, after) }
      return
    }
    if engine.original != text { fail("the text that came is not kept", text, engine.original) }
    if script.applied(to: text) != after { fail("the edits give another text", text, after) }
    if script.inverted(over: text).applied(to: after) != text { fail("it cannot be undone", text, after) }
    for entry in script.entries {
      let whole = Text(validated: text)
      if !whole.isBoundary(entry.before.start) || !whole.isBoundary(entry.before.end) {
        fail("an edit stands inside a code point", text, after)
      }
      if Self.rulesOfMarks.contains(script.author(of: entry)),
        !Self.letters(text[entry.before.range]).elementsEqual(Self.letters(script.replacement(of: entry)))
      {
        fail("\(script.author(of: entry)) takes more than marks and spaces", text, after)
      }
    }
    lists.protected.matches(in: Text(validated: text)) { span, _ in
      if script.entries.contains(where: { $0.before.overlaps(span) }) {
        fail("it edits what is protected", text, after)
      }
    }
    let again = run(after)
    if again != after {
      let authors = engine.script.entries.map { engine.script.author(of: $0) }
      fail("a second run by \(authors) of what was\n\(String(decoding: text, as: UTF8.self))", after, again)
    }
  }

  /// Rules that move, add and delete marks and spaces: a letter or a digit is none of their business but for its case.
  private static let rulesOfMarks: Set<String> = [
    "bracket-spacing", "dash-attribution", "doubled-bracket", "doubled-mark", "doubled-opener",
    "doubled-single",
    "early-closer", "empty-bracket", "foreign-mark", "glued-function-word", "glued-name", "glued-number", "glued-word",
    "leading-mark",
    "lost-apostrophe", "lost-closer", "lost-opener", "mismatched-pair", "mixed-marks", "orphan-mark",
    "quotation-spacing",
    "reopened-quotation", "single-marks", "space-after-mark", "space-before-mark", "split-abbreviation",
    "split-contraction",
    "split-hyphen", "split-number", "split-ordinal", "split-word", "stop-before-speaker", "stop-in-list",
    "stop-in-phrase",
    "stop-in-word", "turned-mark", "typed-mark", "wandered-colon", "wrong-apostrophe",
  ]

  /// The letters and digits of ASCII, all letters small.
  private static func letters(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.compactMap { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte | 0x20
      default: nil
      }
    }
  }

  private func run(_ text: [UInt8]) -> [UInt8] {
    let document = Document(Text(validated: text), lists: lists)
    do { try engine.run(document) } catch { fail("a rule fails", text, text) }
    return document.utf8
  }

  private func fail(_ what: String, _ a: [UInt8], _ b: [UInt8]) -> Never {
    // A fuzzer is told of a finding by a crash: libFuzzer then keeps the input.
    fatalError("\(name): \(what)\n\(String(decoding: a, as: UTF8.self))\n\(String(decoding: b, as: UTF8.self))")
  }
}

/// What texts are made of when a byte stands for a piece.
private enum Pieces {
  static let all: [[UInt8]] = {
    let marks = [
      " ", " ", " ", " ", "\n", "\n\n", ".", ",", ";", ":", "!", "?", "…", "“", "”", "‘", "’", "\"", "'", "«", "»", "„",
      "-",
      " - ", " – ", "—", "(", ")", "[", "]", ". ", ", ", " .", " ,", "” ", " “", ",” ", ".” ", "”,", "\u{A0}", "\t",
      "，", "؟",
      "%", "$", "€", "`", "|", "/", "_", "\u{301}", "é", "  ",
    ]
    let words = """
      the The THE a A an of to in In and And that which it he He she said Said says asked told added they is is was was were be been
      has have had not on at for from with by as so or but no who what when there this his her their its our we we 're I I’m don t
      don’t isn won ’s 's s re ve ll port Port of Riga Riga Ukraine ukraine london London monday march Mr. mr.
      M. Mme Kay Kay’s Moreira Brandt NATO NATOand U.S. U. S. U.N. p.m. p. m. a.m. e.g. Inc.
      government govern ment happened hap pened thatthe ofthe inthe expressedconcern threeyears populationgrowth Europeannations
      RonaldCesar LinkedIn iPhone YouTube workers bank ships minister bridge street years days statement
      stated 1 2 3 10 12 1911 2020 4. 2 5 000 10:30 1st 2 nd 3 rd 5 th million percent first
      Leave Reply Your email address will not be published. Required fields are marked * Share this: Facebook Twitter Read more: Related
      Advertisement Follow us on Copyright Posted by Tags photo.jpg 300x250 able “legitimate” legitimate expansion Expansion mission
      wants hoped rebuild poursuivre assault heart coronary dating the inside within TThe T he A fter CChina’s
      """
    let pieces = marks + words.split { $0 == " " || $0 == "\n" }.map { " \($0)" }
    return (0..<256).map { Array(pieces[$0 % pieces.count].utf8) }
  }()
}
