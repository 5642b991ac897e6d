#include "CNames.h"
#if defined(__SSE2__)
#include <immintrin.h>
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

// Sixteen slots at once where the processor can: most features of a new text are not in the table, and how long their
// chains are is nothing that a processor can foretell.  All ways find the same row.
#if defined(__SSE2__)
static inline __attribute__((always_inline)) size_t found(const cnames_features *features, size_t at, uint16_t wanted,
                                                          uint32_t equal, uint32_t empty) {
  uint32_t hits = equal & ~empty & (empty - 1); // those before the first empty slot
  if (__builtin_expect((equal | empty) == 0, 0)) {
    return find(features, at + 16 == features->capacity ? 0 : at + 16, wanted);
  }
  return hits == 0 ? features->capacity : at + (size_t)__builtin_ctz(hits);
}

static inline __attribute__((always_inline)) size_t find_sse2(const cnames_features *features, size_t at, uint16_t wanted) {
  if (at + 16 > features->capacity) return find(features, at, wanted);
  const __m128i first = _mm_loadu_si128((const __m128i *)(features->fingerprints + at));
  const __m128i second = _mm_loadu_si128((const __m128i *)(features->fingerprints + at + 8));
  const __m128i mark = _mm_set1_epi16((short)wanted), none = _mm_setzero_si128();
  const __m128i equal = _mm_packs_epi16(_mm_cmpeq_epi16(first, mark), _mm_cmpeq_epi16(second, mark));
  const __m128i empty = _mm_packs_epi16(_mm_cmpeq_epi16(first, none), _mm_cmpeq_epi16(second, none));
  return found(features, at, wanted, (uint32_t)_mm_movemask_epi8(equal), (uint32_t)_mm_movemask_epi8(empty));
}

