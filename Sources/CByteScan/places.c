#include "CByteScan+places.h"

static inline uint64_t named(const cbytescan_conditions *c, uint32_t hash) {
  uint32_t bit = hash & 0x7FFF;
  if (!(c->filter[bit >> 6] >> (bit & 63) & 1)) return 0;
  for (uint32_t slot = hash & c->key_mask; c->keys[slot] != 0; slot = (slot + 1) & c->key_mask) {
    if (c->keys[slot] == hash) return c->values[slot];
  }
  return 0;
}

size_t cbytescan_places(const cbytescan_conditions *conditions, uint64_t wanted, const cbytescan_word *words,
                        const uint16_t *known, size_t count, size_t *at, uint32_t *seen, int32_t *heads,
                        cbytescan_place *places, size_t used, size_t capacity) {
  enum { WITHIN = 10 };
  const cbytescan_conditions *c = conditions;
  uint64_t named_ones = wanted & ~c->wordless, wordless = wanted & c->wordless;
  int looks_ahead = (wanted & c->repeating) != 0;
  size_t i = *at;
  while (i > 0 && used + 64 <= capacity) {
    i--;
    const cbytescan_word *word = &words[i];
    uint32_t hash = word->hash, repeats = 0;
    if (i > 0 && words[i - 1].hash == hash) repeats |= CBYTESCAN_REPEATS_WORD;
    if (i > 1 && words[i - 2].hash == hash) repeats |= CBYTESCAN_REPEATS_SECOND;
    if (looks_ahead && i + 1 < count) {
      // Where the last pair with these bits begins, plus one: another pair may have them too, but none is missed.
      uint32_t *last = &seen[((hash * 0x9E3779B1u) ^ words[i + 1].hash) >> 5 & 1023];
      if (*last != 0 && *last - 1 <= i + WITHIN) repeats |= CBYTESCAN_REPEATS_PAIR;
      *last = (uint32_t)i + 1;
    }
    uint32_t length = word->end - word->start;
    uint64_t met = c->shape[word->shape & 63] & c->gap[(word->gap & 7) | repeats << 3] &
                   c->length[length < CBYTESCAN_LENGTHS ? length : CBYTESCAN_LENGTHS - 1] & c->known[known[i] & 1023];
    uint64_t found = met & wordless;
    if (met & named_ones) found |= met & wanted & named(c, hash);
    for (; found != 0; found &= found - 1) {
      int32_t *head = &heads[c->list[__builtin_ctzll(found)]];
      // Two conditions of one list may hold at once.
      if (*head >= 0 && places[*head].word == i) continue;
      places[used] = (cbytescan_place){(uint32_t)i, *head};
      *head = (int32_t)used++;
    }
  }
  *at = i;
  return used;
}
