#include "CByteScan+places.h"
#include "blocks.h"

// The conditions that name a word.  Half of the words are named by some condition, and which are is anybody's guess: no branch.
static inline uint64_t named(const cbytescan_conditions *c, uint32_t hash) {
  uint32_t slot = cbytescan_slot(hash);
  uint32_t first = c->slots[cbytescan_first_place(hash, c->slot_mask)] ^ slot;
  uint32_t second = c->slots[cbytescan_second_place(hash, c->slot_mask)] ^ slot ^ CBYTESCAN_SLOT_SECOND;
  // What is left where the word stands is its number.
  uint32_t number = first & -(uint32_t)(first <= CBYTESCAN_SLOT_NUMBER);
  number |= second & -(uint32_t)(second <= CBYTESCAN_SLOT_NUMBER);
  return c->values[number];
}

// Whether the bits of a pair are set, as a mask.
static inline uint64_t all_if(const uint64_t *filter, uint32_t pair) {
  return -(uint64_t)((~filter[cbytescan_pair_place(pair)] & cbytescan_pair_bits(pair)) == 0);
}

ALWAYS size_t cbytescan_places_body(const cbytescan_conditions *conditions, uint64_t wanted, const cbytescan_word *words,
                                    const uint16_t *known, size_t count, size_t *at, uint32_t *seen, int32_t *heads,
                                    cbytescan_place *places, size_t used, size_t capacity) {
  enum { WITHIN = 10 };
  const cbytescan_conditions *c = conditions;
  // No hash: it is wider than one.
  const uint64_t none = (uint64_t)1 << 32;
  const int has_pairs = (c->paired & wanted) != 0;
  size_t i = *at;
  // The hashes of the word at `i`, of the one behind it and the two before: each is read once and moved on.
  uint64_t behind = i + 1 < count ? words[i + 1].hash : none, mine = i < count ? words[i].hash : none;
  uint64_t before = i > 0 ? words[i - 1].hash : none, before_that = i > 1 ? words[i - 2].hash : none;
  while (i > 0 && used + 64 <= capacity) {
    i--;
    uint64_t second_behind = behind;
    behind = mine;
    mine = before;
    before = before_that;
    before_that = i > 1 ? words[i - 2].hash : none;
    // Nearly every word meets nothing, but which does is anybody's guess: up to there no question is asked that could be guessed wrong.
    const cbytescan_word *word = &words[i];
    uint32_t hash = (uint32_t)mine;
    uint32_t repeats = (before == mine ? CBYTESCAN_REPEATS_WORD : 0) | (before_that == mine ? CBYTESCAN_REPEATS_SECOND : 0);
    uint64_t pair = 0;
    if (behind != none) {
      // Where the last pair with these bits begins, plus one: another pair may have them too, but none is missed.
      uint32_t both = cbytescan_pair(hash, (uint32_t)behind), *last = &seen[both >> 5 & 1023];
      repeats |= *last - 1 <= (uint32_t)i + WITHIN ? CBYTESCAN_REPEATS_PAIR : 0;
      *last = (uint32_t)i + 1;
      if (has_pairs) pair = all_if(c->pairs, both);
      if (has_pairs && second_behind != none) pair |= all_if(c->pairs, cbytescan_pair(both, (uint32_t)second_behind));
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

WIDEST(size_t, cbytescan_places,
       (const cbytescan_conditions *conditions, uint64_t wanted, const cbytescan_word *words, const uint16_t *known, size_t count,
        size_t *at, uint32_t *seen, int32_t *heads, cbytescan_place *places, size_t used, size_t capacity),
       (conditions, wanted, words, known, count, at, seen, heads, places, used, capacity))
