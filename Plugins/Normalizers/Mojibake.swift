import Language
import TextModel

/// Repairs UTF-8 that was read as another character set: `Ã©` becomes `é`, `â€™` becomes `’`.
///
/// A program that takes UTF-8 for windows-1252 shows each accented letter as two or three odd characters; the text is then
/// often saved, and damaged once more.  The rule turns the odd characters back into bytes, by each of two dozen character sets (windows-1250 to
/// 1258, the ISO 8859 family, Mac Roman, code page 437), and reads the bytes as UTF-8.  Where that gives a text that is far
/// more plausible than the one there is, it is put in place.  It does so line by line and run by run, so repaired and unharmed
/// passages may stand side by side, and over and over, so a text that was misread three times is unwound three times.
///
/// No-break spaces that have become spaces are understood, and bytes lost to U+FFFD are restored where only one byte makes sense.
/// Whether a reading is plausible is judged by how neighbouring characters of any language go together; a line must make its
/// case by itself, so correct text with rare neighbours (`CAFÉ”`, `É…`, `Ä€`) is left alone.
public struct Mojibake: RewriteRule {
  public let id = "mojibake"
  public let trigger: ByteClasses? = .neighbours
  /// The signs and controls of misread text are no one's signs and controls.
  public let othersWait = true

  public init() {}

  public var fixes: [RewriteExample] {
    [
      RewriteExample("Le cafÃ© est prÃªt", "Le café est prêt"),
      RewriteExample("Itâ€™s a â€œfirstâ€\u{9D}", "It’s a “first”"),
      RewriteExample("Itâ€™s a â€œfirstâ€\u{FFFD} today", "It’s a “first” today"),
      RewriteExample("L√∂wenzahn f√ºr alle", "Löwenzahn für alle"),
      RewriteExample("РџСЂРёРІРµС‚, РјРёСЂ!", "Привет, мир!"),
      RewriteExample("Ă‰tĂ©, ÄŤeĹˇtina", "Été, čeština"),
      RewriteExample("CÃƒÂ´te dÃ¢â‚¬â„¢Azur", "Côte d’Azur"),
      RewriteExample("æ\u{97}¥æ\u{9C}¬èª\u{9E}", "日本語"),
      RewriteExample("Il va Ã Paris l'Ã©tÃ©", "Il va à Paris l'été"),
      RewriteExample("ðŸ˜€ ok", "😀 ok"),
      RewriteExample("Une Å“uvre, âœ“ lue", "Une œuvre, ✓ lue"),
      RewriteExample("Zwölf Stück fÃ¼r 5Â€", "Zwölf Stück für 5\u{80}"),
      RewriteExample("prix Â\u{85}", "prix \u{85}"),
    ]
  }

  public var leavesAlone: [String] {
    [
      "LE CAFÉ” ET L’ÉTÉ…", "NESTLÉ® AMANHÃ É SÃO JOÃO", "Où ça ? « Là-bas à “Nîmes” »", "Tôi yêu tiếng nước tôi",
      "В СССР»… «МГУ»", "‘Ö—Ä’", "┌─┬─┐", "∆x ≈ √2 · π²", "Ä… Ö… Ü…", "Ærø™", "Β’ ΓΥΜΝΆΣΙΟ", "قال،", "´sé´ ¨ú¨",
      "Ä€", "Ø® 1998", "Ñ€", "แบกแดด", "cafÃ\u{FFFD}",
      "pÃ\u{FFFD}rt", "dâ€\u{FFFD}accord", "Â…",
    ]
  }

  public func propose(_ document: Document, _ proposals: inout Proposals) {
    let text = document.utf8
    text.withUnsafeBufferPointer { bytes in
      let memory = document.workspace { MisreadMemory() }
      var gate = MisreadGate(bytes, memory, memory.places)
      guard var span = gate.next() else { return }
      let line = document.workspace { MisreadLine() }
      while true {
        switch line.glance(bytes, span, memory) {
        case .untouched: break
        case .repaired: line.eachGlancedRepair { proposals.replace($0, with: $1, line.confidence) }
        case .unknown:
          line.load(bytes, span)
          if line.repair() { line.eachRepair { proposals.replace($0, with: $1, line.confidence) } }
        }
        guard let next = gate.next() else { return }
        span = next
      }
    }
  }
}
