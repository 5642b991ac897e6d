"""Records in, records out: what every peer needs around it."""
import json
import sys


def each(work):
    """Calls `work` with the text of each record; writes the record with what it answers."""
    for line in sys.stdin:
        record = json.loads(line)
        record.update(work(record["text"]))
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
