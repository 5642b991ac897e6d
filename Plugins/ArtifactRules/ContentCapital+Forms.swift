import Language
import TextModel

/// Words that tell by their form that no name begins, in damaged text.
extension ContentCapital {
  /// `the minister Said that`, `the singer Announced her album`, `Zzolgar Left the club`: a verb that tells, behind who did it and before what.
  func isTold(_ capital: InnerCapital) -> Bool {
    let word = capital.word
    guard word.gap == .space, let next = capital.smallNext, capital.uses.capitalInside == 1 else { return false }
    let isFinite = Self.finite.contains(word)
    guard isFinite || capital.entry.isPast && !capital.entry.takesS,
      Self.objects.contains(next) || isFinite && Self.adverbial.contains(next)
    else { return false }
    return isActor(capital) && isSound(capital)
  }

  /// A noun in small letters, or a name in the midst of a sentence or at its start.
  private func isActor(_ capital: InnerCapital) -> Bool {
    let before = capital.before
    let entry = capital.entries[capital.place - 1]
    if before.isCapitalized { return before.count > 3 && (entry.isOnlyName || !entry.isKnown) }
    return before.isLower && before.count > 2 && entry.takesS && !entry.isPast && !InnerCapital.works.contains(before)
      && !InnerCapital.naming.contains(before)
  }

  /// `the First time`, `one of the Best players`, `a very Good result`: a rank or a quality before a word that news has behind it.
  func isRanked(_ capital: InnerCapital) -> Bool {
    guard capital.word.gap == .space, Self.ranks.contains(capital.word), capital.before.isLower,
      InnerCapital.determiners.contains(capital.before) || Self.degrees.contains(capital.before),
      let next = capital.smallNext, !Self.ranked.contains(next), capital.uses.capitalInside == 1, capital.suitsNext
    else { return false }
    return isSound(capital)
  }

  /// `you Need to drink`, `to Leave the hall`: a verb behind its subject or `to`, and what it governs.
  func isGoverned(_ capital: InnerCapital) -> Bool {
    guard capital.word.gap == .space, capital.entry.isVerb, capital.word.count > 2, capital.uses.capitalInside == 1,
      capital.before.hash == InnerCapital.to || Self.subjects.contains(capital.before), capital.before.isLower,
      let next = capital.smallNext, Self.objects.contains(next) || Self.particles.contains(next)
    else { return false }
    return isSound(capital)
  }
  private static let subjects = WordSet("i you we they would will can could should must may might")
  private static let particles = WordSet("down up out off away back over for")

  private func isSound(_ capital: InnerCapital) -> Bool {
    capital.document.isDamaged && capital.isInProse && !capital.isAmongCapitals && !capital.isInVerse
      && !capital.isInHeadline && !capital.isLabel && !capital.document.isVerbatim(at: capital.word.start)
  }

  private static let finite = WordSet(
    "said told came went saw took gave became began wrote spoke knew brought thought got kept")
  private static let objects = WordSet("the a an his her its their that this these it him them us me to")
  private static let adverbial = WordSet(
    "in on at by with from for as into about after before when not also he she they we i")
  private static let ranks = WordSet(
    "first second third fourth fifth last next previous best worst biggest largest greatest main same only other good great big strong"
  )
  private static let degrees = WordSet("very so too most more quite")
  /// `the Second world war`, `the Last supper`
  private static let ranked = WordSet(
    "of world lady minister supper reading republic empire division league house floor")
}
