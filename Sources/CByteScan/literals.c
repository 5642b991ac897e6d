#include "wide-step.h"

// The classes of the text that a string literal spells, told from the literal.  Its escapes are seen where their letter stands.

// What an escape may stand for, by its letter: of one with a number anything.
static const uint32_t class_of_escape[256] = {
  ['b'] = CBYTESCAN_CONTROL, ['f'] = CBYTESCAN_CONTROL, ['r'] = CBYTESCAN_CARRIAGE_RETURN, ['u'] = UINT32_MAX,
};

// The classes that the byte at i has by itself or as the letter of an escape, and whether it is the backslash of a line end behind
// a hyphen.  A backslash that is itself behind one is taken for the start of an escape too: that tells too much, never too little.
static uint32_t literal_class(const uint8_t *bytes, size_t length, size_t i) {
  uint8_t byte = bytes[i], before = bytes[i - 1];
  if (byte == '&') return begins_reference(bytes, length, i) ? CBYTESCAN_REFERENCE : 0;
  if (byte == 0x7F) return CBYTESCAN_CONTROL;
  if (before == '\\') return class_of_escape[byte];
  return byte == '\\' && before == '-' && (bytes[i + 1] == 'n' || bytes[i + 1] == 'r') ? CBYTESCAN_HYPHEN_BREAK : 0;
}

// The classes of what starts in [from, to).  The last byte is the closing quotation mark.
static uint32_t literal_classes(const uint8_t *bytes, size_t length, size_t from, size_t to) {
  uint32_t found = 0;
  uint8_t high = 0;
  for (size_t k = from; k < to && k + 1 < length; k++) {
    found |= literal_class(bytes, length, k);
    high |= bytes[k];
  }
  return high >= 0x80 ? found | CBYTESCAN_NON_ASCII | wide_classes(bytes, length, from, to) : found;
}

#if defined(__x86_64__)
// Where in 32 bytes from i on a byte must be looked at more closely.
VECTORS static inline __m256i look_narrow(const uint8_t *bytes, size_t i, __m256i now) {
  __m256i before = vector_load(bytes + i - 1);
  // The escapes of prose are those of quotation marks and line feeds.
  __m256i usual = vector_or(vector_equal(now, '"'), vector_equal(now, 'n'));
  __m256i odd = _mm256_andnot_si256(usual, vector_equal(before, '\\'));
  __m256i broken = vector_and(vector_equal(before, '-'), vector_equal(now, '\\'));
  __m256i other = vector_or(vector_equal(now, '&'), vector_equal(now, 0x7F));
  return vector_or(vector_or(odd, broken), other);
}

static uint32_t narrow_classes_at(const uint8_t *bytes, size_t length, size_t i, uint32_t places) {
  uint32_t found = 0;
  for (; places; places &= places - 1) found |= literal_class(bytes, length, i + (size_t)__builtin_ctz(places));
  return found;
}

// For 37 bytes or more.
VECTORS static uint32_t literal_classes_of_vectors(const uint8_t *bytes, size_t length) {
  // Letters outside ASCII are looked at with three bytes before them; the last step goes back over bytes that were seen.
  uint32_t found = literal_classes(bytes, length, 1, 3) | literal_classes(bytes, length, length - 3, length);
  size_t i = 3, last = length - 34;
  // A text is in ASCII, or it is not: in both hardly a branch hangs on what is there.
  for (;; i = i + 32 < last ? i + 32 : last) {
    __m256i now = vector_load(bytes + i);
    if (vector_mask(now)) break;
    uint32_t places = vector_mask(look_narrow(bytes, i, now));
    if (places) found |= narrow_classes_at(bytes, length, i, places);
    if (i == last) return found;
  }
  found |= CBYTESCAN_NON_ASCII;
  __m256i curly = _mm256_setzero_si256(), watch = vector_all(0xFF);
  for (;; i = i + 32 < last ? i + 32 : last) {
    __m256i now = vector_load(bytes + i), narrow = look_narrow(bytes, i, now);
    wide_places wide = look_wide(bytes, i, now, &curly);
    __m256i neighbours = vector_and(wide.neighbours, watch);
    if (vector_mask(vector_or(narrow, vector_or(wide.leads, neighbours)))) {
      found |= narrow_classes_at(bytes, length, i, vector_mask(narrow));
      found |= lead_classes(bytes, length, i, vector_mask(wide.leads));
      found |= neighbour_classes(bytes, length, i, vector_mask(neighbours));
      if (found & CBYTESCAN_NEIGHBOURS) watch = _mm256_setzero_si256();
    }
    if (i == last) break;
  }
  return vector_mask(curly) ? found | CBYTESCAN_CURLY : found;
}
#endif

uint32_t cbytescan_literal_classes(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (has_vectors() && length >= 37) return CBYTESCAN_UNTOLD_OF_LITERALS | literal_classes_of_vectors(bytes, length);
#endif
  return CBYTESCAN_UNTOLD_OF_LITERALS | literal_classes(bytes, length, 1, length);
}
