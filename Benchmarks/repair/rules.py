#!/usr/bin/env python3
"""rules.py --tool BIN --gold [NAME=]GOLD.jsonl… [--source TEXTS.jsonl] [--clean [NAME=]CLEAN.jsonl…] [--show wrong|missed]
            [--report RESULTS.md] - one row a rule.

fires   edits on the garbled texts in which the rule had a hand
right   the place then reads as gold says (quotation marks' shape and the width of spaces apart)
wrong   it reads otherwise, or gold has nothing there; an edit where gold only doubts, or of a sound mark's shape, counts as neither
flags   suspects on the garbled texts, and how many of them stand where gold doubts
harm    edits on clean texts, and the same for 10,000 characters

With --source, the texts that were garbled: an edit that the tool makes in them too is neither right nor wrong, for the garbler did not
make its occasion; a reader says whether the source errs there or the tool (give the texts to --clean as well). They are counted.

With --report, the tables go into a page instead, behind its line `<!-- rules.py -->`; what stands above that line is kept.  The edits
of each file of --gold have columns of their own there, and the files are named by their NAMEs, else as they are called.

The last lines: recall and precision over all garbled texts, and harm over all clean ones, for each file, and the rules that these
texts say little about.
"""
import argparse
import collections
import os
import re
import shlex
import subprocess
import sys
import textwrap

from gold import original_edits, read, run

FOLD = dict.fromkeys(map(ord, "“”„«»"), '"') | dict.fromkeys(map(ord, "‘’‚‹›"), "'")


def fold(text):
    return re.sub(r"\s+", " ", re.sub("''|``", '"', text.translate(FOLD))).strip()


def repairs(gold):
    """The entries that say what the text should be; the others only doubt it."""
    return [entry for entry in gold["expected"] if entry.get("after") is not None]


def doubts(gold):
    return [(entry["start"], entry["end"]) for entry in gold["expected"] if entry.get("after") is None]


def overlaps(start, end, spans):
    return any(start < b and a < end for a, b in spans)


def original_suspects(record):
    """The suspects of a record with offsets into the original text: (start, end, rule)."""
    edits, found = record.get("edits", []), []
    for suspect in record.get("suspects", []):
        shift = sum(len(e["now"]) - len(e["was"]) for e in edits if e["end"] <= suspect["start"])
        found.append((suspect["start"] - shift, suspect["end"] - shift, suspect["by"]))
    return found


def apply(text, start, end, edits):
    """text[start:end] after those of the edits that lie inside."""
    out, at = [], start
    for a, b, now, *_ in sorted(edits):
        if a < at or b > end:
            continue
        out += [text[at:a], now]
        at = b
    return "".join(out) + text[at:end]


def judge(gold, edits):
    """The entries of gold that were repaired, and for each edit whether it was right."""
    text, entries = gold["text"], repairs(gold)
    repaired, verdicts = set(), [False] * len(edits)
    for number, entry in enumerate(entries):
        near = [k for k, e in enumerate(edits) if e[0] <= entry["end"] + 12 and e[1] >= entry["start"] - 12]
        if not near:
            continue
        low = min([entry["start"]] + [edits[k][0] for k in near])
        high = max([entry["end"]] + [edits[k][1] for k in near])
        inside = [e for e in entries if e["start"] >= low and e["end"] <= high]
        got = fold(apply(text, low, high, [edits[k] for k in near]))
        for want in [entry["after"]] + entry.get("alt", []):
            goal = [(e["start"], e["end"], want if e is entry else e["after"]) for e in inside]
            if got == fold(apply(text, low, high, goal)):
                repaired.add(number)
                for k in near:
                    verdicts[k] = True
                break
        else:
            # This entry alone, whatever happened to its neighbours.
            own = [k for k in near if edits[k][0] <= entry["end"] and edits[k][1] >= entry["start"]]
            if own:
                low = min([entry["start"]] + [edits[k][0] for k in own])
                high = max([entry["end"]] + [edits[k][1] for k in own])
                got = fold(apply(text, low, high, [edits[k] for k in own]))
                for want in [entry["after"]] + entry.get("alt", []):
                    if got == fold(apply(text, low, high, [(entry["start"], entry["end"], want)])):
                        repaired.add(number)
                        for k in own:
                            verdicts[k] = True
    return repaired, verdicts


def places(text, edits):
    """What an edit replaces, by what, and what stands next to it: by this it is known again in the garbled text."""
    return {(text[max(0, a - 8):a], text[a:b], now, text[b:b + 8]) for a, b, now, *_ in edits}


