// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum QuoteManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "quotation-marks",
      summary: "Quotations between quotation marks of any custom.",
      text: "Quotations between quotation marks of any custom.\n\nGoes by the cheapest consistent reading of all marks of the text, so marks that are turned round, doubled, glued, mixed or missing on one side still give their quotation; a lost side is put where it probably was. A quotation over several paragraphs is one quotation for each paragraph. Apostrophes, inches and feet are none; what is quoted inside a quotation belongs to it; `nested-quotation` tells of it too."),
    PluginManualEntry(
      id: "doubled-apostrophes",
      summary: "Quotations between two apostrophes on each side: ''Go,'' said Kay.",
      text: "Quotations between two apostrophes on each side: `''Go,'' said Kay`.\n\nOff unless asked for (`--set doubled-apostrophes=fix`): in wiki markup two apostrophes are italics and in code an empty string. translate-artifact-fix writes them as quotation marks where they are, and then every rule here sees them."),
    PluginManualEntry(
      id: "dash-dialogue",
      summary: "Speech that a dash begins, in languages that write dialogue so: — No sé —dijo Zoë—. Vamos., — Non, dit-elle.",
      text: "Speech that a dash begins, in languages that write dialogue so: `— No sé —dijo Zoë—. Vamos.`, `— Non, dit-elle.`\n\nA line that begins with a dash is somebody’s words. They end where a verb of saying begins, behind a second dash or, as in French, behind a comma, and go on behind the dash or the stop that ends it. Lists have dashes too, so a text counts as dialogue only where one of its lines has such a verb. The dash is no part of the quotation."),
    PluginManualEntry(
      id: "quotation-kind",
      summary: "Tells whole utterances, parts of utterances, scare quotes and titles of works apart.",
      text: "Tells whole utterances, parts of utterances, scare quotes and titles of works apart.\n\n`direct` where the quotation is a clause of its own: it begins a sentence, or follows a comma or colon with a capital. `mixed` where it is a part of the writer's sentence. `title` where every word of weight has a capital and nobody speaks; `scare` for a word or two without anybody in the sentence to have said them."),
    PluginManualEntry(
      id: "transcript-label",
      summary: "The label of a transcript inside the quotation: “KAY: It is late.",
      text: "The label of a transcript inside the quotation: `“KAY: It is late.`"),
    PluginManualEntry(
      id: "tag-behind",
      summary: "The speaker in a tag behind the quotation: “…,” said Zoë Kay, “…,” the mayor told reporters, “…” replied the latter.",
      text: "The speaker in a tag behind the quotation: `“…,” said Zoë Kay`, `“…,” the mayor told reporters`, `“…” replied the latter`.\n\nThe tag is the rest of the sentence up to the next quotation. Its first verb of saying counts; the speaker is that verb's subject, before it or, inverted, behind it, and appositions between commas are stepped over."),
    PluginManualEntry(
      id: "tag-before",
      summary: "The speaker in a tag before the quotation: Zoë Kay said, “…”, The mayor told reporters that “…”, She asked: “…”.",
      text: "The speaker in a tag before the quotation: `Zoë Kay said, “…”`, `The mayor told reporters that “…”`, `She asked: “…”`.\n\nThe nearest verb of saying before the opening mark counts, if no other clause stands between; the speaker is its subject, or that of the main verb where it is a participle (`…, adding that “…”`)."),
    PluginManualEntry(
      id: "according-to",
      summary: "The source that the sentence names: according to the ministry, “…”, “…”, according to Zoë Kay.",
      text: "The source that the sentence names: `according to the ministry, “…”`, `“…”, according to Zoë Kay`."),
    PluginManualEntry(
      id: "in-the-words-of",
      summary: "The speaker whose words the writer borrows: as the mayor put it, “…”, in the words of Zoë Kay, “…”, in her words “…”.",
      text: "The speaker whose words the writer borrows: `as the mayor put it, “…”`, `in the words of Zoë Kay, “…”`, `in her words “…”`.\n\nTranslated news opens with the speaker alone: `For Zoë Kay, mayor of Lund, “the patience is at an end”`."),
    PluginManualEntry(
      id: "signature",
      summary: "The name behind a dash after the quotation: “…” ― Zoë Kay.",
      text: "The name behind a dash after the quotation: `“…” ― Zoë Kay`."),
    PluginManualEntry(
      id: "clause-subject",
      summary: "The speaker of a part of an utterance: the subject of the clause on its left.",
      text: "The speaker of a part of an utterance: the subject of the clause on its left.\n\n`The mayor called the plan “a joke”`: the nearest verb of saying before the quotation and its subject; without such a verb the owner of the quoted words (`Kay’s “average” reader`) or the subject that the sentence begins with."),
    PluginManualEntry(
      id: "introduced",
      summary: "The speaker of a paragraph that the one before introduces with a colon: Zoë Kay went on: and then “…”.",
      text: "The speaker of a paragraph that the one before introduces with a colon: `Zoë Kay went on:` and then “…”."),
    PluginManualEntry(
      id: "sentence-before",
      summary: "The speaker of the sentence before: Kay called the dam a risk. “It may not hold.”",
      text: "The speaker of the sentence before: `Kay called the dam a risk. “It may not hold.”`\n\nFor a quotation that is a sentence of its own and has no tag, where the sentence before it in the same paragraph tells what somebody said."),
    PluginManualEntry(
      id: "action-beat",
      summary: "The speaker whom the paragraph shows in action: Hugh turned at the gate. “And leave you in the dark?”",
      text: "The speaker whom the paragraph shows in action: `Hugh turned at the gate. “And leave you in the dark?”`\n\nIn a dialogue, for a quotation without a tag: the subject of the sentence that opens its paragraph, or of the sentence right behind the quotation that ends it."),
    PluginManualEntry(
      id: "goes-on",
      summary: "The speaker before goes on: a quotation without a tag of its own belongs to who spoke last.",
      text: "The speaker before goes on: a quotation without a tag of its own belongs to who spoke last.\n\nIn the same paragraph the quotation before it, or, where the text opens with an untagged one, the one behind. In a new paragraph the speaker of the paragraph before, as news and multi-paragraph quotations have it; but where the text shows a dialogue (tags that take turns, questions with a line for an answer) the one who spoke before that."),
    PluginManualEntry(
      id: "nested-quotation",
      summary: "Quotations inside quotations, with speakers of their own: in “Kay told us, ‘It is late,’ and left,” said Ash the words of Kay too.",
      text: "Quotations inside quotations, with speakers of their own: in `“Kay told us, ‘It is late,’ and left,” said Ash` the words of Kay too.\n\nOff unless asked for (`--set nested-quotation=fix`), for spans then lie in one another, which many readers of the layer do not expect. A quotation that holds marks is read as a text of its own, by the same rules; what was found in it stands behind the one that holds it."),
    PluginManualEntry(
      id: "resolved-name",
      summary: "Gives speakers their names: the fullest form the document has for a name, and who a pronoun or description means.",
      text: "Gives speakers their names: the fullest form the document has for a name, and who a pronoun or description means.\n\nA name takes the fullest form that tag-entities knows, without titles. `He` and `she` are the last speaker or subject named before them; `the mayor` is who was called mayor beside a name before (`Mayor Zoë Kay`, `Zoë Kay, the mayor`). A description stays what it is where nobody fits."),
  ]
}
