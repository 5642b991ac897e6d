#include "CTables.h"

static const uint8_t speech_words[] = {
#embed "data/speech_words.tsv"
};

ctables_file ctables_speech_words(void) { return CTABLES_FILE("speech_words.tsv", speech_words); }

static const uint8_t elisions[] = {
#embed "data/elisions.tsv"
};

ctables_file ctables_elisions(void) { return CTABLES_FILE("elisions.tsv", elisions); }

static const uint8_t gendered_words[] = {
#embed "data/gendered_words.tsv"
};

ctables_file ctables_gendered_words(void) { return CTABLES_FILE("gendered_words.tsv", gendered_words); }
