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

/// Adds the weights of `count` keys to `sum`, the outside tag left out; numbers wrap.
void cnames_sum(const cnames_features *features, const uint32_t *keys, size_t count, int16_t sum[CNAMES_LABELS - 1]);

/// The best tags of `length` tokens.  `transitions` has 17 × 17 scores, forbidden ones very low; `starts` and `ends` say
/// which tags may start and end a sentence; `from` is scratch of length × 17.
void cnames_decode(const float *scores, size_t length, const float *transitions, const uint8_t *starts,
                   const uint8_t *ends, uint8_t *from, uint8_t *labels);

/// One step of the forward recursion without scaling: next[k] = potentials[k] × Σ previous[j] × exponentials[j][k].
void cnames_forward(const float *previous, const float *exponentials, const float *potentials, float *next);

/// One step of the backward recursion: previous[j] = Σ exponentials[j][k] × flow[k].
void cnames_backward(const float *flow, const float *exponentials, float *previous);
#endif
