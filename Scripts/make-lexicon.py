#!/usr/bin/env python3
"""make-lexicon.py - packs SCOWL's English word lists into Sources/CTables/data/lexicon-en.bin.

  make-lexicon.py [--scowl /usr/share/dict/scowl] [--out FILE] [--check]

The lists are those of Debian's package scowl (Kevin Atkinson's Spell Checker Oriented Word Lists).  Their sizes, 10 to
95, are the only measure of frequency that is needed: a word of size 10 is one that everybody uses, one of size 70 one that
large dictionaries have.

The file is one page of text (source, licence, layout) and a hash table without keys: of each word it keeps 14 bits of
its hash and what is known of it.  A foreign string passes for a word once in some six thousand times, which costs a
repair that is not made, no more; a table with keys would be four times the size.

  byte 0..1023   text, padded with spaces, ended by a line feed
  4 bytes        number of slots, little endian
  3 bytes a slot little endian: bits 0-9 what is known (never 0 in a used slot), bits 10-23 the low 14 bits of the hash

  known          bits 0-2 the band of the word in lower case: 0 not a word so, 1 (size 10) to 7 (size 70)
                 bit 3 a name of size 60 or less, bit 4 a name or abbreviation of any size
                 bit 5 the base form of a verb, bit 6 a form in -ing, bit 7 a form in -ed, bit 8 a noun with a plural,
                 bit 9 nothing but a name (the word is not in the lists in lower case)

The slot of a hash h is (h * slots) >> 32, or the next free one after it.  The hash is FNV-1a of 64 bits over the letters in lower
case, its halves folded and mixed (`Lexicon.swift` has the same lines).
"""
import argparse, collections, glob, os, re, struct, sys

BANDS = {10: 1, 20: 2, 35: 3, 40: 4, 50: 5, 55: 6, 60: 6, 70: 7}
DIALECTS = ["english", "american", "british", "british_z", "canadian", "australian", "variant_1", "british_variant_1"]
HEADER = 1024


def fold(byte_string):
    """ASCII and Latin-1 capitals in lower case, bytewise, as the tokenizer folds them."""
    out = bytearray(byte_string)
    for k, b in enumerate(out):
        if 0x41 <= b <= 0x5A:
            out[k] = b | 0x20
        elif 0x80 <= b <= 0x9E and b != 0x97 and k and out[k - 1] == 0xC3:
            out[k] = b + 0x20
    return bytes(out)


def hash32(folded):
    h = 0xCBF29CE484222325
    for b in folded:
        h = ((h ^ b) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    h = ((h ^ (h >> 32)) * 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    return h >> 32


def read(folder, dialect, kind, size):
    path = os.path.join(folder, f"{dialect}-{kind}.{size}")
    if not os.path.exists(path):
        return
    with open(path, encoding="latin-1") as lines:
        for line in lines:
            word = line.strip()
            if word and not word.endswith("'s") and re.fullmatch(r"[^\W\d_]+('[^\W\d_]+)?", word):
                yield word


def collect(folder):
    lower, names, rare = {}, set(), set()
    for size, band in BANDS.items():
        for dialect in DIALECTS:
            for kind in ("words", "contractions"):
                for word in read(folder, dialect, kind, size):
                    if word == word.lower():
                        lower[word] = min(band, lower.get(word, 9))
    for size in (10, 20, 35, 40, 50, 55, 60, 70, 80):
        for dialect in DIALECTS:
            for kind in ("upper", "proper-names", "abbreviations"):
                if kind != "upper" and size > 80:
                    continue
                for word in read(folder, dialect, kind, size):
                    if word != word.lower():
                        (names if size <= 60 and kind != "abbreviations" else rare).add(word.lower())
    return lower, names, rare


def forms(word, ending):
    """The ways in which `word` may take -ing or -ed."""
    yield word + ending
    if word.endswith("e"):
        yield word[:-1] + ending
    if word[-1:] in "bdgklmnprtvz":
        yield word + word[-1] + ending
    if ending == "ed" and word.endswith("y"):
        yield word[:-1] + "ied"


def plurals(word):
    yield word + "s"
    yield word + "es"
    if word.endswith("y"):
        yield word[:-1] + "ies"


def describe(lower, names, rare):
    known = collections.defaultdict(int)
    for word, band in lower.items():
        known[word] |= band
    for word in names:
        known[word] |= 8 | 16
    for word in rare:
        known[word] |= 16
    for word in list(known):
        if word not in lower:
            known[word] |= 512
    for word in lower:
        if len(word) < 2:
            continue
        ing = [f for f in forms(word, "ing") if f in lower]
        ed = [f for f in forms(word, "ed") if f in lower]
        third = [f for f in plurals(word) if f in lower]
        if ing and third and not word.endswith("ing"):
            known[word] |= 32
            for f in ing:
                known[f] |= 64
            for f in ed:
                known[f] |= 128
        if third:
            known[word] |= 256
    return known


def pack(known):
    entries = collections.defaultdict(int)
    for word, info in known.items():
        entries[hash32(fold(word.encode()))] |= info
    slots = len(entries) * 4 // 3
    table = [0] * slots
    for h in sorted(entries):
        at = (h * slots) >> 32
        while table[at]:
            at = (at + 1) % slots
        table[at] = entries[h] & 0x3FF | (h & 0x3FFF) << 10
    head = (
        "# English lexicon of Copydesk: which strings are words, how common, and of what kind.\n"
        "# source: SCOWL (Spell Checker Oriented Word Lists) 2020.12.07, sizes 10 to 70, names to 80\n"
        "# licence: MIT-style, Copyright 2000-2018 Kevin Atkinson; permission to use, copy, modify,\n"
        "#   distribute and sell these word lists for any purpose is granted without fee, provided that the copyright\n"
        "#   notice appears in all copies and that both that notice and this permission notice appear in supporting\n"
        "#   documentation; parts are in the public domain (Moby Words II, ENABLE, 12Dicts, UKACD: see SCOWL's README)\n"
        f"# made by: Scripts/make-lexicon.py, which describes the layout; {len(known)} words\n"
    ).encode()
    assert len(head) < HEADER
    head = head + b" " * (HEADER - 1 - len(head)) + b"\n"
    return head + struct.pack("<I", slots) + b"".join(struct.pack("<I", s)[:3] for s in table)


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--scowl", default="/usr/share/dict/scowl")
    parser.add_argument("--out", default=os.path.join(here, "..", "Sources/CTables/data/lexicon-en.bin"))
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    options = parser.parse_args()
    if not glob.glob(os.path.join(options.scowl, "english-words.*")):
        sys.exit("make-lexicon.py: no SCOWL lists in " + options.scowl + " (Debian: apt install scowl)")
    blob = pack(describe(*collect(options.scowl)))
    if options.check:
        with open(options.out, "rb") as old:
            sys.exit(0 if old.read() == blob else "make-lexicon.py: the file is not what the lists give")
    with open(options.out, "wb") as out:
        out.write(blob)
    print(f"{len(blob)} bytes")


if __name__ == "__main__":
    main()
