#include "classes.h"
#include "wide-step.h"

#if defined(__x86_64__)
// Each bit is a set of bytes: those whose low nibble has it in one table and whose high nibble has it in the other.
enum {
  A_LOW_CONTROL = 1 << 0, A_SECOND_ROW = 1 << 1, A_DELETE = 1 << 2, A_TAB = 1 << 3, A_LINE_FEED = 1 << 4,
  A_RETURN = 1 << 5, A_MARK = 1 << 6 /* : ; ? */, A_DIGIT = 1 << 7,
  B_AMPERSAND = 1 << 0, B_ANGLE = 1 << 1, B_QUOTE = 1 << 2, B_APOSTROPHE = 1 << 3, B_BACKTICK = 1 << 4,
  B_SPACE = 1 << 5, B_MARK = 1 << 6 /* ! ) , . */, B_BRACKET = 1 << 7 /* ] } */,
};
#define A1 (A_LOW_CONTROL | A_SECOND_ROW)
static const vector_table a_low = VECTOR_TABLE(
  A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT,
  A1 | A_DIGIT, A_SECOND_ROW | A_TAB | A_DIGIT, A_SECOND_ROW | A_LINE_FEED | A_MARK, A1 | A_MARK, A1,
  A_SECOND_ROW | A_RETURN, A1, A1 | A_DELETE | A_MARK);
static const vector_table a_high = VECTOR_TABLE(
  A_LOW_CONTROL | A_TAB | A_LINE_FEED | A_RETURN, A_SECOND_ROW, 0, A_MARK | A_DIGIT, 0, 0, 0, A_DELETE,
  0, 0, 0, 0, 0, 0, 0, 0);
static const vector_table b_low = VECTOR_TABLE(
  B_SPACE | B_BACKTICK, B_MARK, B_QUOTE, 0, 0, 0, B_AMPERSAND, B_APOSTROPHE,
  0, B_MARK, 0, 0, B_MARK | B_ANGLE, B_BRACKET, B_MARK | B_ANGLE, 0);
static const vector_table b_high = VECTOR_TABLE(
  0, 0, B_SPACE | B_AMPERSAND | B_QUOTE | B_APOSTROPHE | B_MARK, B_ANGLE, 0, B_BRACKET, B_BACKTICK, B_BRACKET,
  0, 0, 0, 0, 0, 0, 0, 0);

VECTORS uint32_t narrow_classes_of_vectors(const uint8_t *bytes, size_t length) {
  __m256i a_all = _mm256_setzero_si256(), b_all = a_all, high = a_all, doubles = a_all, marks = a_all, trailing = a_all,
          hyphens = a_all, sums = a_all;
  const __m256i a_ends = vector_all(A_LINE_FEED | A_RETURN), a_mark = vector_all(A_MARK),
                b_mark = vector_all(B_MARK | B_BRACKET), b_space = vector_all(B_SPACE);
  // The first byte has none before it; the last step goes back over bytes that were seen, which does no harm to a union.
  uint32_t found = class_of[bytes[0]];
  for (size_t i = 1;;) {
    __m256i now = vector_load(bytes + i), before = vector_load(bytes + i - 1);
    __m256i a = vector_look_up_both(&a_low, &a_high, now), b = vector_look_up_both(&b_low, &b_high, now);
    a_all = vector_or(a_all, a);
    b_all = vector_or(b_all, b);
    high = vector_or(high, now);
    __m256i space = vector_equal(before, ' ');
    __m256i ends = vector_and(a, a_ends);
    __m256i mark = vector_or(vector_and(a, a_mark), vector_and(b, b_mark));
    doubles = vector_or(doubles, vector_and(space, vector_and(b, b_space)));
    marks = vector_or(marks, vector_and(space, mark));
    trailing = vector_or(trailing, vector_and(ends, vector_or(space, vector_equal(before, '\t'))));
    sums = vector_or(sums, vector_within(now, '$', '%'));
    hyphens = vector_or(hyphens, vector_and(ends, vector_equal(before, '-')));
    if (i + 32 == length) break;
    i = i + 64 <= length ? i + 32 : length - 32;
  }
  uint8_t a = vector_union(a_all), b = vector_union(b_all);
  if (a & (A_LOW_CONTROL | A_SECOND_ROW | A_DELETE)) found |= CBYTESCAN_CONTROL;
  if (a & A_TAB) found |= CBYTESCAN_TAB;
  if (a & A_LINE_FEED) found |= CBYTESCAN_LINE_FEED;
  if (a & A_RETURN) found |= CBYTESCAN_CARRIAGE_RETURN;
  if (a & A_DIGIT) found |= CBYTESCAN_DIGIT;
  if ((b & B_AMPERSAND) || bytes[0] == '&') found |= reference_class(bytes, length);
  if (b & B_ANGLE) found |= CBYTESCAN_ANGLE;
  if (b & B_QUOTE) found |= CBYTESCAN_STRAIGHT_QUOTE;
  if (b & (B_APOSTROPHE | B_BACKTICK)) found |= CBYTESCAN_APOSTROPHE;
  if (vector_mask(high)) found |= CBYTESCAN_NON_ASCII;
  if (vector_union(doubles)) found |= CBYTESCAN_DOUBLE_SPACE;
  if (vector_union(marks)) found |= CBYTESCAN_SPACE_BEFORE_MARK;
  if (vector_union(trailing) || bytes[length - 1] == ' ' || bytes[length - 1] == '\t') found |= CBYTESCAN_TRAILING_SPACE;
  if (vector_union(hyphens)) found |= CBYTESCAN_HYPHEN_BREAK;
  if (vector_union(sums)) found |= CBYTESCAN_SUM_SIGN;
  return found;
}

