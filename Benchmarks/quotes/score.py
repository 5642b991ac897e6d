#!/usr/bin/env python3
"""score.py BIN_DIR [DOCUMENTS] [--show]: runs `segment | tag-entities | extract-quotes` over the marked documents and prints
exact spans (without marks and the space and comma around them), and speakers right end to end; --show prints what is wrong."""
import json
import re
import subprocess
import sys
from pathlib import Path

EDGE = " \n\t,\u00a0\u202f\"“”„«»‘’'`—–-"


def parse(path):
    documents = []
    for block in re.split(r"(?m)^== ", Path(path).read_text(encoding="utf-8"))[1:]:
        head, body = block.split("\n", 1)
        name, language = head.split()
        text, gold = "", []
        for piece in re.split(r"(⟦[^⟧]*⟧)", body.rstrip("\n")):
            if piece.startswith("⟦"):
                quotation, speaker = piece[1:-1].rsplit("|", 1)
                gold.append((len(text), len(text) + len(quotation), speaker))
                text += quotation
            else:
                text += piece
        documents.append((name, language, text, gold))
    return documents


def strip(text, start, end):
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return start, end


def plain(name):
    return re.sub(r"^(the|an?|captain|mr\.?) ", "", name.lower().replace("’", "'"))


def run(folder, language, texts, options=()):
    data = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode()
    for tool in ("segment", "tag-entities", "extract-quotes"):
        more = options if tool == "extract-quotes" else ()
        command = [f"{folder}/{tool}", "--language", language, *more]
        data = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in data.splitlines()]


def score(folder, documents, options=(), show=False):
    """Exact F1 of the spans, share of the speakers that are right, number of quotations."""
    hits = golds = founds = named = right = 0
    for name, language, text, gold in documents:
        record = run(folder, language, [text], options)[0]
        found = {strip(text, q["start"], q["end"]): q for q in record["quotes"]}
        wanted = {strip(text, start, end): speaker for start, end, speaker in gold}
        golds, founds = golds + len(wanted), founds + len(found)
        for span, speaker in wanted.items():
            named += speaker != ""
            quotation = found.pop(span, None)
            if quotation is None:
                if show:
                    print(f"{name}: missed {text[slice(*span)]!r}")
                continue
            hits += 1
            if speaker:
                answers = [plain(answer) for answer in speaker.split("/")]
                if plain(quotation["speaker"]) in answers:
                    right += 1
                elif show:
                    print(f"{name}: {text[slice(*span)]!r} by {quotation['speaker']!r} for {speaker!r} ({quotation['by']})")
        if show:
            for span, quotation in found.items():
                print(f"{name}: wrongly {text[slice(*span)]!r} ({quotation['kind']}, {quotation['by']})")
    return 2 * hits / (golds + founds), right / named, golds


def main():
    show = "--show" in sys.argv
    arguments = [a for a in sys.argv[1:] if a != "--show"]
    documents = parse(arguments[1] if len(arguments) > 1 else Path(__file__).with_name("documents.txt"))
    spans, speakers, golds = score(arguments[0], documents, show=show)
    print(f"{len(documents)} documents, {golds} quotations: span F1 {spans:.3f}, speaker {speakers:.3f}")


if __name__ == "__main__":
    main()
