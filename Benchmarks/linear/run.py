#!/usr/bin/env python3
"""run.py BIN_DIR [--megabytes N] [--tools NAME,…] - whether time grows with the text and no faster, by instructions.

For each tool and each shape of text that could tempt it to look back or ahead too far, one record of N megabytes (5 unless
told) and one of twice as many: instructions of the whole process for both, and the ratio.  2.0 is linear; above 2.3 is a
failure, and the script's status says so.  `pipe` gives each tool what the one before it wrote.  Counted by `perf stat` where the
machine has the counter, else by valgrind's callgrind (fifty times slower).
"""
import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

LIMIT = 2.3
SHAPES = {
    "letters without a full stop": "word after word and no end of it ",
    "one word": "abcdefghij",
    "full stops": ".",
    "full stops and spaces": ". ",
    "straight quotation marks": '"',
    "quotation marks and words": '"a ',
    "curly openers": "“",
    "curly openers and words": "“Go, ",
    "apostrophes": "'",
    "closing quotation marks": "”",
    "low quotation marks and words": "„Go ",
    "angle quotation marks and words": "»Go« ",
    "single quotation marks and words": "‘Go ’tis ",
    "quotation marks of all kinds": "“a” \"b\" „c“ «d» »e« ‘f’ 'g' ",
    "quotation marks in lines": "“Go\n",
    "abbreviations": "Dr. e.g. U.S. ",
    "initials": "A. ",
    "ellipses": "… ",
    "dashes": "— ",
    "line ends": "\n",
    "short lines": "- a\n",
    "dialogue in dashes": "— Yes, said Kay.\n",
    "brackets": "(",
    "commas": ", ",
    "addresses": "www.example.org/a.b ",
    "said": "“Go,” said Kay. ",
}
PIPE = ["segment", "tag-entities", "extract-quotes"]


def has_counter():
    if not shutil.which("perf"):
        return False
    result = subprocess.run(["perf", "stat", "-e", "instructions:u", "true"], capture_output=True, text=True)
    return result.returncode == 0 and "not supported" not in result.stderr


def instructions(tool, source, target, by_perf):
    """Instructions of one run of a tool from file to file."""
    count = ["perf", "stat", "-x", ",", "-e", "instructions:u"]
    if not by_perf:
        count = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
    with open(source, "rb") as text, open(target, "wb") as sink:
        result = subprocess.run([*count, tool], stdin=text, stdout=sink, stderr=subprocess.PIPE, text=True)
    if result.returncode != 0:
        sys.exit(f"run.py: {tool} failed:\n{result.stderr}")
    found = re.search(r"^(\d+),", result.stderr, re.M) if by_perf else re.search(r"Collected : (\d+)", result.stderr)
    if not found:
        sys.exit(f"run.py: no count of instructions:\n{result.stderr}")
    return int(found.group(1))


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin_folder")
    options.add_argument("--megabytes", type=float, default=5)
    options.add_argument("--tools", default="segment,extract-quotes", help="tools, or `pipe`")
    options.add_argument("--shapes", default="", help="only shapes whose name contains this")
    options = options.parse_args()
    by_perf = has_counter()
    print("| tool | text | instructions a byte | twice the text |\n|---|---|---|---|", flush=True)
    is_linear = True
    with tempfile.TemporaryDirectory() as folder:
        for tool in sorted({tool for way in options.tools.split(",") for tool in (PIPE if way == "pipe" else [way])}):
            # Without symbols: valgrind cannot read those of newer compilers.
            found = os.path.join(options.bin_folder, tool)
            subprocess.run(["strip", "-o", os.path.join(folder, tool), found], check=True)
        for way in options.tools.split(","):
            for shape, unit in SHAPES.items():
                if options.shapes not in shape:
                    continue
                counts = {}
                for times in (1, 2):
                    size = int(options.megabytes * 1e6) * times
                    source = os.path.join(folder, "in")
                    with open(source, "w") as out:
                        json.dump({"text": unit * (size // len(unit.encode()))}, out, ensure_ascii=False)
                        out.write("\n")
                    for tool in PIPE if way == "pipe" else [way]:
                        target = os.path.join(folder, "out")
                        found = instructions(os.path.join(folder, tool), source, target, by_perf)
                        counts.setdefault(tool, []).append((found, size))
                        os.replace(target, source)
                for tool, ((once, size), (twice, _)) in counts.items():
                    ratio = twice / once
                    is_linear = is_linear and ratio <= LIMIT
                    name = f"{tool} in the pipe" if way == "pipe" else tool
                    print(f"| {name} | {shape} | {once / size:.1f} | {ratio:.2f} |", flush=True)
    sys.exit(0 if is_linear else "run.py: not linear")


if __name__ == "__main__":
    main()