// Those Latin letters that `is_latin_start` and `touches_latin` look for.
VECTORS static inline __m256i ascii_letters(__m256i v) {
  return vector_within(vector_or(v, vector_all(0x20)), 'a', 'z');
}

// Of the Arabic signs that start in 32 bytes, those that stand in order, as `is_disordered_arabic` has it.
VECTORS static inline __m256i ordered_arabic(const uint8_t *bytes, size_t i, __m256i sign) {
  __m256i first = vector_load(bytes + i - 2), second = vector_load(bytes + i - 1);
  __m256i is_not_higher = _mm256_cmpeq_epi8(_mm256_max_epu8(second, sign), sign);
  __m256i of_d9 = vector_or(vector_within(second, 0x80, 0x8A), vector_within(second, 0xB1, 0xBF));
  of_d9 = vector_or(of_d9, vector_and(vector_within(second, 0x8B, 0x92), is_not_higher));
  __m256i ordered = vector_or(vector_within(second, 0, 0x7F), vector_equal(first, 0xDA));
  ordered = vector_or(ordered, vector_and(vector_equal(first, 0xD9), of_d9));
  ordered = vector_or(ordered, vector_and(vector_equal(first, 0xD8), vector_within(second, 0xA0, 0xBF)));
  return vector_or(ordered, vector_and(vector_equal(first, 0xDB), vector_within(second, 0x80, 0x95)));
}

// Where in 32 bytes `is_doubtful_devanagari` starts, for lead bytes of Devanagari.
VECTORS static inline __m256i doubtful_devanagari(const uint8_t *bytes, size_t i, __m256i next, __m256i third) {
  __m256i behind = vector_equal(vector_load(bytes + i - 3), 0xE0), a = vector_load(bytes + i - 2), b = vector_load(bytes + i - 1);
  __m256i letters = vector_and(behind, vector_equal(a, 0xA4)), signs = vector_and(behind, vector_equal(a, 0xA5));
  __m256i joins = vector_or(vector_equal(b, 0xA8), vector_or(vector_equal(b, 0xB0), vector_equal(b, 0xB3)));
  __m256i apart = _mm256_andnot_si256(joins, vector_and(letters, vector_within(b, 0x85, 0xB9)));
  __m256i nukta = vector_and(vector_equal(next, 0xA4), vector_equal(third, 0xBC));
  __m256i low = vector_or(letters, _mm256_andnot_si256(vector_within(b, 0x91, 0x94), signs));
  __m256i killer = vector_equal(third, 0x8D);
  __m256i other = vector_or(vector_within(third, 0x91, 0x94), vector_within(third, 0x98, 0x9F));
  __m256i doubts = vector_or(other, _mm256_andnot_si256(low, killer));
  return vector_or(_mm256_andnot_si256(apart, nukta), vector_and(vector_equal(next, 0xA5), doubts));
}

