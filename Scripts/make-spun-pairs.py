#!/usr/bin/env python3
"""make-spun-pairs.py --books BIGRAMS --words WORDS --model ARPA --news NEWS.jsonl… [--out FILE] - derives what spinners make of fixed
expressions into Sources/CTables/data/spun-pairs.bin.

A spinner puts a synonym for a word without a look at its neighbours: of `green tea` it makes `inexperienced tea`, of `law enforcement`
`regulation enforcement`.  So for each pair of neighbouring words that English holds together, and each word that spinners put for one of the
two (spinner-synonyms.txt, and what the rows of spun-words.tsv exchange), the pair that comes of it is kept where no source has it and
where the words would not meet by chance: where the good pair is more than 10,000 times as frequent as the new one would be of words that do
not know each other, and more than 30 times as frequent as its own words would be.

  --books  frequency_bigramdictionary_en_243_342.txt of SymSpell (pairs from Google Books Ngrams)
  --words  frequency_dictionary_en_82_765.txt of SymSpell (word frequencies)
  --model  a language model as ARPA text: CMU Sphinx's en-us.lm.bin, converted with sphinx_lm_convert
  --news   the texts of the Groningen Meaning Bank

The layout is that of make-pairs.py: a page of text, the number of slots, a hash table without keys, the hash of a pair in each slot.
"""
import argparse, collections, difflib, importlib.util, json, math, os, re

HERE = os.path.dirname(os.path.abspath(__file__))
PAIR = re.compile(r"(?=\b([A-Za-z]+)[ -]([A-Za-z]+)\b)")
FUNCTION = set(
    "the and but not for are was were been being has have had does did will would can could may might must shall should this that these "
    "those she they you its his her our your their than then who which what when where there here all any some more most other into out "
    "down over under about after before between such only also very just one two with from itself themselves herself himself him them beyond behind against within without towards toward "
    "through upon since because until while across along among around above below beneath again ever never always often still even yet "
    "too much many same own first last next second".split())
LEFT = 4.0   # log10: how far the good pair must be above the chance of the new one
HELD = 1.5   # and above the chance of its own words
RARE = -8.0  # log10: pairs below this are none that English holds together
IRREGULAR = {
    "take": ("took", "taken"), "give": ("gave", "given"), "make": ("made", "made"), "break": ("broke", "broken"), "go": ("went", "gone"),
    "choose": ("chose", "chosen"), "come": ("came", "come"), "see": ("saw", "seen"), "do": ("did", "done"), "run": ("ran", "run"),
    "write": ("wrote", "written"), "speak": ("spoke", "spoken"), "steal": ("stole", "stolen"), "drive": ("drove", "driven"),
    "fall": ("fell", "fallen"), "grow": ("grew", "grown"), "know": ("knew", "known"), "throw": ("threw", "thrown"), "fly": ("flew", "flown"),
    "eat": ("ate", "eaten"), "drink": ("drank", "drunk"), "ride": ("rode", "ridden"), "rise": ("rose", "risen"), "wear": ("wore", "worn"),
    "tear": ("tore", "torn"), "swear": ("swore", "sworn"), "bear": ("bore", "borne"), "begin": ("began", "begun"), "sing": ("sang", "sung"),
    "draw": ("drew", "drawn"), "hide": ("hid", "hidden"), "get": ("got", "got"), "find": ("found", "found"), "tell": ("told", "told"),
    "sell": ("sold", "sold"), "hold": ("held", "held"), "say": ("said", "said"), "pay": ("paid", "paid"), "lead": ("led", "led"),
    "feed": ("fed", "fed"), "flee": ("fled", "fled"), "meet": ("met", "met"), "keep": ("kept", "kept"), "sleep": ("slept", "slept"),
    "feel": ("felt", "felt"), "leave": ("left", "left"), "lose": ("lost", "lost"), "build": ("built", "built"), "send": ("sent", "sent"),
    "spend": ("spent", "spent"), "win": ("won", "won"), "shoot": ("shot", "shot"), "sit": ("sat", "sat"), "stand": ("stood", "stood"),
    "understand": ("understood", "understood"), "think": ("thought", "thought"), "bring": ("brought", "brought"), "buy": ("bought", "bought"),
    "catch": ("caught", "caught"), "teach": ("taught", "taught"), "seek": ("sought", "sought"), "fight": ("fought", "fought"),
    "cut": ("cut", "cut"), "hit": ("hit", "hit"), "put": ("put", "put"), "set": ("set", "set"), "shut": ("shut", "shut"),
    "cast": ("cast", "cast"), "split": ("split", "split"), "spread": ("spread", "spread"), "quit": ("quit", "quit"), "read": ("read", "read"),
    "hear": ("heard", "heard"), "strike": ("struck", "struck"), "hang": ("hung", "hung"), "sweep": ("swept", "swept"),
    "become": ("became", "become"), "show": ("showed", "shown"), "withdraw": ("withdrew", "withdrawn"), "undergo": ("underwent", "undergone"),
}
PLURALS = {"man": "men", "woman": "women", "child": "children", "foot": "feet", "person": "people", "life": "lives", "wife": "wives"}


def with_s(word):
    if word in PLURALS:
        return PLURALS[word]
    if re.search(r"(s|x|z|ch|sh)$", word):
        return word + "es"
    return word[:-1] + "ies" if re.search(r"[^aeiou]y$", word) else word + "s"


def doubled(word):
    return word + word[-1] if re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", word) else word


def with_ing(word):
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return doubled(word) + "ing"


