#include "CTables.h"

static const uint8_t lexicon_en[] = {
#embed "data/lexicon-en.bin"
};

ctables_file ctables_lexicon_en(void) { return CTABLES_FILE("lexicon-en.bin", lexicon_en); }

static const uint8_t paired_names[] = {
#embed "data/paired-names.tsv"
};

ctables_file ctables_paired_names(void) { return CTABLES_FILE("paired-names.tsv", paired_names); }

static const uint8_t foreign_words[] = {
#embed "data/foreign-words.tsv"
};

ctables_file ctables_foreign_words(void) { return CTABLES_FILE("foreign-words.tsv", foreign_words); }

static const uint8_t proper_names[] = {
#embed "data/proper-names.tsv"
};

ctables_file ctables_proper_names(void) { return CTABLES_FILE("proper-names.tsv", proper_names); }

static const uint8_t spun_words[] = {
#embed "data/spun-words.tsv"
};

ctables_file ctables_spun_words(void) { return CTABLES_FILE("spun-words.tsv", spun_words); }

static const uint8_t spun_pairs[] = {
#embed "data/spun-pairs.bin"
};

ctables_file ctables_spun_pairs(void) { return CTABLES_FILE("spun-pairs.bin", spun_pairs); }

static const uint8_t pairs_en[] = {
#embed "data/pairs-en.bin"
};

ctables_file ctables_pairs_en(void) { return CTABLES_FILE("pairs-en.bin", pairs_en); }

static const uint8_t rule_words[] = {
#embed "data/rule_words.tsv"
};

ctables_file ctables_rule_words(void) { return CTABLES_FILE("rule_words.tsv", rule_words); }

static const uint8_t calques[] = {
#embed "data/calques.tsv"
};

ctables_file ctables_calques(void) { return CTABLES_FILE("calques.tsv", calques); }
