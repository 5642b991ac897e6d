#!/usr/bin/env python3
"""garble_structure.py CLEAN.jsonl OUT.jsonl [--seed N] [--copies N] [--furniture FOLDER…] - garbles clean English by taking it through structures that lose.

The second of two garblers, of another mechanism: it never damages a string on purpose.  It writes the text as a page
(headings, paragraphs, links, drop caps, quotations), then does to the page what careless programs do, and the damage comes
by itself:

  strip      tags are removed, and with them the white space at their edges; a drop cap is an element of its own; link texts
             are handled as sentences of their own
             some sites mark their links by asterisks;
             some readers begin a line at each link and emphasis; raised letters (64th) become words; empty list items leave bullets
  tokens     each mark becomes a token, with some tokenizers each hyphen too, or each contraction, and a detokenizer that knows
             little puts the text together again; some go over the tags of the page as well, so that nobody knows them any more
  marks      quotation marks, double and single ones, go into French or Greek marks with their spaces and come back by a table
  charsets   the marks outside ASCII are read in another character set, or have no place in it
  hyphens    the places where a page allows a long word to break come out as a mark of another table
  custom     an attribution as other languages set it: the comma outside and a dash behind it, the stop inside
  articles   the article of Spanish, its accent lost, is taken for the pronoun, and stands before titles as it does there
  grammar    the commas of German stand before `that`, or a sentence ends where it pauses
  speakers   one pair of marks round all that somebody says, as French has it: who speaks stands inside
  capitals   a style sets the name that a link leads to in capitals, and the copy keeps them
  escapes    the text is written into a string of a program, with a backslash before each mark, and taken out as it stands
  decoder    a window of words is emitted a second time where two windows meet
  page       the template of a news site: head, byline, pictures, links, advertisements (see pages.py)
  sections   the rows of sections over an article and under it, set as one line
  furniture  the article is taken out of a page of a site's program, some lines before and behind it with it (see furniture.py,
             which reads the program's words in the FOLDERs; without any, articles come alone)

What the clean text had is found again by aligning the paragraphs with what became of them; each line of the page that is not the
article's is a place of its own.
"""
import argparse
import random
import re

import pages
from furniture import catalogs
from gold import copies, expected, read, write

WORD = re.compile(r"[^\W\d_][\w’'-]*")


def link_spans(paragraph, noise):
    """Runs of two to five words, as links have them."""
    words = list(WORD.finditer(paragraph))
    k = noise.randrange(4, 30)
    while k + 6 < len(words):
        n = noise.randrange(1, 5)
        yield words[k].start(), words[k + n - 1].end()
        k += n + noise.randrange(25, 70)


def headline(paragraph):
    """The first paragraph of a story, without the mark that some corpora end it with."""
    return re.sub(r"(?<=\w)[.;] *$", "", paragraph.strip())


def to_page(text, noise):
    """The text as elements: (kind, content) with inline elements marked by control characters."""
    page = []
    for paragraph in text.replace("\u00a0", " ").split("\n"):
        if not paragraph.strip():
            continue
        if not page:
            page.append(headline(paragraph))
            continue
        out, done = [], 0
        for start, end in link_spans(paragraph, noise):
            out += [paragraph[done:start], "\x01", paragraph[start:end], "\x02"]
            done = end
        page.append("".join(out) + paragraph[done:])
    return page