def with_ed(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("e"):
        form = word + "d"
    elif re.search(r"[^aeiou]y$", word):
        form = word[:-1] + "ied"
    else:
        form = doubled(word) + "ed"
    return form, form


def exchanges():
    """For each word what spinners put for it."""
    put = collections.defaultdict(set)
    with open(os.path.join(HERE, "..", "Sources/CTables/data/spun-words.tsv"), encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("#") or len(columns) < 2:
                continue
            spun, good = columns[0].replace("-", " ").split(), columns[1].lower().replace("-", " ").split()
            for kind, i1, i2, j1, j2 in difflib.SequenceMatcher(None, spun, good).get_opcodes():
                if kind == "replace" and i2 - i1 == j2 - j1 == 1:
                    put[good[j1]].add(spun[i1])
    with open(os.path.join(HERE, "spinner-synonyms.txt"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#"):
                continue
            kind, word, synonyms = re.fullmatch(r"(\w) ([a-z]+): (.*)\n", line).groups()
            for synonym in synonyms.split():
                put[word].add(synonym)
                if kind == "n":
                    put[with_s(word)].add(with_s(synonym))
                if kind == "v":
                    put[with_s(word)].add(with_s(synonym))
                    put[with_ing(word)].add(with_ing(synonym))
                    for a, b in zip(with_ed(word), with_ed(synonym)):
                        put[a].add(b)
    return {word: {s for s in synonyms if s != word and s not in FUNCTION and s.isalpha()} for word, synonyms in put.items()}


def frequencies(path):
    counts = {}
    with open(path, encoding="utf-8-sig") as lines:
        for line in lines:
            word, count = line.split()
            counts[word] = float(count)
    total = sum(counts.values())
    return {word: math.log10(count / total) for word, count in counts.items()}


def joint(options, words):
    """The log10 frequency of each pair that a source has."""
    pairs = {}
    with open(options.books, encoding="utf-8-sig") as lines:
        books = [line.split() for line in lines]
    total = 9e11
    for first, second, count in books:
        pairs[first, second] = math.log10(float(count) / total)
    section, single = "", {}
    with open(options.model, encoding="utf-8", errors="replace") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if line.startswith("\\"):
                section = line.strip()
            elif section == "\\1-grams:" and len(columns) > 1:
                single[columns[1]] = float(columns[0])
            elif section == "\\2-grams:" and len(columns) > 2 and columns[1].isalpha() and columns[2].isalpha():
                frequency = float(columns[0]) + single[columns[1]]
                pair = columns[1], columns[2]
                pairs[pair] = max(pairs.get(pair, -99), frequency)
    counts = collections.Counter()
    for path in options.news:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                counts.update((a.lower(), b.lower()) for a, b in PAIR.findall(json.loads(line)["text"]))
    total = sum(counts.values())
    for pair, count in counts.items():
        pairs[pair] = max(pairs.get(pair, -99), math.log10(count / total) - 0.5 if count >= 3 else -99)
    return pairs


def derive(options):
    words = frequencies(options.words)
    pairs, put = joint(options, words), exchanges()
    spun = set()
    for (first, second), frequency in pairs.items():
        if frequency < RARE or first in FUNCTION or second in FUNCTION or min(len(first), len(second)) < 3:
            continue
        one, two = words.get(first, -8), words.get(second, -8)
        if frequency - one - two < HELD:
            continue
        for synonym in put.get(first, ()):
            if synonym in words and (synonym, second) not in pairs and frequency - words[synonym] - two > LEFT:
                spun.add((synonym, second))
        for synonym in put.get(second, ()):
            if synonym in words and (first, synonym) not in pairs and frequency - one - words[synonym] > LEFT:
                spun.add((first, synonym))
    return spun


def pack(spun):
    spec = importlib.util.spec_from_file_location("pairs", os.path.join(HERE, "make-pairs.py"))
    pairs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(pairs)
    hash32 = pairs.lexicon().hash32
    keys = {hash32(a.encode()) << 32 | hash32(b.encode()) for a, b in spun}
    head = (
        "# Pairs of words that spinners make of fixed English expressions.\n"
        "# source: the texts of the Groningen Meaning Bank\n"
        "# licence: public domain (the texts)\n"
        "# source: frequency dictionaries of SymSpell, Copyright (c) Wolf Garbe, from Google Books Ngrams\n"
        "# licence: MIT (SymSpell), CC BY 3.0 (Google Books Ngrams)\n"
        "# source: language model en-us of CMU Sphinx, Copyright (c) Carnegie Mellon University\n"
        "# licence: BSD-2-Clause\n"
        "# source: synonyms of spinners, compiled for Copydesk\n"
        "# licence: CC0\n"
        f"# made by: Scripts/make-spun-pairs.py, which describes the layout; {len(spun)} pairs\n"
    ).encode()
    return pairs.file_of(head, keys)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("books", "words", "model"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--news", nargs="+", required=True)
    parser.add_argument("--list", help="write the pairs there too, one a line")
    parser.add_argument("--out", default=os.path.join(HERE, "..", "Sources/CTables/data/spun-pairs.bin"))
    options = parser.parse_args()
    spun = derive(options)
    if options.list:
        with open(options.list, "w", encoding="utf-8") as out:
            out.writelines(f"{a} {b}\n" for a, b in sorted(spun))
    blob = pack(spun)
    with open(options.out, "wb") as out:
        out.write(blob)
    print(f"{len(spun)} pairs, {len(blob)} bytes")


if __name__ == "__main__":
    main()
