#!/usr/bin/env python3
"""ablate.py BIN_DIR SCORER GOLD... - what each rule of attribution adds.

Runs segment, tag-entities and extract-quotes of BIN_DIR over the texts of each gold file, then extract-quotes again without
one rule at a time (with it, where it is off unless asked for), and prints the share of quotations whose speaker is right end to
end, and the exact F1.  A GOLD that ends in .txt is marked as documents.txt is and scored by score.py; for the others SCORER is a
module with `load(path)` and `score(gold, system)` as the evaluation's score_quotes.py has them.
"""
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import score as own

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
        measure = own_measure(binaries, path) if path.endswith(".txt") else gold_measure(binaries, scorer, path)
        print(f"{Path(path).stem}\n{'without':25} {'speaker':>8} {'change':>8} {'exact F1':>9}")
        whole = None
        for rule in [None, *RULES, *OFF]:
            change = [] if rule is None else ["--set", f"{rule}=fix"] if rule in OFF else ["--skip", rule]
            speaker, spans = measure(change)
            whole = speaker if whole is None else whole
            name = f"with {rule}" if rule in OFF else rule or "(nothing)"
            print(f"{name:25} {speaker:8.4f} {speaker - whole:+8.4f} {spans:9.4f}", flush=True)


def own_measure(binaries, path):
    documents = own.parse(path)

    def measure(change):
        spans, speakers, _ = own.score(binaries, documents, change)
        return speakers, spans

    return measure


def gold_measure(binaries, scorer, path):
    gold = scorer.load(path)
    texts = "".join(json.dumps({"id": i, "text": r["text"]}, ensure_ascii=False) + "\n" for i, r in gold.items()).encode()
    layered = run(binaries / "tag-entities", [], run(binaries / "segment", [], texts))

    def measure(change):
        with tempfile.NamedTemporaryFile(suffix=".jsonl") as file:
            file.write(run(binaries / "extract-quotes", change, layered))
            file.flush()
            result = scorer.score(gold, scorer.load(file.name))
        return result["spk_e2e"], result["exact"][2]

    return measure


if __name__ == "__main__":
    main()