def strip(page, noise):
    """Removes the marks of links, and what careless strippers remove with them."""
    lines = []
    breaks_lines, raises, stars = noise.random() < 0.12, noise.random() < 0.3, noise.random() < 0.06
    for number, paragraph in enumerate(page):
        if raises:
            paragraph = re.sub(r"\b(\d+)(st|nd|rd|th)\b", r"\1 \2", paragraph)
        if breaks_lines and number:
            # A short quotation is set in italics, the marks stay outside.
            paragraph = re.sub(r"(?<= )“([a-z][^“”]{2,40}[a-z])”(?= )", lambda m: f"“\n{m.group(1)}\n”" if noise.random() < 0.5 else m.group(0), paragraph)
            lines.append(re.sub(r" ?\x01([^\x02]*)\x02 ?", lambda m: f"\n{m.group(1)}\n" if noise.random() < 0.5 else f" {m.group(1)} ", paragraph)
                         .replace(" ,", ",").replace(" .", ".").strip())
            continue
        if number and noise.random() < 0.2 and paragraph[:1].isupper() and paragraph[1:2].islower() and paragraph[0] not in "AI":
            # The drop cap was a <span>; some readers print its label as well.
            paragraph = paragraph[0] + (" " if noise.random() < 0.5 else paragraph[0]) + paragraph[1:]
        pieces = re.split("(\x01[^\x02]*\x02)", paragraph)
        out = ""
        for piece in pieces:
            if not piece.startswith("\x01"):
                out += piece
                continue
            content, way = piece[1:-1], noise.random()
            if stars:
                # The site marks its links, and says below what the mark means.
                out += content + " *"
                continue
            if way < 0.3:
                out += content + "\x03"          # the space behind the element goes
            elif way < 0.45:
                out = out.rstrip(" ") + content  # the space before it goes
            elif way < 0.7 and content[:1].islower():
                out += content[0].upper() + content[1:]  # a link text begins like a sentence
            elif way < 0.8 and content[:1].islower():
                out = out.rstrip() + ". " + content       # the text before it ends like one
            else:
                out += content
        lines.append(re.sub("\x03 ?", "", out))
    note = noise.choice(["* Affiliate link", "*Advertising link: we may earn a commission", "", ""]) if stars else ""
    return lines, note


def tokens(lines, noise):
    """Tokenizes and puts together again, by a table of marks that take no space before or behind them."""
    before, behind = set(",.;:!?)]%”’"), set("([“$£€#")
    done = []
    way = noise.random()
    if way < 0.05:
        # The tokens of a treebank.
        return [re.sub(r"(n[’']t|[’'](?:s|re|ve|ll|d|m))\b", r" \1", line.replace("“", "``").replace("”", "''")) for line in lines]
    if way < 0.08:
        return [re.sub(r"(?<=[A-Za-z])-(?=[A-Za-z])", " - ", line) for line in lines]
    for line in lines:
        if noise.random() > 0.25:
            done.append(line)
            continue
        splits_hyphens = noise.random() < 0.3
        pieces = re.findall(r"\w+(?:[’']\w+)*|[^\w\s]" if splits_hyphens else r"\w+(?:[’'-]\w+)*|[^\w\s]", line)
        out = ""
        for piece in pieces:
            # A full stop between capitals is a mark like any other to it.
            if out and piece not in before and out[-1] not in behind:
                out += " "
            elif piece == "”" and noise.random() < 0.5:
                out += " "
            elif piece == "," and noise.random() < 0.1:
                out += " "
            out += piece
        done.append(out)
    return done


def marks(lines, noise):
    """Quotation marks into guillemets with their spaces, and back by a table that knows one direction."""
    done = []
    for line in lines:
        way = noise.random()
        if way < 0.15:
            line = line.replace("“", "« ").replace("”", " »")
            line = line.replace("« ", "“").replace(" »", " “")
        elif way < 0.25:
            line = line.replace("“", "«").replace("”", "»")
            line = line.replace("«", "“")
        elif way < 0.32:
            line = line.replace("” ", "”")
        way = noise.random()
        single = re.compile(r"(?<![\w’])‘(\w[^‘’“”\n]{2,50}\w)’(?!\w)")
        if way < 0.2:
            line = single.sub(r"‘ \1 ’", line)      # the spaces of ‹ so ›
        elif way < 0.4:
            line = single.sub(r"’ \1 ‘", line)      # and a table that has them the other way round
        elif way < 0.5:
            line = single.sub(r"‘\1‘", line)
        done.append(line)
    return done


