#!/usr/bin/env python3
"""rules.py --tool BIN --gold GOLD.jsonl… [--source TEXTS.jsonl] [--clean CLEAN.jsonl…] [--show wrong|missed] - one row a rule.

fires   edits on the garbled texts in which the rule had a hand
right   the place then reads as gold says (quotation marks' shape and the width of spaces apart)
wrong   it reads otherwise, or gold has nothing there; an edit where gold only doubts counts as neither
flags   suspects on the garbled texts, and how many of them stand where gold doubts
harm    edits on clean texts, and the same for 10,000 characters

With --source, the texts that were garbled: an edit that the tool makes in them too is neither right nor wrong, for the garbler did not
make its occasion; a reader says whether the source errs there or the tool (give the texts to --clean as well). They are counted.

The last lines: recall and precision over all garbled texts, and harm over all clean ones, for each file, and the rules that these
texts say little about.
"""
import argparse
import collections
import re
import subprocess

from gold import original_edits, read, run

FOLD = dict.fromkeys(map(ord, "“”„«»"), '"') | dict.fromkeys(map(ord, "‘’‚‹›"), "'")


def fold(text):
    return re.sub(r"\s+", " ", text.translate(FOLD)).strip()


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


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--gold", nargs="*", default=[])
    parser.add_argument("--source")
    parser.add_argument("--clean", nargs="*", default=[])
    parser.add_argument("--show", choices=["wrong", "missed"])
    parser.add_argument("--limit", type=int, default=40)
    options = parser.parse_args()
    rows = collections.defaultdict(collections.Counter)
    lines, shown, clean_characters = [], 0, 0
    sources = read(options.source) if options.source else []
    repaired_sources = run(options.tool, sources) if sources else {}
    own = {r["id"]: places(r["text"], original_edits(repaired_sources[r["id"]])) for r in sources}
    for path in options.gold:
        records = read(path)
        output = run(options.tool, records)
        total = found = good = made = places_open = hit = in_source = 0
        kinds = collections.defaultdict(lambda: [0, 0])
        for record in records:
            edits = original_edits(output[record["id"]])
            repaired, verdicts = judge(record, edits)
            entries, open_places = repairs(record), doubts(record)
            total += len(entries)
            places_open += len(open_places)
            suspects = original_suspects(output[record["id"]])
            for start, end, rule in suspects:
                rows[rule]["flags"] += 1
                rows[rule]["doubted"] += overlaps(start, end, open_places)
            hit += sum(overlaps(a, b, [s[:2] for s in suspects]) for a, b in open_places)
            found += len(repaired)
            known = own.get(record["id"], set())
            sourced = [not right and bool(places(record["text"], [e]) & known) for e, right in zip(edits, verdicts)]
            in_source += sum(sourced)
            judged = [right or not overlaps(e[0], max(e[1], e[0] + 1), open_places) for e, right in zip(edits, verdicts)]
            judged = [j and not s for j, s in zip(judged, sourced)]
            made += sum(judged)
            good += sum(verdicts)
            for number, entry in enumerate(entries):
                kinds[entry["category"]][0] += number in repaired
                kinds[entry["category"]][1] += 1
                if options.show == "missed" and number not in repaired and shown < options.limit:
                    shown += 1
                    a, b = entry["start"], entry["end"]
                    print(f"  missed {entry['category']}: …{record['text'][max(0, a - 40):b + 30]!r} -> {entry['after']!r}")
            for edit, right, counts in zip(edits, verdicts, judged):
                if not counts:
                    continue
                for rule in edit[3]:
                    rows[rule]["right" if right else "wrong"] += 1
                if not right and options.show == "wrong" and shown < options.limit:
                    shown += 1
                    print(f"  wrong {edit[3]}: …{record['text'][max(0, edit[0] - 40):edit[1] + 40]!r}: "
                          f"{record['text'][edit[0]:edit[1]]!r} -> {edit[2]!r}")
        lines.append(f"{path}: recall {found / max(1, total):.3f} of {total}, precision {good / max(1, made):.3f} of {made}")
        lines.append("  " + ", ".join(f"{k} {a}/{b}" for k, (a, b) in sorted(kinds.items())))
        if options.source:
            lines.append(f"  edits made in the sources too: {in_source}")
        if places_open:
            lines.append(f"  places that gold only doubts: {hit} of {places_open} flagged")
    for path in options.clean:
        records = read(path)
        output = run(options.tool, records)
        characters = sum(len(r["text"]) for r in records)
        clean_characters += characters
        edits = flags = 0
        for record in records:
            flags += len(output[record["id"]].get("suspects", []))
            for edit in original_edits(output[record["id"]]):
                edits += 1
                for rule in edit[3]:
                    rows[rule]["harm"] += 1
                if options.show == "wrong" and shown < options.limit:
                    shown += 1
                    print(f"  harm {edit[3]}: …{record['text'][max(0, edit[0] - 40):edit[1] + 40]!r} -> {edit[2]!r}")
        lines.append(f"{path}: {edits} edits, {edits * 10000 / max(1, characters):.3f} in 10,000 characters; "
                     f"{flags} flags, {flags * 5000 / max(1, characters):.3f} in 5,000")
    print(f"{'rule':28}{'fires':>7}{'right':>7}{'wrong':>7}{'flags':>7}{'right':>7}{'harm':>6}{'/10k':>8}")
    for rule, c in sorted(rows.items()):
        print(f"{rule:28}{c['right'] + c['wrong']:7}{c['right']:7}{c['wrong']:7}{c['flags']:7}{c['doubted']:7}{c['harm']:6}"
              f"{c['harm'] * 10000 / max(1, clean_characters):8.3f}")
    print("\n".join(lines))
    if options.gold:
        few = [f"{rule} {rows[rule]['right']}" for rule in editing_rules(options.tool) if rows[rule]["right"] < 5]
        print(f"rules with fewer than five right edits here: {', '.join(few)}")


if __name__ == "__main__":
    main()
