// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum SentenceManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "wrapped-line",
      summary: "Takes line ends for spaces where lines were wrapped at a width (--newlines wrap, or auto where the text looks so).",
      text: "Takes line ends for spaces where lines were wrapped at a width (`--newlines wrap`, or `auto` where the text looks so).\n\nA line end is an end all the same where the next line starts something new: a list item or a bullet, or a capital letter behind a line that had room for its first word."),
    PluginManualEntry(
      id: "address",
      summary: "Keeps addresses whole: the marks inside a URL, an e-mail address or a path end no sentence.",
      text: "Keeps addresses whole: the marks inside a URL, an e-mail address or a path end no sentence.\n\nA full stop at the end of an address ends the sentence as usual. An address that stands by itself behind a full stop is a sentence of its own, though it begins with a small letter."),
    PluginManualEntry(
      id: "inside-title-marks",
      summary: "Joins over marks inside the name of a work in CJK brackets: 《摔跤吧！爸爸》.",
      text: "Joins over marks inside the name of a work in CJK brackets: `《摔跤吧！爸爸》`.\n\nBetween `《` and `》` stands one name, whatever marks it has."),
    PluginManualEntry(
      id: "mark-of-language",
      summary: "Ends sentences at marks that end them in one language only: Armenian ։ written as a colon, the Greek question mark.",
      text: "Ends sentences at marks that end them in one language only: Armenian `։` written as a colon, the Greek question mark.\n\nArmenian text is often typed with `:` for its full stop; the Greek question mark is the same sign as the semicolon."),
    PluginManualEntry(
      id: "message-stamp",
      summary: "Sets the date and time in the heading of a message apart: Ada Frei 08/16/2000 12:05 PM Could you …",
      text: "Sets the date and time in the heading of a message apart: `Ada Frei 08/16/2000 12:05 PM Could you …`\n\nForwarded messages that lost their line ends run name, stamp and text together. Behind a name or an address the stamp stands alone; behind a word of a sentence (`on 04/25/01 12:42:55`) it only ends it, before a capital letter."),
    PluginManualEntry(
      id: "address-alone",
      summary: "Ends the sentence behind an address that ends it without a full stop.",
      text: "Ends the sentence behind an address that ends it without a full stop.\n\n`Write to ada@example.org The office is closed.`: behind an e-mail address or a URL a function word with a capital letter or another URL starts anew, and so does any capital letter behind an address in angle brackets."),
    PluginManualEntry(
      id: "separator-run",
      summary: "Sets a run of =, _, *, - or ~ apart: what was a line between two parts of a page is no part of a sentence.",
      text: "Sets a run of `=`, `_`, `*`, `-` or `~` apart: what was a line between two parts of a page is no part of a sentence."),
    PluginManualEntry(
      id: "valediction",
      summary: "Ends a valediction before the name under it: Kind regards, Ada Frei.",
      text: "Ends a valediction before the name under it: `Kind regards, Ada Frei`.\n\nLetters that lost their line ends run the two together. Only a phrase that makes up the whole sentence so far counts."),
    PluginManualEntry(
      id: "next-list-item",
      summary: "Ends an item of a list where the next one starts in the same line.",
      text: "Ends an item of a list where the next one starts in the same line.\n\nA sentence that starts with `1.`, `a)` or a bullet ends before `2.`, `b)` or the next bullet of the same kind: lists that lost their line ends are common in scraped text."),
    PluginManualEntry(
      id: "enumerator",
      summary: "Keeps the number or letter of a list item with the item.",
      text: "Keeps the number or letter of a list item with the item.\n\n`1. Wash the rice.`, `• 9. Salt`, `a.) Oil`: what stands at the start of a sentence and is only a number or a letter with its full stop is no sentence."),
    PluginManualEntry(
      id: "footnote-mark",
      summary: "Leaves the mark of a note or of an omission with the sentence before it.",
      text: "Leaves the mark of a note or of an omission with the sentence before it.\n\n`… in 1805. [19] He …`, `… rights. 4 Even though …`: a number in brackets (or `[…]`) behind a full stop points from the sentence that just ended, and so does a bare small number that a function word with a capital letter follows."),
    PluginManualEntry(
      id: "emoticon",
      summary: "Leaves an emoticon with the sentence before it.",
      text: "Leaves an emoticon with the sentence before it.\n\n`See you there! :-) Bring rice.` An emoticon is a pair of eyes, perhaps a nose, and a mouth, between white spaces."),
    PluginManualEntry(
      id: "stranded-closing-mark",
      summary: "Leaves a closing mark that was torn off with the sentence it closes.",
      text: "Leaves a closing mark that was torn off with the sentence it closes.\n\n`… no bounds. “` at the end of a line, `… next day. ) Then …`: a mark between two white spaces, or one that only a line end or more marks follow, cannot open anything, whichever way it is drawn. Stops torn off in the same way go along: `“. .`"),
    PluginManualEntry(
      id: "opening-behind-stop",
      summary: "Ends the sentence before an opening mark that lost its space: … by sanctions.“We have …",
      text: "Ends the sentence before an opening mark that lost its space: `… by sanctions.“We have …`\n\nUAX #29 cannot tell opening from closing marks and keeps both with the sentence before. A mark that is drawn as opening opens; of a straight one the number of its like in the sentence so far tells."),
    PluginManualEntry(
      id: "abbreviation-before-number",
      summary: "Joins No., pp., Fig., Art., months and weekdays to the number behind them.",
      text: "Joins `No.`, `pp.`, `Fig.`, `Art.`, months and weekdays to the number behind them.\n\nBefore anything but a number (in figures or Roman) such a word ends a sentence as any other does: `He said no.`"),
    PluginManualEntry(
      id: "abbreviation-goes-on",
      summary: "Joins after an abbreviation that something always follows.",
      text: "Joins after an abbreviation that something always follows.\n\n`e.g.`, `vs.`, `z. B.`, `p. ej.`, `т. е.`: nobody ends a sentence with them, whatever the next word looks like."),
    PluginManualEntry(
      id: "abbreviated-title",
      summary: "Joins a title and the name it stands before.",
      text: "Joins a title and the name it stands before.\n\n`Dr. Okafor`, `Gen. Ruiz`, `Mt. Etna`, `ул. Ленина`: the full stop belongs to the title. The titles come from the table of abbreviations, by language. A title that may also end a sentence (`St.` as street, `г.` as year) ends one before a function word with a capital letter."),
    PluginManualEntry(
      id: "abbreviation-may-end",
      summary: "Decides at abbreviations that stand in the middle of sentences and at their end alike.",
      text: "Decides at abbreviations that stand in the middle of sentences and at their end alike.\n\n`Inc.`, `U.S.`, `Jr.`, `Ph.D.`: the sentence ends before a function word with a capital letter (`The`, `It`, `How`), and goes on before a name (`U.S. Congress`), a number or a bracket. After units and times (`p.m.`, `km.`, `etc.`) a capital letter is an end, unless it starts a weekday, a month or a time zone."),
    PluginManualEntry(
      id: "initials",
      summary: "Joins initials to the name they belong to, and the parts of an abbreviation that was pulled apart.",
      text: "Joins initials to the name they belong to, and the parts of an abbreviation that was pulled apart.\n\n`J. R. Moss`, `Albert I. Brandt`, `U. S. troops`, `A.N. Petrov`: a single capital letter (or several with full stops between) is an initial, unless the next word is a function word. English `I` is one only behind a name."),
    PluginManualEntry(
      id: "ordinal-number",
      summary: "Joins an ordinal number that is written with a full stop to the word it counts.",
      text: "Joins an ordinal number that is written with a full stop to the word it counts.\n\n`am 12. Juni`, `den 5. Gade`, `XII. pluk`: in German, the Nordic languages, Czech, Hungarian and others the full stop makes the number an ordinal. Before a function word with a capital letter the sentence ends."),
    PluginManualEntry(
      id: "omission-mark",
      summary: "Joins over an ellipsis inside a sentence, and ends the sentence at one that a new start follows.",
      text: "Joins over an ellipsis inside a sentence, and ends the sentence at one that a new start follows.\n\n`[...]` and `(…)` stand for what was left out and end nothing. An ellipsis goes on before a small letter, a mark and the English `I`; before another word with a capital letter the sentence ends, also at the character `…`, which ICU takes for no terminator."),
    PluginManualEntry(
      id: "reporting-clause",
      summary: "Joins a quotation that ends in !, ? or … and the small letter behind it: “Where?” she asked.",
      text: "Joins a quotation that ends in `!`, `?` or `…` and the small letter behind it: `“Where?” she asked.`\n\nAfter a full stop ICU does so itself; after the other marks it ends the sentence whatever follows."),
    PluginManualEntry(
      id: "exclamatory-name",
      summary: "Joins behind a name that is written with an exclamation or question mark: She works at Yahoo! in the lab.",
      text: "Joins behind a name that is written with an exclamation or question mark: `She works at Yahoo! in the lab.`\n\nOne mark, on a word with a capital letter that is not the first of its sentence, and a function word in small letters behind it."),
    PluginManualEntry(
      id: "number-start",
      summary: "Ends the sentence before a number that starts the next one: … they waited. 40 people came.",
      text: "Ends the sentence before a number that starts the next one: `… they waited. 40 people came.`\n\nUAX #29 takes a small letter behind the number for a sign that the sentence goes on. Behind a word of at least three letters that is no abbreviation, or a year, it does not."),
    PluginManualEntry(
      id: "dash-start",
      summary: "Ends the sentence before a dash that starts the next one: Thank you. - The minutes are attached.",
      text: "Ends the sentence before a dash that starts the next one: `Thank you. - The minutes are attached.`\n\nUAX #29 takes a dash behind a full stop for a sign that the sentence goes on. Before a capital letter it starts a list item, a speech or a signature."),
    PluginManualEntry(
      id: "small-letter-start",
      summary: "Ends the sentence before a small letter where the writer starts sentences so.",
      text: "Ends the sentence before a small letter where the writer starts sentences so.\n\n`i am tired. they left early.` ICU never ends a sentence at a full stop before a small letter. Where the document shows the habit (small letters behind other stops and at the starts of lines, the pronoun `i`), a full stop behind a word that may end a sentence does; elsewhere only one before a pronoun that is a subject (`it`, `they`)."),
    PluginManualEntry(
      id: "missing-space",
      summary: "Ends the sentence at a full stop that lost its space.",
      text: "Ends the sentence at a full stop that lost its space.\n\n`… was late.The ferry …`: translators and scrapers glue sentences. A word of at least two letters, a number or a closing mark, the full stop, and an ordinary word with a capital letter. Addresses, file names and names with a full stop inside (`Node.js`, `J.Moss`, `Dr.Kay`) stay whole."),
  ]
}
