#!/usr/bin/env python3
"""Writes Sources/CTables/data/codepages.tsv: the upper halves of the character sets that UTF-8 is misread as.

The mappings are the Unicode Consortium's (unicode.org/Public/MAPPINGS), as Python's codecs carry them.
Usage: Scripts/make-codepages.py > Sources/CTables/data/codepages.tsv
"""
import codecs

# In the order of trust: where two explain a text equally well, the earlier is taken.
NAMES = (
    "windows-1252 windows-1250 windows-1251 windows-1254 windows-1257 windows-1253 macroman cp437 iso-8859-2 "
    "windows-1256 windows-1255 windows-1258 iso-8859-15 iso-8859-5 iso-8859-7 iso-8859-13 iso-8859-16 iso-8859-4 "
    "iso-8859-3 iso-8859-6 iso-8859-8 iso-8859-10 iso-8859-14 iso-8859-11"
).split()

print("# The upper halves (bytes 80 to FF) of character sets: rank and name, tab, 128 code points; - where a byte is undefined.")
print("# source: Unicode Consortium, https://www.unicode.org/Public/MAPPINGS/ (ISO8859, VENDORS/MICSFT, VENDORS/APPLE)")
print("# licence: Unicode")
print("# made by: Scripts/make-codepages.py")
for rank, name in enumerate(NAMES):
    codec = codecs.lookup(name)
    points = []
    for byte in range(128, 256):
        try:
            point = ord(codec.decode(bytes([byte]))[0])
        except UnicodeDecodeError:
            point = None
        # The ISO sets have the C1 controls there, which every set is given anyway.
        points.append("-" if point is None or 0x80 <= point < 0xA0 else f"{point:04X}")
    print(f"{rank:02} {name}\t{' '.join(points)}")
