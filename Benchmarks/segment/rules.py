#!/usr/bin/env python3
"""rules.py SEGMENT EVAL_DIR [--wrap] - what each rule of `segment` does on texts with known sentences.

SEGMENT is the executable, EVAL_DIR a folder of JSON Lines files whose records have `id`, `text` and `sentences` (code points).
For each rule and file the texts are cut with all rules and again without that one.  A boundary that differs is one the rule is
needed for: `fires` counts them, `helps` those that are right with the rule, `hurts` those that are wrong with it.  What several
rules would decide alike counts for none of them.  `--wrap` measures `--newlines` instead: the same texts, wrapped at 60, 72
and 100 columns.
"""
import argparse
import json
import pathlib
import subprocess
import sys


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def starts(text, spans):
    """Where sentences start, but the first: offsets of what is not white space."""
    found = set()
    for span in spans:
        at = span["start"]
        while at < span["end"] and text[at].isspace():
            at += 1
        if at < span["end"]:
            found.add(at)
    return found - {min(found)} if found else found


def cut(segment, records, *options):
    lines = "".join(json.dumps({"id": i, "text": r["text"]}) + "\n" for i, r in enumerate(records))
    result = subprocess.run([segment, *options], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return [starts(r["text"], json.loads(line)["sentences"]) for r, line in zip(records, result.stdout.splitlines())]


def score(gold, found):
    right = sum(len(g & f) for g, f in zip(gold, found))
    wanted, given = sum(map(len, gold)), sum(map(len, found))
    precision, recall = right / max(given, 1), right / max(wanted, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def wrap(text, width):
    """Turns spaces into line ends, as a mail program does; offsets stay."""
    lines = []
    for paragraph in text.split("\n"):
        column, out = 0, []
        for word in paragraph.split(" "):
            if out and column + 1 + len(word) > width:
                out.append("\n" + word)
                column = len(word)
            else:
                out.append((" " if out else "") + word)
                column += len(word) + (1 if len(out) > 1 else 0)
        lines.append("".join(out))
    return "\n".join(lines)


def wrapped(segment, name, records, gold):
    for width in (60, 72, 100):
        texts = [{"text": wrap(r["text"], width)} for r in records]
        for mode in ("wrap", "auto", "line"):
            row = score(gold, cut(segment, texts, "--newlines", mode))
            print(f"{name:24} {width:4} {mode:5} P {row[0]:.4f} R {row[1]:.4f} F1 {row[2]:.4f}")


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("segment")
    options.add_argument("eval", type=pathlib.Path)
    options.add_argument("--wrap", action="store_true")
    given = options.parse_args()
    files = sorted(given.eval.glob("*.jsonl")) + sorted((given.eval / "golden").glob("*.jsonl"))
    listing = subprocess.run([given.segment, "--list"], stdout=subprocess.PIPE, check=True).stdout.decode()
    rules = [line.split()[0] for line in listing.splitlines() if line.strip()]
    table = {rule: {} for rule in rules}
    golden = {rule: [0, 0, 0] for rule in rules}
    names = []
    for path in files:
        records = load(path)
        gold = [starts(r["text"], r["sentences"]) for r in records]
        is_golden = path.parent.name == "golden"
        if given.wrap:
            if not is_golden:
                wrapped(given.segment, path.stem, records, gold)
            continue
        language = ["--language", path.stem] if is_golden else []
        whole = cut(given.segment, records, *language)
        if not is_golden:
            names.append(path.stem)
            print(f"{path.stem:24} P %.4f R %.4f F1 %.4f" % score(gold, whole), file=sys.stderr)
        for rule in rules:
            without = cut(given.segment, records, "--skip", rule, *language)
            helps = hurts = 0
            for g, a, b in zip(gold, whole, without):
                for place in a ^ b:
                    if (place in a) == (place in g):
                        helps += 1
                    else:
                        hurts += 1
            if is_golden:
                golden[rule] = [golden[rule][0] + helps + hurts, golden[rule][1] + helps, golden[rule][2] + hurts]
            else:
                table[rule][path.stem] = (helps + hurts, helps, hurts)
    if given.wrap:
        return
    names.append("golden rules")
    print("| rule | " + " | ".join(names) + " |")
    print("|---|" + "---|" * len(names))
    for rule in rules:
        table[rule]["golden rules"] = tuple(golden[rule])
        cells = ["%d (+%d −%d)" % table[rule][name] if table[rule][name][0] else "" for name in names]
        print(f"| {rule} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
