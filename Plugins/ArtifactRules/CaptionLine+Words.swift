import Language
import TextModel

/// Captions that their words show: a word for pictures and names, an agency.
extension CaptionLine {
  /// `Video.`, `Illustration`, `Symbolic image` between two paragraphs of damaged text: where a picture was.
  var isPlace: Bool {
    let lines = document.paragraphs
    guard line.count <= 24, lines[index - 1].count >= 80, lines[index + 1].count >= 60 else { return false }
    guard let last = words.last, words.count <= 2,
      CaptionWords.media.contains(last) || CaptionWords.pictures.contains(last),
      line.end - last.end <= 1, words.count == 1 || words.first.map(CaptionWords.kept.contains) == true
    else { return false }
    return document.isDamaged
  }

  /// `In the photo, part of the shoes`: no sentence, for it ends in no mark.
  var saysPicture: Bool {
    guard line.count <= 160, text.has("In ", at: line.start) else { return false }
    var word = text.letters(from: line.start + 3)
    if word.end - word.start == 3, word.end < line.end, text[word.end] == 0x20 {
      word = text.letters(from: word.end + 1)
    }
    return CaptionWords.pictures.contains(Lexicon.hash(text.utf8, word.range)) && word.end + 12 < line.end
      && (text[word.end] == UInt8(ascii: ",") || text[word.end] == UInt8(ascii: ":"))
  }

  /// `The mayor on the bridge | AFP`, `… / AFP`, `… – AFP`, `… (AFP)`, `… © AFP`: no sentence, a sign and an agency.
  var isSigned: Bool {
    guard (16...160).contains(line.count), text.isCapital(line.start) else { return false }
    guard words.count >= 4, let last = words.last, last.isAllCapitals || last.count > 4 else { return false }
    if last.end == line.end - 1, text[last.end] == UInt8(ascii: ")"), text[last.start - 1] == UInt8(ascii: "(") {
      return text.isASCIILetter(text.spaceStart(before: last.start - 1) - 1)
    }
    guard last.end == line.end else { return false }
    return text.has(" | ", at: last.start - 3) || text.has(" / ", at: last.start - 3)
      || text.has(" - ", at: last.start - 3)
      || text.has(" – ", at: last.start - 5) || text.has(" © ", at: last.start - 4)
  }

  /// `The mayor on the bridgeImage: picture-alliance/dpa`: the word for the picture is glued to what it shows.
  var endsInGluedCredit: Bool {
    guard line.count <= 240, let lead = gluedLead else { return false }
    return isCredit(Span(lead, line.end))
  }

  /// Where the names begin behind it.
  private var gluedLead: Int? {
    // A sentence has its mark.
    guard text.isASCIILetter(line.end - 1) || text[line.end - 1] == UInt8(ascii: ")") else { return nil }
    var at = line.end - 4
    while at > line.start + 8, line.end - at < 80 {
      if text[at] == UInt8(ascii: ":"), text[at + 1] == 0x20 {
        for word in ["Image", "Photo", "Picture", "Credit", "Foto"] as [StaticString] {
          let start = at - word.utf8CodeUnitCount
          guard start > line.start + 8, text.has(word, at: start) else { continue }
          switch text[start - 1] {
          case 0x20, UInt8(ascii: "("), UInt8(ascii: "["): return nil
          default: return at + 2
          }
        }
        return nil
      }
      at -= 1
    }
    return nil
  }

  /// Names and agencies and nothing else.
  private func isCredit(_ names: Span) -> Bool {
    let words = document.words[document.wordRange(in: names)]
    return !words.isEmpty && words.count <= 10 && document.text[names.end - 1] != UInt8(ascii: ".")
      && words.allSatisfy {
        $0.startsWithCapital || CaptionWords.small.contains($0) || CaptionWords.agencies.contains($0)
          || CaptionWords.pictures.contains($0)
          || CaptionWords.joints.contains($0) || $0.gap == .hyphen || $0.gap == .other
      }
  }

  /// `Getty Images`, `Reuters`: an agency and nothing else.
  var isAgencyAlone: Bool {
    guard line.count <= 32, text.isCapital(line.start) else { return false }
    return words.count <= 3 && words.last?.end == line.end && words.contains { CaptionWords.agencies.contains($0) }
      && words.allSatisfy {
        CaptionWords.agencies.contains($0) || CaptionWords.pictures.contains($0) && $0.startsWithCapital
      }
  }

  /// `The bridge on Monday. – JO FELBER / TREE`: a dash, and names with a slash between.
  var isDashed: Bool {
    guard line.count > 32, text.isCapital(line.start), text.isUpper(line.end - 1) else { return false }
    var at = line.end - 4
    var hasSlash = false
    while at > line.start + 16, line.end - at <= 64, !text.has(" – ", at: at), !text.has(" — ", at: at) {
      if text[at] == UInt8(ascii: "/") { hasSlash = true }
      at -= 1
    }
    guard hasSlash, text.has(" –", at: at) || text.has(" —", at: at) else { return false }
    let words = document.words[document.wordRange(in: Span(at + 5, line.end))]
    return (2...6).contains(words.count) && words.allSatisfy(\.startsWithCapital)
  }

