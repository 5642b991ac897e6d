#ifndef CTABLES_QUOTES_H
#define CTABLES_QUOTES_H

/// Words that attributions are made of: lower-case word, tab, classes separated by spaces.
ctables_file ctables_speech_words(void);

/// Words written with an apostrophe in place of their first letters: one a line, in lower case.
ctables_file ctables_elisions(void);

/// Given names, titles and nouns in lower case, tab, `f` or `m`.
ctables_file ctables_gendered_words(void);

#endif
