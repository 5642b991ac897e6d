import Language
import TextModel

/// Words that tell by their form that no name begins, in damaged text.
extension ContentCapital {
  /// Whether a word, with the small one that follows, is told, ranked or governed.  What nearly no capital is comes first: all are asked.
  func isForm(_ capital: InnerCapital, _ next: Word) -> Bool {
    guard isTold(capital, next) || isRanked(capital, next) || isGoverned(capital, next) else { return false }
    return capital.uses.capitalInside == 1 && isSound(capital)
  }

  /// `the minister Said that`, `the singer Announced her album`, `Zzolgar Left the club`: a verb that tells, behind who did it and before what.
  private func isTold(_ capital: InnerCapital, _ next: Word) -> Bool {
    let isPast = capital.entry.isPast && !capital.entry.takesS
    guard
      Self.objects.contains(next)
        ? isPast || Self.finite.contains(capital.word)
        : Self.finite.contains(capital.word) && Self.adverbial.contains(next)
    else { return false }
    return isActor(capital)
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
  private func isRanked(_ capital: InnerCapital, _ next: Word) -> Bool {
    capital.before.isLower && Self.ranks.contains(capital.word)
      && (InnerCapital.determiners.contains(capital.before) || Self.degrees.contains(capital.before))
      && !Self.ranked.contains(next) && capital.suitsNext
  }

  /// `you Need to drink`, `to Leave the hall`: a verb behind its subject or `to`, and what it governs.
  private func isGoverned(_ capital: InnerCapital, _ next: Word) -> Bool {
    capital.before.isLower && (capital.before.hash == InnerCapital.to || Self.subjects.contains(capital.before))
      && capital.entry.isVerb && capital.word.count > 2
      && (Self.objects.contains(next) || Self.particles.contains(next))
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