def editing_rules(tool):
    """The ids of the rules that edit where nobody asks for flags only."""
    listed = subprocess.run([tool, "--list"], stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
    return [line.split()[0] for line in listed if line.split()[1:2] != ["flag"]]


def named(argument):
    """NAME=FILE, or a file that is called by its own name."""
    name, equals, path = argument.partition("=")
    return (name, path) if equals else (os.path.basename(argument).removesuffix(".jsonl"), argument)


class Counts:
    """What the rules did on the texts of one file, and all of them together."""

    def __init__(self, name):
        self.name, self.rules, self.all, self.kinds = name, collections.defaultdict(collections.Counter), collections.Counter(), {}

    def recall(self):
        return f"recall {self.all['found'] / max(1, self.all['entries']):.3f} of {self.all['entries']}"

    def precision(self):
        return f"precision {self.all['good'] / max(1, self.all['made']):.3f} of {self.all['made']}"


class Shown:
    """The places that are printed, no more of them than somebody wants to read."""

    def __init__(self, what, limit):
        self.what, self.left = what, limit

    def __call__(self, what, text):
        if what == self.what and self.left > 0:
            self.left -= 1
            print("  " + text)


def on_gold(options, name, path, own, shown):
    """Judges the edits on garbled texts."""
    counts, records = Counts(name), read(path)
    output = run(options.tool, records)
    for record in records:
        text, edits = record["text"], original_edits(output[record["id"]])
        repaired, verdicts = judge(record, edits)
        entries, open_places = repairs(record), doubts(record)
        suspects = original_suspects(output[record["id"]])
        for start, end, rule in suspects:
            counts.rules[rule]["flags"] += 1
            counts.rules[rule]["doubted"] += overlaps(start, end, open_places)
        known = own.get(record.get("source", record["id"]), set())
        counts.all["entries"] += len(entries)
        counts.all["found"] += len(repaired)
        counts.all["open"] += len(open_places)
        counts.all["hit"] += sum(overlaps(a, b, [s[:2] for s in suspects]) for a, b in open_places)
        for number, entry in enumerate(entries):
            kind = counts.kinds.setdefault(entry["category"], [0, 0])
            kind[0] += number in repaired
            kind[1] += 1
            if number not in repaired:
                a, b = entry["start"], entry["end"]
                shown("missed", f"missed {entry['category']}: …{text[max(0, a - 40):b + 30]!r} -> {entry['after']!r}")
        for edit, right in zip(edits, verdicts):
            sourced = not right and bool(places(text, [edit]) & known)
            counts.all["sourced"] += sourced
            # The shape of a mark that nobody damaged is a matter of style.
            styled = not right and fold(text[edit[0]:edit[1]]) == fold(edit[2]) != ""
            if sourced or styled or not right and overlaps(edit[0], max(edit[1], edit[0] + 1), open_places):
                continue
            counts.all["made"] += 1
            counts.all["good"] += right
            for rule in edit[3]:
                counts.rules[rule]["right" if right else "wrong"] += 1
            if not right:
                shown("wrong", f"wrong {edit[3]}: …{text[max(0, edit[0] - 40):edit[1] + 40]!r}: {text[edit[0]:edit[1]]!r} -> {edit[2]!r}")
    return counts


def on_clean(options, name, path, shown):
    """Counts the edits and flags on clean texts."""
    counts, records = Counts(name), read(path)
    output = run(options.tool, records)
    for record in records:
        counts.all["characters"] += len(record["text"])
        counts.all["flags"] += len(output[record["id"]].get("suspects", []))
        for edit in original_edits(output[record["id"]]):
            counts.all["edits"] += 1
            for rule in edit[3]:
                counts.rules[rule]["harm"] += 1
            shown("wrong", f"harm {edit[3]}: …{record['text'][max(0, edit[0] - 40):edit[1] + 40]!r} -> {edit[2]!r}")
    return counts


def in_all(files, rule, what):
    return sum(counts.rules[rule][what] for counts in files if rule in counts.rules)


def per(counts, what, size):
    return counts.all[what] * size / max(1, counts.all["characters"])


def few(gold, tool):
    """The rules that these texts say little about: fewer than five right edits."""
    found = [(rule, in_all(gold, rule, "right")) for rule in editing_rules(tool)]
    return ", ".join(f"{rule} {right}" for rule, right in found if right < 5)


def table(gold, clean, tool, source):
    """The table as plain text."""
    characters = max(1, sum(counts.all["characters"] for counts in clean))
    print(f"{'rule':28}{'fires':>7}{'right':>7}{'wrong':>7}{'flags':>7}{'right':>7}{'harm':>6}{'/10k':>8}")
    for rule in sorted({rule for counts in gold + clean for rule in counts.rules}):
        right, wrong, flags, doubted = (in_all(gold, rule, what) for what in ("right", "wrong", "flags", "doubted"))
        harm = in_all(clean, rule, "harm")
        print(f"{rule:28}{right + wrong:7}{right:7}{wrong:7}{flags:7}{doubted:7}{harm:6}{harm * 10000 / characters:8.3f}")
    for counts in gold:
        print(f"{counts.name}: {counts.recall()}, {counts.precision()}")
        print("  " + ", ".join(f"{kind} {a}/{b}" for kind, (a, b) in sorted(counts.kinds.items())))
        if source:
            print(f"  edits made in the sources too: {counts.all['sourced']}")
        if counts.all["open"]:
            print(f"  places that gold only doubts: {counts.all['hit']} of {counts.all['open']} flagged")
    for counts in clean:
        print(f"{counts.name}: {counts.all['edits']} edits, {per(counts, 'edits', 10000):.3f} in 10,000 characters; "
              f"{counts.all['flags']} flags, {per(counts, 'flags', 5000):.3f} in 5,000")
    if gold:
        print(f"rules with fewer than five right edits here: {few(gold, tool)}")


def command():
    """The command line as others can give it: programs and files without the folders where they happen to be."""
    return " ".join(shlex.quote(re.sub(r"(?<![^=])/\S*/", "", word)) for word in sys.argv[1:])


def report(path, gold, clean, tool):
    """The table as Markdown, in a page whose upper part was written by hand."""
    mark = "<!-- rules.py -->"
    with open(path, encoding="utf-8") as page:
        above = page.read().split(mark)[0]
    lines = ["", "```sh", *textwrap.wrap("rules.py " + command(), 130, break_on_hyphens=False), "```", ""]
    lines += [f"- {counts.name}: {counts.recall()}, {counts.precision()}" for counts in gold]
    lines += ["", "| rule | " + " | ".join(f"{counts.name}: right | wrong" for counts in gold) + " | right in all | flags | harm | of 10,000 characters |"]
    lines += ["|" + "---|" * (2 * len(gold) + 5)]
    characters = max(1, sum(counts.all["characters"] for counts in clean))
    for rule in sorted({rule for counts in gold + clean for rule in counts.rules}):
        cells = [str(counts.rules[rule][what]) for counts in gold for what in ("right", "wrong")]
        harm = in_all(clean, rule, "harm")
        cells += [str(in_all(gold, rule, "right")), str(in_all(gold, rule, "flags")), str(harm), f"{harm * 10000 / characters:.3f}"]
        lines.append(f"| {rule} | " + " | ".join(cells) + " |")
    lines += ["", *textwrap.wrap(f"Rules with fewer than five right edits on these texts: {few(gold, tool) or 'none'}.", 135, break_on_hyphens=False)]
    lines += ["", "| clean texts | edits | of 10,000 characters | flags | of 5,000 characters |", "|---|---|---|---|---|"]
    for counts in clean:
        lines.append(f"| {counts.name} | {counts.all['edits']} | {per(counts, 'edits', 10000):.3f} | {counts.all['flags']} | "
                     f"{per(counts, 'flags', 5000):.3f} |")
    with open(path, "w", encoding="utf-8") as page:
        page.write(above + mark + "\n" + "\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--gold", nargs="*", default=[])
    parser.add_argument("--source")
    parser.add_argument("--clean", nargs="*", default=[])
    parser.add_argument("--show", choices=["wrong", "missed"])
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--report")
    options = parser.parse_args()
    shown = Shown(options.show, options.limit)
    sources = read(options.source) if options.source else []
    repaired = run(options.tool, sources) if sources else {}
    own = {r["id"]: places(r["text"], original_edits(repaired[r["id"]])) for r in sources}
    gold = [on_gold(options, *named(argument), own, shown) for argument in options.gold]
    clean = [on_clean(options, *named(argument), shown) for argument in options.clean]
    if options.report:
        report(options.report, gold, clean, options.tool)
    else:
        table(gold, clean, options.tool, options.source)


if __name__ == "__main__":
    main()
