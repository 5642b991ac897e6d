#!/usr/bin/env python3
"""documents.py BIN_DIR [--show]: scores tag-entities on whole documents with their names marked, which lie in `documents`.

    [Pieter Hazelhoff|PER] left.  [Hazelhoff|PER|Pieter Hazelhoff] did not return.

A mark is the text, its type, and the fullest form in the document where that is another.  The first line, with `#`, says
what the document is.  Prints exact spans and types by type, and for PER, ORG and LOC how often `name` is right; --show
prints what is missed, too much, or has another name.  The documents were written for this: nobody's text, licence CC0."""
import argparse
import glob
import json
import os
import re
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
MARK = re.compile(r"\[([^\[\]|]+)\|(PER|ORG|LOC|MISC)(?:\|([^\[\]|]+))?\]")


def read(path):
    """The text of a document and its mentions: start, end, type and name."""
    with open(path, encoding="utf-8") as file:
        marked = file.read()
    marked = marked.split("\n", 1)[1].strip() if marked.startswith("#") else marked.strip()
    text, mentions, at = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        mentions.append((len(text), len(text) + len(mark[1]), mark[2], mark[3] or mark[1]))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], mentions


def documents():
    """The documents, by name."""
    paths = sorted(glob.glob(os.path.join(HERE, "documents", "*.txt")))
    return {os.path.basename(path)[:-4]: read(path) for path in paths}


def tagged(bin_dir, texts):
    """What the tools find in texts, by id."""
    lines = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, text in texts.items()).encode()
    for tool, options in (("segment", []), ("tag-entities", ["--labels", "PER,ORG,LOC,MISC"])):
        command = [os.path.join(bin_dir, tool), *options]
        lines = subprocess.run(command, input=lines, stdout=subprocess.PIPE, check=True).stdout
    return {
        record["id"]: [(e["start"], e["end"], e["label"], e["name"]) for e in record["entities"]]
        for record in map(json.loads, lines.decode().splitlines())
    }


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("bin_dir")
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    gold = documents()
    found = tagged(options.bin_dir, {i: text for i, (text, _) in gold.items()})
    counts = {kind: [0, 0, 0] for kind in ("PER", "ORG", "LOC", "MISC")}
    named = right = 0
    for i, (text, mentions) in gold.items():
        truth = {m[:3]: m[3] for m in mentions}
        answer = {m[:3]: m[3] for m in found[i]}
        for key in truth:
            counts[key[2]][1] += 1
        for key in answer:
            counts[key[2]][2] += 1
        for key in truth.keys() & answer.keys():
            counts[key[2]][0] += 1
            if key[2] != "MISC":
                named += 1
                right += truth[key] == answer[key]
        if options.show:
            for key in sorted(truth.keys() - answer.keys()):
                print("%-16s missed %-4s %-28s %s" % (i, key[2], text[key[0] : key[1]], around(text, key)))
            for key in sorted(answer.keys() - truth.keys()):
                print("%-16s extra  %-4s %-28s %s" % (i, key[2], text[key[0] : key[1]], around(text, key)))
            for key in sorted(truth.keys() & answer.keys()):
                if truth[key] != answer[key]:
                    print("%-16s name   %-4s %-28s %s, not %s" % (i, key[2], text[key[0] : key[1]], answer[key], truth[key]))
    rows = [("PER, ORG, LOC", [sum(counts[k][j] for k in ("PER", "ORG", "LOC")) for j in range(3)]), *counts.items()]
    for kind, (both, expected, given) in rows:
        print("%-14s F1 %.3f  (%d right of %d, %d found)" % (kind, 2 * both / max(expected + given, 1), both, expected, given))
    all_named = sum(1 for _, m in gold.values() for mention in m if mention[2] != "MISC")
    print("name right     %.3f of those found, %.3f of all %d" % (right / max(named, 1), right / all_named, all_named))


def around(text, key):
    return repr(text[max(0, key[0] - 25) : key[1] + 20])


if __name__ == "__main__":
    main()
