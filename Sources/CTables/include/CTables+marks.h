#ifndef CTABLES_MARKS_H
#define CTABLES_MARKS_H

/// English words in lower case, tab, what the rules for punctuation ask of them: classes separated by spaces.
ctables_file ctables_prose_words(void);

/// Abbreviations with inner full stops (`U.S.`), tab, class.
ctables_file ctables_dotted_abbreviations(void);

/// First and last part of a hyphenated loan (`vis-vis`), tab, the whole.
ctables_file ctables_hyphenated_loans(void);

/// Phrases that web pages put round an article, tab, what they are (see the file).
ctables_file ctables_page_residue(void);

/// Words that those lines are made of, tab, what they are there (see the file).
ctables_file ctables_page_words(void);

#endif
