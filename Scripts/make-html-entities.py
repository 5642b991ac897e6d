#!/usr/bin/env python3
"""Writes Sources/CTables/data/html_entities.tsv: HTML's named character references that end in a semicolon.

Usage: Scripts/make-html-entities.py > Sources/CTables/data/html_entities.tsv
"""
from html.entities import html5

print("# HTML's named character references: the name without & and ;, tab, the code points.")
print("# source: WHATWG HTML Standard, named character references, https://html.spec.whatwg.org/entities.json")
print("# licence: CC BY 4.0")
print("# made by: Scripts/make-html-entities.py")
for name in sorted(name[:-1] for name in html5 if name.endswith(";")):
    print(f"{name}\t{' '.join(f'{ord(c):X}' for c in html5[name + ';'])}")