def charsets(lines, noise):
    """Marks outside ASCII that were read in a character set that they were not written in, or written in one that has none."""
    way = noise.random()
    if way > 0.08:
        return lines
    if way < 0.03:
        stand_in = noise.choice(["?", "\ufffd"])
        return [re.sub("[“”‘’]", stand_in, line) for line in lines]
    read_as = noise.choice(["cp1252", "latin-1", "cp1250", "cp1257", "cp874", "iso8859-13"])

    def misread(match):
        return re.sub("[\x80-\x9f]", "", match.group(0).encode("utf-8").decode(read_as, "ignore"))
    return [re.sub("[“”‘’]", misread, line) for line in lines]


def hyphens(lines, noise):
    """Soft hyphens in long words, read by a table that has something else in their place."""
    def broken(match):
        word = match.group(0)
        if noise.random() > 0.02:
            return word
        at = noise.randrange(3, len(word) - 3)
        return word[:at] + noise.choice([".", "-", "- ", ""]) + word[at:]
    return [re.sub(r"(?<![\w’'.@/-])[a-z]{9,}(?![\w’'.@/-])", broken, line) for line in lines]


def custom(lines, noise):
    """Attributions as Russian, Polish or Indonesian newspapers set them."""
    way = noise.random()
    if way > 0.12:
        return lines
    to = noise.choice(["”, – ", "”, - ", "” – "]) if way < 0.07 else ".” "
    return [re.sub(r",” (?=(?:said|he|she|they|[A-Z][a-z]+ said)\b)", to, line) for line in lines]


def articles(lines, noise):
    """Word for word through Spanish: `El presidente` is `He president` to who has lost the accents, `el Sr. Ruiz` is `the Mr. Ruiz`."""
    if noise.random() > 0.1:
        return lines
    done = []
    for line in lines:
        line = re.sub(r"(^|[.!?] )The (?=[a-z])", lambda match: match.group(1) + noise.choice(["He ", "The "]), line)
        done.append(re.sub(r"(?<=[a-z] )(?=(?:Mr|Mrs|Ms)\.? [A-Z])", lambda _: noise.choice(["the ", ""]), line))
    return done


def grammar(lines, noise):
    """Word for word out of a language that sets a comma before each clause with `that`, or by who ends a sentence where it pauses."""
    kind = noise.choice(["commas", "pauses"] + [None] * 8)
    clause = r"(?<=[a-z]) that (?=(?:the|a|an|he|she|it|they|we|his|her|their|[A-Z][a-z]+) )"
    openers = "In|On|At|After|Before|During|With|Without|By|For|When|While|If|As|Although|Since|Despite"
    pause = rf"(?:(?<=^)|(?<=[.!?] ))((?:{openers}) [^,.!?“”\"]{{3,60}}), (?=[a-z])"
    done = []
    for line in lines:
        if kind == "commas":
            line = re.sub(clause, lambda _: noise.choice([", that ", ", that ", " that "]), line)
        elif kind == "pauses":
            line = re.sub(pause, lambda match: match.group(1) + noise.choice([". ", ", "]), line)
        done.append(line)
    return done


def decoder(lines, noise):
    """Windows that overlap by some words when a decoder joins them."""
    done = []
    for line in lines:
        words = line.split(" ")
        if len(words) > 25 and noise.random() < 0.25:
            k, n = noise.randrange(8, len(words) - 8), noise.choice([1, 1, 1, 2, 3, 4])
            words[k:k] = words[k - n:k]
        done.append(" ".join(words))
    return done


def speakers(lines, noise):
    """In a few texts, the marks before and behind the narrator's words between two parts of what somebody says go."""
    if noise.random() > 0.2:
        return lines
    return [re.sub(r"“([^“”]+),” ([^“”.]{4,80}[a-z])\. “([^“”]+)”", r"“\1, \2. \3”", line) for line in lines]


def capitals(lines, noise):
    """In a few texts, a name inside a sentence, once."""
    names = [(k, m) for k, line in enumerate(lines) for m in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}(?=[ ,.’])", line)]
    if not names or noise.random() > 0.15:
        return lines
    k, m = noise.choice(names)
    return lines[:k] + [lines[k][: m.start()] + m.group(0).upper() + lines[k][m.end() :]] + lines[k + 1 :]


