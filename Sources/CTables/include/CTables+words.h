#ifndef CTABLES_WORDS_H
#define CTABLES_WORDS_H

/// The English lexicon, a hash table: `Scripts/make-lexicon.py` describes the layout.
ctables_file ctables_lexicon_en(void);

/// Pairs of neighbouring English words, a hash table: `Scripts/make-pairs.py` describes the layout.
ctables_file ctables_pairs_en(void);

/// Pairs of words that spinners make of fixed expressions, a hash table: `Scripts/make-spun-pairs.py` describes how they are derived.
ctables_file ctables_spun_pairs(void);

/// Names always written with a capital: the name in lower case, tab, words after it that make it a common word.
ctables_file ctables_proper_names(void);

/// Names of two words that English always writes with two capitals, tab, the word that must stand before them.
ctables_file ctables_paired_names(void);

/// Small words and days of other languages, tab, what English has for them, tab, what they are.
ctables_file ctables_foreign_words(void);

/// What spinners put in place of fixed expressions, and in which company.
ctables_file ctables_spun_words(void);

/// Words in lower case, tab, the lists that rules ask for and that have the word.
ctables_file ctables_rule_words(void);

/// Turns of other languages translated word for word, tab, what they stand for, and the company they need, as spun words.
ctables_file ctables_calques(void);

#endif
