#!/usr/bin/env python3
"""ablate.py BIN_DIR SCORER GOLD.jsonl... - what each rule of attribution adds.

Runs segment, tag-entities and extract-quotes of BIN_DIR over the texts of each gold file, then extract-quotes again without
one rule at a time, and prints the scorer's share of quotations whose speaker is right end to end, and the exact F1.
SCORER is a module with `load(path)` and `score(gold, system)` as the evaluation's score_quotes.py has them.
"""
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

# Those that name a speaker, then those that find what is quoted.  A rule that is off unless asked for is turned on instead.
RULES = ["transcript-label", "tag-behind", "tag-before", "according-to", "in-the-words-of", "signature", "clause-subject", "introduced",
         "sentence-before", "action-beat", "goes-on", "resolved-name", "dash-dialogue", "quotation-kind"]
OFF = ["nested-quotation", "doubled-apostrophes"]


def run(tool, arguments, data):
    return subprocess.run([tool, *arguments], input=data, stdout=subprocess.PIPE, check=True).stdout


def main():
    binaries, scorer_path, golds = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    spec = importlib.util.spec_from_file_location("scorer", scorer_path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for path in golds:
        gold = scorer.load(path)
        texts = "".join(json.dumps({"id": i, "text": r["text"]}, ensure_ascii=False) + "\n" for i, r in gold.items()).encode()
        layered = run(binaries / "tag-entities", [], run(binaries / "segment", [], texts))
        print(f"{Path(path).stem}\n{'without':18} {'speaker':>8} {'change':>8} {'exact F1':>9}")
        whole = None
        for rule in [None, *RULES]:
            out = run(binaries / "extract-quotes", ["--skip", rule] if rule else [], layered)
            with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
                file.write(out)
                file.flush()
                result = scorer.score(gold, scorer.load(file.name))
            speaker = result["spk_e2e"]
            whole = speaker if whole is None else whole
            print(f"{rule or '(nothing)':18} {speaker:8.4f} {speaker - whole:+8.4f} {result['exact'][2]:9.4f}")


if __name__ == "__main__":
    main()