  /// Whether a line ends in a word for a picture, a colon or `by`, and nothing but names: `… Photo: Jo Felber / dpa`.
  var endsInCredit: Bool {
    let all = words
    let range = all.indices
    guard range.count >= 2 else { return false }
    // From the end back over what may be a name.
    var k = range.upperBound - 1
    var names = 0
    while k >= range.lowerBound, range.upperBound - k <= 14 {
      let word = all[k]
      let isFirst = k == range.lowerBound
      let behind = word.end < line.end ? text[word.end] : 0
      let isLead =
        behind == UInt8(ascii: ":") || text.has(" | ", at: word.end) && isFirst || behind == UInt8(ascii: "=")
        || behind == 0x20 && word.end + 1 < line.end && text[word.end + 1] == UInt8(ascii: ":")
      if names > 0, isLead || CaptionWords.sources.contains(word), isPicture(k, range.lowerBound, isLead: isLead) {
        let isPair = k > range.lowerBound && all[k].gap == .space && CaptionWords.pictures.contains(all[k - 1])
        let start = isPair ? k - 1 : k
        // `Photo: Jo Felber` alone is told by another rule; here a description stands before, or a mark.
        guard start > range.lowerBound || !isLead || namesAgency else { return false }
        let before = start > range.lowerBound ? text[all[start].start - 1] : 0x20
        return text.isCapital(all[start].start) && isSetOff(all[start].start)
          || before == UInt8(ascii: "(") || before == UInt8(ascii: "[")
      }
      guard
        word.startsWithCapital || CaptionWords.small.contains(word) || CaptionWords.agencies.contains(word)
          || word.count == 1
          || word.shape.contains(.digit) || word.gap == .other || CaptionWords.joints.contains(word)
          || CaptionWords.kept.contains(word)
      else { return false }
      if isFirst { return false }
      // A stop between: the names end a sentence of their own.
      names += 1
      k -= 1
    }
    return false
  }

  /// Whether a word that leads to names is one for pictures, or follows one.
  private func isPicture(_ k: Int, _ first: Int, isLead: Bool) -> Bool {
    CaptionWords.pictures.contains(words[k])
      || k > first && CaptionWords.pictures.contains(words[k - 1]) && CaptionWords.sources.contains(words[k])
      || isLead && CaptionWords.sources.contains(words[k]) && words[k].startsWithCapital && k > first + 2
  }

  /// Whether one of the last words names an agency.
  var namesAgency: Bool {
    words.suffix(8).contains { CaptionWords.agencies.contains($0) }
  }

  /// `… Photo: …` behind a stop or bar.
  var isLed: Bool {
    (line.start + 2..<line.end).contains {
      text.has("hoto: ", at: $0)
        && (text.has(" Photo: ", at: $0 - 2) || text.has("(Photo: ", at: $0 - 2) || text.has("/Photo: ", at: $0 - 2))
        || text.has(" PHOTO: ", at: $0)
    }
  }

  /// Whether a stop, a bar, a slash or a bracket stands before, or nothing.
  private func isSetOff(_ start: Int) -> Bool {
    var at = start
    while at > line.start, text[at - 1] == 0x20 { at -= 1 }
    guard at > line.start else { return true }
    switch text[at - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "|"), UInt8(ascii: "/"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: ")"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "-"), UInt8(ascii: "\""), 0x80...:
      return true
    // `… to preside over the party Source: Archive`
    default: return text.isLower(at - 1) || text.isUpper(at - 1)
    }
  }

  /// `Jo Felber/WireImage`, `ANP / Tree Pictures`: names with a slash between, one of them an agency’s.
  var isAgencyWithName: Bool {
    guard isInSlashes, words.count >= 2, text[line.end - 1] != UInt8(ascii: ".") else { return false }
    var hasAgency = false
    for k in words.indices {
      let word = words[k]
      guard CaptionWords.agencies.contains(word) else {
        guard word.startsWithCapital || CaptionWords.small.contains(word) || word.shape.contains(.digit) else {
          return false
        }
        continue
      }
      if k > words.startIndex && isSlash(words[k - 1].end, word.start)
        || k == words.startIndex && k + 1 < words.endIndex && isSlash(word.end, words[k + 1].start)
      {
        hasAgency = true
      }
    }
    return hasAgency
  }

  private var isInSlashes: Bool { line.count <= 100 && text[line].contains(UInt8(ascii: "/")) }

  /// `Jo Felber, this Tuesday in Lyon. EFE`
  var endsInAgency: Bool {
    guard let first = words.first, words.count >= 2, let last = words.last, line.count <= 200,
      // `Source: EFE` says whose the text is.
      words.count > 2 || !CaptionWords.sources.contains(first)
    else { return false }
    return last.end == line.end && last.gap == .stop && text.isUpper(last.start) && text.isUpper(last.end - 1)
      && !isInSlashes
  }

  private func isSlash(_ from: Int, _ to: Int) -> Bool {
    to - from <= 3 && text[Span(from, to)].contains(UInt8(ascii: "/"))
  }
}
