#include "CByteScan+places.h"
#include "blocks.h"

// Two times 64 conditions, which one instruction takes on both.
typedef uint64_t both __attribute__((vector_size(16)));

ALWAYS both read_bits(const cbytescan_bits *bits) {
  both all;
  __builtin_memcpy(&all, bits, sizeof all);
  return all;
}

// The conditions that name a word.  Half of the words are named by some condition, and which are is anybody's guess: no branch.
ALWAYS both named(const cbytescan_conditions *c, uint32_t hash) {
  uint32_t slot = cbytescan_slot(hash);
  uint32_t first = c->slots[cbytescan_first_place(hash, c->slot_mask)] ^ slot;
  uint32_t second = c->slots[cbytescan_second_place(hash, c->slot_mask)] ^ slot ^ CBYTESCAN_SLOT_SECOND;
  // What is left where the word stands is its number.
  uint32_t number = first & -(uint32_t)(first <= CBYTESCAN_SLOT_NUMBER);
  number |= second & -(uint32_t)(second <= CBYTESCAN_SLOT_NUMBER);
  return read_bits(&c->values[number]);
}

// Whether the bits of a pair are set, as a mask.
static inline uint64_t all_if(const uint64_t *filter, uint32_t pair) {
  return -(uint64_t)((~filter[cbytescan_pair_place(pair)] & cbytescan_pair_bits(pair)) == 0);
}

ALWAYS size_t cbytescan_hits_body(const cbytescan_conditions *conditions, const cbytescan_bits *wanted, const cbytescan_word *words,
                                  const uint16_t *known, size_t count, size_t *at, size_t end, uint32_t *seen,
                                  cbytescan_hit *hits, size_t used, size_t capacity) {
  enum { WITHIN = 10 };
  const cbytescan_conditions *c = conditions;
  // No hash: it is wider than one.
  const uint64_t none = (uint64_t)1 << 32;
  const both all = read_bits(wanted), wordless = read_bits(&c->wordless), paired = read_bits(&c->paired) & all;
  const int has_pairs = (paired[0] | paired[1]) != 0;
  size_t i = *at;
  // The hashes of the word at `i`, of the one behind it and the two before: each is read once and moved on.
  uint64_t behind = i + 1 < count ? words[i + 1].hash : none, mine = i < count ? words[i].hash : none;
  uint64_t before = i > 0 ? words[i - 1].hash : none, before_that = i > 1 ? words[i - 2].hash : none;
  uint32_t gap_behind = i < count ? words[i].gap & 7 : CBYTESCAN_GAP_LINE;
  while (i > end && used < capacity) {
    i--;
    uint64_t second_behind = behind;
    behind = mine;
    mine = before;
    before = before_that;
    before_that = i > 1 ? words[i - 2].hash : none;
    // Nearly every word meets nothing, but which does is anybody's guess: no question is asked that could be guessed wrong.
    const cbytescan_word *word = &words[i];
    uint32_t hash = (uint32_t)mine;
    uint32_t repeats = (before == mine ? CBYTESCAN_REPEATS_WORD : 0) | (before_that == mine ? CBYTESCAN_REPEATS_SECOND : 0);
    uint64_t pair = 0;
    if (behind != none) {
      // Where the last pair with these bits begins, plus one: another pair may have them too, but none is missed.
      uint32_t two = cbytescan_pair(hash, (uint32_t)behind), *last = &seen[two >> 5 & 1023];
      repeats |= *last - 1 <= (uint32_t)i + WITHIN ? CBYTESCAN_REPEATS_PAIR : 0;
      *last = (uint32_t)i + 1;
      if (has_pairs) pair = all_if(c->pairs, two);
      if (has_pairs && second_behind != none) pair |= all_if(c->pairs, cbytescan_pair(two, (uint32_t)second_behind));
    }
    uint32_t length = word->end - word->start, gap = word->gap & 7;
    both met = read_bits(&c->shape[word->shape & 63]) & read_bits(&c->gap[gap | repeats << 3 | gap_behind << 6]) &
               read_bits(&c->length[length < CBYTESCAN_LENGTHS ? length : CBYTESCAN_LENGTHS - 1]) &
               read_bits(&c->known[known[i] & 1023]);
    both found = met & all & (wordless | named(c, hash)) & (~paired | (both){pair, pair});
    gap_behind = gap;
    hits[used].bits.first = found[0];
    hits[used].bits.second = found[1];
    hits[used].word = (uint32_t)i;
    used += (found[0] | found[1]) != 0;
  }
  *at = i;
  return used;
}

WIDEST(size_t, cbytescan_hits,
       (const cbytescan_conditions *conditions, const cbytescan_bits *wanted, const cbytescan_word *words, const uint16_t *known,
        size_t count, size_t *at, size_t end, uint32_t *seen, cbytescan_hit *hits, size_t used, size_t capacity),
       (conditions, wanted, words, known, count, at, end, seen, hits, used, capacity))

ALWAYS size_t cbytescan_places_body(const cbytescan_conditions *conditions, const cbytescan_hit *hits, size_t count, size_t *at,
                                    int32_t *heads, cbytescan_place *places, size_t used, size_t capacity) {
  size_t k = *at;
  for (; k < count && used + CBYTESCAN_CONDITIONS <= capacity; k++) {
    uint32_t word = hits[k].word;
    for (int half = 0; half < 2; half++) {
      uint64_t found = half == 0 ? hits[k].bits.first : hits[k].bits.second;
      for (; found != 0; found &= found - 1) {
        int32_t *head = &heads[conditions->list[half * 64 + __builtin_ctzll(found)]];
        // Two conditions of one list may hold at once.
        if (*head >= 0 && places[*head].word == word) continue;
        places[used] = (cbytescan_place){word, *head};
        *head = (int32_t)used++;
      }
    }
  }
  *at = k;
  return used;
}

WIDEST(size_t, cbytescan_places,
       (const cbytescan_conditions *conditions, const cbytescan_hit *hits, size_t count, size_t *at, int32_t *heads,
        cbytescan_place *places, size_t used, size_t capacity),
       (conditions, hits, count, at, heads, places, used, capacity))
