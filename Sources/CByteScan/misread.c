#include "classes.h"

#include <string.h>

// Where a continuation byte of misread UTF-8 may stand: the one of two neighbours that correct text has less of.
//
// What is asked here is coarser than the tables of the character sets, and never misses what they have: all of the first Latin blocks, of general
// punctuation and symbols, and of the other blocks the letters that some set has below its byte C0.

// Arabic: what windows-1256 and ISO 8859-6 have below C0, by the second byte of D8, D9 and DA.
static int is_arabic_tail(uint8_t first, uint8_t second) {
  switch (first) {
    case 0xD8: return second == 0x8C || second == 0x9B || second == 0x9F;
    case 0xD9: return second == 0xB9 || second == 0xBE;
    default:
      return second == 0x86 || second == 0x88 || second == 0x91 || second == 0x98 || second == 0xA9 || second == 0xAF ||
             second == 0xBA || second == 0xBE;
  }
}

// Whether a code point that may be a continuation starts at i, right behind another that is not ASCII; or a space that stands behind U+00C2 or
// U+00C3, where a no-break space may have been.
static int may_be_tail(const uint8_t *bytes, size_t length, size_t i) {
  if (i == 0 || bytes[i - 1] < 0x80) return 0;
  uint8_t first = bytes[i], second = i + 1 < length ? bytes[i + 1] : 0, third = i + 2 < length ? bytes[i + 2] : 0;
  if (first == ' ') return i > 1 && bytes[i - 2] == 0xC3 && (bytes[i - 1] & 0xFE) == 0x82;
  if (first < 0xC2) return 0;
  if (first <= 0xCB) return 1;
  switch (first) {
    case 0xCD: return 1;
    case 0xCE: return (second >= 0x84 && second <= 0x8F) || second == 0xA9;
    case 0xCF: return second == 0x80;
    case 0xD0: return second < 0xA0;
    case 0xD1: return second >= 0x90;
    case 0xD2: return second == 0x90 || second == 0x91;
    case 0xD8: case 0xD9: case 0xDA: return is_arabic_tail(first, second);
    // Behind one of the same letters, which are no leads, none is meant.
    case 0xE0:
      return second == 0xB8 && third < 0xA0 &&
             !(i > 2 && bytes[i - 3] == 0xE0 && bytes[i - 2] == 0xB8 && bytes[i - 1] < 0xA0);
    case 0xE1:
      return second == 0xB8 || second == 0xB9 || (second == 0xBA && third < 0x86) ||
             (second == 0xBB && (third == 0xB2 || third == 0xB3));
    case 0xE2: case 0xEE: case 0xEF: return 1;
    default: return 0;
  }
}

#if defined(__x86_64__)
// The second bytes of `is_arabic_tail`, a row of the byte table and a first byte a bit.
enum { D8_8 = 1, D8_9 = 2, D9_B = 4, DA_8 = 8, DA_9 = 16, DA_A = 32, DA_B = 64 };
static const vector_table arabic_low = VECTOR_TABLE(
  0, DA_9, 0, 0, 0, 0, DA_8, 0, DA_8 | DA_9, DA_A | D9_B, DA_B, D8_9, D8_8, 0, D9_B | DA_B, D8_9 | DA_A);
static const vector_table arabic_high = VECTOR_TABLE(
  0, 0, 0, 0, 0, 0, 0, 0, D8_8 | DA_8, D8_9 | DA_9, DA_A, D9_B | DA_B, 0, 0, 0, 0);

