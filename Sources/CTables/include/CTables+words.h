#ifndef CTABLES_WORDS_H
#define CTABLES_WORDS_H

/// The English lexicon, a hash table: `Scripts/make-lexicon.py` describes the layout.
ctables_file ctables_lexicon_en(void);

#endif
