#ifndef CBYTESCAN_WIDE_STEP_H
#define CBYTESCAN_WIDE_STEP_H

#include "classes.h"

#if defined(__x86_64__)
// The lead bytes that are followed up one by one: one row of the byte table a bit.
static const vector_table lead_low = VECTOR_TABLE(
  2 | 4 | 8, 2 | 4, 1 | 2 | 4, 2 | 4 | 8, 1 | 2, 0, 2, 2, 2, 2, 2 | 4, 2, 1 | 2, 1 | 2, 1 | 2, 1 | 2 | 4);
static const vector_table lead_high = VECTOR_TABLE(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8);

// Where in 32 bytes code points outside ASCII must be looked at more closely.
typedef struct {
  __m256i leads;       // by their lead byte
  __m256i neighbours;  // by what stands beside them
} wide_places;

// Looks at 32 bytes from i on; three bytes before them and two behind can be read.  The quotation marks, dashes and dots of prose (E2 80 90
// to E2 80 A7) need no closer look: they are added to `curly`.  U+00C2 and U+00C3 do, for a space behind them.
VECTORS static inline wide_places look_wide(const uint8_t *bytes, size_t i, __m256i now, __m256i *curly) {
  __m256i next = vector_load(bytes + i + 1), second = vector_load(bytes + i + 2);
  __m256i starts = _mm256_cmpeq_epi8(_mm256_max_epu8(now, vector_all(0xC0)), now);
  __m256i spaced = vector_and(vector_equal(now, 0xC3), vector_equal(vector_and(next, vector_all(0xFE)), 0x82));
  __m256i marks = vector_and(
    vector_equal(now, 0xE2), vector_and(vector_equal(next, 0x80), vector_within(second, 0x90, 0xA7)));
  *curly = vector_or(*curly, marks);
  __m256i leads = vector_look_up_both(&lead_low, &lead_high, now);
  __m256i plain = vector_or(marks, _mm256_cmpeq_epi8(leads, _mm256_setzero_si256()));
  wide_places places = {
    _mm256_andnot_si256(plain, vector_all(0x80)),
    vector_and(vector_or(vector_and(starts, vector_load(bytes + i - 1)), spaced), vector_all(0x80)),
  };
  return places;
}

// The classes of the code points outside ASCII that start at `leads`, from i on.
VECTORS uint32_t lead_classes(const uint8_t *bytes, size_t length, size_t i, uint32_t leads);

// Whether any of those that start at `places` may be half of misread UTF-8.
uint32_t neighbour_classes(const uint8_t *bytes, size_t length, size_t i, uint32_t places);
#endif

#endif
