"""gold.py - what the garblers and the tables share: gold in the shape of a text-record(5), and running the tool."""
import difflib
import json
import re
import subprocess

TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def read(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write(path, records):
    with open(path, "w", encoding="utf-8") as out:
        for record in records:
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def copies(records, number, garble):
    """Each record garbled as many times; a copy has an id of its own and says which text it was made of."""
    done = []
    for copy in range(number):
        for record in records:
            garbled = garble(record)
            if number > 1:
                garbled = garbled | {"id": f"{record['id']}#{copy + 1}", "source": record["id"]}
            done.append(garbled)
    return done


def expected(garbled, clean, category):
    """The edits that lead from a garbled text back to the clean one, as runs of tokens that differ."""
    a, b = TOKEN.findall(garbled), TOKEN.findall(clean)
    starts = [0]
    for token in a:
        starts.append(starts[-1] + len(token))
    found = []
    for kind, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        entry = {"start": starts[i], "end": starts[j], "before": "".join(a[i:j]), "after": "".join(b[k:m]),
                 "category": category, "confidence": "safe"}
        # Two runs with nothing but white space between them are one place.
        if found and garbled[found[-1]["end"]:entry["start"]].strip() == "" and entry["start"] - found[-1]["end"] <= 1:
            gap = garbled[found[-1]["end"]:entry["start"]]
            last = found[-1]
            last["before"] += gap + entry["before"]
            last["after"] += gap + entry["after"]
            last["end"] = entry["end"]
        else:
            found.append(entry)
    return found


def run(tool, records, *options):
    """The records as the tool gives them back, by id."""
    lines = "".join(json.dumps({"id": r["id"], "text": r["text"]}, ensure_ascii=False) + "\n" for r in records)
    done = subprocess.run([tool, *options], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {r["id"]: r for r in map(json.loads, done.stdout.decode().splitlines())}


def original_edits(record):
    """The edits of a record with offsets into the original text: (start, end, replacement, rules)."""
    shift, found = 0, []
    for edit in record.get("edits", []):
        start = edit["start"] - shift
        found.append((start, start + len(edit["was"]), edit["now"], edit["by"].split(",")))
        shift += len(edit["now"]) - len(edit["was"])
    return found
