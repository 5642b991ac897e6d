#!/usr/bin/env python3
"""speed.py [--ftfy [DOCUMENTS]] [--linear [BYTES] [--time] [--shapes PATTERN]] [--rounds N] - how fast translate-artifact-fix is, as ratios.

  --ftfy     processor time of the whole process against ftfy (from PyPI), both on the same JSON Lines: the documents of a file
             (default: Examples/articles.jsonl), repeated until there are 4,000
  --linear   instructions (by valgrind's cachegrind) on marks set against the rules, BYTES (default 1,000,000) against half of it:
             every ratio must stay below 2.3; --time takes processor time, the better of two runs, for sizes that valgrind is too slow
             for, and --shapes only the shapes whose names a regular expression finds
"""
import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PEER = os.path.join(ROOT, "Benchmarks", "peers", "with_ftfy.py")
UNITS = {
    "quotation marks": "“”‘’\"'«»„‹›", "spaced pairs": "“ ” ", "openers": "“", "closers": "” ", "straight": "\" ", "apostrophes": "' ’s ",
    "stops": ".", "spaced stops": " .", "commas": " ,", "hyphens": "-", "letters between hyphens": "a-?-b ", "brackets": "([)] ",
    "one word": "word ", "two words": "of the ", "ten words": "on the shore of a lake in the old town ", "numbers": "1 . 2 , 000 ",
    "nested": "“a ‘b “c ‘d ", "single marks": "‘a ’b ", "loose single marks": "’ ‘ ", "open brackets": "( [ (a ", "two in turn": "a b ",
    "one long word": "abcdefghij", "capital words": "Bridge ", "unclosed": "“Go on, said Kay.\n", "reopened": "“Go on. “Go on, he said. ",
    "long numbers": "1,000.50 ", "figures": "$ 5. 5 %of ", "code": "a() { b; } ", "backticks": "`a ", "headings": "Related articles\nA B c\n",
    "teasers": "Read also: The Bridge of Oslo\n", "names": "Zoë Kay’s Kay ", "verse": "and The sea In the sun ",
    "apostrophes of other shapes": "company´s don`t doesn?t ", "foreign titles": "M. Wang Mme Li ", "shortcodes": "[gallery ids=1,2] [ad_2] ",
    "open shortcodes": "[caption id= ", "foot lines": "Privacy policy\nTerms of use\nNewsletter\n", "pairs of two shapes": "“a» «b” ‘c\" ",
    "other headlines": "The the river rose by two metres within hours, and a bridge was carried away by the water of the lake.\n\n"
                       "Famous singer announces the dates of her concerts\n\n",
    "other languages": "„Guten Tag“, sagte er, und « c’est tout » .\n\n", "damaged prose": "He left the the town ,which was “so “. Then,he said",
    "wide gaps": "They left. See also  Bridge falls\n", "repeated sentences": "The river rose by two metres. The river rose by two metres. ",
    "rests of marks": "âso,â he donât ", "question marks for marks": "?so,? he ", "lines of another script": "Мост упал в реку\n\n",
    "glued": "thatthe ofthe ", "capitals": "The In Of ", "abbreviations": "U. S. p. m. ", "lines": "Share\nRead more: A\n",
}


def run(command, path, sink):
    before = os.times()
    with open(path, "rb") as source, open(sink, "wb") as out:
        subprocess.run(command, stdin=source, stdout=out, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def against_ftfy(tool, documents, rounds, folder):
    with open(documents, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    path = os.path.join(folder, "documents.jsonl")
    with open(path, "w", encoding="utf-8") as out:
        for number in range(4000):
            out.write(json.dumps({"id": number, "text": texts[number % len(texts)]}, ensure_ascii=False) + "\n")
    sink = os.path.join(folder, "output")
    ours, peer = [], []
    for _ in range(rounds):
        ours.append(run([tool], path, sink))
        peer.append(run([sys.executable, PEER], path, sink))
    print(f"{os.path.getsize(path) / 1e6:.1f} MB: {min(ours):.2f} s, ftfy {min(peer):.2f} s: {min(peer) / min(ours):.1f} times")


def instructions(tool, path, folder):
    report = os.path.join(folder, "cachegrind")
    command = ["valgrind", "--tool=cachegrind", "--cache-sim=no", f"--cachegrind-out-file={report}", tool]
    with open(path, "rb") as source:
        done = subprocess.run(command, stdin=source, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    return int(re.search(r"I\s+refs:\s+([\d,]+)", done.stderr).group(1).replace(",", ""))


def seconds(tool, path, folder):
    return min(run([tool], path, os.devnull) for _ in range(2))


def linear(tool, size, folder, by_time=False, shapes=""):
    if not by_time and not shutil.which("valgrind"):
        sys.exit("speed.py: valgrind is not installed")
    draw, worst = random.Random(1), 0.0
    every = "".join(UNITS.values()).replace("\n", " ").split(" ")
    units = UNITS | {"all of them": " ".join(draw.choice(every) for _ in range(2000)) + " "}
    units = {name: unit for name, unit in units.items() if re.search(shapes, name)}
    measure = seconds if by_time else instructions
    # Valgrind does not read the debugging information of Swift.
    stripped = os.path.join(folder, "tool")
    subprocess.run(["strip", "-o", stripped, tool], check=True)
    tool, start = stripped, os.path.join(folder, "nothing")
    with open(start, "w") as out:
        out.write('{"text":"a"}\n')
    base = 0 if by_time else measure(tool, start, folder)
    for name, unit in units.items():
        for is_split in (False, True):
            counts = []
            for bytes_wanted in (size // 2, size):
                text = unit * (bytes_wanted // len(unit.encode()))
                if is_split:
                    text = re.sub(r"(.{1,300})", r"\1\n", text)
                path = os.path.join(folder, "marks")
                with open(path, "w", encoding="utf-8") as out:
                    out.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")
                counts.append(measure(tool, path, folder) - base)
            ratio = counts[1] / counts[0]
            worst = max(worst, ratio)
            cost = f"{counts[1] * 1e9 / size:.0f} nanoseconds" if by_time else f"{counts[1] / size:.0f} instructions"
            print(f"{name}, {'many lines' if is_split else 'one line'}: {ratio:.2f}, {cost} a byte", flush=True)
    print(f"worst: {worst:.2f}")
    return worst < 2.3


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--ftfy", nargs="?", const=os.path.join(ROOT, "Examples", "articles.jsonl"))
    options.add_argument("--linear", nargs="?", type=int, const=1_000_000)
    options.add_argument("--time", action="store_true")
    options.add_argument("--shapes", default="")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--tool", default=os.path.join(ROOT, ".build", "release", "translate-artifact-fix"))
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.ftfy:
            against_ftfy(options.tool, options.ftfy, options.rounds, folder)
        if options.linear and not linear(options.tool, options.linear, folder, options.time, options.shapes):
            sys.exit(1)


if __name__ == "__main__":
    main()