def escapes(lines, noise):
    """In a few texts, all marks."""
    if noise.random() > 0.04:
        return lines
    return [re.sub(r"[’‘']", r"\\'", re.sub(r'[“”"]', r'\\"', line)) for line in lines]


SECTIONS = "News World Politics Business Economy Sport Culture Opinion Science Health Travel Weather Technology Europe Asia Local".split()


def sections(noise):
    """A row of sections, or the way to one of them; mostly none."""
    if noise.random() > 0.15:
        return []
    names, joint = noise.sample(SECTIONS, noise.randrange(3, 8)), noise.choice([" ", " | ", " / ", " » ", " > ", " · "])
    return [("sections", joint.join((["Home"] if noise.random() < 0.6 else []) + names))]


def furnish(programs, noise):
    """What stands around an article on the page of a site's program; six times in ten of an English one."""
    if not programs or noise.random() < 0.2:
        return [], []
    english = [program for program in programs if program.language == "en"]
    before, after = noise.choice(english if noise.random() < 0.6 else programs).around(noise)
    return [("program", line) for line in before], [("program", line) for line in after]


def garble(record, desk, programs, noise):
    page = to_page(record["text"], noise)
    clean = [re.sub("[\x01\x02]", "", p) for p in page]
    lines, note = strip(page, noise)
    for step in (hyphens, marks, custom, charsets, tokens, decoder):
        lines = step(lines, noise)
    # Dice of its own: what the other steps do stays as it was.
    lines = articles(lines, random.Random(f"{record['id']} articles"))
    lines = grammar(lines, random.Random(f"{record['id']} grammar"))
    lines = speakers(lines, random.Random(f"{record['id']} speakers"))
    lines = capitals(lines, random.Random(f"{record['id']} capitals"))
    lines = escapes(lines, random.Random(f"{record['id']} escapes"))
    rows = random.Random(f"{record['id']} sections")
    before, after = furnish(programs, noise)
    if noise.random() < 0.7:
        blocks = pages.lay_out(desk, clean, lines, noise)
    else:
        blocks = [("article", line) for line in lines]
    if note:
        blocks.append(("footnote", note))
    if programs and noise.random() < 0.06:
        # A title or caption that the translator did not see.
        left = next(filter(None, (program.sentence(noise) for program in noise.sample(programs, min(12, len(programs))))), "")
        if left:
            blocks.insert(noise.randrange(1, len(blocks)), ("left in the source", left))
    spaced = noise.random() < 0.04
    text, found, originals = "", [], iter(clean)
    for kind, line in before + sections(rows) + blocks + sections(rows) + after:
        at = len(text) + bool(text)
        text += ("\n" if text else "") + line
        if kind == "article":
            for entry in expected(line, next(originals), "structure"):
                found.append(entry | {"start": entry["start"] + at, "end": entry["end"] + at})
            if spaced and kind == "article":
                # A tokenizer has set spaces between the brackets of the paragraph and its name.
                tag = noise.choice([" < / p >", " < br / >"])
                found.append({"start": len(text), "end": len(text) + len(tag), "before": tag, "after": "", "category": "tag", "confidence": "safe"})
                text += tag
        elif line:
            found.append({"start": at, "end": len(text), "before": line, "after": "", "category": kind, "confidence": "safe"})
    return {"id": record["id"], "text": text, "expected": found}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--furniture", nargs="+", default=[])
    options = parser.parse_args()
    noise = random.Random(options.seed)
    programs, records = catalogs(options.furniture), read(options.clean)
    articles = [[p for p in record["text"].replace("\u00a0", " ").split("\n") if p.strip()] for record in records]
    desk = pages.Desk([[headline(article[0])] + article[1:] for article in articles])
    write(options.out, copies(records, options.copies, lambda record: garble(record, desk, programs, noise)))


if __name__ == "__main__":
    main()
