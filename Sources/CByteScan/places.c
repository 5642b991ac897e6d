#include "CByteScan+places.h"

// The conditions that name a word.  Half of the words are named by some condition, and which are is anybody's guess: no branch.
static inline uint64_t named(const cbytescan_conditions *c, uint32_t hash) {
  uint32_t first = cbytescan_first_place(hash, c->key_mask), second = cbytescan_second_place(hash, c->key_mask);
  uint32_t place = c->key_mask + 1;
  place ^= (place ^ second) & -(uint32_t)(c->keys[second] == hash);
  place ^= (place ^ first) & -(uint32_t)(c->keys[first] == hash);
  return c->values[place];
}

// Whether a bit is set, as a mask.
static inline uint64_t all_if(const uint64_t *filter, uint32_t bit) { return -(filter[bit >> 6] >> (bit & 63) & 1); }

size_t cbytescan_places(const cbytescan_conditions *conditions, uint64_t wanted, const cbytescan_word *words,
                        const uint16_t *known, size_t count, size_t *at, uint32_t *seen, int32_t *heads,
                        cbytescan_place *places, size_t used, size_t capacity) {
  enum { WITHIN = 10 };
  const cbytescan_conditions *c = conditions;
  size_t i = *at;
  while (i > 0 && used + 64 <= capacity) {
    i--;
    // Nearly every word meets nothing, but which does is anybody's guess: up to there no question is asked that could be guessed wrong.
    const cbytescan_word *word = &words[i];
    uint32_t hash = word->hash, repeats = 0;
    uint64_t pair = 0;
    if (i > 0) repeats |= words[i - 1].hash == hash ? CBYTESCAN_REPEATS_WORD : 0;
    if (i > 1) repeats |= words[i - 2].hash == hash ? CBYTESCAN_REPEATS_SECOND : 0;
    if (i + 1 < count) {
      // Where the last pair with these bits begins, plus one: another pair may have them too, but none is missed.
      uint32_t both = cbytescan_pair(hash, words[i + 1].hash), *last = &seen[both >> 5 & 1023];
      repeats |= *last - 1 <= (uint32_t)i + WITHIN ? CBYTESCAN_REPEATS_PAIR : 0;
      *last = (uint32_t)i + 1;
      pair = all_if(c->pairs, cbytescan_pair_bit(both));
    }
    uint32_t length = word->end - word->start;
    uint64_t met = c->shape[word->shape & 63] & c->gap[(word->gap & 7) | repeats << 3] &
                   c->length[length < CBYTESCAN_LENGTHS ? length : CBYTESCAN_LENGTHS - 1] & c->known[known[i] & 1023];
    uint64_t found = met & wanted & (c->wordless | named(c, hash)) & (~c->paired | pair);
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
