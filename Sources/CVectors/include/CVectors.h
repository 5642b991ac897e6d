#ifndef CVECTORS_H
#define CVECTORS_H
// Thirty-two bytes at a time, where the processor has AVX2: what the byte loops of several rooms begin with.
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#define VECTORS __attribute__((target("avx2")))

// A table for `vector_look_up`: the same sixteen bytes for both halves.
#define VECTOR_TABLE(...) {.bytes = {__VA_ARGS__, __VA_ARGS__}}
typedef union {
  uint8_t bytes[32];
  __m256i vector;
} vector_table;

VECTORS static inline __m256i vector_load(const uint8_t *p) { return _mm256_loadu_si256((const __m256i *)p); }
VECTORS static inline __m256i vector_or(__m256i a, __m256i b) { return _mm256_or_si256(a, b); }
VECTORS static inline __m256i vector_and(__m256i a, __m256i b) { return _mm256_and_si256(a, b); }
VECTORS static inline __m256i vector_all(uint8_t byte) { return _mm256_set1_epi8((char)byte); }
VECTORS static inline __m256i vector_equal(__m256i v, uint8_t byte) { return _mm256_cmpeq_epi8(v, vector_all(byte)); }
// The bytes from `first` to `last`.
VECTORS static inline __m256i vector_within(__m256i v, uint8_t first, uint8_t last) {
  __m256i from = _mm256_sub_epi8(v, vector_all(first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(from, vector_all(last - first)), from);
}
VECTORS static inline __m256i vector_low_nibbles(__m256i v) { return vector_and(v, vector_all(0x0F)); }
VECTORS static inline __m256i vector_high_nibbles(__m256i v) { return vector_low_nibbles(_mm256_srli_epi16(v, 4)); }
// What a table says of each byte below 16.
VECTORS static inline __m256i vector_look_up(const vector_table *table, __m256i nibbles) {
  return _mm256_shuffle_epi8(table->vector, nibbles);
}
// What two tables, one for each half of a byte, both say.
VECTORS static inline __m256i vector_look_up_both(const vector_table *low, const vector_table *high, __m256i v) {
  return vector_and(vector_look_up(low, vector_low_nibbles(v)), vector_look_up(high, vector_high_nibbles(v)));
}
// One bit for each byte, its top bit.
VECTORS static inline uint32_t vector_mask(__m256i v) { return (uint32_t)_mm256_movemask_epi8(v); }
// One bit for each byte, whether any of its bits is set.
VECTORS static inline uint32_t vector_mask_of_any(__m256i v) {
  return ~vector_mask(_mm256_cmpeq_epi8(v, _mm256_setzero_si256()));
}
// All bits that occur in any of the bytes.
VECTORS static inline uint8_t vector_union(__m256i v) {
  __m128i half = _mm_or_si128(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
  uint64_t eight = (uint64_t)_mm_extract_epi64(half, 0) | (uint64_t)_mm_extract_epi64(half, 1);
  eight |= eight >> 32;
  eight |= eight >> 16;
  return (uint8_t)(eight | eight >> 8);
}
static inline bool has_vectors(void) { return __builtin_cpu_supports("avx2"); }
#else
static inline bool has_vectors(void) { return false; }
#endif
#endif
