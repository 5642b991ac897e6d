#include "CByteScan.h"

#if defined(__SSE2__)
#include <emmintrin.h>

static size_t sum(__m128i counts) {
  // The distances to zero of sixteen bytes, in two halves.
  __m128i halves = _mm_sad_epu8(counts, _mm_setzero_si128());
  return (size_t)_mm_cvtsi128_si64(halves) + (size_t)_mm_cvtsi128_si64(_mm_srli_si128(halves, 8));
}
#endif

size_t cbytescan_code_points(const uint8_t *bytes, size_t length) {
  size_t found = 0;
  size_t at = 0;
#if defined(__SSE2__)
  // A byte that starts no code point is one of 80 … BF: as a signed number, below −64.
  const __m128i inside = _mm_set1_epi8(-64);
  while (at + 16 <= length) {
    __m128i counts = _mm_setzero_si128();
    // A byte counts to 255 before its sum is taken.
    for (int blocks = 0; blocks < 255 && at + 16 <= length; blocks += 1, at += 16) {
      __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
      counts = _mm_sub_epi8(counts, _mm_cmplt_epi8(block, inside));
    }
    found += sum(counts);
  }
  found = at - found;
#endif
  for (; at < length; at += 1) found += (bytes[at] & 0xC0) != 0x80;
  return found;
}
