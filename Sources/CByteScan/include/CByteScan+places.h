#ifndef CBYTESCAN_PLACES_H
#define CBYTESCAN_PLACES_H

#include "CByteScan.h"

/// What a word repeats.
enum {
  CBYTESCAN_REPEATS_WORD = 1,   // the word before is the same
  CBYTESCAN_REPEATS_SECOND = 2, // the word before the one before is the same
  CBYTESCAN_REPEATS_PAIR = 4,   // this word and the next may come again within the next ten words
};

enum { CBYTESCAN_LENGTHS = 32, CBYTESCAN_FILTER = 512 };

/// Up to 64 conditions on a word, each a bit: a word meets a condition where all tables say so.
typedef struct {
  uint64_t shape[64];                 // by cbytescan_word.shape
  uint64_t gap[64];                   // by cbytescan_word.gap, and what the word repeats in the bits above the third
  uint64_t length[CBYTESCAN_LENGTHS]; // by length in bytes; what is longer counts as the last
  uint64_t known[1024];               // by what the lexicon knows
  uint64_t wordless;                  // the conditions that do not name their words
  uint64_t repeating;                 // those that ask for a pair that comes again
  uint64_t paired;                    // the conditions that name the word behind as well
  uint64_t pairs[CBYTESCAN_FILTER];   // a bit for 15 bits of each pair that they name
  const uint32_t *keys;               // the hashes of the named words, each in one of its two places; 0 is empty
  const uint64_t *values;             // and the conditions that name them; behind the last place, none
  uint32_t key_mask;
  uint8_t list[64];                   // the list on which what meets a condition is put
} cbytescan_conditions;

/// What stands for a word and the one behind it, by their hashes.
static inline uint32_t cbytescan_pair(uint32_t first, uint32_t second) { return (first * 0x9E3779B1u) ^ second; }

/// Which of the 15 bits of `pairs` a pair has.
static inline uint32_t cbytescan_pair_bit(uint32_t pair) { return pair >> 9 & 0x7FFF; }

/// The two places where the hash of a named word may stand.
static inline uint32_t cbytescan_first_place(uint32_t hash, uint32_t mask) { return hash & mask; }
static inline uint32_t cbytescan_second_place(uint32_t hash, uint32_t mask) { return hash >> 15 & mask; }

/// A word on a list, and the next one of the same list; -1 ends it.
typedef struct {
  uint32_t word;
  int32_t next;
} cbytescan_place;

/// Goes through the words from the last to the first, from `*at` (at first `count`) on, and puts each that meets one of the
/// conditions in `wanted` at the front of that condition’s list.  Stops, with `*at` where the next call goes on, when fewer than 64
/// places are left.  Answers how many places are used.  `seen` has room for 1,024 numbers, zero at first.  Linear, without allocation.
size_t cbytescan_places(const cbytescan_conditions *conditions, uint64_t wanted, const cbytescan_word *words,
                        const uint16_t *known, size_t count, size_t *at, uint32_t *seen, int32_t *heads,
                        cbytescan_place *places, size_t used, size_t capacity);

#endif
