#ifndef CBYTESCAN_PLACES_H
#define CBYTESCAN_PLACES_H

#include "CByteScan.h"

/// What a word repeats.
enum {
  CBYTESCAN_REPEATS_WORD = 1,   // the word before is the same
  CBYTESCAN_REPEATS_SECOND = 2, // the word before the one before is the same
  CBYTESCAN_REPEATS_PAIR = 4,   // this word and the next may come again within the next ten words
};

enum { CBYTESCAN_LENGTHS = 32, CBYTESCAN_FILTER = 4096, CBYTESCAN_CONDITIONS = 128 };

/// A bit for each condition.
typedef struct {
  uint64_t first, second;
} cbytescan_bits;

/// Up to 128 conditions on a word, each a bit: a word meets a condition where all tables say so.
typedef struct {
  cbytescan_bits shape[64];                 // by cbytescan_word.shape
  cbytescan_bits gap[512];                  // by cbytescan_word.gap, what the word repeats in the bits above the third, and the gap
                                            // of the word behind it above those (the end of the text is that of a line)
  cbytescan_bits length[CBYTESCAN_LENGTHS]; // by length in bytes; what is longer counts as the last
  cbytescan_bits known[1024];               // by what the lexicon knows
  cbytescan_bits wordless;                  // the conditions that do not name their words
  cbytescan_bits paired;                    // the conditions that name the words behind as well
  uint64_t pairs[CBYTESCAN_FILTER];         // two bits for each pair or three words that they name
  const uint32_t *slots;                    // the named words, each in one of its two places; see cbytescan_slot
  const cbytescan_bits *values;             // by the number in a slot: the conditions that name the word; the first is none
  uint32_t slot_mask;                       // at least CBYTESCAN_SLOT_NUMBER and what marks a second place
  uint8_t list[CBYTESCAN_CONDITIONS];       // the list on which what meets a condition is put
} cbytescan_conditions;

/// What stands for a word and the one behind it, by their hashes.
static inline uint32_t cbytescan_pair(uint32_t first, uint32_t second) { return (first * 0x9E3779B1u) ^ second; }

/// What stands for a word and the two behind it.
static inline uint32_t cbytescan_triple(uint32_t first, uint32_t second, uint32_t third) {
  return cbytescan_pair(cbytescan_pair(first, second), third);
}

/// Where in `pairs` the two bits of a pair or of three words are, and which.
static inline uint32_t cbytescan_pair_place(uint32_t pair) { return pair >> 20 & (CBYTESCAN_FILTER - 1); }
static inline uint64_t cbytescan_pair_bits(uint32_t pair) {
  return (uint64_t)1 << (pair >> 9 & 63) | (uint64_t)1 << (pair >> 15 & 63);
}

/// A slot for a named word: the upper 20 bits of its hash, a bit that says that it stands in its second place, and a number.  The place
/// tells the other bits of the hash, so that no word passes for another.
enum { CBYTESCAN_SLOT_SECOND = 1 << 11, CBYTESCAN_SLOT_NUMBER = CBYTESCAN_SLOT_SECOND - 1 };

static inline uint32_t cbytescan_slot(uint32_t hash) { return hash & ~(uint32_t)(CBYTESCAN_SLOT_SECOND | CBYTESCAN_SLOT_NUMBER); }

/// The two places where a named word may stand; each follows from the other and the upper bits.
static inline uint32_t cbytescan_first_place(uint32_t hash, uint32_t mask) { return hash & mask; }
static inline uint32_t cbytescan_second_place(uint32_t hash, uint32_t mask) {
  return (hash ^ (hash >> 12) * 0x9E3779B1u >> 12) & mask;
}

/// A word that meets conditions, and which.
typedef struct {
  cbytescan_bits bits;
  uint32_t word;
} cbytescan_hit;

/// A word on a list, and the next one of the same list; -1 ends it.
typedef struct {
  uint32_t word;
  int32_t next;
} cbytescan_place;

/// Goes through the words from the last to the first, from `*at` (at first `count`) down to `end`, and appends each that meets one of the
/// conditions in `wanted` to `hits`, which has room for one more than `capacity`.  Stops, with `*at` where the next call goes on, when
/// there are `capacity` of them.  Answers how many are used.  `seen` has room for 1,024 numbers, zero at first.  Linear, without allocation.
///
/// What a word meets is told by the two words before it and the eleven behind it.
size_t cbytescan_hits(const cbytescan_conditions *conditions, const cbytescan_bits *wanted, const cbytescan_word *words,
                      const uint16_t *known, size_t count, size_t *at, size_t end, uint32_t *seen, cbytescan_hit *hits, size_t used,
                      size_t capacity);

/// Puts each of `count` hits, from `*at` on, at the front of the lists of its conditions.  Stops, with `*at` where the next call goes on, when
/// fewer than `CBYTESCAN_CONDITIONS` places are left.  Answers how many places are used.
size_t cbytescan_places(const cbytescan_conditions *conditions, const cbytescan_hit *hits, size_t count, size_t *at, int32_t *heads,
                        cbytescan_place *places, size_t used, size_t capacity);

#endif
