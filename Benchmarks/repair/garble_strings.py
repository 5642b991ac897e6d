#!/usr/bin/env python3
"""garble_strings.py CLEAN.jsonl OUT.jsonl [--seed N] [--rate PER_1000] [--copies N] - garbles clean English by string noise.

The first of two garblers.  It looks at nothing but the string: at places that a pattern finds it damages the text as bad
translation and scraping do, at random, some places in a thousand characters; of each text as many copies as asked for, each
damaged elsewhere.  OUT holds the garbled text and, in `expected`, what stood there.
"""
import argparse
import random
import re

from gold import copies, read, write

FUNCTION = "as|and|the|of|in|from|to|for|with|is|was|that|by|on|at"
NAMES = ("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|April|June|July|September|October|"
         "November|December|English|Russian|Ukrainian|American|European|British|Chinese|German|Italian|Spanish|Turkish|"
         "Greek|Iranian|Israeli|Iraqi|Japanese|Indian|African|Palestinian")
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
SOURCE_DAYS = [
    ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
]


def rule(category, pattern, change, alternatives=lambda m: [], weight=1.0):
    """A kind of damage: where, what stands there then (or some things of which one does), what else would be a repair."""
    return category, re.compile(pattern), change, alternatives, weight


def doubled(m):
    return m.group(0) + " " + m.group(0)


def upper_first(text):
    return text[0].upper() + text[1:]


def upper(m):
    return upper_first(m.group(0))


def lower(m):
    return m.group(0)[0].lower() + m.group(0)[1:]


def any_of(*changes):
    """What one of some does; each is a text or a function of the place."""
    return lambda m: [change(m) if callable(change) else change for change in changes]


def cut(m):
    """A word with a space in it, at one of its places."""
    word = m.group(0)
    return [word[:k] + " " + word[k:] for k in range(2, len(word) - 1)]


def without(*what):
    return lambda m: re.sub("|".join(map(re.escape, what)), "", m.group(0))


