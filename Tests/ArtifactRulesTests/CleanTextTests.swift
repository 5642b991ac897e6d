import Language
import Testing

@testable import ArtifactRules

/// Well made texts of many kinds, which no rule may touch: the whole catalog runs over each.
@Suite struct CleanTextTests {
  static let samples: [(kind: String, text: String)] = [
    (
      "news",
      """
      The council of Harwick voted on Tuesday to keep the old bridge, which was built in 1911, open to walkers.

      “We looked at every figure twice,” said the mayor, Ada Brandt. “Nobody wants to lose it.”

      The repair costs $2.4 million, or 3.5 percent of the budget, and begins at 10:30 a.m. on May 3. The U.S. firm that won the
      contract, Bolt & Co., said it would finish “on time”.
      """
    ),
    (
      "dialogue",
      """
      “Are you coming?” she asked. “It’s late.”

      “I’m comin’, I’m comin’. ’Tain’t easy, wi’ this ol’ leg o’ mine.”

      “He told me, ‘Never again,’ and he meant it. . . . Well?”

      “One more thing—” He stopped… “No. Nothing.”
      """
    ),
    (
      "quotations in other languages",
      """
      “We looked at every figure twice,” said the mayor of the town. “Nobody wants to lose the bridge.”

      Il a dit : « Qui êtes-vous ? » ; c’était la nuit ! «Bonjour», dit-il.

      „Wir haben lange gewartet“, sagte der Bürgermeister am Montag. „Jetzt ist es genug.“

      ”Vi har väntat länge”, sa hon till tidningen.

      «Estamos muy contentos», dijo el alcalde el lunes. ¿Quién lo sabe?

      «Siamo molto contenti», ha detto il sindaco. Non c’è altro.

      The council of the town voted on Tuesday to keep the bridge, which was built in 1911.
      """
    ),
    (
      "speech over paragraphs",
      """
      “The house stood on a hill, and nobody had lived there for years.

      “When I came to it at last, the door was open,” he said.
      """
    ),
    (
      "drama",
      """
      ANNA. Who goes there?

      PAUL (aside). A voice! [He hides.] Now, hush.

      ANNA. I heard you.
      """
    ),
    (
      "verse",
      """
      O river, river, wide and slow,
      O river, river, wide and slow,
        Where do the little bridges go?
      and down they fall, and none may know.
      """
    ),
    (
      "Markdown",
      """
      # Tool

      Run `tool .` in the folder, or `tool ../lib`; see [the guide](https://example.org/a.b?c=1,2).

      - [ ] first, second
      - [x] `a , b`

      | a | b |
      |---|---|
      | 1 , 2 | “x |

      ```
      print( "a" ,"b" ) ;; x..y
      ```
      """
    ),
    (
      "code",
      "for (int i = 0; i < n; i++) { printf(\"%d ,\", a[i]); }\nif [ -f .env ]; then . ./.env; fi\nstd::cout << \"a\"<<b;"
    ),
    ("log", "2024-05-01 10:00:00,123 INFO main.Server - started in 1 , 200 ms\n[12:30:01] GET /a.b,c HTTP/1.1"),
    (
      "law",
      "§ 3. (1) The board, acting under art. 5 para. 2, may adopt rules. 2. Those rules, incl. sec. 4, apply from 1. 1. 2020."
    ),
    ("table of contents", "1. Bridges . . . . . . . 3\n2. Roads . . . . . . . . 14"),
    ("French", "« Où allez-vous ? » demanda-t-elle ; il ne répondit pas : il était tard !"),
    ("German", "Er sagte: „Das ist nicht wahr“, und ging. »Doch«, sagte sie, »es ist wahr.«"),
    ("Spanish", "¿Quién es? ¡Nadie lo sabe! Dijo que «no» y que la casa era de los vecinos."),
    ("Swedish", "”Jag vet inte”, sade hon, ”men det är sent och vi är trötta.”"),
    ("Chinese", "他说：“今天，天气很好。”"),
    (
      "heading and section",
      "Comments\n\nThe committee read all comments, and answered them in June.\n\nTags\n\nTags are short words."
    ),
    ("reference", "NAME\n\nls - list files\n\nSEE ALSO\n\nSee also cat(1) and the manual of the shell."),
    ("measures", "It is 5' 6\" tall, weighs 1,500 kg, and cost £3.50 in the ’90s."),
  ]

  @Test(arguments: samples.indices) func leavesAlone(_ index: Int) {
    let sample = Self.samples[index]
    #expect(RuleRun.repaired(sample.text, by: ArtifactCatalog.rules) == sample.text, "\(sample.kind)")
  }

  /// Where several rules meet on one text, a second run finds nothing to do.
  @Test func secondRunIsQuiet() {
    let text = """
      Old bridge falls in Lyon after storm

      The bridge fell on Monday , the mayor said. . “It was a ” long night “ for us. “

      See also  New bridge for Lyon in spring

      It cost $1, 500 and the U. S. firm left.The rest “ stayed ” on.

      Leave a Reply

      Your email address will not be published. Required fields are marked *
      """
    let once = RuleRun.repaired(text, by: ArtifactCatalog.rules)
    #expect(once != text)
    #expect(RuleRun.repaired(once, by: ArtifactCatalog.rules) == once)
  }
}