// The places of 32 bytes from i on at which `may_be_tail`; three bytes before them and two behind can be read.
VECTORS static inline uint32_t tails_of_vectors(const uint8_t *bytes, size_t i) {
  __m256i now = vector_load(bytes + i), before = vector_load(bytes + i - 1), next = vector_load(bytes + i + 1);
  __m256i found = vector_or(vector_within(now, 0xC2, 0xCB), vector_or(vector_equal(now, 0xE2), vector_within(now, 0xEE, 0xEF)));
  __m256i greek = vector_and(vector_equal(now, 0xCE), vector_or(vector_within(next, 0x84, 0x8F), vector_equal(next, 0xA9)));
  greek = vector_or(greek, vector_and(vector_equal(now, 0xCF), vector_equal(next, 0x80)));
  found = vector_or(found, vector_or(greek, vector_equal(now, 0xCD)));
  found = vector_or(found, vector_and(vector_equal(now, 0xD2), vector_within(next, 0x90, 0x91)));
  found = vector_or(found, vector_and(vector_equal(now, 0xD0), vector_within(next, 0x80, 0x9F)));
  found = vector_or(found, vector_and(vector_equal(now, 0xD1), vector_within(next, 0x90, 0xBF)));
  __m256i arabic = vector_look_up_both(&arabic_low, &arabic_high, next);
  __m256i wanted = vector_or(
    vector_and(vector_equal(now, 0xD8), vector_all(D8_8 | D8_9)),
    vector_or(
      vector_and(vector_equal(now, 0xD9), vector_all(D9_B)),
      vector_and(vector_equal(now, 0xDA), vector_all(DA_8 | DA_9 | DA_A | DA_B))));
  arabic = vector_and(arabic, wanted);
  found = vector_or(found, _mm256_andnot_si256(_mm256_cmpeq_epi8(arabic, _mm256_setzero_si256()), vector_all(0xFF)));
  __m256i thai = vector_and(vector_equal(now, 0xE0), vector_equal(next, 0xB8));
  if (vector_mask(thai)) {
    __m256i same = vector_and(vector_equal(vector_load(bytes + i - 3), 0xE0), vector_equal(vector_load(bytes + i - 2), 0xB8));
    same = vector_and(same, vector_within(before, 0x80, 0x9F));
    thai = vector_and(thai, vector_within(vector_load(bytes + i + 2), 0x80, 0x9F));
    found = vector_or(found, _mm256_andnot_si256(same, thai));
  }
  __m256i latin = vector_and(vector_equal(now, 0xE1), vector_within(next, 0xB8, 0xBB));
  if (vector_mask(latin)) {
    __m256i third = vector_load(bytes + i + 2);
    __m256i few = vector_or(
      vector_and(vector_equal(next, 0xBA), vector_within(third, 0x80, 0x85)),
      vector_and(vector_equal(next, 0xBB), vector_within(third, 0xB2, 0xB3)));
    found = vector_or(found, vector_and(latin, vector_or(few, vector_within(next, 0xB8, 0xB9))));
  }
  __m256i spaces = vector_and(vector_equal(now, ' '), vector_within(before, 0x82, 0x83));
  if (vector_mask(spaces)) found = vector_or(found, vector_and(spaces, vector_equal(vector_load(bytes + i - 2), 0xC3)));
  return vector_mask(vector_and(found, before));
}
#endif

#if defined(__x86_64__)
// Goes on from i, which is 3 or more, until a step has found something.
VECTORS static size_t steps_to_tails(const uint8_t *bytes, size_t length, size_t i, size_t *places, size_t *count) {
  uint32_t found = 0;
  size_t n = 0;
  for (; i + 34 <= length && found == 0; i += 32) found = tails_of_vectors(bytes, i);
  if (found == 0 && i < length) {
    // The rest is looked at in a copy, with zeros behind it.
    uint8_t rest[3 + 32 + 2 + 32] = {0};
    size_t left = length - i;
    memcpy(rest, bytes + i - 3, left + 3);
    found = tails_of_vectors(rest, 3);
    if (found == 0 && left > 32) {
      i += 32;
      found = tails_of_vectors(rest, 3 + 32);
    }
    i += 32;
  }
  for (; found; found &= found - 1) places[n++] = i - 32 + (size_t)__builtin_ctz(found);
  *count = n;
  return i < length ? i : length;
}
#endif

size_t cbytescan_misread_tails(const uint8_t *bytes, size_t length, size_t from, size_t *places, size_t *count) {
  size_t i = from;
  *count = 0;
#if defined(__x86_64__)
  if (has_vectors() && i >= 3) return i < length ? steps_to_tails(bytes, length, i, places, count) : length;
#endif
  for (; i < length && *count == 0; i++) {
    if (may_be_tail(bytes, length, i)) places[(*count)++] = i;
#if defined(__x86_64__)
    if (i + 1 >= 3 && has_vectors()) return i + 1;
#endif
  }
  return i;
}