# A page or a decoder does the following to words and capitals …
WORDS = [
    rule("glued_words", rf"(?<![\w’'-])\w[\w]+ (?:{FUNCTION})(?= \w)", without(" ")),
    rule("glued_words", r"(?<![\w’'-])(?:of|the|from|that|with) [a-z]{5,}(?=[ ,.])", without(" ")),
    rule("glued_words", r"(?<![\w’'-])[a-z]{4,} [a-z]{4,}(?=[ ,.])", without(" "), weight=0.2),
    rule("glued_capital", r"(?<= )[a-z]{4,}\. (?:The|He|She|It|In|But)(?= \w)", without(". "),
         lambda m: [m.group(0).replace(". ", " "), m.group(0).replace(". ", "\n")]),
    rule("glued_capital", rf"(?<= )(?:in|on|by|of|from|to) (?:{NAMES})\b", without(" ")),
    rule("glued_name", r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]+ (?:said|was|is|has|and|in|told)(?= )",
         lambda m: "".join(m.group(0).rsplit(" ", 1))),
    rule("glued_number", r"(?<= )(?:in|of|since|to|than|about|from) (?:[12]\d{3}|\d{1,3})(?= [a-z])", without(" ")),
    rule("glued_number", r"(?<= )(?<!\$)\d{1,4} (?:people|percent|years|members|states|men|women|days|voters|others|and|[a-z]{5,}s)(?=[ .,])",
         without(" ")),
    rule("split_word", r"(?<=[a-z] )[a-z]{7,13}(?=[ ,.])", cut),
    rule("split_hyphen", r"(?<= )[a-z]{3,}-[a-z]{3,}(?= )", any_of(lambda m: m.group(0).replace("-", "- "), lambda m: m.group(0).replace("-", " -"))),
    rule("stop_in_word", r"(?<= )[a-z]{8,}(?= )", lambda m: [m.group(0)[:4] + "." + m.group(0)[4:]], weight=0.3),
    rule("repeated_word", r"(?<= )(?:the|of|and|a|to|with|from|for|their|is|was|have)(?= [a-z])", doubled),
    rule("repeated_word", r"(?<=[a-z] )[a-z]{5,}(?:ing|ed|tion|ments|ies|ers)(?= [a-z])", doubled, weight=0.5),
    rule("repeated_phrase", r"(?<= )(?:of|in|to|for|with|at|from) the [a-z]+ (?:of|in|to|and) [a-z]+(?= [a-z])", doubled, weight=0.5),
    rule("repeated_phrase", r"(?<= )(?:of|in|to|for|with|on|at|from) the(?= [a-z])", doubled, weight=0.5),
    rule("repeated_clause", r"(?<=[a-z]), [a-z][^,.“”\n]{15,70}(?=[,.])", lambda m: m.group(0) * 2),
    rule("repeated_sentence", r"(?<=[a-z][.!?] )[A-Z][^.!?“”\"\n]{40,200}\.(?= [A-Z])", doubled),
    rule("repeated_sentence", r"(?m)^[^\n]{90,400}\.\n+", lambda m: m.group(0) * 2, weight=0.3),
    rule("repeated_fragment", r" [a-z]{4,}\.(?= [A-Z])", lambda m: m.group(0) * 2, weight=0.5),
    rule("echoed_speech", r"(?<=” )(?:he|she|[A-Z][a-z]+) said\.(?=\s)",
         any_of(*[lambda m, verb=verb: f"{m.group(0)} {verb}." for verb in ("said", "added", "estimated", "explained", "declared", "noted")])),
    rule("doubled_subject", r"(?<=[.”] )[A-Z][a-z]+ [A-Z][a-z]+ (?=(?:said|told|asked|called|wants|was|is|has)\b)", lambda m: m.group(0) + "He "),
    rule("lowercase_proper_name", rf"(?<=[a-z] )(?:{NAMES})\b(?![’'-])", lower),
    rule("lowercase_name", r"(?<=[a-z] )[A-Z][a-z]+ [A-Z][a-z]+(?= [a-z])",
         any_of(lambda m: m.group(0).lower(), lower, lambda m: m.group(0).split(" ")[0] + " " + m.group(0).split(" ")[1].lower())),
    rule("lowercase_start", r"(?m)^[A-Z][a-z]*(?= [a-z])", lower),
    rule("lowercase_start", r"(?<=[a-z][.!?] )[A-Z][a-z]*(?= [a-z])", lower, weight=0.5),
    rule("lowercase_start", r"(?<=[a-z][.!?] “)[A-Z][a-z]*(?= [a-z])", lower, weight=0.5),
    rule("capital_article", r"(?<=\b(?:in|of|to|by|on|at) )the(?= [a-z]{4,} [a-z])", lambda m: "The"),
    rule("capital_article", r"(?<=[.!?] )The(?= [A-Z]?[a-z]+ )", lambda m: "THE", weight=0.3),
    rule("capital_residue", r"(?<=[a-z]{4} )(?:in|of|that|with|including|for)(?= [a-z]+ [a-z]+ )", upper),
    rule("capital_after_mark", r"(?<=[,;] )(?:he|she|they|it|but|which|who|where|then|there|this|was|were|[a-z]{5,})(?= [a-z])", upper),
    rule("capital_after_quotation", r"(?<=,” )(?:said|he|she|they|told|added|according)(?= )", upper),
    rule("capital_after_stop", r"(?<=[a-z] [A-Z]\.[A-Z]\. )[a-z]{4,}(?= [a-z])", upper),
    rule("capital_after_stop", r"(?<=\d )[ap]\.m\.", lambda m: m.group(0)[:2] + "M."),
    rule("content_capital", r"(?<=[a-z] )[a-z]{5,} [a-z]{5,}(?= [a-z])", any_of(upper, lambda m: m.group(0).title())),
    rule("shouted_opening", r"(?m)^[A-Z][a-z]{1,4}(?= [a-z]| (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)", lambda m: m.group(0).upper()),
    rule("shouted_pronoun", r"(?<=[a-z] )who(?= [a-z])|(?<=[a-z] )us(?=[ .,])", lambda m: m.group(0).upper()),
    rule("drop_cap", r"(?m)^(?:The|When|After|In|She|He|With|For|They|Police|Officials|It)(?= [a-z])",
         lambda m: m.group(0)[0] + " " + m.group(0)[1:], weight=0.5),
    rule("drop_cap", r"(?m)^(?:The|When|After|In|She|He|With|For|They|Police|Officials|It)(?= [a-z])",
         lambda m: m.group(0)[0] + m.group(0), weight=0.5),
]
# … a translator leaves this of its source …
SOURCE = [
    rule("wrong_language_title", r"Mr\. (?=[A-Z][a-z]{3,} [a-z])", any_of("M. ", "Sr. ", "Hr. ", "Sig. ")),
    rule("source_word", r"(?<=[a-z] )and(?= [a-z])", any_of("y", "et", "und", "og", "och", "en")),
    rule("source_word", r"(?<=\b[Oo]n )(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b",
         lambda m: [days[DAYS.index(m.group(0))] for days in SOURCE_DAYS]),
    rule("source_word", r"(?<=[a-z] )the(?= [a-z]{3,}s? )", any_of("los", "las", "les", "der", "die", "het", "il")),
    rule("article_before_name", r"(?<=[.”] )(?=(?:NATO|NASA|UNESCO|UNICEF|FIFA|UEFA|OPEC|ASEAN|NBC|CNN|CBS)\b [a-z])", lambda m: "The "),
    rule("article_before_name", r"\b(?:by|of|to|from|with|at|for) (?=(?:NATO|NASA|UNESCO|UNICEF|FIFA|UEFA|OPEC|ASEAN|NBC|CNN|CBS)\b[ .,])",
         lambda m: m.group(0) + "the "),
    rule("foreign_mark", r"(?<=[a-z]), (?=[a-z])", any_of("，", "،", "، ", "、", "，")),
    rule("foreign_mark", r"(?<=[a-z])\.(?= [A-Z])", any_of("。", "।", "．", "۔")),
    rule("foreign_mark", r"(?<=[a-z])[?;:](?=\s)", lambda m: {"?": ["？", "؟"], ";": ["；", "؛"], ":": ["："]}[m.group(0)]),
    rule("foreign_mark", r" \([A-Za-z][^()\n]{1,30}\)", lambda m: "（" + m.group(0)[2:-1] + "）"),
    rule("lost_letter", r"(?<=[a-z]-)[^\W\d_a-z](?=-[a-z])", any_of("", ".", "?", "\ufffd")),
]
# … and these happen to marks.
MARKS = [
    rule("space_before_mark", r"(?<=[a-z]{3})[,;](?= [a-z])", lambda m: " " + m.group(0)),
    rule("missing_space", r"(?<=[a-z]{3})[.,] (?=[A-Z][a-z])", lambda m: m.group(0)[0], weight=0.6),
    rule("split_abbreviation", r"\bU\.S\.(?= [a-z])|\bU\.N\.(?= [a-z])", lambda m: m.group(0)[:2] + " " + m.group(0)[2:]),
    rule("split_number", r"(?<= )\d+\.\d+(?= [a-z])", lambda m: m.group(0).replace(".", ". ")),
    rule("split_number", r"(?<=[ $])\d{1,3},\d{3}(?= )", any_of(lambda m: m.group(0).replace(",", ", "), lambda m: m.group(0).replace(",", " ,"))),
    rule("split_number", r"(?<= )\d{1,2}:\d\d(?= [ap]\.m)", lambda m: m.group(0).replace(":", ": ")),
    rule("split_ordinal", r"(?<= )\d*(?:1st|2nd|3rd|\dth)(?=[ ,.])", lambda m: m.group(0)[:-2] + " " + m.group(0)[-2:]),
    rule("orphan_punct", r"(?<=[a-z]{3})\.(?= [A-Z])", lambda m: ". .", weight=0.4),
    rule("doubled_mark", r"(?<=[a-z]{3})[,;:](?= [a-z])", any_of(lambda m: m.group(0) * 2, lambda m: m.group(0) + ".", lambda m: "." + m.group(0))),
    rule("doubled_mark", r"(?<=[a-z]{3})[.?!](?= [A-Z])", any_of(lambda m: m.group(0) + ".", lambda m: m.group(0) + ",", lambda m: "," + m.group(0))),
    rule("doubled_mark", r"(?<=[a-z]{3})\.\.\.(?= )", any_of(". ..", ".. .")),
    # The dashes of an aside, set tight against its words as Spanish sets them, and typed as hyphens.
    rule("hung_dash", r" (?:—|–|--) ([^—–\n.]{8,90}?) (?:—|–|--) ", lambda m: f" -{m.group(1)}- ",
         lambda m: [f" {dash} {m.group(1)} {dash} " for dash in ("—", "–", "-")]),
    rule("hung_dash", r"(?<=[a-z]) (?:—|–|--) (?=[a-z])", any_of(" -", "- ", " – – "), lambda m: [" — ", " – ", " - "]),
    rule("leading_mark", r"(?m)^(?=[A-Z][a-z]+ [a-z])", any_of(". ", ", ", "; ")),
    rule("stray_bullet", r"(?m)(?<=[.”])$", any_of(" •", "•", " ·")),
    rule("comma_as_stop", r"(?<=[a-z], )([A-Z][a-z]+),(?= [A-Z][a-z]+(?:,| and))", lambda m: m.group(1) + "."),
    rule("comma_as_stop", r"(?<=[a-z], )([a-z]+),(?= [a-z]+(?:,| and) )", lambda m: m.group(1) + "."),
    rule("stop_in_phrase", r"(?<=[a-z]{3}) (?=(?:of|to|with|from|by|and) (?:the|a|his|its) )", lambda m: ". ", weight=0.3),
    rule("reversed_quote", r"(?<=[.,!?])”(?=\s|$)", any_of(" “", "“")),
    rule("reversed_quote", r"(?<= )“(?=\w)", any_of("”", "” ")),
    rule("lost_mark", r"(?<= )“(?=[A-Z])|(?m:^)“(?=[A-Z])|(?<=[.,!?])”(?=\s|$)", lambda m: ""),
    rule("lost_mark", r"(?<=[.,!?])” (?=(?:he|she|said)\b)", lambda m: ""),
    rule("mark_as_single", r"“(?=\w)", lambda m: "‘"),
    rule("mark_as_single", r"(?<=[.,!?a-z])”(?=\s|$)", lambda m: "’"),
    rule("two_singles", r"“[^“”‘’\n]+”", any_of(lambda m: f"‘‘{m.group(0)[1:-1]}’’", lambda m: f"''{m.group(0)[1:-1]}''", lambda m: f"``{m.group(0)[1:-1]}''")),
    rule("other_mark", r"“(?=\w)|(?<=[.,!?a-z])”(?=\s|$)", lambda m: {"“": ["«", "„", '"', "« "], "”": ["»", "“", '"', " »"]}[m.group(0)]),
    # A clause that was moved behind its main clause, the mark and its stop left where the sentence ended.
    rule("moved_clause", r"“(When|If|As|Because|While|After|Before|Until|Once|Since|Although) ([^“”,.\n]{8,90}), ([a-z][^“”.\n]{8,120}?)([.,])”",
         lambda m: f"“{upper_first(m.group(3))}.” {m.group(1).lower()} {m.group(2)}{m.group(4)}”",
         lambda m: [f"“{upper_first(m.group(3))} {m.group(1).lower()} {m.group(2)}{m.group(4)}”"]),
    rule("doubled_opener", r"(?<= )“(?=\w)|(?m:^)“(?=\w)", any_of("““", "“ “", '"“', "“‘")),
    rule("reopened", r"(?<=“)[A-Z][^“”\n]{20,200}?[.!?] (?=[A-Z][^“”\n]{10,}”)", lambda m: m.group(0) + "“"),
    rule("wandered_mark", r"[:,] “(?=[A-Z])", lambda m: [f" “{m.group(0)[0]} ", f" “ {m.group(0)[0]} "]),
    rule("stop_in_speech", r"(?<=[a-z]),” (?=(?:said|he|she|[A-Z][a-z]+ said)\b)", lambda m: ".” "),
    rule("dash_in_speech", r"(?<=[a-z]),” (?=(?:said|he|she|[A-Z][a-z]+ said)\b)", any_of("”, – ", "”, - ", "” – ", "”, — ", ",” – ")),
    rule("missing_space_after_close_quote", r"” (?=(?:he|she|said|but|and|they)\b)", lambda m: "”"),
    rule("space_in_quotation", r"(?<= )“(?=\w)", lambda m: "“ "),
    rule("space_in_quotation", r"(?<=[.,a-z])”(?= )", lambda m: " ”"),
    rule("duplicated_closer", r"(?<=[.!?])”(?=\s|$)", any_of("”. ”", "””", "” ”"), weight=0.4),
    rule("wrong_apostrophe", r"(?<=[a-z])[’'](?=(?:s|t|re|ve|ll|m)\b)", any_of("´", "`", "?", '"', "′", "\ufffd", "''", "‘", "`")),
    rule("lost_apostrophe", r"(?<=[a-z])[’'](?=(?:s|t|re|ve|ll|m)\b)", any_of("", " ")),
    rule("split_contraction", r"(?<=[a-z])[’'](?=(?:s|t|re|ve|ll|m)\b)", any_of(lambda m: " " + m.group(0), lambda m: m.group(0) + " ", lambda m: f" {m.group(0)} ")),
    rule("split_contraction", r"n[’']t\b", lambda m: " " + m.group(0)),
    rule("bracket_spacing", r"(?<= )\((?=\w)|(?<=\w)\)(?=[ .,])", lambda m: "( " if m.group(0) == "(" else " )"),
    rule("bracket_spacing", r"(?<= )\([^()\n]{2,40}\)(?=[ .,])", lambda m: f"( {m.group(0)[1:-1]} )"),
    rule("doubled_bracket", r"(?<=\w)\)(?=[ .,])", any_of("))", ") )")),
    rule("empty_bracket", r" \([^()\n]{2,60}\)(?=[ .,])", any_of(" ()", " ( )", " (, )", " (;)"), lambda m: [""]),
]
RULES = WORDS + SOURCE + MARKS