static inline __attribute__((always_inline, target("avx2"))) size_t find_avx2(const cnames_features *features, size_t at,
                                                                              uint16_t wanted) {
  if (at + 16 > features->capacity) return find(features, at, wanted);
  const __m256i slots = _mm256_loadu_si256((const __m256i *)(features->fingerprints + at));
  const __m256i equal = _mm256_cmpeq_epi16(slots, _mm256_set1_epi16((short)wanted));
  const __m256i empty = _mm256_cmpeq_epi16(slots, _mm256_setzero_si256());
  const __m256i packed = _mm256_permute4x64_epi64(_mm256_packs_epi16(equal, empty), 0xD8);
  uint32_t bits = (uint32_t)_mm256_movemask_epi8(packed);
  return found(features, at, wanted, bits & 0xFFFF, bits >> 16);
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

typedef size_t finder(const cnames_features *, size_t, uint16_t);

static inline __attribute__((always_inline)) void sum_with(finder *find_key, const cnames_features *features,
                                                           const uint32_t *keys, const uint32_t *ends, size_t tokens,
                                                           int16_t *sums) {
  // The rows of one wave are on their way from memory while those of the next are looked for.
  wave waves[2];
  size_t number = 0;
  size_t at = 0;
  for (size_t token = 0; token < tokens; token++) {
    while (at < ends[token]) {
      wave *wave = &waves[number & 1];
      size_t stop = ends[token] - at < wave_size ? ends[token] : at + wave_size;
      size_t count = 0;
      for (; at < stop; at++) {
        size_t slot = find_key(features, cnames_slot(keys[at], features->capacity), fingerprint_of(keys[at]));
        const int8_t *row = features->weights + slot * 16;
        wave->rows[count] = row;
        __builtin_prefetch(row);
        count += slot != features->capacity;
      }
      wave->count = count;
      wave->sum = sums + token * 16;
      if (number > 0) add_rows(&waves[(number - 1) & 1]);
      number++;
    }
  }
  if (number > 0) add_rows(&waves[(number - 1) & 1]);
}

#if defined(__SSE2__)
static __attribute__((target("avx2"))) void sum_avx2(const cnames_features *features, const uint32_t *keys,
                                                     const uint32_t *ends, size_t tokens, int16_t *sums) {
  sum_with(find_avx2, features, keys, ends, tokens, sums);
}
#endif

void cnames_sum(const cnames_features *features, const uint32_t *keys, const uint32_t *ends, size_t tokens, int16_t *sums) {
#if defined(__SSE2__)
  if (__builtin_cpu_supports("avx2")) {
    sum_avx2(features, keys, ends, tokens, sums);
  } else {
    sum_with(find_sse2, features, keys, ends, tokens, sums);
  }
#else
  sum_with(find, features, keys, ends, tokens, sums);
#endif
}

void cnames_scale(const int16_t *sums, size_t tokens, float scale, float *scores) {
  for (size_t t = 0; t < tokens; t++) {
    scores[t * CNAMES_LABELS] = 0;
    for (int j = 0; j < 16; j++) scores[t * CNAMES_LABELS + 1 + j] = (float)sums[t * 16 + j] * scale;
  }
}

// Tags that may stand before a tag that begins anew, and those that begin anew: outside, and last and only token; outside,
// and first and only token.  All else is a mention that goes on, which has two tags before it.
enum { closed_count = 9, row_size = 12 };
static const uint8_t closed_tags[closed_count] = {0, 3, 4, 7, 8, 11, 12, 15, 16};
static const uint8_t new_tags[closed_count] = {0, 1, 4, 5, 8, 9, 12, 13, 16};

void cnames_decode(const float *scores, size_t length, const float *transitions, const uint8_t *starts,
                   const uint8_t *ends, uint8_t *from, uint8_t *labels) {
  enum { n = CNAMES_LABELS };
  const float none = -1e9f;
  float best[n], next[n];
  float anew[closed_count][row_size] = {{0}}; // from a closed tag to a new one, in vectors
  if (length == 0) return;
  for (int j = 0; j < closed_count; j++) {
    for (int k = 0; k < closed_count; k++) anew[j][k] = transitions[closed_tags[j] * n + new_tags[k]];
  }
  for (int k = 0; k < n; k++) best[k] = starts[k] ? scores[k] : none;
  for (size_t t = 1; t < length; t++) {
    uint8_t *back = from + t * n;
    float top[row_size];
    int32_t choice[row_size];
    for (int k = 0; k < row_size; k++) {
      top[k] = best[0] + anew[0][k];
      choice[k] = 0;
    }
    for (int j = 1; j < closed_count; j++) {
      float base = best[closed_tags[j]];
      for (int k = 0; k < row_size; k++) {
        float value = base + anew[j][k];
        int better = value > top[k];
        top[k] = better ? value : top[k];
        choice[k] = better ? j : choice[k];
      }
    }
    for (int k = 0; k < closed_count; k++) {
      next[new_tags[k]] = top[k];
      back[new_tags[k]] = closed_tags[choice[k]];
    }
    for (int first = 1; first < n; first += 4) { // the first token's tag of each type; the inside and last ones follow
      for (int k = first + 1; k < first + 3; k++) {
        float begun = best[first] + transitions[first * n + k];
        float going = best[first + 1] + transitions[(first + 1) * n + k];
        next[k] = going > begun ? going : begun;
        back[k] = (uint8_t)(going > begun ? first + 1 : first);
      }
    }
    for (int k = 0; k < n; k++) best[k] = next[k] + scores[t * n + k];
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

void cnames_exponentials(const float *scores, size_t tokens, float *potentials) {
  enum { n = CNAMES_LABELS };
  for (size_t t = 0; t < tokens; t++) {
    const float *row = scores + t * n;
    float top = 0;
    for (int k = 1; k < n; k++) top = row[k] > top ? row[k] : top;
    for (int k = 0; k < n; k++) {
      float x = row[k] - top;
      float y = (x < 88 ? x : 88) * 1.44269504f;
      y = y > -126 ? y : -126; // what is smaller becomes 0 below
      int32_t whole = (int32_t)y;
      whole -= (float)whole > y;
      float rest = (y - (float)whole) * 0.69314718f;
      float term = 1, sum = 1;
      for (int i = 1; i <= 7; i++) {
        term *= rest / (float)i;
        sum += term;
      }
      union { int32_t bits; float value; } power = {(whole + 127) << 23};
      potentials[t * n + k] = x < -87 ? 0 : power.value * sum;
    }
  }
}

static void normalise(float row[CNAMES_LABELS]) {
  float sum = 0;
  for (int k = 0; k < CNAMES_LABELS; k++) sum += row[k];
  if (sum <= 0) return;
  for (int k = 0; k < CNAMES_LABELS; k++) row[k] /= sum;
}

void cnames_weigh(const float *potentials, size_t length, const float *exponentials, const uint8_t *starts,
                  const uint8_t *ends, float *forward, float *backward) {
  enum { n = CNAMES_LABELS };
  if (length == 0) return;
  for (int k = 0; k < n; k++) forward[k] = starts[k] ? potentials[k] : 0;
  normalise(forward);
  for (size_t t = 1; t < length; t++) {
    const float *last = forward + (t - 1) * n;
    float sum[n];
    for (int k = 0; k < n; k++) sum[k] = last[0] * exponentials[k];
    for (int j = 1; j < n; j++) {
      for (int k = 0; k < n; k++) sum[k] += last[j] * exponentials[j * n + k];
    }
    for (int k = 0; k < n; k++) forward[t * n + k] = sum[k] * potentials[t * n + k];
    normalise(forward + t * n);
  }
  for (int k = 0; k < n; k++) backward[(length - 1) * n + k] = ends[k] ? 1 : 0;
  float turned[n][n]; // by the tag that follows, so that the sums become vectors
  for (int j = 0; j < n; j++) {
    for (int k = 0; k < n; k++) turned[k][j] = exponentials[j * n + k];
  }
  for (size_t t = length - 1; t-- > 0;) {
    const float *after = backward + (t + 1) * n;
    float sum[n] = {0};
    for (int k = 0; k < n; k++) {
      float flow = potentials[(t + 1) * n + k] * after[k];
      for (int j = 0; j < n; j++) sum[j] += turned[k][j] * flow;
    }
    for (int j = 0; j < n; j++) backward[t * n + j] = sum[j];
    normalise(backward + t * n);
  }
}
