#include "CTables.h"

static const uint8_t abbreviations[] = {
#embed "data/abbreviations.tsv"
};

ctables_file ctables_abbreviations(void) { return CTABLES_FILE("abbreviations.tsv", abbreviations); }

static const uint8_t function_words[] = {
#embed "data/function_words.tsv"
};

ctables_file ctables_function_words(void) { return CTABLES_FILE("function_words.tsv", function_words); }
