#!/usr/bin/env python3
"""garble_strings.py CLEAN.jsonl OUT.jsonl [--seed N] [--rate PER_1000] - garbles clean English by string noise.

The first of two garblers.  It looks at nothing but the string: at places that a pattern finds it damages the text as bad
translation and scraping do, at random, some places in a thousand characters.  OUT holds the garbled text and, in
`expected`, what stood there.
"""
import argparse
import random
import re

from gold import read, write

FUNCTION = "as|and|the|of|in|from|to|for|with|is|was|that|by|on|at"
NAMES = ("Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|April|June|July|September|October|"
         "November|December|English|Russian|Ukrainian|American|European|British|Chinese|German|Italian|Spanish|Turkish|"
         "Greek|Iranian|Israeli|Iraqi|Japanese|Indian|African|Palestinian")


def rule(category, pattern, change, alternatives=lambda m: [], weight=1.0):
    return category, re.compile(pattern), change, alternatives, weight


def doubled(m):
    return m.group(0) + " " + m.group(0)


RULES = [
    rule("glued_words", rf"(?<![\w’'-])\w[\w]+ (?:{FUNCTION})(?= \w)", lambda m: m.group(0).replace(" ", "")),
    rule("glued_words", r"(?<![\w’'-])(?:of|the|from|that|with) [a-z]{5,}(?=[ ,.])", lambda m: m.group(0).replace(" ", "")),
    rule("glued_capital", r"(?<= )[a-z]{4,}\. (?:The|He|She|It|In|But)(?= \w)", lambda m: m.group(0).replace(". ", ""),
         lambda m: [m.group(0).replace(". ", " "), m.group(0).replace(". ", "\n")]),
    rule("glued_capital", rf"(?<= )(?:in|on|by|of|from|to) (?:{NAMES})\b", lambda m: m.group(0).replace(" ", "")),
    rule("repeated_word", r"(?<= )(?:the|of|and|a|to|with|from|for|their|is|was|have)(?= [a-z])", doubled),
    rule("repeated_word", r"(?<=[a-z] )[a-z]{5,}(?:ing|ed|tion|ments|ies|ers)(?= [a-z])", doubled, weight=0.5),
    rule("repeated_phrase", r"(?<= )(?:of|in|to|for|with|at|from) the [a-z]+ (?:of|in|to|and) [a-z]+(?= [a-z])", doubled, weight=0.5),
    rule("repeated_phrase", r"(?<= )(?:of|in|to|for|with|on|at|from) the(?= [a-z])", doubled, weight=0.5),
    rule("repeated_fragment", r" [a-z]{4,}\.(?= [A-Z])", lambda m: m.group(0) * 2, weight=0.5),
    rule("lowercase_proper_name", rf"(?<=[a-z] )(?:{NAMES})\b(?![’'-])", lambda m: m.group(0).lower()),
    rule("capital_article", r"(?<=\b(?:in|of|to|by|on|at) )the(?= [a-z]{4,} [a-z])", lambda m: "The"),
    rule("capital_article", r"(?<=[.!?] )The(?= [A-Z]?[a-z]+ )", lambda m: "THE", weight=0.3),
    rule("capital_residue", r"(?<=[a-z]{4} )(?:in|of|that|with|including|for)(?= [a-z]+ [a-z]+ )", lambda m: m.group(0).capitalize()),
    rule("drop_cap", r"(?m)^(?:The|When|After|In|She|He|With|For|They|Police|Officials|It)(?= [a-z])",
         lambda m: m.group(0)[0] + " " + m.group(0)[1:], weight=0.5),
    rule("drop_cap", r"(?m)^(?:The|When|After|In|She|He|With|For|They|Police|Officials|It)(?= [a-z])",
         lambda m: m.group(0)[0] + m.group(0), weight=0.5),
    rule("wrong_language_title", r"Mr\. (?=[A-Z][a-z]{3,} [a-z])", lambda m: "M. ", weight=0.3),
    rule("space_before_mark", r"(?<=[a-z]{3})[,;](?= [a-z])", lambda m: " " + m.group(0)),
    rule("missing_space", r"(?<=[a-z]{3})[.,] (?=[A-Z][a-z])", lambda m: m.group(0)[0], weight=0.6),
    rule("split_abbreviation", r"\bU\.S\.(?= [a-z])|\bU\.N\.(?= [a-z])", lambda m: m.group(0)[:2] + " " + m.group(0)[2:]),
    rule("split_number", r"(?<= )\d+\.\d+(?= [a-z])", lambda m: m.group(0).replace(".", ". ")),
    rule("orphan_punct", r"(?<=[a-z]{3})\.(?= [A-Z])", lambda m: ". .", weight=0.4),
    rule("reversed_quote", r"(?<=[.,!?])”(?=\s|$)", lambda m: " “"),
    rule("missing_space_after_close_quote", r"” (?=(?:he|she|said|but|and|they)\b)", lambda m: "”"),
    rule("duplicated_closer", r"(?<=[.!?])”(?=\s|$)", lambda m: "”. ”", weight=0.4),
]


def garble(record, noise, rate):
    text, places = record["text"], []
    for category, pattern, change, alternatives, weight in RULES:
        for match in pattern.finditer(text):
            if noise.random() < weight:
                places.append((noise.random(), match, category, change(match), alternatives(match)))
    places.sort(key=lambda p: p[0])
    taken, budget, counts = [], max(1, round(len(text) * rate / 1000)), {}
    for _, match, category, damaged, others in places:
        if len(taken) == budget:
            break
        # One kind of damage must not crowd out the others, and one place bears one.
        if counts.get(category, 0) * 6 >= budget or any(abs(match.start() - m.start()) < 40 for m, *_ in taken):
            continue
        counts[category] = counts.get(category, 0) + 1
        taken.append((match, category, damaged, others))
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
    options = parser.parse_args()
    noise = random.Random(options.seed)
    write(options.out, [garble(record, noise, options.rate) for record in read(options.clean)])


if __name__ == "__main__":
    main()
