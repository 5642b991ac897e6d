#ifndef CNAMES_H
#define CNAMES_H
#include <stddef.h>
#include <stdint.h>

// The inner loops of the model of names.  Swift's SIMD types are not specialised across modules here; plain C loops over
// sixteen or seventeen numbers become vector instructions.

/// Tags of the sequence model, the outside one first.
#define CNAMES_LABELS 17

/// The features' table: open addressing over `capacity` slots.
typedef struct {
  const uint16_t *fingerprints; // 0 is empty
  const int8_t *weights;        // sixteen a slot
  uint64_t capacity;
  float scale; // what one unit of a weight is worth
} cnames_features;

static inline size_t cnames_slot(uint32_t key, uint64_t capacity) { return (size_t)((key * capacity) >> 32); }

/// Has the place where a key is looked for fetched from memory, long before `cnames_sum` wants it.
static inline void cnames_prefetch(const cnames_features *features, uint32_t key) {
  const uint16_t *slot = features->fingerprints + cnames_slot(key, features->capacity);
  __builtin_prefetch(slot);
  __builtin_prefetch(slot + 15); // sixteen slots are read at once and may lie in two lines
}

/// Adds the weights of each token's keys to its sixteen sums, the outside tag left out; numbers wrap.  The keys of token
/// `t` end at ends[t].
void cnames_sum(const cnames_features *features, const uint32_t *keys, const uint32_t *ends, size_t tokens, int16_t *sums);

/// Adds a row of sixteen sums to another.
static inline void cnames_add(int16_t *sum, const int16_t *row) {
  int16_t copy[CNAMES_LABELS - 1];
  __builtin_memcpy(copy, row, sizeof copy); // nothing aliases it, so the loop becomes vectors
  for (int k = 0; k < CNAMES_LABELS - 1; k++) sum[k] = (int16_t)(sum[k] + copy[k]);
}

/// Makes seventeen scores a token of the sums, the outside tag's 0.
void cnames_scale(const int16_t *sums, size_t tokens, float scale, float *scores);

/// The best tags of `length` tokens.  `transitions` has 17 × 17 scores, of which those that the tags allow are read;
/// `starts` and `ends` say which tags may start and end a sentence; `from` is scratch of length × 17.
void cnames_decode(const float *scores, size_t length, const float *transitions, const uint8_t *starts,
                   const uint8_t *ends, uint8_t *from, uint8_t *labels);

/// e to the power of each score, which is first made less by its token's highest one (0 at least).
void cnames_exponentials(const float *scores, size_t tokens, float *potentials);

/// Forward-backward over `length` tokens, each step scaled to the sum 1.  `exponentials` are those of the transitions.
void cnames_weigh(const float *potentials, size_t length, const float *exponentials, const uint8_t *starts,
                  const uint8_t *ends, float *forward, float *backward);
#endif
