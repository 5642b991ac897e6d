import Language
import TextModel

/// Firms that are named for their partners are one name: `Alder & Finch`, `Cole, Barrow & Hart`.
struct NamePartners {
  typealias Found = NameReader.Found

  private static let body = 1
  private static let place = 2
  private static let most = 4

  private let tokens: NameTokens
  private let text: Text

  init(_ tokens: NameTokens, text: Text) {
    self.tokens = tokens
    self.text = text
  }

  /// Joins what stands around each ampersand that is free between words with capitals, one of them a name at least.
  /// Linear.
  func join(_ mentions: inout [Found]) {
    guard tokens.count > 2 else { return }
    var out: [Found] = []
    out.reserveCapacity(mentions.count)
    var next = 0
    for mark in 1..<tokens.count - 1 where isFree(mark) {
      while next < mentions.count, mentions[next].tokens.upperBound <= mark {
        out.append(mentions[next])
        next += 1
      }
      // The model may know the firm, and not the partners before a comma.
      if next < mentions.count, mentions[next].tokens.lowerBound <= mark {
        guard mentions[next].type == Self.body else { continue }
        widen(&mentions[next], &out)
        continue
      }
      let left = out.last.flatMap { $0.tokens.upperBound == mark ? $0 : nil }
      let right = next < mentions.count && mentions[next].tokens.lowerBound == mark + 1 ? mentions[next] : nil
      guard left != nil || right != nil, isOneFirm(left, right) else { continue }
      if left != nil { out.removeLast() }
      if right != nil { next += 1 }
      let start = left?.tokens.lowerBound ?? mark - 1
      let end = right?.tokens.upperBound ?? mark + 2
      var firm = Found(
        tokens: start..<end, type: Self.body, score: max(left?.score ?? 0, right?.score ?? 0, 0.7),
        span: Span(tokens.spans[start].start, tokens.spans[end - 1].end))
      widen(&firm, &out)
      out.append(firm)
    }
    out.append(contentsOf: mentions[next...])
    mentions = out
  }

  /// Takes in the partners before commas: `Cole, Barrow & Hart`.
  private func widen(_ firm: inout Found, _ before: inout [Found]) {
    var partners = 2
    while partners < Self.most, let last = before.last, last.tokens.count == 1, last.type != Self.place,
      last.tokens.upperBound + 1 == firm.tokens.lowerBound, isMark(last.tokens.upperBound, ",")
    {
      firm.tokens = last.tokens.lowerBound..<firm.tokens.upperBound
      firm.span.start = last.span.start
      before.removeLast()
      partners += 1
    }
  }

  /// `Trinidad & Tobago` is two places; `Ada Kay & Zoë Young` are two persons.
  private func isOneFirm(_ left: Found?, _ right: Found?) -> Bool {
    if left?.type == Self.place, right?.type == Self.place { return false }
    return left?.tokens.count ?? 1 == 1 || right?.tokens.count ?? 1 == 1
  }

  private func isFree(_ mark: Int) -> Bool {
    isMark(mark, "&") && !tokens.traits[mark].contains(.glued) && tokens.traits[mark - 1].contains(.capital)
      && tokens.traits[mark + 1].contains(.capital) && !tokens.traits[mark + 1].contains(.glued)
  }

  private func isMark(_ index: Int, _ mark: StaticString) -> Bool {
    tokens.spans[index].count == 1 && text[tokens.spans[index].start] == mark.utf8Start[0]
  }
}
