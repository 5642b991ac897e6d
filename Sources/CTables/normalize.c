#include "CTables.h"

static const uint8_t codepages[] = {
#embed "data/codepages.tsv"
};

ctables_file ctables_codepages(void) { return CTABLES_FILE("codepages.tsv", codepages); }

static const uint8_t html_entities[] = {
#embed "data/html_entities.tsv"
};

ctables_file ctables_html_entities(void) { return CTABLES_FILE("html_entities.tsv", html_entities); }
