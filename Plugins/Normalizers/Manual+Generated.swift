// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum NormalizerManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "mojibake",
      summary: "Repairs UTF-8 that was read as another character set: Ã© becomes é, â€™ becomes ’.",
      text: "Repairs UTF-8 that was read as another character set: `Ã©` becomes `é`, `â€™` becomes `’`.\n\nA program that takes UTF-8 for windows-1252 shows each accented letter as two or three odd characters; the text is then often saved, and damaged once more. The rule turns the odd characters back into bytes, by each of two dozen character sets (windows-1250 to 1258, the ISO 8859 family, Mac Roman, code page 437), and reads the bytes as UTF-8. Where that gives a text that is far more plausible than the one there is, it is put in place. It does so line by line and run by run, so repaired and unharmed passages may stand side by side, and over and over, so a text that was misread three times is unwound three times.\n\nNo-break spaces that have become spaces are understood, and bytes lost to U+FFFD are restored where only one byte makes sense. Whether a reading is plausible is judged by how neighbouring characters of any language go together; a line must make its case by itself, so correct text with rare neighbours (`CAFÉ”`, `É…`, `Ä€`) is left alone."),
    PluginManualEntry(
      id: "windows-control",
      summary: "Turns C1 controls back into the windows-1252 characters they were: U+0093 becomes “.",
      text: "Turns C1 controls back into the windows-1252 characters they were: U+0093 becomes `“`.\n\nText in windows-1252 that a program took for ISO 8859-1 has control characters where quotation marks, dashes and the euro sign were. Nobody uses these controls on purpose; browsers read them the same way (WHATWG Encoding Standard). The five numbers that windows-1252 leaves undefined stay. U+0085 is taken for the ellipsis, which it nearly always is."),
    PluginManualEntry(
      id: "html-entity",
      summary: "Decodes HTML character references left in plain text: &eacute; becomes é, &amp;amp; becomes &.",
      text: "Decodes HTML character references left in plain text: `&eacute;` becomes `é`, `&amp;amp;` becomes `&`.\n\nReferences that end in a semicolon are decoded, named (those of the HTML standard), decimal and hexadecimal, also when escaped several times over; numbers from 128 to 159 mean windows-1252, as in browsers. Names in capitals are understood for Latin letters (`P&EACUTE;REZ`). A text with markup keeps its references, since they mean something there; so does a reference in quotation marks or backticks, which is code."),
    PluginManualEntry(
      id: "terminal-escape",
      summary: "Deletes the escape sequences by which programs colour a terminal: ESC [31m.",
      text: "Deletes the escape sequences by which programs colour a terminal: `ESC [31m`.\n\nRecognized are control sequences (`ESC [` … a final byte), operating system commands (`ESC ]` … BEL or `ESC \\`) and the two-byte sequences that choose character sets (ECMA-48, xterm). A sequence that another escape cuts off is deleted as far as it goes, as a terminal would. Text between them stays."),
    PluginManualEntry(
      id: "control-character",
      summary: "Deletes control characters that text has no use for.",
      text: "Deletes control characters that text has no use for.\n\nThese are the C0 controls but tab, line feed, form feed and carriage return; DEL; the deprecated format characters U+206A to U+206F; the marks of interlinear annotation; and the object replacement character, which stands where a picture was (Unicode Technical Report 20). A vertical tab is a line break of word processors and becomes a line feed."),
    PluginManualEntry(
      id: "byte-order-mark",
      summary: "Deletes byte order marks inside a text.",
      text: "Deletes byte order marks inside a text.\n\nU+FEFF belongs in front of a file. Inside it is a trace of files that were put together; its second meaning, a no-break space of no width, was withdrawn in favour of U+2060."),
    PluginManualEntry(
      id: "invisible-character",
      summary: "Deletes characters of no width where they have no work to do.",
      text: "Deletes characters of no width where they have no work to do.\n\nZero width spaces, word joiners and invisible operators come along when text is copied from pages; a search then misses the word they are in. They go where both neighbours are letters, digits, marks or spaces of Latin, Greek or Cyrillic text, or where the line begins or ends. Scripts that use them to divide words (Thai, Khmer, Burmese) keep them. The zero width joiner and non-joiner are left alone everywhere: emoji, Arabic and Indic scripts are written with them."),
    PluginManualEntry(
      id: "soft-hyphen",
      summary: "Deletes soft hyphens inside words.",
      text: "Deletes soft hyphens inside words.\n\nU+00AD says where a word may be divided and is not seen. Once the text is out of its page the hint is of no use, and the word with it is not found. A soft hyphen at a line's end is left to the rule for words broken there; one that is not between letters stays."),
    PluginManualEntry(
      id: "latin-ligature",
      summary: "Takes Latin ligatures apart: ﬁnd becomes find.",
      text: "Takes Latin ligatures apart: `ﬁnd` becomes `find`.\n\nLigatures as characters come from the fonts of PDF files. They look right and compare wrong. Letters that only look like ligatures (`æ`, `œ`) and those of other scripts stay."),
    PluginManualEntry(
      id: "character-width",
      summary: "Brings full width letters and half width kana to their standard width: ＡＢＣ becomes ABC, ﾊﾝｶｸ becomes ハンカク.",
      text: "Brings full width letters and half width kana to their standard width: `ＡＢＣ` becomes `ABC`, `ﾊﾝｶｸ` becomes `ハンカク`.\n\nThe forms come from old East Asian sets that filled a grid. Letters and digits are changed everywhere; full width marks and the ideographic space only between Latin letters and digits in a line without East Asian letters, since `，` and `！` are the right marks in Chinese and Japanese text, beside foreign words too."),
    PluginManualEntry(
      id: "line-end",
      summary: "Ends every line with a line feed.",
      text: "Ends every line with a line feed.\n\nCarriage return and line feed (Windows), a carriage return alone (old Macintosh), and Unicode's line and paragraph separators become one line feed each."),
    PluginManualEntry(
      id: "broken-word",
      summary: "Joins a word that a hyphen breaks at a line's end: exam-⏎ple becomes example⏎.",
      text: "Joins a word that a hyphen breaks at a line's end: `exam-⏎ple` becomes `example⏎`.\n\nThe hyphen goes where the text itself writes the word without it elsewhere and never with it, or where it is a soft hyphen; in English also where the whole is a word and the parts are not. The line end moves behind the word, so lines stay lines; in a text that is not wrapped at a width it goes. All other hyphens at line ends may belong to the word (`well-⏎known`) and stay."),
    PluginManualEntry(
      id: "exotic-space",
      summary: "Turns spaces of other widths, and no-break spaces, into the common space. Off unless asked for.",
      text: "Turns spaces of other widths, and no-break spaces, into the common space. Off unless asked for.\n\nFrench sets no-break spaces before `!` and between thousands, Japanese indents with the ideographic space, typographers set thin spaces: all of that is right where it stands. Who indexes or compares texts asks for this rule."),
    PluginManualEntry(
      id: "space-run",
      summary: "Makes one space of several between two words. Off unless asked for: runs of spaces align tables and code.",
      text: "Makes one space of several between two words. Off unless asked for: runs of spaces align tables and code.\n\nIndentation and the ends of lines are left as they are."),
    PluginManualEntry(
      id: "trailing-space",
      summary: "Deletes spaces and tabs at the ends of lines. Off unless asked for: Markdown breaks a line with two of them.",
      text: "Deletes spaces and tabs at the ends of lines. Off unless asked for: Markdown breaks a line with two of them."),
    PluginManualEntry(
      id: "straight-quotes",
      summary: "Straightens curly quotation marks: “It’s” becomes \"It's\". Off unless asked for: curly marks are right.",
      text: "Straightens curly quotation marks: `“It’s”` becomes `\"It's\"`. Off unless asked for: curly marks are right."),
    PluginManualEntry(
      id: "plain-dash",
      summary: "Writes dashes with hyphens: – becomes -, — becomes --. Off unless asked for.",
      text: "Writes dashes with hyphens: `–` becomes `-`, `—` becomes `--`. Off unless asked for."),
    PluginManualEntry(
      id: "three-dots",
      summary: "Writes the ellipsis as three full stops. Off unless asked for.",
      text: "Writes the ellipsis as three full stops. Off unless asked for."),
    PluginManualEntry(
      id: "bidi-control",
      summary: "Points out bidirectional controls that can make a text read other than it is written.",
      text: "Points out bidirectional controls that can make a text read other than it is written.\n\nOverrides, and embeddings or isolates that a line opens and never closes or closes without opening, reorder what the reader sees (the trick is known as Trojan Source, CVE-2021-42574). Marks of direction in a text without any right-to-left letter are useless at best. Balanced controls around right-to-left text are ordinary and pass."),
    PluginManualEntry(
      id: "mixed-script",
      summary: "Points out letters of another alphabet inside a word: a Cyrillic а in pаypal.",
      text: "Points out letters of another alphabet inside a word: a Cyrillic `а` in `pаypal`.\n\nLatin, Greek and Cyrillic have letters of the same shape. A word that mixes them was typed on the wrong keyboard, recognized wrongly from a picture, or meant to deceive; no search finds it. Suspects only: what was meant is not always plain. Single Greek letters in front of a word (`µm`, `Δt`) are ordinary."),
    PluginManualEntry(
      id: "unicode-form",
      summary: "Brings the text into a Unicode normalization form, NFC unless another is named.",
      text: "Brings the text into a Unicode normalization form, NFC unless another is named.\n\n`é` may be one code point or two; programs that compare bytes take them for different. NFC (UAX #15) is the form that the web and nearly all software write, and changes nothing that can be seen. NFKC and NFKD also replace compatibility characters (`²` by `2`), which loses meaning: they are for indexes, not for texts."),
  ]
}
