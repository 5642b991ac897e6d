#include "CNames.h"
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

static inline uint16_t fingerprint_of(uint32_t key) { return (uint16_t)((key ^ key >> 15) | 1); }

/// Where in the table a key's row lies; `capacity` where it has none.
static inline size_t find(const cnames_features *features, size_t at, uint16_t wanted) {
  uint16_t seen;
  while ((seen = features->fingerprints[at]) != 0) {
    if (seen == wanted) return at;
    if (++at == features->capacity) at = 0;
  }
  return features->capacity;
}

#if defined(__SSE2__)
/// The same, sixteen slots at once: most features of a new text are not in the table, and how long their chains are is
/// nothing that a processor can foretell.
static inline size_t find_wide(const cnames_features *features, size_t at, uint16_t wanted) {
  if (at + 16 > features->capacity) return find(features, at, wanted);
  const __m128i first = _mm_loadu_si128((const __m128i *)(features->fingerprints + at));
  const __m128i second = _mm_loadu_si128((const __m128i *)(features->fingerprints + at + 8));
  const __m128i mark = _mm_set1_epi16((short)wanted), none = _mm_setzero_si128();
  uint32_t equal = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(first, mark), _mm_cmpeq_epi16(second, mark)));
  uint32_t empty = (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(_mm_cmpeq_epi16(first, none), _mm_cmpeq_epi16(second, none)));
  uint32_t hits = equal & ~empty & (empty - 1); // those before the first empty slot
  if (__builtin_expect((hits | empty) == 0, 0)) return find(features, at + 16 == features->capacity ? 0 : at + 16, wanted);
  return hits == 0 ? features->capacity : at + (size_t)__builtin_ctz(hits);
}
#else
static inline size_t find_wide(const cnames_features *features, size_t at, uint16_t wanted) {
  return find(features, at, wanted);
}
#endif

enum { wave_size = 64 };

/// Rows that were found and asked for, not yet added.
typedef struct {
  const int8_t *rows[wave_size];
  size_t count;
  int16_t *sum;
} wave;

static inline void add_rows(const wave *wave) {
  int16_t sum[16];
  __builtin_memcpy(sum, wave->sum, sizeof sum); // a copy that no row can alias, so that the loop becomes vectors
  for (size_t k = 0; k < wave->count; k++) {
    const int8_t *row = wave->rows[k];
    for (int j = 0; j < 16; j++) sum[j] = (int16_t)(sum[j] + row[j]);
  }
  __builtin_memcpy(wave->sum, sum, sizeof sum);
}

void cnames_sum(const cnames_features *features, const uint32_t *keys, const uint32_t *ends, size_t tokens, int16_t *sums) {
  // The rows of one wave are on their way from memory while those of the next are looked for.
  wave waves[2];
  size_t number = 0;
  size_t at = 0;
  for (size_t token = 0; token < tokens; token++) {
    while (at < ends[token]) {
      wave *wave = &waves[number & 1];
      size_t stop = ends[token] - at < wave_size ? ends[token] : at + wave_size;
      wave->count = 0;
      wave->sum = sums + token * 16;
      for (; at < stop; at++) {
        size_t slot = find_wide(features, cnames_slot(keys[at], features->capacity), fingerprint_of(keys[at]));
        const int8_t *row = features->weights + slot * 16;
        wave->rows[wave->count] = row;
        __builtin_prefetch(row);
        wave->count += slot != features->capacity;
      }
      if (number > 0) add_rows(&waves[(number - 1) & 1]);
      number++;
    }
  }
  if (number > 0) add_rows(&waves[(number - 1) & 1]);
}

void cnames_decode(const float *scores, size_t length, const float *transitions, const uint8_t *starts,
                   const uint8_t *ends, uint8_t *from, uint8_t *labels) {
  enum { n = CNAMES_LABELS };
  const float none = -1e9f;
  float best[n], next[n];
  int32_t choice[n];
  if (length == 0) return;
  for (int k = 0; k < n; k++) best[k] = starts[k] ? scores[k] : none;
  for (size_t t = 1; t < length; t++) {
    for (int k = 0; k < n; k++) {
      next[k] = best[0] + transitions[k];
      choice[k] = 0;
    }
    for (int j = 1; j < n; j++) {
      float base = best[j];
      const float *row = transitions + j * n;
      for (int k = 0; k < n; k++) {
        float value = base + row[k];
        int better = value > next[k];
        next[k] = better ? value : next[k];
        choice[k] = better ? j : choice[k];
      }
    }
    for (int k = 0; k < n; k++) {
      best[k] = next[k] + scores[t * n + k];
      from[t * n + k] = (uint8_t)choice[k];
    }
  }
  uint8_t label = 0;
  float top = none * 2;
  for (int k = 0; k < n; k++) {
    if (ends[k] && best[k] > top) {
      top = best[k];
      label = (uint8_t)k;
    }
  }
  for (size_t t = length; t-- > 0;) {
    labels[t] = label;
    if (t > 0) label = from[t * n + label];
  }
}

void cnames_forward(const float *previous, const float *exponentials, const float *potentials, float *next) {
  enum { n = CNAMES_LABELS };
  float sum[n] = {0};
  for (int j = 0; j < n; j++) {
    for (int k = 0; k < n; k++) sum[k] += previous[j] * exponentials[j * n + k];
  }
  for (int k = 0; k < n; k++) next[k] = sum[k] * potentials[k];
}

void cnames_backward(const float *flow, const float *exponentials, float *previous) {
  enum { n = CNAMES_LABELS };
  for (int j = 0; j < n; j++) {
    float sum = 0;
    for (int k = 0; k < n; k++) sum += exponentials[j * n + k] * flow[k];
    previous[j] = sum;
  }
}
