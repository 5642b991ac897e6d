#ifndef CTABLES_SEGMENT_H
#define CTABLES_SEGMENT_H

/// Abbreviations: `language:abbreviation`, tab, classes.  Keys in lower case, without the last full stop.
ctables_file ctables_abbreviations(void);

/// Function words: a word in lower case, tab, the languages in which it is among the commonest, separated by spaces.
ctables_file ctables_function_words(void);

#endif