// Greek and Cyrillic letters that need no second look by themselves (CE CF D0 D1 D3 D4) are looked at together.
VECTORS uint32_t lead_classes(const uint8_t *bytes, size_t length, size_t i, uint32_t leads) {
  uint32_t found = 0;
  __m256i now = vector_load(bytes + i);
  uint32_t alphabet = vector_mask(vector_or(vector_within(now, 0xCE, 0xD1), vector_within(now, 0xD3, 0xD4)));
  if (alphabet) {
    __m256i next = vector_load(bytes + i + 1), second = vector_load(bytes + i + 2);
    __m256i latin = vector_or(vector_or(ascii_letters(second), vector_within(second, 0xC3, 0xC9)), vector_equal(second, 0xE1));
    latin = vector_or(latin, ascii_letters(vector_load(bytes + i - 1)));
    latin = vector_or(latin, vector_within(vector_load(bytes + i - 2), 0xC3, 0xC9));
    latin = vector_or(latin, vector_equal(vector_load(bytes + i - 3), 0xE1));
    if (alphabet & vector_mask(latin)) found |= CBYTESCAN_MIXED_ALPHABET;
    if (vector_mask(vector_and(vector_equal(now, 0xCE), vector_within(next, 0x80, 0x87)))) found |= CBYTESCAN_DOUBTFUL_FORM;
    leads &= ~alphabet;
  }
  uint32_t narrow = vector_mask(vector_equal(now, 0xC2));
  if (narrow) {
    __m256i next = vector_load(bytes + i + 1);
    if (narrow & vector_mask(vector_within(next, 0x80, 0x9F))) found |= CBYTESCAN_C1;
    if (narrow & vector_mask(vector_equal(next, 0xA0))) found |= CBYTESCAN_ODD_SPACE;
    if (narrow & vector_mask(vector_equal(next, 0xAD))) found |= CBYTESCAN_SOFT_HYPHEN;
    leads &= ~narrow;
  }
  // Leads that are doubtful whatever follows, and those for which the next byte tells.
  uint32_t doubts = vector_mask(vector_or(vector_equal(now, 0xCC), vector_or(vector_within(now, 0xDC, 0xDF), vector_equal(now, 0xF0))));
  uint32_t told = vector_mask(vector_or(vector_within(now, 0xD6, 0xDB), vector_or(vector_equal(now, 0xE0), vector_equal(now, 0xEA))));
  if (told) {
    __m256i next = vector_load(bytes + i + 1), third = vector_load(bytes + i + 2);
    __m256i pointed = vector_and(vector_equal(now, 0xD7), vector_within(next, 0x80, 0x8F));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xD6), vector_within(next, 0x91, 0xBD)));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xD6), vector_equal(next, 0xBF)));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xD8), vector_within(next, 0x90, 0x9A)));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xD9), vector_within(next, 0x93, 0x9F)));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xDB), vector_within(next, 0x96, 0xAD)));
    pointed = vector_or(pointed, vector_and(vector_equal(now, 0xEA), vector_within(next, 0x80, 0xAF)));
    // The signs of vocalized Arabic are as many as letters.
    __m256i signs = vector_and(vector_equal(now, 0xD9), vector_or(vector_within(next, 0x8B, 0x92), vector_equal(next, 0xB0)));
    if (vector_mask(signs)) pointed = vector_or(pointed, _mm256_andnot_si256(ordered_arabic(bytes, i, next), signs));
    uint32_t south = vector_mask(vector_equal(now, 0xE0));
    uint32_t thai = south & vector_mask(vector_within(next, 0xB8, 0xB9));
    uint32_t devanagari = south & vector_mask(vector_within(next, 0xA4, 0xA5));
    if (devanagari) devanagari &= ~vector_mask(doubtful_devanagari(bytes, i, next, third));
    doubts |= vector_mask(pointed) | (south & ~thai & ~devanagari);
    // Of Thai, what may be out of order is looked at by itself.
    leads &= ~told | (thai & vector_mask(vector_and(vector_equal(next, 0xB8), vector_within(third, 0xB8, 0xBA))));
  }
  if (doubts) found |= CBYTESCAN_DOUBTFUL_FORM;
  leads &= ~doubts;
  for (; leads; leads &= leads - 1) found |= wide_class(bytes, length, i + (size_t)__builtin_ctz(leads));
  return found;
}

uint32_t neighbour_classes(const uint8_t *bytes, size_t length, size_t i, uint32_t places) {
  for (; places; places &= places - 1) {
    if (neighbours_class(bytes, length, i + (size_t)__builtin_ctz(places))) return CBYTESCAN_NEIGHBOURS;
  }
  return 0;
}

VECTORS uint32_t wide_classes_of_vectors(const uint8_t *bytes, size_t length) {
  if (length < 64) return wide_classes(bytes, length, 0, length);
  uint32_t found = wide_classes(bytes, length, 0, 3) | wide_classes(bytes, length, length - 2, length);
  __m256i curly = _mm256_setzero_si256(), watch = vector_all(0xFF);
  for (size_t i = 3, last = length - 34;; i = i + 32 < last ? i + 32 : last) {
    wide_places places = look_wide(bytes, i, vector_load(bytes + i), &curly);
    if (vector_mask(vector_or(places.leads, vector_and(places.neighbours, watch)))) {
      found |= lead_classes(bytes, length, i, vector_mask(places.leads));
      found |= neighbour_classes(bytes, length, i, vector_mask(vector_and(places.neighbours, watch)));
      if (found & CBYTESCAN_NEIGHBOURS) watch = _mm256_setzero_si256();
    }
    if (i == last) break;
  }
  return vector_mask(curly) ? found | CBYTESCAN_CURLY : found;
}
#endif
