#!/usr/bin/env python3
"""The mojibake matrix: clean lines in many languages, misread in every way, repaired by normalize and by ftfy.

    Benchmarks/mojibake/matrix.py [--install] [--lines N] [--normalize PATH] [--full] [--clean N] [--show] [--speed]

Data: the translated manual pages that are installed (Debian's manpages-XX packages; --install gets them).  A cell is one
language, one character set, one or two rounds; a line counts where the repaired line is the clean line to the byte, and only lines
that both tools leave alone when clean are taken.  Differences carry a paired 95 % interval (Agresti and Min).  ftfy comes from PyPI
(--install) and keeps quotation marks curly, which is kinder to it than its default.  Every repaired line is repaired once more and undone.

Some pages are misread in their package.  They are told without our rule, and named: a page is left out of the clean lines where its lines
are UTF-8 again when they are written in ISO 8859-1, all but one at most (the translator's name, which was added later: so in fakeroot's
Spanish pages); a line where it holds a C1 control, which no text does; and DAMAGED names the one word that neither tells.
"""
import argparse
import collections
import glob
import gzip
import json
import math
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import unicodedata

try:
    import ftfy
    import ftfy.bad_codecs  # the sloppy character sets
except ImportError:
    ftfy = None  # --install gets it

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LANGUAGES = (
    "cs da de el es fi fr hr hu id it ja ko mk nb nl pl pt_BR ro ru sl sr sv tr uk vi zh_CN zh_TW".split()
)
SETS = (
    [f"sloppy-windows-125{n}" for n in range(9)]
    + [f"iso-8859-{n}" for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16)]
    + ["macroman", "cp437"]
)
PEER = ftfy and ftfy.TextFixerConfig(uncurl_quotes=False, explain=False)
# In manpages-it, iso_8859-1(7): “altresì” with its i misread, in a sentence that is right otherwise.
DAMAGED = {("it", "altres\u00c3\u00ac")}


def is_misread(text):
    """Whether the lines of a text that are not ASCII are UTF-8 that was read as ISO 8859-1, all but one at most."""
    misread = others = 0
    for line in text.split("\n"):
        if line.isascii():
            continue
        try:
            line.encode("iso-8859-1").decode("utf-8")
            misread += 1
        except UnicodeError:
            others += 1
    return misread > others and others < 2


def is_damaged(language, line):
    return re.search("[\x80-\x9f]", line) is not None or any(
        language == where and word in line for where, word in DAMAGED)


LEFT_OUT = {}


def lines_of(language):
    """The lines of the manual pages in a language that are not all ASCII, without markup, in an order that chance decides once."""
    found = set()
    for path in sorted(glob.glob(f"/usr/share/man/{language}/man*/*.gz")):
        try:
            with gzip.open(path) as page:
                text = page.read().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if is_misread(text):
            LEFT_OUT.setdefault(language, set()).add(os.path.basename(path).removesuffix(".gz"))
            continue
        for line in text.split("\n"):
            if line.startswith(('.\\"', "'\\\"", ".so")):
                continue
            line = re.sub(r"^[.'][A-Za-z]{1,2}\s+", "", line)
            line = re.sub(r"\\f(\[[A-Z]*\]|.)|\\[&/,%]", "", line)
            line = line.replace("\\-", "-").replace("\\(aq", "'").replace("\\~", "\u00a0").replace("\\(em", "—")
            line = re.sub(r"\\[a-z]\[[^\]]*\]|\\\(..|\\\[[^\]]*\]|\\.", "", line).strip()
            line = unicodedata.normalize("NFC", line)
            if 15 < len(line) < 300 and not line.isascii() and "&" not in line and "<" not in line:
                if not is_damaged(language, line):
                    found.add(line)
    lines = sorted(found)
    random.Random(language).shuffle(lines)
    return lines


def normalized(tool, lines, *options):
    run = subprocess.run(
        [tool, "-R", "-r", *options], input=("\n".join(lines) + "\n").encode(), stdout=subprocess.PIPE, check=True
    )
    return run.stdout.decode().split("\n")[:-1]


