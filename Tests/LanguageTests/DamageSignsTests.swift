import Testing
import TextModel

@testable import Language

/// What counts as a sign that a text was damaged, and what does not: one sign of each kind, and the conventions that look like it.
@Suite struct DamageSignsTests {
  private func signs(_ text: String) -> Int { Document(text).damageSigns }

  @Test(arguments: [
    ("They left the the town.", 1), ("They left the The town.", 0), ("They had had it.", 0), ("of of the the", 2),
    // Words run together at a mark, in prose and in code.
    ("They met people,officials and the press.", 1), ("They had left.She came later that day.", 1),
    ("Call f(a,b) and Foo.Bar there.", 0), ("They read Foo.bar there.", 0), ("at example.com and skai.gr today", 0),
  ])
  func countsWords(_ text: String, _ expected: Int) { #expect(signs(text) == expected) }

  @Test(arguments: [
    ("They came, they saw, they left . Then it rained, they say.", 1),
    ("They came, they saw, and it was the final .. But it rained, they say.", 1),
    // Text cut into tokens sets all its marks so.
    ("They came , they saw , they left .", 0),
    ("They came, they saw, they left. Then it rained.", 0),
  ])
  func countsMarks(_ text: String, _ expected: Int) { #expect(signs(text) == expected) }

  @Test(arguments: [
    ("He paid, although They left.", 2), ("He read the decrees They made.", 1), ("He saw that his They won.", 2),
    ("He saw how He has grown.", 0), ("I saw him, and he saw how He has grown.", 2),
    ("We trust God and how He has made us, and he knows.", 0),
    ("You agree to what We may do, and how You may end it.", 0), ("They sang It Must Be Love and There She Goes.", 0),
  ])
  func countsPronounsWithCapitals(_ text: String, _ expected: Int) { #expect(signs(text) == expected) }

  @Test(arguments: [
    ("It is in the. garden of the king.", 1), ("They left. the garden is closed.", 0),
    ("See p. 4 etc. in the book.", 0),
  ])
  func countsStopsInsidePhrases(_ text: String, _ expected: Int) { #expect(signs(text) == expected) }

  @Test(arguments: [
    ("He said: “We go on”and left.", 1), ("He said: “We go on “. Then he left the town.", 1),
    ("He said: “We go on.” Then he left.", 0), ("He said: “We go on.”", 0), ("It is 5' 3\" tall, he said.", 0),
    ("He said: ”We go on and on.” Then he left.", 1), ("He said: ''We go on and on.'' Then he left.", 0),
  ])
  func countsQuotationMarks(_ text: String, _ expected: Int) { #expect(signs(text) == expected) }

  @Test func linesOfThePageCountTwiceAtMost() {
    let body = "The bridge over the river fell into the water on Monday night after a storm, and nobody was hurt."
    #expect(signs(body + "\n\n" + body) == 0)
    #expect(signs(body + "\n\nLeave a Reply\n\nYour email address will not be published.") == 2)
  }

  @Test func noKindAloneCountsWithoutEnd() {
    #expect(signs(String(repeating: "They left the the town. ", count: 100)) == 3)
    #expect(signs(String(repeating: "They met people,officials and the press. ", count: 100)) == 2)
  }

  @Test func aSignOrTwoInALongTextAreNoDamage() {
    let clean = String(repeating: "They came to the town and saw the river rise. ", count: 20)
    #expect(!Document(clean).isDamaged)
    #expect(!Document(clean + "They left the the town.").isDamaged)
    #expect(Document(clean + "They left the the town, and of of it.").isDamaged)
    let long = String(repeating: clean, count: 20)
    #expect(!Document(long + "They left the the town, and of of it.").isDamaged)
  }
}
