#!/usr/bin/env python3
"""make-pairs.py NEWS.jsonl… [--out FILE] - packs the pairs of neighbouring words of news texts into Sources/CTables/data/pairs-en.bin.

The texts are those of the Groningen Meaning Bank, JSON Lines with a member `text`, which are in the public domain.  Taken are
pairs of words in small letters with one space between, and single words in small letters that occur ten times: what the
rules ask is whether two words may stand side by side in a sentence (`world leaders`, `approved the`), and whether a word is
one of the news.  Words of the news that the English lexicon does not have (`gunbattle`), and those of news-compounds.txt, are
kept too, so that none of them is taken for two.  Words that news writes small in the middle of a sentence, five times at least, and hardly
ever with a capital are marked: there a capital is no name's.  Pairs with capitals (`Prime Minister`) that occur three times are kept as a kind of their own.

The file is one page of text (source, licence, layout) and a hash table without keys, which passes a foreign pair for a known
one once in some twenty thousand times.

  byte 0..1023   text, padded with spaces, ended by a line feed
  4 bytes        number of slots, little endian
  2 bytes a slot little endian: the low 16 bits of the hash, 0 in a free slot (a hash that ends so counts as 1)

The hash of a pair is that of its two words (`make-lexicon.py`), the first in the upper half of 64 bits, multiplied and halved;
the second half is 0 for a common word, 1 for a word that the lexicon lacks, 2 for one that is written small, and turned over for a pair with capitals.  The slot of a hash h is (h * slots) >> 32, or the next free one after it.
"""
import argparse, collections, importlib.util, json, os, re, struct, sys

HERE = os.path.dirname(os.path.abspath(__file__))
SCOWL = "/usr/share/dict/scowl"
HEADER = 1024
WORD = re.compile(r"[A-Za-z0-9’'À-ɏ]+")
LETTERS = re.compile(r"[A-Za-z]+")


def lexicon():
    spec = importlib.util.spec_from_file_location("lexicon", os.path.join(HERE, "make-lexicon.py"))
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def collect(paths):
    pairs, words, capitals = set(), collections.Counter(), collections.Counter()
    small, large, lone = collections.Counter(), collections.Counter(), collections.Counter()
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                text = json.loads(line)["text"]
                before, end = None, -1
                matches = list(WORD.finditer(text))
                for match, following in zip(matches, matches[1:] + [None]):
                    word = match.group() if LETTERS.fullmatch(match.group()) else None
                    if word and end >= 0 and text[end:match.start()] in (" ", ", "):
                        if word.islower():
                            small[word] += 1
                        elif word.istitle():
                            large[word.lower()] += 1
                            # Between small words: not a piece of a longer name.
                            if before and before.islower() and not (following and following.group()[0].isupper()):
                                lone[word.lower()] += 1
                    if word and word.islower():
                        words[word] += 1
                    if before and word and text[end:match.start()] == " ":
                        if before.islower() and word.islower():
                            pairs.add((before, word))
                        else:
                            capitals[before.lower(), word.lower()] += 1
                    before, end = word, match.end()
    capitals = {pair for pair, count in capitals.items() if count >= 3 and min(map(len, pair)) >= 3}
    known = set().union(*lexicon().collect(SCOWL))
    new = {word for word, count in words.items() if count >= 2 and word not in known}
    with open(os.path.join(HERE, "news-compounds.txt"), encoding="utf-8") as lines:
        new |= {word for line in lines if not line.startswith("#") for word in line.split()}
    never = {word for word, count in small.items()
             if count >= 5 and len(word) >= 3 and lone[word] * 300 <= count and large[word] * 20 <= count}
    return pairs, {word for word, count in words.items() if count >= 10 and word in known}, capitals, new, never


def file_of(head, keys):
    """A file of keys of 64 bits under a header: a table of which each slot holds a part of a key."""
    hashes = sorted({(key * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF) >> 32 for key in keys})
    slots = len(hashes) * 4 // 3
    table = [0] * slots
    for h in hashes:
        at = (h * slots) >> 32
        while table[at]:
            at = (at + 1) % slots
        table[at] = h & 0xFFFF or 1
    head += b" " * (HEADER - 1 - len(head)) + b"\n"
    return head + struct.pack("<I", slots) + b"".join(struct.pack("<H", s) for s in table)


def pack(pairs, words, capitals, new, never):
    hash32 = lexicon().hash32
    keys = {(hash32(a.encode()) << 32) | hash32(b.encode()) for a, b in pairs} | {hash32(w.encode()) << 32 for w in words}
    keys |= {hash32(w.encode()) << 32 | 1 for w in new}
    keys |= {hash32(w.encode()) << 32 | 2 for w in never}
    keys |= {(hash32(a.encode()) << 32) | hash32(b.encode()) ^ 0xFFFFFFFF for a, b in capitals}
    head = (
        "# Pairs of English words of Copydesk: which words in small letters stand side by side in news.\n"
        "# source: the texts of the Groningen Meaning Bank (news of the Voice of America and others)\n"
        "# licence: public domain (the texts)\n"
        f"# made by: Scripts/make-pairs.py, which describes the layout; {len(pairs) + len(capitals)} pairs, {len(words)} words\n"
    ).encode()
    return file_of(head, keys)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", nargs="+")
    parser.add_argument("--out", default=os.path.join(HERE, "..", "Sources/CTables/data/pairs-en.bin"))
    options = parser.parse_args()
    blob = pack(*collect(options.news))
    with open(options.out, "wb") as out:
        out.write(blob)
    print(f"{len(blob)} bytes")


if __name__ == "__main__":
    main()