def undone(tool, lines):
    """The lines after a repair, with all defaults, and `--undo`."""
    records = "".join(json.dumps({"text": line}) + "\n" for line in lines).encode()
    repaired = subprocess.run([tool], input=records, stdout=subprocess.PIPE, check=True).stdout
    back = subprocess.run([tool, "--undo"], input=repaired, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line)["text"] for line in back.decode().split("\n")[:-1]]


def misread(line, charset, rounds):
    """None where the set lacks a byte or the result would be more than one line."""
    for _ in range(rounds):
        try:
            line = line.encode().decode(charset)
        except UnicodeDecodeError:
            return None
    return None if "\n" in line or "\r" in line else line


def interval(ours, peers, count):
    """The difference of two paired rates and half its 95 % interval, in points; the interval is Agresti and Min's (2005), which adds half a
    line to each of the four outcomes, so that it holds for cells of a few lines too."""
    one, other, total = ours + 0.5, peers + 0.5, count + 2
    variance = (one + other - (one - other) ** 2 / total) / total**2
    return 100 * (one - other) / total, 196 * math.sqrt(variance)


class Cell:
    def __init__(self):
        self.count = self.both = self.ours = self.peers = 0

    def add(self, ours, peers):
        self.count += 1
        self.both += ours and peers
        self.ours += ours and not peers
        self.peers += peers and not ours

    def row(self, name):
        difference, half = interval(self.ours, self.peers, self.count)
        ours, peers = (100 * (self.both + n) / self.count for n in (self.ours, self.peers))
        return f"| {name} | {self.count} | {ours:.1f} | {peers:.1f} | {difference:+.1f} ± {half:.1f} |"

    def is_worse(self):
        difference, half = interval(self.ours, self.peers, self.count)
        return difference + half < 0


def restoration(tool, per_cell, is_full):
    cells, cases = [], []
    for language in LANGUAGES:
        lines = lines_of(language)[: per_cell * 4]
        if not lines:
            print(f"skipped: no manual pages in {language}", file=sys.stderr)
            continue
        kept = [a for a, b in zip(lines, normalized(tool, lines)) if a == b]
        kept = [line for line in kept[: per_cell * 2] if ftfy.fix_text(line, PEER) == line][:per_cell]
        for charset in SETS:
            for rounds in (1, 2):
                for line in kept:
                    damaged = misread(line, charset, rounds)
                    if damaged is not None and damaged != line:
                        cells.append((language, charset, rounds))
                        cases.append((line, damaged))
    damaged = [case[1] for case in cases]
    ours = normalized(tool, damaged)
    again = normalized(tool, ours)
    unstable = collections.Counter(cell for cell, a, b in zip(cells, ours, again) if a != b)
    lost = collections.Counter(cell for cell, a, b in zip(cells, damaged, undone(tool, damaged)) if a != b)
    table, memory = collections.defaultdict(Cell), {}
    for cell, (line, bad), repaired in zip(cells, cases, ours):
        if bad not in memory:
            memory[bad] = ftfy.fix_text(bad, PEER)
        language, charset, rounds = cell
        for key in (cell, ("all", charset, rounds), (language, "all", rounds), ("all", "all", "all")):
            table[key].add(repaired == line, memory[bad] == line)
    print("| cell (language, set, rounds) | lines | normalize % | ftfy % | difference |\n|---|---|---|---|---|")
    for key in sorted(table, key=str):
        if is_full or "all" in key:
            print(table[key].row(", ".join(map(str, key))))
    single = {key: cell for key, cell in table.items() if "all" not in key}
    worse = [key for key, cell in single.items() if cell.is_worse()]
    print(f"\n{len(cases)} lines in {len(single)} cells; cells worse than ftfy beyond the interval: {len(worse)} {worse}")
    behind = [key for key, cell in sorted(single.items()) if cell.peers > cell.ours]
    print(f"cells in which ftfy restores more lines, within the interval or not: {len(behind)}")
    for key in behind:
        print(single[key].row(", ".join(map(str, key))))
    print(f"lines that a second run changes: {sum(unstable.values())} {dict(unstable)}")
    print(f"lines that --undo does not restore: {sum(lost.values())} {dict(lost)}")


def rules_of(tool, lines):
    """The ids of the rules that change each line, with all defaults."""
    records = "".join(json.dumps({"text": line}) + "\n" for line in lines).encode()
    repaired = subprocess.run([tool], input=records, stdout=subprocess.PIPE, check=True).stdout
    for line in repaired.decode().split("\n")[:-1]:
        yield {rule for edit in json.loads(line)["edits"] for rule in edit["by"].split(",")}


