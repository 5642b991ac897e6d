#include "CTables.h"

static const uint8_t prose_words[] = {
#embed "data/prose_words.tsv"
};

ctables_file ctables_prose_words(void) { return CTABLES_FILE("prose_words.tsv", prose_words); }

static const uint8_t dotted_abbreviations[] = {
#embed "data/dotted_abbreviations.tsv"
};

ctables_file ctables_dotted_abbreviations(void) { return CTABLES_FILE("dotted_abbreviations.tsv", dotted_abbreviations); }

static const uint8_t hyphenated_loans[] = {
#embed "data/hyphenated_loans.tsv"
};

ctables_file ctables_hyphenated_loans(void) { return CTABLES_FILE("hyphenated_loans.tsv", hyphenated_loans); }

static const uint8_t page_residue[] = {
#embed "data/page_residue.tsv"
};

ctables_file ctables_page_residue(void) { return CTABLES_FILE("page_residue.tsv", page_residue); }

static const uint8_t page_words[] = {
#embed "data/page_words.tsv"
};

ctables_file ctables_page_words(void) { return CTABLES_FILE("page_words.tsv", page_words); }