def garble(record, noise, rate):
    """Damages places of all kinds in turn, so that the frequent kinds do not crowd out the rare ones."""
    text, places = record["text"], {}
    for category, pattern, change, alternatives, weight in RULES:
        for match in pattern.finditer(text):
            if noise.random() < weight:
                places.setdefault(category, []).append((match, change, alternatives))
    kinds = sorted(places)
    noise.shuffle(kinds)
    for found in places.values():
        noise.shuffle(found)
    taken, budget = [], max(1, round(len(text) * rate / 1000))
    while kinds and len(taken) < budget:
        for category in list(kinds):
            # One place bears one kind.
            while places[category]:
                match, change, alternatives = places[category].pop()
                if all(match.end() + 40 < m.start() or m.end() + 40 < match.start() for m, *_ in taken):
                    damaged = change(match)
                    damaged = damaged if isinstance(damaged, str) else noise.choice(damaged)
                    taken.append((match, category, damaged, alternatives(match)))
                    break
            else:
                kinds.remove(category)
            if len(taken) == budget:
                break
    out, expected, done = [], [], 0
    length = 0
    for match, category, damaged, others in sorted(taken, key=lambda t: t[0].start()):
        out += [text[done:match.start()], damaged]
        start = length + match.start() - done
        length = start + len(damaged)
        done = match.end()
        entry = {"start": start, "end": length, "before": damaged, "after": match.group(0), "category": category,
                 "confidence": "safe"}
        if others:
            entry["alt"] = others
        expected.append(entry)
    return {"id": record["id"], "text": "".join(out) + text[done:], "expected": expected}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clean")
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=3)
    parser.add_argument("--copies", type=int, default=1)
    options = parser.parse_args()
    noise = random.Random(options.seed)
    write(options.out, copies(read(options.clean), options.copies, lambda record: garble(record, noise, options.rate)))


if __name__ == "__main__":
    main()
