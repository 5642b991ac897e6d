#include "CTables.h"

static const uint8_t measure_words[] = {
#embed "data/measure_words.tsv"
};

ctables_file ctables_measure_words(void) { return CTABLES_FILE("measure_words.tsv", measure_words); }

static const uint8_t domain_endings[] = {
#embed "data/domain_endings.tsv"
};

ctables_file ctables_domain_endings(void) { return CTABLES_FILE("domain_endings.tsv", domain_endings); }

static const uint8_t name_aliases[] = {
#embed "data/name_aliases.tsv"
};

ctables_file ctables_name_aliases(void) { return CTABLES_FILE("name_aliases.tsv", name_aliases); }

_Alignas(64) static const uint8_t name_model[] = {
#embed "data/names.model"
};

ctables_file ctables_name_model(void) { return CTABLES_FILE("names.model", name_model); }
