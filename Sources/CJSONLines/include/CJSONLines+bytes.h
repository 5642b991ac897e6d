#ifndef CJSONLINES_BYTES_H
#define CJSONLINES_BYTES_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Bits, one for each of the eight bytes of `word` that a string literal cannot simply run over: the quotation mark, the
// backslash, C0 controls and everything from 0x80.  Each hit is told by the top bit of its byte.  A hit may raise false
// ones above it (borrows), never below: only the lowest is used.
static inline uint64_t cjson_special_bits(uint64_t word) {
  const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  uint64_t quote = word ^ (ones * '"');
  uint64_t slash = word ^ (ones * '\\');
  uint64_t hits = (quote - ones) & ~quote;
  hits |= (slash - ones) & ~slash;
  hits |= (word - ones * 0x20) & ~word;
  return (hits | word) & tops;
}

static inline uint64_t cjson_load8(const uint8_t *p) {
  uint64_t word;
  memcpy(&word, p, 8);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  word = __builtin_bswap64(word);
#endif
  return word;
}

static inline bool cjson_is_special(uint8_t byte) {
  return byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
}

#if defined(__SSE2__)
// One bit for each of the sixteen bytes, as `cjson_special_bits`.
static inline unsigned cjson_special_mask(__m128i bytes) {
  __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  hits = _mm_or_si128(hits, _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes));
  return (unsigned)_mm_movemask_epi8(_mm_or_si128(hits, bytes));
}
#endif

// The first offset from `i` whose byte is special in the sense above, or n.
static inline size_t cjson_plain_end(const uint8_t *p, size_t i, size_t n) {
#if defined(__SSE2__)
  for (; i + 32 <= n; i += 32) {
    unsigned mask = cjson_special_mask(_mm_loadu_si128((const __m128i *)(p + i)));
    mask |= cjson_special_mask(_mm_loadu_si128((const __m128i *)(p + i + 16))) << 16;
    if (mask) return i + (size_t)__builtin_ctz(mask);
  }
#endif
  for (; i + 8 <= n; i += 8) {
    uint64_t hits = cjson_special_bits(cjson_load8(p + i));
    if (hits) return i + ((size_t)__builtin_ctzll(hits) >> 3);
  }
  while (i < n && !cjson_is_special(p[i])) i++;
  return i;
}

// Length of the well-formed UTF-8 sequence at p[i], whose lead is from 0x80 up; 0 where there is none (Unicode table 3-7).
static inline size_t cjson_utf8_length(const uint8_t *p, size_t i, size_t n) {
  uint8_t lead = p[i];
  size_t rest = n - i;
  if (lead >= 0xC2 && lead <= 0xDF) return rest >= 2 && (p[i + 1] & 0xC0) == 0x80 ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    if (rest < 3) return 0;
    uint8_t second = p[i + 1];
    uint8_t low = lead == 0xE0 ? 0xA0 : 0x80, high = lead == 0xED ? 0x9F : 0xBF;
    return second >= low && second <= high && (p[i + 2] & 0xC0) == 0x80 ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    if (rest < 4) return 0;
    uint8_t second = p[i + 1];
    uint8_t low = lead == 0xF0 ? 0x90 : 0x80, high = lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high && (p[i + 2] & 0xC0) == 0x80 && (p[i + 3] & 0xC0) == 0x80 ? 4 : 0;
  }
  return 0;
}

// Length of the maximal subpart at p[i], where `cjson_utf8_length` says 0: how much one U+FFFD stands for (Unicode 3.9).
static inline size_t cjson_utf8_bad_length(const uint8_t *p, size_t i, size_t n) {
  uint8_t lead = p[i];
  if (lead < 0xC2 || lead > 0xF4 || i + 1 >= n) return 1;
  uint8_t low = 0x80, high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  if (p[i + 1] < low || p[i + 1] > high) return 1;
  // A two-byte sequence would have been whole; a three-byte one lacks its third, a four-byte one its third or fourth.
  if (lead < 0xF0 || i + 2 >= n || (p[i + 2] & 0xC0) != 0x80) return 2;
  return 3;
}

// The first offset from `i` behind the well-formed sequences of bytes from 0x80 up: either ASCII, or n, or bad.
static inline size_t cjson_utf8_run_end(const uint8_t *p, size_t i, size_t n) {
  while (i < n && p[i] >= 0x80) {
    size_t length = cjson_utf8_length(p, i, n);
    if (length == 0) return i;
    i += length;
  }
  return i;
}

// The offset of the last newline from `from` on, or n where there is none.
static inline size_t cjson_last_newline(const uint8_t *p, size_t from, size_t n) {
  size_t i = n;
#if defined(__SSE2__)
  const __m128i newline = _mm_set1_epi8('\n');
  for (; i >= from + 16; i -= 16) {
    __m128i bytes = _mm_loadu_si128((const __m128i *)(p + i - 16));
    unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, newline));
    if (mask) return i - 16 + (size_t)(31 - __builtin_clz(mask));
  }
#endif
  while (i > from) {
    if (p[--i] == '\n') return i;
  }
  return n;
}

// How many newlines there are.
static inline size_t cjson_count_newlines(const uint8_t *p, size_t n) {
  size_t i = 0, count = 0;
#if defined(__SSE2__)
  const __m128i newline = _mm_set1_epi8('\n');
  while (i + 16 <= n) {
    // A byte lane counts to 255 at most before it is summed up.
    size_t steps = (n - i) / 16 < 255 ? (n - i) / 16 : 255;
    __m128i lanes = _mm_setzero_si128();
    for (size_t k = 0; k < steps; k++, i += 16) {
      lanes = _mm_sub_epi8(lanes, _mm_cmpeq_epi8(_mm_loadu_si128((const __m128i *)(p + i)), newline));
    }
    __m128i sums = _mm_sad_epu8(lanes, _mm_setzero_si128());
    uint64_t halves[2];
    memcpy(halves, &sums, 16);
    count += halves[0] + halves[1];
  }
#endif
  for (; i < n; i++) count += p[i] == '\n';
  return count;
}
#endif