def harm(tool, limit, shows_all):
    """Clean lines that a tool touches."""
    touched, peers, count, compared = 0, 0, 0, 0
    by_rule, shown = collections.Counter(), []
    for language in LANGUAGES:
        lines = lines_of(language)
        count += len(lines)
        for line, rules in zip(lines, rules_of(tool, lines)):
            touched += bool(rules)
            by_rule.update(rules)
            if "mojibake" in rules or rules and shows_all:
                shown.append((language, line, rules))
        # The rule by itself too, where no other rule comes before it.
        alone = normalized(tool, lines, "--only", "mojibake")
        by_rule["mojibake alone"] += sum(a != b for a, b in zip(lines, alone))
        if compared < limit:
            compared += len(lines)
            peers += sum(ftfy.fix_text(line, PEER) != line for line in lines)
    print(f"\nclean lines: {count}; touched by normalize {touched}, by its mojibake rule {by_rule['mojibake alone']}")
    print(f"touched by ftfy: {peers} of {compared}")
    print("by rule: " + ", ".join(f"{rule} {number}" for rule, number in by_rule.most_common()))
    for language, pages in sorted(LEFT_OUT.items()):
        print(f"left out, misread in their package: {language}: {', '.join(sorted(pages))}")
    for language, line, rules in shown:
        print(f"  {language} {','.join(sorted(rules))}: {line!r}")


def speed(tool):
    """Processor time on one file of misread lines, and on the clean ones."""
    lines = [line for language in LANGUAGES for line in lines_of(language)[:1200]]
    random.Random(1).shuffle(lines)
    with tempfile.TemporaryDirectory() as folder:
        for name, texts in (("misread", [misread(x, "sloppy-windows-1252", 1) for x in lines]), ("clean", lines)):
            path = os.path.join(folder, name)
            with open(path, "w", newline="") as file:
                file.write("\n".join(text for text in texts if text) + "\n")
            size = os.path.getsize(path)
            times = []
            for command in ([tool, "-R", "-r", "-j", "1", "-o", path + ".ours", path], ["ftfy", "-o", path + ".ftfy", path]):
                best = math.inf
                for _ in range(3):
                    before = os.times()
                    subprocess.run(command, check=True)
                    after = os.times()
                    best = min(best, after.children_user + after.children_system - before.children_user - before.children_system)
                times.append(best)
            print(f"\n{name}: {size} bytes; normalize {times[0]:.2f} s, ftfy {times[1]:.2f} s: {times[1] / times[0]:.1f} times")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--lines", type=int, default=20, help="lines in a cell")
    parser.add_argument("--clean", type=int, default=10**9, help="about how many clean lines ftfy reads as well")
    parser.add_argument("--full", action="store_true", help="every cell, not the sums alone")
    parser.add_argument("--show", action="store_true", help="every clean line that is touched")
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--install", action="store_true", help="get the manual pages (Debian, root) and ftfy, first")
    parser.add_argument("--normalize", default=os.path.join(ROOT, ".build", "release", "normalize"))
    options = parser.parse_args()
    if options.install:
        known = set(subprocess.run(["apt-cache", "pkgnames", "manpages-"], stdout=subprocess.PIPE, check=True, text=True).stdout.split())
        wanted = {"manpages-" + name.lower().replace("_", "-").replace("zh-cn", "zh").replace("zh-tw", "zh") for name in LANGUAGES}
        # Languages without a package of their own have pages in others.
        print("no such package: " + ", ".join(sorted(wanted - known)), file=sys.stderr)
        subprocess.run(["apt-get", "install", "-y", "-q", "--no-install-recommends", *sorted(wanted & known)], check=True)
        if ftfy is None:
            subprocess.run([sys.executable, "-m", "pip", "install", "-q", "ftfy"], check=True)
            os.execv(sys.executable, [sys.executable, *[word for word in sys.argv if word != "--install"]])
    if options.speed:
        return speed(options.normalize)
    restoration(options.normalize, options.lines, options.full)
    harm(options.normalize, options.clean, options.show)


if __name__ == "__main__":
    main()
