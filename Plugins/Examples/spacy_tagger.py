"""A tagger for tag-entities that asks spaCy: tag-entities --plugin 'exec:python3 spacy_tagger.py'."""
import json
import os
import sys

import spacy

LABELS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "NORP": "MISC"}

nlp = spacy.load(os.environ.get("SPACY_MODEL", "en_core_web_sm"))
sys.stdin.readline()  # the host's hello
print(json.dumps({"copydesk": "program", "version": 1, "kind": "spans", "id": "spacy-names",
                  "summary": "Names that spaCy finds."}), flush=True)
for line in sys.stdin:
    question = json.loads(line)
    # spaCy's offsets count code points, as the protocol does.
    spans = [{"start": e.start_char, "end": e.end_char, "label": LABELS[e.label_]}
             for e in nlp(question["text"]).ents if e.label_ in LABELS and e.end_char > e.start_char]
    print(json.dumps({"n": question["n"], "spans": spans}), flush=True)
