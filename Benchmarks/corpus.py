"""Makes the texts that are measured on, from the articles in Examples: always the same bytes for the same size."""
import json
import os
import random
import subprocess
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
DATA = os.path.join(HERE, "data")
EXAMPLES = os.path.join(os.path.dirname(HERE), "Examples")
os.makedirs(DATA, exist_ok=True)

TO_ASCII = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "–": "-", "—": "-", "…": "...", "€": "EUR "})


def paragraphs(name):
    found = []
    with open(os.path.join(EXAMPLES, name), encoding="utf-8") as lines:
        for line in lines:
            found += [p for p in json.loads(line)["text"].split("\n") if p.strip()]
    return found


def spelled(text, kind):
    if kind == "ascii":
        return unicodedata.normalize("NFD", text.translate(TO_ASCII)).encode("ascii", "ignore").decode()
    if kind == "decomposed":
        return unicodedata.normalize("NFD", text)
    return text


def make(kind, size):
    """A JSON Lines file of about `size` bytes: records of ten paragraphs, drawn with a fixed seed."""
    path = os.path.join(DATA, f"{kind}-{size}.jsonl")
    if os.path.exists(path):
        return path
    source = [spelled(p, kind) for p in paragraphs("articles.jsonl" if kind == "garbled" else "articles-clean.jsonl")]
    if kind == "decomposed":
        # Text in which every word with a letter that decomposes is as frequent as in Vietnamese or Czech.
        source = [spelled(unicodedata.normalize("NFC", p).replace("e", "é").replace("u", "ů"), kind) for p in source]
    draw = random.Random(1)
    written = 0
    with open(path + ".new", "w", encoding="utf-8") as out:
        number = 0
        while written < size:
            text = "\n\n".join(draw.choice(source) for _ in range(10))
            line = json.dumps({"id": number, "text": text}, ensure_ascii=False, separators=(",", ":")) + "\n"
            out.write(line)
            written += len(line.encode())
            number += 1
    os.rename(path + ".new", path)
    return path


def layered(path, tools):
    """The records of a file with their sentences and names; made anew each time, for it is the tools' own."""
    target = path[: -len(".jsonl")] + "-layered.jsonl"
    with open(path, "rb") as source, open(target, "wb") as sink:
        cut = subprocess.Popen([os.path.join(tools, "segment")], stdin=source, stdout=subprocess.PIPE)
        subprocess.run([os.path.join(tools, "tag-entities")], stdin=cut.stdout, stdout=sink, check=True)
    return target


def long_line(size):
    """One record of about `size` bytes."""
    path = os.path.join(DATA, f"line-{size}.jsonl")
    if not os.path.exists(path):
        text = " ".join(spelled(p, "ascii") for p in paragraphs("articles-clean.jsonl"))
        text = (text + " ") * (size // len(text) + 1)
        with open(path, "w") as out:
            out.write(json.dumps({"text": text[:size]}) + "\n")
    return path


# Texts with as many edits or suspects as a text can have, a word each.
DENSE = {
    "decomposed": "e\u0301 ",
    "misread": "caf\u00c3\u00a9 it\u00e2\u20ac\u2122s ",
    "controls": "a\u0085bc\u0092s ",
    "entities": "a &amp; b R&eacute;sum&eacute; ",
    "widths and hyphens": "\uff21b \ufb01x a\u00adb ",
    "mixed alphabets": "p\u0430per w\u043erd ",
    "directions": "a\u202eb y\u2066z ",
}


def dense_lines(kind, length, size=8_000_000):
    """`size` bytes of records of about `length` bytes each, of a text with an edit or a suspect a word."""
    path = os.path.join(DATA, f"dense-{kind.replace(' ', '-')}-{length}.jsonl")
    if not os.path.exists(path):
        word = DENSE[kind]
        # A little room for the name of the member.
        record = json.dumps({"text": word * ((length - 16) // len(word.encode()))}, ensure_ascii=False)
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(record + "\n" for _ in range(size // length))
    return path


def long_lines(length, count):
    """`count` records of about `length` bytes, of curly news."""
    path = os.path.join(DATA, f"lines-{length}-{count}.jsonl")
    if not os.path.exists(path):
        text = " ".join(paragraphs("articles-clean.jsonl")) + " "
        text = (text * (length // len(text) + 1)).encode()
        # Straight marks are escaped: room is left for them.
        record = json.dumps({"text": text[: length - length // 100].decode(errors="ignore")}, ensure_ascii=False)
        with open(path, "w", encoding="utf-8") as out:
            out.writelines(record + "\n" for _ in range(count))
    return path
