// Written by `make reference` from the doc comments; not to be edited.
// swift-format-ignore-file

import Language

/// What the manual says of the plugins in this family's catalog, in its order.
public enum ArtifactManual {
  public static let entries: [PluginManualEntry] = [
    PluginManualEntry(
      id: "comment-form",
      summary: "Deletes the lines of a comment form.",
      text: "Deletes the lines of a comment form.\n\nScraping takes the form below an article along: its heading, its fields, the notice about the e-mail address. The wording is that of the publishing systems, in many languages; single words (`Name`, `Comments`) go only with such lines."),
    PluginManualEntry(
      id: "share-block",
      summary: "Deletes the buttons of a share block.",
      text: "Deletes the buttons of a share block.\n\n`Share this:`, `Click to share on …`, and the names of the networks under or beside one another. One such name alone on a line may be a heading and stays."),
    PluginManualEntry(
      id: "page-navigation",
      summary: "Deletes menus, buttons and lists of other articles.",
      text: "Deletes menus, buttons and lists of other articles.\n\nThe lines above and below an article that lead elsewhere: `Skip to content`, `Related Articles` with its headlines, `Previous post`, `Tags: …`, `Back to top`. Words that can be headings of the article itself go only with others of this kind, or three in a row at an end of the text."),
    PluginManualEntry(
      id: "call-to-follow",
      summary: "Deletes calls to follow, to subscribe or to download.",
      text: "Deletes calls to follow, to subscribe or to download.\n\n`Follow … on Google News`, `Subscribe to our newsletter`, `Join our Telegram channel`: a line that begins with such a verb and names a venue, or begins as only such lines do."),
    PluginManualEntry(
      id: "inline-teaser",
      summary: "Deletes a link to another article that stands between two paragraphs.",
      text: "Deletes a link to another article that stands between two paragraphs.\n\n`See also Bridge falls in Lyon`, `READ MORE: …`, `Lire aussi : …`: a phrase that announces, and behind it something like a headline: a capital, no full stop at the end. References of a text to itself end like sentences and stay."),
    PluginManualEntry(
      id: "page-footer",
      summary: "Deletes the foot of a page: copyright, theme, notices.",
      text: "Deletes the foot of a page: copyright, theme, notices."),
    PluginManualEntry(
      id: "advert-line",
      summary: "Deletes the places of advertisements.",
      text: "Deletes the places of advertisements.\n\n`Advertisement`, `Sponsored`, `Story continues below`, in many languages, alone on a line."),
    PluginManualEntry(
      id: "repeated-title",
      summary: "Deletes a title that stands once more above the article.",
      text: "Deletes a title that stands once more above the article.\n\nThemes print the title in the page’s head and again over the text, often with the site’s name (`Bridge falls – Daily Bridge`). One stays, the one without the name; so does the first of two in other words, `Coach Felber after cup disaster: “We are people”`. So goes a summary that is cut short above the paragraph that begins with it. A line that comes again among verses or in a list is no title: prose must follow."),
    PluginManualEntry(
      id: "foreign-line",
      summary: "Deletes a title or caption that was left in the script of the source: a line in Cyrillic, Greek, Arabic or Chinese over an English article.",
      text: "Deletes a title or caption that was left in the script of the source: a line in Cyrillic, Greek, Arabic or Chinese over an English article.\n\nA translator that works through a page passes over what its layout repeats, the title in the head and the captions of pictures. Such a line stands above the first paragraph, or the same one stands twice; it is short, has hardly a Latin letter, and no more than two of its kind are in the text. Only where other lines, or damage in the text, show that the page came along: who quotes a poem means it."),
    PluginManualEntry(
      id: "site-header",
      summary: "Deletes what a site’s theme put above the title: the day’s date, the site’s name, its motto.",
      text: "Deletes what a site’s theme put above the title: the day’s date, the site’s name, its motto.\n\n`July 1, 2024`, `Daily Bridge`, `All the news of Lyon`: short lines without a full stop above the title. They are believed where the title behind them stands twice, as it does under such a head, or where the first of them is a date and a name follows before a longer title. A dateline right above the text, or one line above one title, stays."),
    PluginManualEntry(
      id: "title-suffix",
      summary: "Deletes the name of the site or of a section behind the title: Bridge falls – Economy, Bridge falls | Daily Bridge.",
      text: "Deletes the name of the site or of a section behind the title: `Bridge falls – Economy`, `Bridge falls | Daily Bridge`.\n\nA browser’s title bar has them, and a scraper takes the title from there. Only at the end of the first line, behind a dash or bar with spaces, where it is a section of newspapers or a name that the text has elsewhere, and where other lines or damage show that the page came along."),
    PluginManualEntry(
      id: "head-label",
      summary: "Deletes the labels that a page sets round its title: the section, the kind of the article, the place of a picture.",
      text: "Deletes the labels that a page sets round its title: the section, the kind of the article, the place of a picture.\n\n`Politics`, `World & Region`, `Exclusive`, `image`, `EFE` on lines of their own before the first paragraph, above the title or below it. An article has no heading there. One to three words, all of them names of sections, labels or agencies; a word in small letters next to a line of the page, as a tag or a site’s name is. Only where a title stands there too, and other lines or damage show that the page came along."),
    PluginManualEntry(
      id: "section-row",
      summary: "Deletes rows of a site’s sections, the way through the site, and the links to the next article, round an article.",
      text: "Deletes rows of a site’s sections, the way through the site, and the links to the next article, round an article.\n\n`News Sport Culture Contact`, `News › Region › Old bridge falls` above its title, `EN DE FR`, `1 2 3 ... 12`, `Next Rain in the south`: lines above the first paragraph or below the last one, made of the names of sections, with signs between them or not. Only where a title stands too, and other lines or damage show that the page came along."),
    PluginManualEntry(
      id: "byline",
      summary: "Deletes who wrote an article and when, where the page set it on lines of their own above the text.",
      text: "Deletes who wrote an article and when, where the page set it on lines of their own above the text.\n\n`Jo Felber` over `Apr 6 2023`, `By Jo Felber March 4, 2026 | 6:00 AM`, `2023-02-21T14:12:08Z`, a name that stands twice, a name alone above the first paragraph, `[Culture Desk = Reporter Kim Jo]` before it. Only where other lines, or damage in the text, show that the page came along; a byline without date above a clean article stays, and so does a day alone."),
    PluginManualEntry(
      id: "photo-credit",
      summary: "Deletes the line that says whose a picture is, when the picture did not come along.",
      text: "Deletes the line that says whose a picture is, when the picture did not come along.\n\n`(Credit: Jo Felber/AFP/Getty Images)`, `Image: Jo Felber/NT`, `Photo = Tree Films`: a word for a picture, a colon or an equals sign, and nothing but names. Only where other lines, or damage in the text, show that the page came along."),
    PluginManualEntry(
      id: "caption",
      summary: "Deletes the caption of a picture that did not come along.",
      text: "Deletes the caption of a picture that did not come along.\n\nA line of its own that ends in whose the picture is: `The bridge on Monday. Photo: Jo Felber/AFP`, `Jo Felber/Getty Images`, `The bridge (archive image)`, `© Jo Felber` and the line above it. What stands before the credit describes what the reader does not see. A name and an agency are believed between paragraphs of any text; the rest where other lines, or damage in the text, show that the page came along."),
    PluginManualEntry(
      id: "author-note",
      summary: "Deletes what a page says of its author below the article.",
      text: "Deletes what a page says of its author below the article.\n\n`Jo Felber has many years of experience in journalism. She can be reached at …`, `Web expert. Award-winning coffee lover.`: one of the last paragraphs, short, of somebody whom the text does not name, with three words or more that such notes are made of. Where other lines, or damage in the text, show that the page came along, also `Jo Felber is a staff writer for the Daily Bridge` and `About the author: …`."),
    PluginManualEntry(
      id: "repeated-block",
      summary: "Deletes some lines that stand again right behind themselves, and a line that says its headline twice.",
      text: "Deletes some lines that stand again right behind themselves, and a line that says its headline twice.\n\nPages print the summary above the article and again at its start (`It fell. Nobody was hurt.`, each on a line, and then both once more), and a link to another article bears its title twice. In damaged text only: verse has refrains."),
    PluginManualEntry(
      id: "pull-quote",
      summary: "Deletes a line that a paragraph of the text says too, word by word.",
      text: "Deletes a line that a paragraph of the text says too, word by word.\n\nPages set a sentence of the article once more in large letters between two paragraphs, or a heading once more with nothing under it, and a scraper cannot tell. Six words at least, a whole line, and the same words inside a longer paragraph; or a heading of four that comes again right before the next one. In damaged text only."),
    PluginManualEntry(
      id: "footnote-mark",
      summary: "Deletes the asterisks that a page set behind its links, and the line at its foot that explains them.",
      text: "Deletes the asterisks that a page set behind its links, and the line at its foot that explains them.\n\n`the police *, who came`, `the workshop* opened` and at the end `*Daily.de is an offer from Bridge Media`: the page marks links to its own network so. Two marks at least, or one and the line; none where asterisks stand for emphasis, a list, a product or a footnote of the text."),
    PluginManualEntry(
      id: "file-name-line",
      summary: "Deletes a line that is nothing but the name of a picture, or the size of an advertisement.",
      text: "Deletes a line that is nothing but the name of a picture, or the size of an advertisement.\n\nWhat stood in a picture’s place came along as text: `bridge_2021-05-01.jpg`, `IMG_2041.JPEG`, `728x90`, `banner 300x250`. Lists of files, three such lines in a row or a text without prose, stay."),
    PluginManualEntry(
      id: "shortcode",
      summary: "Deletes the codes of a publishing system that nobody expanded: [ad_1], [embed], [gallery ids=\"7,9\"].",
      text: "Deletes the codes of a publishing system that nobody expanded: `[ad_1]`, `[embed]`, `[gallery ids=\"7,9\"]`.\n\nPosts copied from a database hold names in square brackets where a plug-in would have put an advertisement, a picture or a form. They go where they stand alone on a line or begin or end one, if the name is one that the systems use or values are assigned in the brackets. Remarks of an editor and sections of settings have neither."),
    PluginManualEntry(
      id: "spaced-tag",
      summary: "Deletes tags of a page that were spaced out by a translator: < / p > < p >, < br / >.",
      text: "Deletes tags of a page that were spaced out by a translator: `< / p > < p >`, `< br / >`.\n\nA translator takes the brackets of a tag for marks of the text and sets spaces round them; what strips tags does not know them any more. Only tags of paragraphs, breaks and emphasis with a space inside, which nobody writes who writes of tags."),
    PluginManualEntry(
      id: "stray-headline",
      summary: "Deletes the headline of another article that stands between two paragraphs without a word to announce it.",
      text: "Deletes the headline of another article that stands between two paragraphs without a word to announce it.\n\nPages set links to other stories between the paragraphs, and a scraper keeps their text: `The federation announces the dates of the fourth round`. A heading of the article itself is shorter, or speaks of what the article speaks of; a headline of six words or more whose words of content stand nowhere else in the text does not belong to it. In damaged text only."),
    PluginManualEntry(
      id: "remnant-mark",
      summary: "Writes the quotation marks, apostrophes and dashes of which a wrong character set has left one letter: âI am,â he said, donāt, itโs.",
      text: "Writes the quotation marks, apostrophes and dashes of which a wrong character set has left one letter: `âI am,â he said`, `donāt`, `itโs`.\n\nCurly marks and dashes are three bytes of UTF-8, E2 80 and a third. A program that takes bytes for letters of its own set makes a letter of the first (â, ā, в, โ …), and the next that throws away controls drops the others. By what touches it, a mark can be told: it is glued to a word on one side only, or joins an ending to one. The letter counts as such a rest in a text that has it in two of these ways, three times or more, and hardly ever inside a word."),
    PluginManualEntry(
      id: "replaced-mark",
      summary: "Writes quotation marks where a question mark or the replacement character stands for them: ?I am not sure,? he said.",
      text: "Writes quotation marks where a question mark or the replacement character stands for them: `?I am not sure,? he said`.\n\nA program that has no curly marks writes `?` or U+FFFD for each. In front of a word, behind a space or at a line's start, neither can be what it seems. Its fellow closes it in the same line: behind a comma or stop, or before a word in small letters, where no question ends. Both become the marks of the text."),
    PluginManualEntry(
      id: "stranded-quotation",
      summary: "Joins a quotation that stands on a line of its own to the sentence that it was taken from.",
      text: "Joins a quotation that stands on a line of its own to the sentence that it was taken from.\n\nItalics were an element of their own, and each element became a line: `to recall the ”`, `lean years`, `” of the war`. The mark that opens the quotation is left at the end of one line, the one that closes it at the start of the next but one, and they have whatever direction the translator gave them. The three lines become one again, `to recall the “lean years” of the war`. A closing mark alone that a line begins with, and the sentence with it, goes back to the line in which its quotation began."),
    PluginManualEntry(
      id: "broken-line",
      summary: "Joins the lines of a sentence that was broken where a link or an emphasis stood.",
      text: "Joins the lines of a sentence that was broken where a link or an emphasis stood.\n\nEach element of a page became a line: `the “insult” of`, `Ana Moreira`, `after the party admitted`. A line that begins with a comma or a full stop belongs to the line before, whatever that is. Where no mark shows it, words do: a line that ends in an article, a preposition or the like goes on with the next one if that begins small, or if it is short, as a link is, and the line behind it goes on small; and so does a line that is an article alone. A contraction cut at its apostrophe is closed up (`can’`, `t`). Text that is wrapped, verse, lists and headings have such lines by nature: nothing is joined where most lines are no paragraphs, and a line of some words only is joined for its marks alone."),
    PluginManualEntry(
      id: "doubled-opener",
      summary: "Reduces an opening quotation mark that stands twice to one.",
      text: "Reduces an opening quotation mark that stands twice to one.\n\nWhere two pieces of a page are joined, each brings its mark: `““We stayed`, `\"\"We stayed,\" he said`, `„“so warm”`. One of the two goes where the text closes the quotation once only. Where both are closed again, one quotation begins in another and both stay."),
    PluginManualEntry(
      id: "dashed-speech",
      summary: "Writes quotation marks for the dashes that part a speaker from his words inside a quotation: “It is late — said the envoy. — We go.” becomes “It is late,” said the envoy. “We go.”",
      text: "Writes quotation marks for the dashes that part a speaker from his words inside a quotation: `“It is late — said the envoy. — We go.”` becomes `“It is late,” said the envoy. “We go.”`\n\nRussian, Polish, Spanish and Italian set one pair of marks round a speech, or none, and part the clause that names the speaker with dashes. Translation keeps them. The quotation must stand open at the first dash; behind it comes a verb and who speaks, and then a stop, mostly with the second dash. What is said between two dashes without a stop is an aside and stays."),
    PluginManualEntry(
      id: "dash-attribution",
      summary: "Deletes the dash between a quotation and the clause that says who speaks: “It is late”, – said the envoy.",
      text: "Deletes the dash between a quotation and the clause that says who speaks: `“It is late”, – said the envoy`.\n\nIn Russian, Ukrainian and Polish a comma and a dash part the two, and translation keeps both. The comma stands before the mark, as English has it. Without a comma the dash goes only where a speaker is named behind it."),
    PluginManualEntry(
      id: "doubled-closer",
      summary: "Reduces a closing quotation mark that stands twice to one.",
      text: "Reduces a closing quotation mark that stands twice to one.\n\nSpinners cut a sentence behind its full stop and close the quotation once more, often with the wrong mark and a few words again: `lenses. “. “`, `their differences. “”.`, `of the law. “. law. “`, `“We know,”. “ she said`. What is left is the inner stop and one closer. A second closer that hangs on the word behind the comma, `we wait”, ”she says`, goes; so does one between two stops at the end of a paragraph in which nothing was quoted, `the work was over. “.`."),
    PluginManualEntry(
      id: "turned-mark",
      summary: "Turns a quotation mark that points the wrong way, and sets it where it belongs.",
      text: "Turns a quotation mark that points the wrong way, and sets it where it belongs.\n\nThe text’s marks are read as a whole (`QuotationMarks`); where one closes what stands open and yet is written as an opener, or the other way round, it is written as what it is: `the situation. “` → `the situation.”`, `a friend ” without equal “ and` → `a friend “without equal” and`. The spaces on its wrong side go with it. Other customs (`„so“`, `»so«`, `”so”`) are read as what they are and stay."),
    PluginManualEntry(
      id: "mixed-marks",
      summary: "Gives a quotation mark of another language the shape of the text’s own.",
      text: "Gives a quotation mark of another language the shape of the text’s own.\n\nTranslation keeps the marks of the source here and there: `“with a single hand»`, and in an English text whose marks are `“…”` a pair `«…»`, `„…“`, `《…》` or `【…】`; typewriters and wikis leave `''`. Where a pair mixes two customs the stranger is replaced; whole pairs of another custom only in English text that has pairs of its own too."),
    PluginManualEntry(
      id: "mismatched-pair",
      summary: "Gives the two marks of a quotation one shape where one is single and the other double, or one curly and the other straight: ‘so warm”, said becomes ‘so warm’, said.",
      text: "Gives the two marks of a quotation one shape where one is single and the other double, or one curly and the other straight: `‘so warm”, said` becomes `‘so warm’, said`.\n\nOnly where the paragraph has no other use for either mark: its double marks do not pair, and the single mark is no apostrophe. The closer follows the opener, but for the custom of commas inside (`‘so,”`), and of stops inside (`‘so.”`) in texts that have their other quotations in double marks, where the closer is believed."),
    PluginManualEntry(
      id: "reopened-quotation",
      summary: "Deletes an opening quotation mark in the middle of a quotation that is open already.",
      text: "Deletes an opening quotation mark in the middle of a quotation that is open already.\n\nSentence by sentence, a translator opens the quotation again: `“The talks were long. “They will go on,” he said.` The second mark goes where the quotation closes only once and nobody is named as its speaker in between (then a closer is lost instead). A mark that begins a paragraph inside a quotation is custom and stays."),
    PluginManualEntry(
      id: "early-closer",
      summary: "Deletes a closing mark in the middle of a sentence that is closed once more at its end: “We know what they will do.” when the square is empty,” he said.",
      text: "Deletes a closing mark in the middle of a sentence that is closed once more at its end: `“We know what they will do.” when the square is empty,” he said`.\n\nWhere a clause was moved behind its main clause, the mark, and the full stop with it, stay where the sentence ended before. The quotation must begin like a sentence, so that the end of it is not another one that lost its opener; but for a list that is closed before its last word, `“men, women,” children”`."),
    PluginManualEntry(
      id: "interposed-speaker",
      summary: "Ends a quotation before the clause that names its speaker and opens it again behind: “We wait, explains the envoy. It is late.” becomes “We wait,” explains the envoy. “It is late.”",
      text: "Ends a quotation before the clause that names its speaker and opens it again behind: `“We wait, explains the envoy. It is late.”` becomes `“We wait,” explains the envoy. “It is late.”`\n\nFrench, Italian and Spanish papers set one pair of marks round all that somebody says and let the narrator speak in between, and so do translators that take a sentence for the unit. The clause must be a speaker’s by its words alone, a verb of saying with its subject behind it, or `he said` and no more, with a stop after it; and it must not be in anybody’s person. Where the quotation ends with the clause, `“We waited, he said.”`, somebody may tell what another said, and it stays."),
    PluginManualEntry(
      id: "lost-opener",
      summary: "Puts in the opening mark of a quotation that only closes.",
      text: "Puts in the opening mark of a quotation that only closes.\n\nThe closer says that words of somebody end here; behind a colon, or at the start of the sentence that it ends, they begin: `the paper said: We will go on.”`, `… on Friday. We will go on. “`. A closer in the middle of the writer’s own sentence does not say where its words began and is left; so is a fragment that begins with a small letter. Where a full stop stands glued in the place of the mark (`affairs.with a single hand»`) it was the mark; where it ends a sentence and the next is glued to it, the mark went with the space."),
    PluginManualEntry(
      id: "lost-closer",
      summary: "Puts in the closing mark of a quotation that never ends.",
      text: "Puts in the closing mark of a quotation that never ends.\n\nWhere the speaker is named behind a comma, the quotation ends there (`“We go on, he said.`); where he is glued to the last word, mark, comma and space are lost together (`the new orderHe said`); where nothing but the quotation stands between its opener and the end of the paragraph, it ends there. It ends earlier where a sentence is the narrator’s by its looks: `Explained the coach.`, `This is the wish that Ash expressed`, `In this sense, the mayor asked`."),
    PluginManualEntry(
      id: "wandered-colon",
      summary: "Moves a colon or comma that slipped behind an opening quotation mark back before it: he said “: We go on”, he said “, We go on”.",
      text: "Moves a colon or comma that slipped behind an opening quotation mark back before it: `he said “: We go on”`, `he said “, We go on”`.\n\nWhere a translator carries marks over from another word order, the mark that announces a quotation ends up inside. It goes to the word before; where that has such a mark already, it goes."),
    PluginManualEntry(
      id: "quotation-spacing",
      summary: "Sets the spaces round a quotation mark right: one outside, none inside.",
      text: "Sets the spaces round a quotation mark right: one outside, none inside.\n\nTags that stood between mark and word are gone and took the space along (`the talks”he said`), or left one behind (`“ the talks ”`). What a mark is, is read from the whole text, so straight marks are set right too. The spaces of French marks, and narrow ones between nested marks, stay."),
    PluginManualEntry(
      id: "nested-marks",
      summary: "Writes single marks for the double ones of a quotation in a quotation: “They call it “a rule” and laugh,” he said.",
      text: "Writes single marks for the double ones of a quotation in a quotation: `“They call it “a rule” and laugh,” he said`.\n\nEnglish tells the two apart by their marks; many languages do not, and translation keeps what stood there. Both quotations must open and close in one paragraph, the inner one is some words and the only one in the outer, and nobody but the speaker speaks before it: else the outer one may have lost its closer, and the next its opener."),
    PluginManualEntry(
      id: "doubled-single",
      summary: "Writes two single quotation marks in a row as the double mark that they stand for: ‘‘so it is’’ becomes “so it is”.",
      text: "Writes two single quotation marks in a row as the double mark that they stand for: `‘‘so it is’’` becomes `“so it is”`.\n\nTypesetters and old converters make a double mark of two single ones, and translation keeps them. Both ends must be there in one paragraph, and no other mark between them: `‘he said ‘no’’` ends two quotations."),
    PluginManualEntry(
      id: "typed-mark",
      summary: "Puts together a quotation mark that is typed with two other signs, or whose two strokes were parted: ´´so it is´´, ' ' so it is ' '.",
      text: "Puts together a quotation mark that is typed with two other signs, or whose two strokes were parted: `´´so it is´´`, `' ' so it is ' '`.\n\nKeyboards without quotation marks, and tokenizers that take each apostrophe for a word. Both ends must stand in one line, with words between them; the marks become those of the text, in texts that are damaged elsewhere."),
    PluginManualEntry(
      id: "single-marks",
      summary: "Sets single quotation marks right: a ’ disaster ‘ for and a ‘disaster‘ for become a ‘disaster’ for.",
      text: "Sets single quotation marks right: `a ’ disaster ‘ for` and `a ‘disaster‘ for` become `a ‘disaster’ for`.\n\nSingle marks are apostrophes most of the time, so only what cannot be one is touched: a mark with a space on both sides that has its like some words on, an opening mark that closes, a closing mark that a pronoun is glued to (`,’he said`), and one that opens with its space on the wrong side (`for more’ free time’ and`)."),
    PluginManualEntry(
      id: "repeated-sentence",
      summary: "Deletes a sentence that stands again right behind itself, a sentence whose object is its subject, and a paragraph that stands again.",
      text: "Deletes a sentence that stands again right behind itself, a sentence whose object is its subject, and a paragraph that stands again.\n\nLoops of a decoder (`The port is closed. The port is closed.`) and of a page template. Short sentences are said twice on purpose, so eight words are the least, and four for what stands three times; a paragraph again at once needs twelve, further down forty. A sentence that begins and ends with the same long name (`The Bank of the North has warned the Bank of the North.`) says nothing: it goes where its verb is the sentence's before it and in damaged text, else it is flagged. So it does in damaged text where somebody has done something to himself (`The crows have forgotten the crows.`)."),
    PluginManualEntry(
      id: "repeated-phrase",
      summary: "Deletes the second of two equal phrases, and the fragment of a sentence that stands again behind it.",
      text: "Deletes the second of two equal phrases, and the fragment of a sentence that stands again behind it.\n\nDecoders fall into loops: `of the of the`, `on the shore of on the shore of`; spinners leave the tail of a sentence once more behind its full stop (`and its workers. workers.`), a clause behind its comma (`, a source said, a source said`), or one of two conjuncts twice with the stop between (`the bank and the bank. its customers`). A name may stand twice or more with a comma between (`Ana Moreira, Ana Moreira said`). Of a loop one turn stays. Chains that idiom builds (`on and on and on`, `day after day after day`), counting and refrains stay; so does a phrase of two words unless it begins with an article, a preposition or the like."),
    PluginManualEntry(
      id: "repeated-word",
      summary: "Deletes the second of two equal words.",
      text: "Deletes the second of two equal words.\n\nDecoders of machine translation and careless editing leave `the the`. A function word that grammar never doubles is sure; of other words only nouns and verb forms of some length count, and never those that speech doubles (`very very`, `bye bye`, `had had`, `that that`), names (`Duran Duran`), numbers, or a word that the text doubles twice. Also the adjective that a compound says again: `tight water-tight`."),
    PluginManualEntry(
      id: "decoder-overlap",
      summary: "Deletes what stands twice where two windows of a decoder overlap.",
      text: "Deletes what stands twice where two windows of a decoder overlap.\n\nA machine that translates or rewrites a text piece by piece emits the words at the seam with both pieces: `only from power plants. But the power plants. But the president`. The copy is the same to the byte, marks included, and it begins and ends anywhere, whereas who says something twice for its sake says a whole word of feeling or a whole clause. So, in a damaged text, a run of words counts that begins inside a clause and goes on inside it behind the copy, and such a run with its comma or colon (`$90 million in August, in August, and`). Chains that idiom builds (`and by and by`, `from time to time to`), what begins with a conjunction, what is said of or to somebody in two words, names in twos and words that speech doubles stay, as does all that stands in lines of verse."),
    PluginManualEntry(
      id: "speech-echo",
      summary: "Deletes a verb of saying that was left over as a sentence of its own: he said. estimated.",
      text: "Deletes a verb of saying that was left over as a sentence of its own: `he said. estimated.`\n\nFrench closes a quotation with its verb and the subject turned round (`a-t-il estimé`). Translated piece by piece, `he said` comes of the first part, and the verb itself stands behind a full stop. Turkish has the verb behind the quotation, and a translator that has put one before it leaves the other there: `the minister said, “We go.” said.` Languages that end their sentences with the verb leave it behind as a sentence with a capital: `Felber said on Monday. Declared.`, `that they had met. Is.`"),
    PluginManualEntry(
      id: "orphan-mark",
      summary: "Deletes a full stop or comma that stands alone after another mark.",
      text: "Deletes a full stop or comma that stands alone after another mark.\n\nWhen a link, a footnote or a tag is cut out of a sentence, the mark behind it stays: `countries. . The`, `the harbour, , and`. The second mark goes, with the space before it; of a full stop and a comma the one stays that fits what follows. Spaced ellipses (`. . .`), and any run of three or more, stay."),
    PluginManualEntry(
      id: "doubled-mark",
      summary: "Reduces two marks that touch, of which one is too many, to the one that fits.",
      text: "Reduces two marks that touch, of which one is too many, to the one that fits.\n\nJoining pieces of text leaves a mark of each: `the vote,, and`, `ended.. Then`, `Mr Ash,. The`, `why?.`. An ellipsis written `. ..` or `.. .` is closed up. Stops of abbreviations before a comma, pairs that the text uses all the time (a typing habit), and anything that looks like code or a path stay."),
    PluginManualEntry(
      id: "stop-before-speaker",
      summary: "Writes a comma for the full stop of a quotation whose speaker is named behind it: “We go on.” explained the mayor.",
      text: "Writes a comma for the full stop of a quotation whose speaker is named behind it: `“We go on.” explained the mayor`.\n\nIndonesian, Ukrainian and other custom ends the speech before its speaker. In English the sentence goes on: a verb of saying or a pronoun with a small letter begins none. Behind a name the sentence must be nothing but the name and the verb, `Ash stressed.` Where the sentence goes on with a small word, `“we go on.” and that`, the stop goes."),
    PluginManualEntry(
      id: "leading-mark",
      summary: "Deletes a mark that stands alone at the start of a line, or alone on it.",
      text: "Deletes a mark that stands alone at the start of a line, or alone on it.\n\nWhat stood before it was a link, a picture or a name that was cut out: `. The minister said`, `, the agency reports`, and lines of one comma or full stop."),
    PluginManualEntry(
      id: "foreign-mark",
      summary: "Replaces marks of another script in Latin text.",
      text: "Replaces marks of another script in Latin text.\n\nTranslation from Chinese, Arabic or Hindi leaves full-width, Arabic and Indic marks between Latin words: `the talks，which`, `Moscow، Paris`, `ended。`. Each becomes the mark it stands for, with a space where the other script needs none. In English text `¿` and `¡` before a sentence go."),
    PluginManualEntry(
      id: "split-abbreviation",
      summary: "Closes an abbreviation whose letters were pulled apart.",
      text: "Closes an abbreviation whose letters were pulled apart.\n\nSpinners put a space behind every full stop: `U. S. troops`, `at 9 p. m.`, `Washington, D. C.`. Only abbreviations that the table knows are closed; initials of persons (`J. R. R. Tolkien`) are written with spaces by right."),
    PluginManualEntry(
      id: "split-number",
      summary: "Closes a number or a time of day that was pulled apart at its mark.",
      text: "Closes a number or a time of day that was pulled apart at its mark.\n\nSpinners treat every full stop as the end of a sentence and put a space behind it: `3. 5 percent`, `$1, 500`, `10: 30 a.m.`. The two halves are joined where a unit, a currency or the group of three digits says that they are one number. Numbered lists, dates (`May 1, 2020`) and sentences that end in a number stay."),
    PluginManualEntry(
      id: "split-ordinal",
      summary: "Closes an ordinal, a fraction, a range or a degree whose second half was set apart.",
      text: "Closes an ordinal, a fraction, a range or a degree whose second half was set apart.\n\nSuperscripts become words of their own when tags are removed: `the 64 th minute`, `on May 3 rd`; so do the signs of `190 ° C`. In damaged text the halves of `1 /2 tsp`, `40 -50 ml` and `Cor 9 :6` are joined too, and the point that other languages set behind the day of a date goes: `on the 13. April`."),
    PluginManualEntry(
      id: "wrong-apostrophe",
      summary: "Writes an apostrophe where another sign stands for it: the company´s, dont, doesn?t, we\"re.",
      text: "Writes an apostrophe where another sign stands for it: `the company´s`, `don`t`, `doesn?t`, `we\"re`.\n\nKeyboards, character sets and translators put an accent, a backtick, a prime, a quotation mark, a question mark or the replacement character where an apostrophe was. Between a word and an ending that only an apostrophe joins to it, it is one. A quotation mark counts only where the reading of all marks has no better use for it."),
    PluginManualEntry(
      id: "lost-apostrophe",
      summary: "Puts back the apostrophe of wasnt, todays talks, the players agent, Norways largest, this years vote, don t.",
      text: "Puts back the apostrophe of `wasnt`, `todays talks`, `the players agent`, `Norways largest`, `this years vote`, `don t`.\n\nReaders of pages that know another character set drop the sign, or leave a space for it. A contraction is known by its letters; `todays` before a noun, a name that takes no plural, and a word for a person or a body in the plural between an article or possessive and a noun that news never writes together, are possessives. In damaged text only: some write so on purpose."),
    PluginManualEntry(
      id: "split-contraction",
      summary: "Closes a contraction or possessive whose apostrophe was set apart.",
      text: "Closes a contraction or possessive whose apostrophe was set apart.\n\nTokenizers and translators write `Russia ’s`, `Russia’ s`, `don ’t`, `do n’t` and `we ’ re`. The apostrophe and its ending go back to the word. A plural’s own apostrophe before a word of one letter is not an ending of this kind and is rare; `’tis` and quotations stay."),
    PluginManualEntry(
      id: "lost-middle",
      summary: "Gives back the short middle of a hyphenated loan that was lost between its hyphens.",
      text: "Gives back the short middle of a hyphenated loan that was lost between its hyphens.\n\nA letter that a converter did not know turned into a full stop or into nothing, and the next letter was taken for the start of a sentence: `vis-.-Vis`, `tête--tête`, `vis-?-vis`."),
    PluginManualEntry(
      id: "stop-in-word",
      summary: "Takes out a full stop or soft hyphen in the middle of a word: gov.ernment, inter.national.",
      text: "Takes out a full stop or soft hyphen in the middle of a word: `gov.ernment`, `inter.national`.\n\nA mark that a table of the page or an optical reader put there. What stands on its two sides is a common word only together, in small letters, and nothing nearby is an address."),
    PluginManualEntry(
      id: "stop-for-comma",
      summary: "Puts a comma for the full stop behind what begins a sentence and is none: In principle. a bank is free to say no.",
      text: "Puts a comma for the full stop behind what begins a sentence and is none: `In principle. a bank is free to say no.`\n\nSpinners and translators of links end a sentence where they end a piece. A preposition with its noun, or a clause that `when` or `because` begins, cannot stand alone; where an article or pronoun in small letters goes on behind the stop, the two are one sentence. In damaged text that writes its sentences with capitals."),
    PluginManualEntry(
      id: "stop-in-phrase",
      summary: "Takes out a full stop that cuts a phrase in two.",
      text: "Takes out a full stop that cuts a phrase in two.\n\nWhere a link ended, translators end a sentence: `a visit to Beijing. and Moscow`, `has approved. the rules`, `the president of. Portugal`. A small word that joins on (`and`, `of`, `with`) cannot begin a sentence in lower case, nor can any word that news sets right behind the one before the stop; and an article or preposition cannot end one. Abbreviations stay, and so does all of a text that writes its sentences in lower case."),
    PluginManualEntry(
      id: "stop-in-list",
      summary: "Turns a full stop inside a list of names into the comma that it was.",
      text: "Turns a full stop inside a list of names into the comma that it was.\n\n`from Kenya and Uganda. Rwanda, Burundi and Congo.`: a sentence that is nothing but a list of capitalized names, two commas or a comma and an `and` long, is no sentence; the list began before it. Nor is one what goes on in small letters between a comma and the list’s last `and`."),
    PluginManualEntry(
      id: "lost-stop",
      summary: "Puts in the full stop that the last sentence of a paragraph has lost.",
      text: "Puts in the full stop that the last sentence of a paragraph has lost.\n\nWhere the paragraphs of a text end in marks, one of prose that does not has lost its own: `“We go on,” he said` at the end of a line, a line that is one quotation of several sentences, and a line of prose, whose last sentence has a verb. Headings, captions, decks, items of lists and lines that go on in the next one have no stop by nature."),
    PluginManualEntry(
      id: "unstopped-sentence",
      summary: "Puts in the full stop between two sentences of which only the second’s capital is left: keep my word The ideals are high.",
      text: "Puts in the full stop between two sentences of which only the second’s capital is left: `keep my word The ideals are high`.\n\nTags that ended a sentence, and spaces that a page makes of them, take the stop along. The sentence before has a verb and ends in a noun or a name; the one behind begins with a word that hardly stands in the midst of one, and its verb follows: `There are`, `It is`, `Today is`, `The ideals are`. What may be a clause without `which` (`the plan The council made`) stays. In damaged text; it flags unless told otherwise, for a heading that was run into its text looks the same."),
    PluginManualEntry(
      id: "empty-bracket",
      summary: "Deletes a pair of brackets that has lost what stood in it: the defender Aline () recalled, Riga (, ) is.",
      text: "Deletes a pair of brackets that has lost what stood in it: `the defender Aline () recalled`, `Riga (, ) is`.\n\nLinks, footnotes, pronunciations and pictures are cut out and their brackets stay. A pair with commas or semicolons alone in it goes from any prose, one with nothing or spaces from damaged text, with the space before it. Calls in code, boxes to tick and pairs at the start of a line stay."),
    PluginManualEntry(
      id: "doubled-bracket",
      summary: "Deletes a closing bracket that stands a second time: the court (STJ). ). In, (the capital)) is.",
      text: "Deletes a closing bracket that stands a second time: `the court (STJ). ). In`, `(the capital)) is`.\n\nWhere a link inside brackets is cut out or joined to the next piece, its bracket stays behind. What goes is a closing bracket that closes nothing in its paragraph and stands right behind one that does, with a full stop and spaces at most between."),
    PluginManualEntry(
      id: "stray-bullet",
      summary: "Deletes a bullet from the end of a paragraph of prose, where a list or a signature of the page began: “the end of it”. •.",
      text: "Deletes a bullet from the end of a paragraph of prose, where a list or a signature of the page began: `“the end of it”. •`.\n\nThe paragraph ends a sentence before it and has no other bullet, which would make a list of it."),
    PluginManualEntry(
      id: "bracket-spacing",
      summary: "Closes the spaces inside brackets round words.",
      text: "Closes the spaces inside brackets round words.\n\nTokenizers part brackets from their words: `the fund ( IMF ) said`. Both spaces go where both are there and what is between is short prose; where only the second one is there it goes too."),
    PluginManualEntry(
      id: "stray-comma",
      summary: "Takes out a comma that another language's grammar sets: She pointed out, that the road is closed, The Board, has appointed.",
      text: "Takes out a comma that another language's grammar sets: `She pointed out, that the road is closed`, `The Board, has appointed`.\n\nGerman, Polish, Russian and Arabic set one before every `that`, and translators keep it, or what is left of it; English has none between a verb of saying and what is said, nor between a short subject and its verb. In damaged text alone; what is said in between (`The winter, he said, that`) keeps both of its commas."),
    PluginManualEntry(
      id: "space-before-mark",
      summary: "Closes the space before a mark that belongs to the word before it.",
      text: "Closes the space before a mark that belongs to the word before it.\n\nTokenizers and cut-out tags leave `the talks , which` and `in Geneva .`; a mark that stands apart on both sides goes to the word on its left, and one that hangs on the next word (`talks ,which`) is moved over. In French the space before `; : ! ?` is right and stays; so do spaced ellipses, texts with code in them, and what is no sentence."),
    PluginManualEntry(
      id: "space-after-mark",
      summary: "Puts in the space that is missing between two sentences or behind a comma.",
      text: "Puts in the space that is missing between two sentences or behind a comma.\n\nLine breaks and tags that were removed with nothing in their place leave `ended.The next` and `Lyon,where`. A full stop between a small letter and a capital is parted where the sentence around it is prose and the next word begins sentences; a comma where the text does not write all its commas so. Addresses, file names, decimals, abbreviations and names from code (`fmt.Println`) stay."),
    PluginManualEntry(
      id: "listed-boilerplate",
      summary: "Deletes lines that a list of the user's names as page residue.",
      text: "Deletes lines that a list of the user's names as page residue.\n\nA line goes when it is a listed phrase from its first to its last word, whatever the case and the marks around it. Without a list (`--plugin`, kind `boilerplate`) the rule does nothing."),
    PluginManualEntry(
      id: "drop-cap",
      summary: "Joins a first letter that stands apart, takes one away that stands twice, and puts back one that is lost.",
      text: "Joins a first letter that stands apart, takes one away that stands twice, and puts back one that is lost.\n\nA drop cap is an element of its own: when tags are stripped it is left with a space (`T he harbour`), and where the page has it a second time for screen readers, twice (`TThe harbour`, `T The harbour`). Only at a paragraph's start, and only where the joined word is one and the rest is not, or hardly: `A bout of flu` and `B flat` stay. Where it was an image the letter is lost: `nited States officials`, `he Ministry of Health`; in damaged text it comes back if one letter alone makes a word of the rest that suits the next word."),
    PluginManualEntry(
      id: "glued-function-word",
      summary: "Sets apart a function word that was glued to its neighbour.",
      text: "Sets apart a function word that was glued to its neighbour.\n\nLinks and line ends lose their space when tags go: `Odesaas`, `ofthe`, `letterfrom`. A string that neither the lexicon nor the text knows is cut where one side is a function word and the other a common word, or a name that the text has on its own. A lexicon alone would cut names (`Karenin`), so names need the text as witness, and endings that words form with (`-in`, `-as`, `-is`, `-at`) need more than others."),
    PluginManualEntry(
      id: "glued-word",
      summary: "Sets apart two words of content that were glued together: foreclosurecrisis, worldleaders, Europeannations.",
      text: "Sets apart two words of content that were glued together: `foreclosurecrisis`, `worldleaders`, `Europeannations`.\n\nEnglish compounds nouns freely (`bombmaker`, `wreathlaying`), so a split into two known words proves nothing by itself. What does is that news sets the two side by side, or that both are common words of some length, or that the first bears an ending that no compound’s first part has: a verb form in -ed or -ing, an adverb, a noun or adjective made by a learned suffix. There must be one such cut and no other."),
    PluginManualEntry(
      id: "split-word",
      summary: "Joins a word that was pulled apart: the govern ment, it hap pened.",
      text: "Joins a word that was pulled apart: `the govern ment`, `it hap pened`.\n\nSoft hyphens, line ends and columns of a page leave a space inside words. One of the pieces is no word that anybody uses, the whole is a common one, and the piece forms no word with its other neighbour; or both pieces are words, but never stand side by side in news, and the text has the whole elsewhere."),
    PluginManualEntry(
      id: "hung-dash",
      summary: "Sets off a hyphen that stands for a dash and hangs on the next word or on the one before: the case -this is the third one- goes on.",
      text: "Sets off a hyphen that stands for a dash and hangs on the next word or on the one before: `the case -this is the third one- goes on`.\n\nSpanish and others set the dashes of an aside tight against its words; where they were typed as hyphens, translation keeps them. Two such hyphens with words between are a pair of dashes. One alone is a dash where the words show that a clause begins, `a wooden spoon- it does`. Hyphens that hang by right (`pre- and post-war`), options of commands, and halves of compounds stay. A dash that stands twice is one, `the enemy – – it was`."),
    PluginManualEntry(
      id: "split-hyphen",
      summary: "Closes a compound whose hyphen was set apart: Sino- Russian, a 45 -year- old man, spokes- man.",
      text: "Closes a compound whose hyphen was set apart: `Sino- Russian`, `a 45 -year- old man`, `spokes- man`.\n\nTokenizers put spaces round hyphens, and lines that were cut at one leave it in the middle of a word. A hyphen with a space on one side is closed up where its first or last part is one that compounds are made with, where the text has the compound as it should be, or where a number, a measure and `old` stand in a row; it goes where the halves are a word without it. Hyphens that hang (`pre- and post-war`) and spaced dashes stay."),
    PluginManualEntry(
      id: "glued-capital",
      summary: "Sets apart two words of which the second begins with a capital: ceilingsThe, byMonday, PresidentPutin.",
      text: "Sets apart two words of which the second begins with a capital: `ceilingsThe`, `byMonday`, `PresidentPutin`.\n\nThe seam of two elements lost its space when the tags went. Names with a capital inside (`YouTube`, `McDonald`, `iPhone`) are many, so both sides must be words by themselves: a common word in small letters before a word that begins sentences or a name that the lexicon or the text knows."),
    PluginManualEntry(
      id: "glued-name",
      summary: "Sets a name apart from the word that is glued to it: Unitedwon, NATOsummit, theUnited States, AnnaKovacs.",
      text: "Sets a name apart from the word that is glued to it: `Unitedwon`, `NATOsummit`, `theUnited States`, `AnnaKovacs`.\n\nNames are what pages link, and a link that loses its tags loses the space behind it. The name must be known: from elsewhere in the text, or as letters in capitals that the lexicon has. What is glued to it must be a common word that forms no names (`Johnson`, `Greenland`), or another name."),
    PluginManualEntry(
      id: "glued-number",
      summary: "Sets a number apart from the word that is glued to it: 40people, in2019, May 5and.",
      text: "Sets a number apart from the word that is glued to it: `40people`, `in2019`, `May 5and`.\n\nThe same seams as between words. Units (`40mph`, `20th`), numbers with letters (`A4`, `3D`) and sums of money, which some papers write so (`£3million`), stay."),
    PluginManualEntry(
      id: "restated-subject",
      summary: "Flags the pronoun that takes up a subject right behind it, or takes it out where it may: The roast carrots they are one of the best, the Deportivo it’s a tough nut.",
      text: "Flags the pronoun that takes up a subject right behind it, or takes it out where it may: `The roast carrots they are one of the best`, `the Deportivo it’s a tough nut`.\n\nSpoken Italian, French and Spanish take a subject up so, and where the comma between the two was lost, translators keep the pronoun. Only before a form of *be* with a predicate behind it (`The road it is in` is English), in damaged text; a comma between the two leaves it to `doubled-subject`."),
    PluginManualEntry(
      id: "restored-pronoun",
      summary: "Deletes a pronoun that a translator put behind the subject which was there already: Moreira He asked for calm.",
      text: "Deletes a pronoun that a translator put behind the subject which was there already: `Moreira He asked for calm`.\n\nSpanish, Italian and Greek leave the pronoun out. Where a name is a link, the rest of the sentence is translated by itself and gets a subject, with the capital of a sentence’s start. A name cannot stand before such a pronoun in English: what is before the name in its clause must be nothing but names, titles and prepositions, for behind a verb the pronoun begins a sentence whose stop is lost."),
    PluginManualEntry(
      id: "article-pronoun",
      summary: "Gives a noun its article back where a translator read it as a pronoun: He president of the council, He team that won.",
      text: "Gives a noun its article back where a translator read it as a pronoun: `He president of the council`, `He team that won`.\n\nThe Spanish `El` is both to a program that has lost the accent. `He` before the bare form of a noun is no English: a verb would have its ending. In damaged text, at a sentence's start, where what follows goes on a noun's phrase."),
    PluginManualEntry(
      id: "title-article",
      summary: "Takes the article before Mr., Mrs. and Ms.: the lawyer of the Mr. Okafor said.",
      text: "Takes the article before `Mr.`, `Mrs.` and `Ms.`: `the lawyer of the Mr. Okafor said`.\n\nSpanish, French and Greek have it there. What tells one of that name from others keeps it: `the Mr. Okafor who came`, `the Mr. Okafor of the book`."),
    PluginManualEntry(
      id: "capital-article",
      summary: "Gives articles in the middle of a sentence, and shouted ones, their small letters back.",
      text: "Gives articles in the middle of a sentence, and shouted ones, their small letters back.\n\nTranslators take an article in capitals for a name and keep it (`THE agreement`); pages that build a sentence from pieces capitalize the first word of each (`in The country`). `The` before a small letter goes small; before a capital only where the name is one that has no capital article (`The United States`) or the text itself writes it so elsewhere: `The Daily Mercury` stays."),
    PluginManualEntry(
      id: "acronym-article",
      summary: "Deletes the article before a body whose initials are its name: The NASA said, a member of the NATO.",
      text: "Deletes the article before a body whose initials are its name: `The NASA said`, `a member of the NATO.`\n\nFrench, Spanish, German and others set an article before every body; English says initials that it reads as a word without one. Only before a verb, a small word that goes on, or the end of the clause: `the NATO summit` is right. In damaged text."),
    PluginManualEntry(
      id: "shouted-opening",
      summary: "Sets the first word of a sentence in small letters that a page printed in small capitals: ON Tuesday, WHEN the council met.",
      text: "Sets the first word of a sentence in small letters that a page printed in small capitals: `ON Tuesday`, `WHEN the council met`.\n\nOnly small words that are no abbreviations, before a word in small letters or a day, and in damaged text."),
    PluginManualEntry(
      id: "acronym-pronoun",
      summary: "Gives a pronoun its small letters back that was taken for a body or a country: researchers WHO have worn it, told US that.",
      text: "Gives a pronoun its small letters back that was taken for a body or a country: `researchers WHO have worn it`, `told US that`.\n\nSpinners and translators know `WHO` and `US` from headlines. The pronoun stands where a name cannot, behind a noun or a name and before a verb; only in damaged text that nowhere speaks of the body, or of what it does."),
    PluginManualEntry(
      id: "meridiem-case",
      summary: "Sets a.M. and p.M. behind a time of day in small letters.",
      text: "Sets `a.M.` and `p.M.` behind a time of day in small letters.\n\nA spinner that begins each sentence with a capital takes the stop inside for a full stop."),
    PluginManualEntry(
      id: "lowercase-start",
      summary: "Gives a paragraph that begins with a small article or pronoun its capital, and a sentence that a quotation or a pronoun begins.",
      text: "Gives a paragraph that begins with a small article or pronoun its capital, and a sentence that a quotation or a pronoun begins.\n\n`the dispute enters a new round`, `a Report from the probe`: a link or a drop cap at the start took the capital along. Only in damaged text whose paragraphs begin with capitals, where the paragraph before is finished. Inside a paragraph only where no stop can be one too many: `She smiled. “it will be discussed.”`, `They left. you should wait.`"),
    PluginManualEntry(
      id: "capital-residue",
      summary: "Gives a function word in the middle of a sentence its small letter back where a link left it a capital.",
      text: "Gives a function word in the middle of a sentence its small letter back where a link left it a capital.\n\nPages translated piece by piece begin each piece with a capital: `a share In the firm`, `the bench Of 1962`. Function words between small words are sure; before a name or a number they are believed in damaged text."),
    PluginManualEntry(
      id: "clause-capital",
      summary: "Gives a word that goes on a clause its small letter back: , He said, ; Therefore the talks, (of two) Was late, when He arrived, the works Will start.",
      text: "Gives a word that goes on a clause its small letter back: `, He said`, `; Therefore the talks`, `(of two) Was late`, `when He arrived`, `the works Will start`.\n\nPieces of a sentence that were translated apart each begin with a capital. Only words that no name consists of, and in damaged text alone: verse, old prints and prayers write such capitals."),
    PluginManualEntry(
      id: "shouted-name",
      summary: "Gives a name that is shouted in a sentence the shape that the text gives it elsewhere: As LISBON’s mayor said beside Lisbon.",
      text: "Gives a name that is shouted in a sentence the shape that the text gives it elsewhere: `As LISBON’s mayor said` beside `Lisbon`.\n\nPages set the word that was searched for, or a link, in capitals by a style, and whoever copies the style into the text keeps them. Only a word of four letters or more that is a name and that the text has twice with one capital, and between words that are not shouted; in damaged text alone, for an author may raise the voice."),
    PluginManualEntry(
      id: "lookalike-letter",
      summary: "Gives a Latin word back its letters for those of other scripts that look the same: befοre with a Greek omicron, сity with a Cyrillic s.",
      text: "Gives a Latin word back its letters for those of other scripts that look the same: `befοre` with a Greek omicron, `сity` with a Cyrillic s.\n\nSpinners exchange letters so that a copy is not recognised, and keyboards left in another script do it by accident. Only in a word that has Latin letters too, where every other letter is one of those that cannot be told from a Latin one, and where the word is English with them, or one that the text has without them: `μm` and `α-helix` stay."),
    PluginManualEntry(
      id: "broken-entity",
      summary: "Writes the character for a reference of HTML into which a translator put spaces: the council & # 39; s vote, & quot; We go on & quot ;.",
      text: "Writes the character for a reference of HTML into which a translator put spaces: `the council & # 39; s vote`, `& quot; We go on & quot ;`.\n\nA translator takes `&`, `#` and `;` for marks of the text, sets spaces round them, and what decodes references knows them no more. Only the references that stand for quotation marks, apostrophes, spaces, dashes, dots and `&`, with a space inside, which nobody writes who writes of references. The spaces that a mark of this kind has on its inner side go with it."),
    PluginManualEntry(
      id: "escaped-mark",
      summary: "Deletes the backslash before a quotation mark or apostrophe of prose: it isn\\'t late, \\\"We go on,\\\" he said.",
      text: "Deletes the backslash before a quotation mark or apostrophe of prose: `it isn\\'t late`, `\\\"We go on,\\\" he said`.\n\nPrograms write it where a mark stands in a string, and a text that was taken out of one twice keeps it. Only where all double marks of the text have it, or an apostrophe inside a contraction does, in a text of paragraphs without code."),
    PluginManualEntry(
      id: "attribution-capital",
      summary: "Gives the attribution behind a quotation its small letter back: ,” Said the mayor, ”, She added.",
      text: "Gives the attribution behind a quotation its small letter back: `,” Said the mayor`, `”, She added`.\n\nBehind a comma and a closing mark the sentence goes on, and neither a verb of saying nor a pronoun has a capital there."),
    PluginManualEntry(
      id: "content-capital",
      summary: "Gives a word of content in the middle of a sentence its small letter back where a link or a headline left it a capital.",
      text: "Gives a word of content in the middle of a sentence its small letter back where a link or a headline left it a capital.\n\n`despite Doubts That Chile`, `the attacks Expanding trade`, `vowed to Expansion of`, `has Welcomed the plan`: only forms that no name has, participles behind a noun and nouns of action behind `to`, and words that news, and this text, write small beside these neighbours. A word that the text capitalizes elsewhere stays, and so does a noun that is the only such capital of its text or that the text never writes small: it may name something."),
    PluginManualEntry(
      id: "lone-capital",
      summary: "Gives a word the small letter back that nothing but damage explains: the morning Roll, a Comma, hours Before The start.",
      text: "Gives a word the small letter back that nothing but damage explains: `the morning Roll`, `a Comma`, `hours Before The start`.\n\nText that was translated or linked in pieces begins each with a capital. In damaged text, of the words that everybody knows: those that this text, or the news, never writes so, with small words on both sides and no other capital near that would make a title of it. A noun may be a body (`the Chamber`) or a team (`the Giants`), so it needs the text to write it small elsewhere and to have more such capitals. What may begin a sentence behind a word that may end one (`in those countries Most people`) stays: there the stop is what was lost."),
    PluginManualEntry(
      id: "source-noun",
      summary: "Gives words the small letter back that the source wrote with a capital: a 52-year-old Truck driver did not Stop for the first Time.",
      text: "Gives words the small letter back that the source wrote with a capital: `a 52-year-old Truck driver did not Stop for the first Time`.\n\nGerman writes all nouns so, and translators keep it here and there. One such word says nothing; a text is taken for such a translation where three different words have it that no convention gives one, in sentences: words of every day, and such as news always writes small. In damaged text two are enough, where one of them stands in a verb's place or is counted. Old prints write all nouns so, contracts their terms; neither does that. Then those words are lowered, and common nouns that name no body; never a word that may be a name, or beside another capital."),
    PluginManualEntry(
      id: "witnessed-name",
      summary: "Gives a name of two words its capitals where the text itself has it so elsewhere: marmot coin wakes up beside Marmot Coin, the token.",
      text: "Gives a name of two words its capitals where the text itself has it so elsewhere: `marmot coin wakes up` beside `Marmot Coin, the token`.\n\nHeadlines and spinners write names small. In damaged text, where one of the two is no word of the language, or a line begins with them; a given name before what is no word is a person (`oksana hrytsiv`), and initials in brackets show what bears a capital (`the national Tax Service (NTS)`)."),
    PluginManualEntry(
      id: "lowercase-name",
      summary: "Gives names of peoples, languages, countries, days and months their capital.",
      text: "Gives names of peoples, languages, countries, days and months their capital.\n\nThe languages that texts are translated from write them small (`comentarios en inglés`), and so do translations (`a letter in english`). Only in a text that otherwise writes its capitals; `french fries`, `march` and `china` are words of their own, and go large only with a date or where the text itself writes the name large. Names that the text writes with a capital again and again, and that no lexicon knows as a word, are repaired as well."),
    PluginManualEntry(
      id: "paired-name",
      summary: "Gives names of two words their capitals: the white house, the Milky way, in South korea, in north Korea.",
      text: "Gives names of two words their capitals: `the white house`, `the Milky way`, `in South korea`, `in north Korea`.\n\nOther languages write one of the two small, or both, and spinners write all words small. The table holds names that English always writes with two capitals; where the two are words of their own, the article must stand before them. In damaged text."),
    PluginManualEntry(
      id: "foreign-title",
      summary: "Gives a person the English title where the text's other persons have it: M. Wang becomes Mr. Wang.",
      text: "Gives a person the English title where the text's other persons have it: `M. Wang` becomes `Mr. Wang`.\n\nTranslators take the short titles of French, German, Spanish and Italian for initials or names and leave them. English prose about those countries keeps them on purpose, so the text itself must speak against it: it says `Mr.` or `Ms.` of others at least as often, and has the name without the title as well."),
    PluginManualEntry(
      id: "foreign-word",
      summary: "Translates small words, days and months that were left in the source language: Los retirees, salt y pepper, on martes.",
      text: "Translates small words, days and months that were left in the source language: `Los retirees`, `salt y pepper`, `on martes`.\n\nTranslators leave a word that they take for a name or a sign. Only words that English does not have, between words that it has: a conjunction between two of them, an article before a noun, a day or month in small letters. In damaged text; a phrase of another language has more of its words than one."),
    PluginManualEntry(
      id: "doubled-subject",
      summary: "Flags a subject that is said twice: The player, he had received an offer, The families, them, have begun to come, The florist, she, offers it.",
      text: "Flags a subject that is said twice: `The player, he had received an offer`, `The families, them, have begun to come`, `The florist, she, offers it`.\n\nSpoken French, Arabic and others set the subject first and take it up by a pronoun. At the start of a sentence, in damaged text; phrases of time (`The next day, he left`) are none."),
    PluginManualEntry(
      id: "spun-expression",
      summary: "Flags expressions that a spinner put in place of fixed ones: coronary heart assault, the top minister, air moves.",
      text: "Flags expressions that a spinner put in place of fixed ones: `coronary heart assault`, `the top minister`, `air moves`.\n\nSpinners exchange words one by one for what a thesaurus gives, and break expressions that cannot be broken; word-for-word translation does the same. The table holds, for each such word, what it stands for and the company in which its usual sense is impossible. What stood there is only guessed, so nothing is changed."),
    PluginManualEntry(
      id: "spun-pair",
      summary: "Flags two words that a spinner made of a fixed expression: inexperienced tea of green tea, regulation enforcement, fitness officials.",
      text: "Flags two words that a spinner made of a fixed expression: `inexperienced tea` of green tea, `regulation enforcement`, `fitness officials`.\n\nA table derived by `Scripts/make-spun-pairs.py` holds what comes of the pairs that English holds together when one of the two words is exchanged for what spinners put for it, where no source has the pair that comes of it. In damaged text, for an author may make new pairs as well."),
    PluginManualEntry(
      id: "calqued-expression",
      summary: "Flags idioms and turns of another language that were translated word for word: a drop on a hot stone, made known that.",
      text: "Flags idioms and turns of another language that were translated word for word: `a drop on a hot stone`, `made known that`.\n\nThe table holds, for expressions of some fifteen languages, what they stand for. In English they say nothing, or something else; what the author would have written is a guess, so nothing is changed."),
    PluginManualEntry(
      id: "stray-sentence-break",
      summary: "Flags a full stop in the middle of a sentence: a small letter goes on behind it.",
      text: "Flags a full stop in the middle of a sentence: a small letter goes on behind it.\n\nWhere a link was translated by itself, the clause before it was closed off with a full stop: `after the long drought. famine in the north`. What is missing cannot be known. If the rest of the sentence closes a quotation that it never opened, all of it is a fragment. Abbreviations, addresses and texts that write no capitals are passed over."),
    PluginManualEntry(
      id: "missing-to",
      summary: "Flags an infinitive that lost its to before a quotation: they hoped “rebuild the school”.",
      text: "Flags an infinitive that lost its `to` before a quotation: `they hoped “rebuild the school”`.\n\nLanguages whose infinitive has no particle (`ils veulent « poursuivre »`) leave none for the translator to put before the mark."),
    PluginManualEntry(
      id: "inverted-attribution",
      summary: "Flags an attribution whose subject stands behind its verb and all that belongs to it: as noted in an interview the mayor.",
      text: "Flags an attribution whose subject stands behind its verb and all that belongs to it: `as noted in an interview the mayor`.\n\nThe order of Greek, Spanish and the Slavic languages, kept word for word."),
    PluginManualEntry(
      id: "reporting-verb",
      summary: "Flags verbs that do not report speech in English, where they follow a quotation: ”, assured the coach, ” he launched.",
      text: "Flags verbs that do not report speech in English, where they follow a quotation: `”, assured the coach`, `” he launched`.\n\nWhat journalists in French, Greek or Spanish write for `said` (`a lancé`, `a assuré`, `επισήμανε`) is translated word for word. A verb between a quotation and its speaker, or behind both, that is not among those which English authors set there."),
    PluginManualEntry(
      id: "postposed-adjective",
      summary: "Flags an adjective in quotation marks behind its noun: the demands “legitimate” of the farmers.",
      text: "Flags an adjective in quotation marks behind its noun: `the demands “legitimate” of the farmers`.\n\nThe order of the Romance languages; the marks kept the translator from turning it."),
    PluginManualEntry(
      id: "nominal-infinitive",
      summary: "Flags a noun where an infinitive must stand: vowed to protection of the coast, and an article before a finite verb that a link left: a Sell Peru’s ministry.",
      text: "Flags a noun where an infinitive must stand: `vowed to protection of the coast`, and an article before a finite verb that a link left: `a Sell Peru’s ministry`."),
    PluginManualEntry(
      id: "name-echo",
      summary: "Flags a phrase that says its place or owner twice: Lima’s leading bankers in Lima.",
      text: "Flags a phrase that says its place or owner twice: `Lima’s leading bankers in Lima`."),
    PluginManualEntry(
      id: "name-spelling",
      summary: "Flags a name that the text spells once in another way than three times or more elsewhere.",
      text: "Flags a name that the text spells once in another way than three times or more elsewhere.\n\nNames that went through another script come back in several spellings (`Lukashenko`, `Lukaschenko`). The text is its own witness: the odd one differs by one letter, neither is a word, and neither is the other with an ending."),
    PluginManualEntry(
      id: "sentence-fragment",
      summary: "Flags a sentence that is no sentence: Noting that the division did not answer., a paragraph that begins in the middle of one, or ends there: The report was sent to the governor who.",
      text: "Flags a sentence that is no sentence: `Noting that the division did not answer.`, a paragraph that begins in the middle of one, or ends there: `The report was sent to the governor who`.\n\nLanguages that pile up participles lose the main clause in translation, and links that fall out take beginnings and ends along. In damaged text that writes its sentences with capitals."),
    PluginManualEntry(
      id: "source-order",
      summary: "Flags an order of words that another language has: has on Tuesday stopped, as said the mayor, prefers to not give, In Kiev announced readiness.",
      text: "Flags an order of words that another language has: `has on Tuesday stopped`, `as said the mayor`, `prefers to not give`, `In Kiev announced readiness`.\n\nGerman and the Nordic languages set the time between the auxiliary and the verb, Greek and Spanish the subject behind it. In damaged text."),
    PluginManualEntry(
      id: "broken-noun-phrase",
      summary: "Flags articles before words that take none: a his announcement, a some platform, an information.",
      text: "Flags articles before words that take none: `a his announcement`, `a some platform`, `an information`.\n\nGreek, Italian and Chinese set an article where English does not, and nouns that English does not count are counted elsewhere."),
    PluginManualEntry(
      id: "lost-word",
      summary: "Flags an article with nothing behind it: the hall of the. It will, to the of Finance, a is expected.",
      text: "Flags an article with nothing behind it: `the hall of the. It will`, `to the of Finance`, `a is expected`.\n\nA link that fell out took the noun along. Which one is not known."),
    PluginManualEntry(
      id: "form-clash",
      summary: "Flags two forms that exclude each other: did not went, will can, more cheaper, every years, an big, one of the problem.",
      text: "Flags two forms that exclude each other: `did not went`, `will can`, `more cheaper`, `every years`, `an big`, `one of the problem`.\n\nGrammar that a translator took over word by word from a language that marks these things twice, or not at all."),
    PluginManualEntry(
      id: "foreign-grammar",
      summary: "Flags grammar of another language word for word: without to say, since three years, at Saturday, twice higher, older as me, the grandmothers who knows, listened the radio, ten subject, should watch of the golf.",
      text: "Flags grammar of another language word for word: `without to say`, `since three years`, `at Saturday`, `twice higher`, `older as me`, `the grandmothers who knows`, `listened the radio`, `ten subject`, `should watch of the golf`.\n\nEach of these is right in some other language and in no English, so one is enough, in any text."),
    PluginManualEntry(
      id: "transferred-syntax",
      summary: "Flags constructions that a translator took over from another language: during eleven hours, exists since 1987, has the habit to drive, a little of patience, most of people, the own house, And other two men, three millions of euros, is not anymore a town.",
      text: "Flags constructions that a translator took over from another language: `during eleven hours`, `exists since 1987`, `has the habit to drive`, `a little of patience`, `most of people`, `the own house`, `And other two men`, `three millions of euros`, `is not anymore a town`.\n\nEach is how French, German, Spanish, Italian, Russian or another language sets these words, and no English author does. In damaged text."),
    PluginManualEntry(
      id: "broken-form",
      summary: "Flags words that English never sets together: everything what, much people, they was, to went, the France., enough big to, such nice day., at 18 h 30, nobody did not come, his residence secondary.",
      text: "Flags words that English never sets together: `everything what`, `much people`, `they was`, `to went`, `the France.`, `enough big to`, `such nice day.`, `at 18 h 30`, `nobody did not come`, `his residence secondary`.\n\nWhat a learner writes who thinks in another language, a translator writes too. In damaged text, for dialect has some of these."),
    PluginManualEntry(
      id: "bare-noun",
      summary: "Flags a noun that lacks its article: the first one conquered planet., started from pylon of the network, Experiment had to be stopped, the Assembly of Republic.",
      text: "Flags a noun that lacks its article: `the first one conquered planet.`, `started from pylon of the network`, `Experiment had to be stopped`, `the Assembly of Republic`.\n\nSlavic languages, Turkish, Chinese and others have no article. Only nouns that English always counts, behind a preposition or a verb that news does not set them behind, where the noun phrase ends with them."),
    PluginManualEntry(
      id: "verb-for-noun",
      summary: "Flags a verb that stands for a noun: after a replace that was sent, in a submit, a retired choose.",
      text: "Flags a verb that stands for a noun: `after a replace that was sent`, `in a submit`, `a retired choose`.\n\nSpinners exchange a word for one of the same meaning and another part of speech (`post`, `submit`; `judge`, `choose`). Verbs that are never nouns, behind an article or possessive."),
    PluginManualEntry(
      id: "stray-clause",
      summary: "Flags sentences that lack their subject, or have a relative clause for one: Did not lack who recognized him., Is faker that claims it., Who comes by car, lets it stand.",
      text: "Flags sentences that lack their subject, or have a relative clause for one: `Did not lack who recognized him.`, `Is faker that claims it.`, `Who comes by car, lets it stand.`\n\nSpanish, Italian and Greek leave the subject out, German and Dutch begin with the bare relative. No question mark ends such a sentence."),
    PluginManualEntry(
      id: "untranslated-word",
      summary: "Flags a sentence or a phrase that was left in the source language: Petugas masih berjaga di lokasi.",
      text: "Flags a sentence or a phrase that was left in the source language: `Petugas masih berjaga di lokasi.`\n\nThree words or more in a row that English does not have, most of them in small letters, in damaged text. A single strange word is more often a term, a dish or dialect than a word that a translator left. Names, and what stands in quotation marks, stay."),
    PluginManualEntry(
      id: "literal-measure",
      summary: "Flags ages and spans of time that are counted as in another language, a man of 34 years old, since 3 years, it is ten years that, and hours that a spinner spelt, five:00 p.m.",
      text: "Flags ages and spans of time that are counted as in another language, `a man of 34 years old`, `since 3 years`, `it is ten years that`, and hours that a spinner spelt, `five:00 p.m.`\n\nFrench, Spanish, Italian, German and Dutch say so; English has `aged 34`, `for three years`, `for ten years`. In damaged text also `a priest of 81 years`, `people of more than 80 years`, `He has 34 years.`, `the 12 of October`, `at 17 o’clock`, `the 45-years-old man`."),
  ]
}
