#!/usr/bin/env python3
"""unseed.py --texts GOLD.jsonl [--minimum 13] [--list] [--all] [--keep FOLDER] - are the rules fitted to these texts?

Copies the package, deletes from the sources and tables of the rules every string of `--minimum` characters or more that
also stands in one of the texts, builds the copy, and runs both builds over the texts.  What a rule owes to a string it has
copied from the texts shows as a difference.  A string is a sequence of words: one word, however long, is vocabulary.  The
furniture of pages (`page_residue.tsv` and the rules that read it) is general and stays, unless `--all` is given.
"""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "..", "..")
FURNITURE = {"page_residue.tsv", "CallToFollow.swift", "CommentForm.swift", "PageNavigation.swift", "ShareBlock.swift", "SiteHeader.swift",
             "InlineTeaser.swift", "Manual+Generated.swift"}
SOURCES = ["Plugins/ArtifactRules/*.swift", "Sources/CTables/data/*.tsv"]


def grams(texts, size):
    found = set()
    for text in texts:
        text = re.sub(r"\s+", " ", text.lower())
        found.update(text[k:k + size] for k in range(len(text) - size + 1))
    return found


def spans(line, known, size):
    """The maximal stretches of a line that consist of strings of the texts."""
    low, at, found = line.lower(), 0, []
    while at + size <= len(low):
        if low[at:at + size] in known and " " in low[at:at + size].strip():
            end = at + size
            while end < len(low) and low[end - size + 1:end + 1] in known:
                end += 1
            found.append((at, end))
            at = end
        else:
            at += 1
    return found


def literals(path, line):
    """Where strings of the rules stand: between quotation marks in Swift, everywhere in a table but in the names of its lists."""
    if path.endswith(".tsv"):
        return [] if line.startswith("#") else [(0, len(line.split("\t")[0]) if path.endswith("rule_words.tsv") else len(line))]
    return [m.span(1) for m in re.finditer(r'"((?:[^"\\]|\\.)*)"', line)] or ([(0, len(line))] if re.match(r"\s+[a-z ]+$", line) else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--texts", required=True)
    parser.add_argument("--minimum", type=int, default=13)
    parser.add_argument("--list", action="store_true", help="only print the strings")
    parser.add_argument("--all", action="store_true", help="delete the furniture of pages, too")
    parser.add_argument("--keep", help="where to put the copy")
    options = parser.parse_args()
    with open(options.texts, encoding="utf-8") as lines:
        records = [json.loads(line) for line in lines]
    known = grams([r["text"] for r in records], options.minimum)
    target = options.keep or tempfile.mkdtemp(prefix="unseed-")
    if not options.list:
        shutil.copytree(ROOT, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".build*", ".git"))
    removed = 0
    for pattern in SOURCES:
        for path in sorted(glob.glob(os.path.join(ROOT, pattern))):
            relative = os.path.relpath(path, ROOT)
            out = []
            if os.path.basename(path) in FURNITURE and not options.all:
                continue
            with open(path, encoding="utf-8") as source:
                for line in source:
                    body = line.rstrip("\n")
                    cut = []
                    for start, end in literals(path, body):
                        cut += [(start + a, start + b) for a, b in spans(body[start:end], known, options.minimum)]
                    for a, b in reversed(cut):
                        print(f"{relative}: {body[a:b]!r}")
                        removed += 1
                        body = body[:a] + body[b:]
                    # A row of a table without its whole key is no row.
                    if path.endswith(".tsv") and cut and cut[0][0] < len(line.split("\t")[0]):
                        continue
                    out.append(body + "\n")
            if not options.list:
                if path.endswith(".tsv"):
                    # Cut keys may collide or leave the order; the tables are read by order.
                    head = [l for l in out if l.startswith("#")]
                    rows = {l.rstrip("\n").split("\t")[0]: l for l in out if not l.startswith("#")}
                    out = head + [rows[k] for k in sorted(rows, key=lambda k: k.encode())]
                with open(os.path.join(target, relative), "w", encoding="utf-8") as copy:
                    copy.writelines(out)
    print(f"{removed} strings")
    if options.list:
        return
    name = "translate-artifact-fix"
    subprocess.run(["swift", "build", "-c", "release", "--product", name], cwd=target, check=True, stdout=sys.stderr)
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"]}, ensure_ascii=False) + "\n" for r in records).encode()
    before = subprocess.run([os.path.join(ROOT, ".build/release", name)], input=lines, stdout=subprocess.PIPE, check=True).stdout
    after = subprocess.run([os.path.join(target, ".build/release", name)], input=lines, stdout=subprocess.PIPE, check=True).stdout
    changed = 0
    for a, b in zip(map(json.loads, before.splitlines()), map(json.loads, after.splitlines())):
        for layer in ("edits", "suspects"):
            left = {(e["start"], e["end"], e.get("now")) for e in a.get(layer, [])}
            right = {(e["start"], e["end"], e.get("now")) for e in b.get(layer, [])}
            if a["text"] == b["text"] or layer == "edits":
                changed += len(left ^ right)
                for lost in sorted(left ^ right):
                    print(f"{a['id']} {layer}: {lost}")
    print(f"{changed} differences in edits and suspects; the copy is in {target}")


if __name__ == "__main__":
    main()
