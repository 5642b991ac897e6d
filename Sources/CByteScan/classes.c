#include "CByteScan.h"

// The single-byte classes, by table.
static const uint16_t class_of[256] = {
  [0 ... 8] = CBYTESCAN_CONTROL,
  ['\t'] = CBYTESCAN_TAB,
  ['\n'] = CBYTESCAN_LINE_FEED,
  [11 ... 12] = CBYTESCAN_CONTROL,
  ['\r'] = CBYTESCAN_CARRIAGE_RETURN,
  [14 ... 31] = CBYTESCAN_CONTROL,
  [127] = CBYTESCAN_CONTROL,
  ['&'] = CBYTESCAN_AMPERSAND,
  ['<'] = CBYTESCAN_ANGLE,
  ['>'] = CBYTESCAN_ANGLE,
  ['"'] = CBYTESCAN_STRAIGHT_QUOTE,
  ['\''] = CBYTESCAN_APOSTROPHE,
  ['`'] = CBYTESCAN_APOSTROPHE,
  ['0' ... '9'] = CBYTESCAN_DIGIT,
  [128 ... 255] = CBYTESCAN_NON_ASCII,
};

// What the second byte of a two-byte sequence C2 … says.
static uint32_t class_of_c2(uint8_t second) {
  if (second < 0xA0) return CBYTESCAN_C1;
  if (second == 0xA0) return CBYTESCAN_ODD_SPACE;
  return second == 0xAD ? CBYTESCAN_SOFT_HYPHEN : 0;
}

// The general punctuation U+2000 to U+206F, by the last two bytes.
static uint32_t class_of_e2(uint8_t second, uint8_t third) {
  if (second == 0x80) {
    if (third <= 0x8A || third == 0xAF) return CBYTESCAN_ODD_SPACE;
    if (third <= 0x8D) return CBYTESCAN_INVISIBLE;
    if (third <= 0x8F || (third >= 0xAA && third <= 0xAE)) return CBYTESCAN_BIDI;
    if (third <= 0xA7) return CBYTESCAN_CURLY;
    return third <= 0xA9 ? CBYTESCAN_LINE_SEPARATOR : 0;
  }
  if (second == 0x81 && third >= 0x9F) {
    if (third == 0x9F) return CBYTESCAN_ODD_SPACE;
    if (third <= 0xA4) return CBYTESCAN_INVISIBLE;
    if (third >= 0xA6 && third <= 0xA9) return CBYTESCAN_BIDI;
    return third <= 0xAF ? CBYTESCAN_INVISIBLE : 0;
  }
  return 0;
}

// U+F000 to U+FFFF.
static uint32_t class_of_ef(uint8_t second, uint8_t third) {
  switch (second) {
    case 0xAC: return third <= 0x86 ? CBYTESCAN_LIGATURE : 0;
    case 0xBB: return third == 0xBF ? CBYTESCAN_BOM : 0;
    case 0xBC: case 0xBD: case 0xBE: return CBYTESCAN_WIDTH;
    case 0xBF: return third >= 0xB9 && third <= 0xBC ? CBYTESCAN_INVISIBLE : third <= 0xAE ? CBYTESCAN_WIDTH : 0;
    default: return 0;
  }
}

static int is_latin_start(uint8_t byte) {
  return (uint8_t)((byte | 0x20) - 'a') < 26 || (byte >= 0xC3 && byte <= 0xC9) || byte == 0xE1;
}

// Whether a Latin letter stands right before or behind the two-byte letter at i.
static int touches_latin(const uint8_t *bytes, size_t length, size_t i) {
  if (i + 2 < length && is_latin_start(bytes[i + 2])) return 1;
  if (i > 0 && bytes[i - 1] < 0x80) return is_latin_start(bytes[i - 1]);
  return (i > 1 && bytes[i - 2] >= 0xC3 && bytes[i - 2] <= 0xC9) || (i > 2 && bytes[i - 3] == 0xE1);
}

// What follows a lead byte that is not enough by itself.  What is in NFC whatever stands beside it is known for the
// common scripts (UAX #15: NFC_Quick_Check=Yes and class 0); the rest is doubtful and goes to ICU.
static uint32_t class_of_three(const uint8_t *bytes) {
  uint8_t second = bytes[1], third = bytes[2];
  switch (bytes[0]) {
    case 0xE1:
      if (second == 0xBA || second == 0xBB) return 0;
      if (second >= 0xBC) return CBYTESCAN_MIXED_ALPHABET | CBYTESCAN_DOUBTFUL_FORM;
      return second == 0x9A && third == 0x80 ? CBYTESCAN_ODD_SPACE : CBYTESCAN_DOUBTFUL_FORM;
    case 0xE2:
      if (second <= 0x81) return class_of_e2(second, third) | (second == 0x80 && third < 0x82 ? CBYTESCAN_DOUBTFUL_FORM : 0);
      return second == 0x83 || second == 0x84 || second == 0x8C || second >= 0xA0 ? CBYTESCAN_DOUBTFUL_FORM : 0;
    case 0xE3:
      if (second == 0x80) {
        if (third == 0x80) return CBYTESCAN_WIDTH | CBYTESCAN_ODD_SPACE;
        return third >= 0xAA && third <= 0xAF ? CBYTESCAN_DOUBTFUL_FORM : 0;
      }
      return second == 0x82 && third >= 0x99 && third <= 0x9A ? CBYTESCAN_DOUBTFUL_FORM : 0;
    case 0xEF: return class_of_ef(second, third) | (second >= 0xBC ? 0 : CBYTESCAN_DOUBTFUL_FORM);
    default: return CBYTESCAN_DOUBTFUL_FORM;
  }
}

// What may start at a lead byte: most say nothing, and only the others are followed up.
enum { PASS, C2, C4, GREEK, CYRILLIC, THREE, DOUBT, TAGS };
static const uint8_t watched[256] = {
  [0xC2] = C2, [0xC4] = C4, [0xCC] = DOUBT, [0xCD ... 0xCF] = GREEK, [0xD0 ... 0xD4] = CYRILLIC,
  [0xD6 ... 0xDF] = DOUBT, [0xE0] = DOUBT, [0xE1 ... 0xE3] = THREE, [0xEA] = DOUBT, [0xEF] = THREE, [0xF0] = DOUBT,
  [0xF3] = TAGS,
};

// The classes of the code point outside ASCII that starts at i.
static inline uint32_t wide_class(const uint8_t *bytes, size_t length, size_t i) {
  switch (watched[bytes[i]]) {
    case PASS: return 0;
    case C2: return i + 1 < length ? class_of_c2(bytes[i + 1]) : 0;
    case C4: return i + 1 < length && (bytes[i + 1] & 0xFE) == 0xB2 ? CBYTESCAN_LIGATURE : 0;
    case GREEK: {
      int doubt = bytes[i] == 0xCD || (i + 1 < length && bytes[i] == 0xCE && bytes[i + 1] <= 0x87);
      return (doubt ? CBYTESCAN_DOUBTFUL_FORM : 0) | (touches_latin(bytes, length, i) ? CBYTESCAN_MIXED_ALPHABET : 0);
    }
    case CYRILLIC: {
      int doubt = i + 1 < length && bytes[i] == 0xD2 && bytes[i + 1] <= 0x89;
      return (doubt ? CBYTESCAN_DOUBTFUL_FORM : 0) | (touches_latin(bytes, length, i) ? CBYTESCAN_MIXED_ALPHABET : 0);
    }
    case THREE: return i + 2 < length ? class_of_three(bytes + i) : 0;
    case DOUBT: return CBYTESCAN_DOUBTFUL_FORM;
    default: return CBYTESCAN_INVISIBLE | CBYTESCAN_DOUBTFUL_FORM;
  }
}

// The classes of the code points that start in [from, to).
static uint32_t wide_classes(const uint8_t *bytes, size_t length, size_t from, size_t to) {
  uint32_t found = 0;
  for (size_t i = from; i < to; i++) {
    uint64_t eight;
    while (i + 8 <= to && (__builtin_memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
    if (i < to) found |= wide_class(bytes, length, i);
  }
  return found;
}

// The classes that a byte has by itself and with the one before it, for the bytes in [from, length).
static uint32_t narrow_classes(const uint8_t *bytes, size_t length, size_t from) {
  uint32_t found = 0;
  for (size_t i = from; i < length; i++) found |= class_of[bytes[i]];
  // The pairs: branch-free over neighbours, which the compiler turns into vectors.
  uint8_t spaces = 0, marks = 0, trailing = 0, hyphens = 0;
  for (size_t k = from > 0 ? from : 1; k < length; k++) {
    uint8_t a = bytes[k - 1], b = bytes[k];
    uint8_t space = a == ' ';
    spaces |= space & (b == ' ');
    marks |= space & ((b == '.') | (b == ',') | (b == ';') | (b == ':') | (b == '!') | (b == '?') | (b == ')') |
                      (b == ']') | (b == '}'));
    uint8_t end = (b == '\n') | (b == '\r');
    trailing |= end & (space | (a == '\t'));
    hyphens |= end & (a == '-');
  }
  if (length > 0 && (bytes[length - 1] == ' ' || bytes[length - 1] == '\t')) trailing = 1;
  if (spaces) found |= CBYTESCAN_DOUBLE_SPACE;
  if (marks) found |= CBYTESCAN_SPACE_BEFORE_MARK;
  if (trailing) found |= CBYTESCAN_TRAILING_SPACE;
  if (hyphens) found |= CBYTESCAN_HYPHEN_BREAK;
  return found;
}

#if defined(__x86_64__)
#include <immintrin.h>
#define AVX2 __attribute__((target("avx2")))

// A table for _mm256_shuffle_epi8: the same sixteen bytes for both halves.
#define SIXTEEN(...) {__VA_ARGS__, __VA_ARGS__}
typedef union {
  uint8_t bytes[32];
  __m256i vector;
} lookup;

AVX2 static inline __m256i load(const uint8_t *p) { return _mm256_loadu_si256((const __m256i *)p); }
AVX2 static inline __m256i equal(__m256i v, char byte) { return _mm256_cmpeq_epi8(v, _mm256_set1_epi8(byte)); }
AVX2 static inline __m256i within(__m256i v, uint8_t first, uint8_t last) {
  __m256i from = _mm256_sub_epi8(v, _mm256_set1_epi8((char)first));
  return _mm256_cmpeq_epi8(_mm256_min_epu8(from, _mm256_set1_epi8((char)(last - first))), from);
}
AVX2 static inline __m256i high_nibble(__m256i v) {
  return _mm256_and_si256(_mm256_srli_epi16(v, 4), _mm256_set1_epi8(0x0F));
}

// Each bit is a set of bytes: those whose low nibble has it in one table and whose high nibble has it in the other.
enum {
  A_LOW_CONTROL = 1 << 0, A_SECOND_ROW = 1 << 1, A_DELETE = 1 << 2, A_TAB = 1 << 3, A_LINE_FEED = 1 << 4,
  A_RETURN = 1 << 5, A_MARK = 1 << 6 /* : ; ? */, A_DIGIT = 1 << 7,
  B_AMPERSAND = 1 << 0, B_ANGLE = 1 << 1, B_QUOTE = 1 << 2, B_APOSTROPHE = 1 << 3, B_BACKTICK = 1 << 4,
  B_SPACE = 1 << 5, B_MARK = 1 << 6 /* ! ) , . */, B_BRACKET = 1 << 7 /* ] } */,
};
#define A1 (A_LOW_CONTROL | A_SECOND_ROW)
static const lookup a_low = {.bytes = SIXTEEN(
  A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT, A1 | A_DIGIT,
  A1 | A_DIGIT, A_SECOND_ROW | A_TAB | A_DIGIT, A_SECOND_ROW | A_LINE_FEED | A_MARK, A1 | A_MARK, A1,
  A_SECOND_ROW | A_RETURN, A1, A1 | A_DELETE | A_MARK)};
static const lookup a_high = {.bytes = SIXTEEN(
  A_LOW_CONTROL | A_TAB | A_LINE_FEED | A_RETURN, A_SECOND_ROW, 0, A_MARK | A_DIGIT, 0, 0, 0, A_DELETE,
  0, 0, 0, 0, 0, 0, 0, 0)};
static const lookup b_low = {.bytes = SIXTEEN(
  B_SPACE | B_BACKTICK, B_MARK, B_QUOTE, 0, 0, 0, B_AMPERSAND, B_APOSTROPHE,
  0, B_MARK, 0, 0, B_MARK | B_ANGLE, B_BRACKET, B_MARK | B_ANGLE, 0)};
static const lookup b_high = {.bytes = SIXTEEN(
  0, 0, B_SPACE | B_AMPERSAND | B_QUOTE | B_APOSTROPHE | B_MARK, B_ANGLE, 0, B_BRACKET, B_BACKTICK, B_BRACKET,
  0, 0, 0, 0, 0, 0, 0, 0)};

// All bits that occur in any of the 32 bytes.
AVX2 static inline uint8_t union_of(__m256i v) {
  __m128i half = _mm_or_si128(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
  uint64_t eight = (uint64_t)_mm_extract_epi64(half, 0) | (uint64_t)_mm_extract_epi64(half, 1);
  eight |= eight >> 32;
  eight |= eight >> 16;
  return (uint8_t)(eight | eight >> 8);
}

// `narrow_classes` of the whole, 32 bytes a step.
AVX2 static uint32_t narrow_classes_avx2(const uint8_t *bytes, size_t length) {
  if (length < 33) return narrow_classes(bytes, length, 0);
  __m256i a_all = _mm256_setzero_si256(), b_all = a_all, high = a_all, doubles = a_all, marks = a_all, trailing = a_all,
          hyphens = a_all;
  const __m256i low_nibble = _mm256_set1_epi8(0x0F), a_ends = _mm256_set1_epi8(A_LINE_FEED | A_RETURN),
                a_mark = _mm256_set1_epi8(A_MARK), b_mark = _mm256_set1_epi8((char)(B_MARK | B_BRACKET)),
                b_space = _mm256_set1_epi8(B_SPACE);
  // The first byte has none before it; the last step goes back over bytes that were seen, which does no harm to a union.
  uint32_t found = class_of[bytes[0]];
  for (size_t i = 1;;) {
    __m256i now = load(bytes + i), before = load(bytes + i - 1);
    __m256i low = _mm256_and_si256(now, low_nibble), top = high_nibble(now);
    __m256i a = _mm256_and_si256(_mm256_shuffle_epi8(a_low.vector, low), _mm256_shuffle_epi8(a_high.vector, top));
    __m256i b = _mm256_and_si256(_mm256_shuffle_epi8(b_low.vector, low), _mm256_shuffle_epi8(b_high.vector, top));
    a_all = _mm256_or_si256(a_all, a);
    b_all = _mm256_or_si256(b_all, b);
    high = _mm256_or_si256(high, now);
    __m256i space = equal(before, ' ');
    __m256i ends = _mm256_and_si256(a, a_ends);
    __m256i mark = _mm256_or_si256(_mm256_and_si256(a, a_mark), _mm256_and_si256(b, b_mark));
    doubles = _mm256_or_si256(doubles, _mm256_and_si256(space, _mm256_and_si256(b, b_space)));
    marks = _mm256_or_si256(marks, _mm256_and_si256(space, mark));
    trailing = _mm256_or_si256(trailing, _mm256_and_si256(ends, _mm256_or_si256(space, equal(before, '\t'))));
    hyphens = _mm256_or_si256(hyphens, _mm256_and_si256(ends, equal(before, '-')));
    if (i + 32 == length) break;
    i = i + 64 <= length ? i + 32 : length - 32;
  }
  uint8_t a = union_of(a_all), b = union_of(b_all);
  if (a & (A_LOW_CONTROL | A_SECOND_ROW | A_DELETE)) found |= CBYTESCAN_CONTROL;
  if (a & A_TAB) found |= CBYTESCAN_TAB;
  if (a & A_LINE_FEED) found |= CBYTESCAN_LINE_FEED;
  if (a & A_RETURN) found |= CBYTESCAN_CARRIAGE_RETURN;
  if (a & A_DIGIT) found |= CBYTESCAN_DIGIT;
  if (b & B_AMPERSAND) found |= CBYTESCAN_AMPERSAND;
  if (b & B_ANGLE) found |= CBYTESCAN_ANGLE;
  if (b & B_QUOTE) found |= CBYTESCAN_STRAIGHT_QUOTE;
  if (b & (B_APOSTROPHE | B_BACKTICK)) found |= CBYTESCAN_APOSTROPHE;
  if (_mm256_movemask_epi8(high)) found |= CBYTESCAN_NON_ASCII;
  if (union_of(doubles)) found |= CBYTESCAN_DOUBLE_SPACE;
  if (union_of(marks)) found |= CBYTESCAN_SPACE_BEFORE_MARK;
  if (union_of(trailing) || bytes[length - 1] == ' ' || bytes[length - 1] == '\t') found |= CBYTESCAN_TRAILING_SPACE;
  if (union_of(hyphens)) found |= CBYTESCAN_HYPHEN_BREAK;
  return found;
}

// The lead bytes that are followed up one by one: one row of the byte table a bit.
static const lookup lead_low = {.bytes = SIXTEEN(
  2 | 4 | 8, 2 | 4, 1 | 2 | 4, 2 | 4 | 8, 1 | 2, 0, 2, 2, 2, 2, 2 | 4, 2, 1 | 2, 1 | 2, 1 | 2, 1 | 2 | 4)};
static const lookup lead_high = {.bytes = SIXTEEN(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8)};

// Those Latin letters that `is_latin_start` and `touches_latin` look for.
AVX2 static inline __m256i ascii_letters(__m256i v) {
  return within(_mm256_or_si256(v, _mm256_set1_epi8(0x20)), 'a', 'z');
}

// `wide_classes` of the whole.  Blocks of ASCII cost a load and a test; of Greek and Cyrillic letters those that need no
// second look by themselves (CE CF D0 D1 D3 D4) are looked at together.
AVX2 static uint32_t wide_classes_avx2(const uint8_t *bytes, size_t length) {
  if (length < 64) return wide_classes(bytes, length, 0, length);
  uint32_t found = wide_classes(bytes, length, 0, 3);
  size_t i = 3;
  for (; i + 34 <= length; i += 32) {
    __m256i now = load(bytes + i);
    if (_mm256_movemask_epi8(now) == 0) continue;
    __m256i top = high_nibble(now), low = _mm256_and_si256(now, _mm256_set1_epi8(0x0F));
    __m256i leads =
      _mm256_and_si256(_mm256_shuffle_epi8(lead_low.vector, low), _mm256_shuffle_epi8(lead_high.vector, top));
    uint32_t rest = ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(leads, _mm256_setzero_si256()));
    if (rest == 0) continue;
    __m256i alphabet = _mm256_or_si256(within(now, 0xCE, 0xD1), within(now, 0xD3, 0xD4));
    uint32_t bulk = (uint32_t)_mm256_movemask_epi8(alphabet);
    if (bulk) {
      __m256i next = load(bytes + i + 2);
      __m256i latin = _mm256_or_si256(_mm256_or_si256(ascii_letters(next), within(next, 0xC3, 0xC9)), equal(next, (char)0xE1));
      latin = _mm256_or_si256(latin, ascii_letters(load(bytes + i - 1)));
      latin = _mm256_or_si256(latin, within(load(bytes + i - 2), 0xC3, 0xC9));
      latin = _mm256_or_si256(latin, equal(load(bytes + i - 3), (char)0xE1));
      if (bulk & (uint32_t)_mm256_movemask_epi8(latin)) found |= CBYTESCAN_MIXED_ALPHABET;
      __m256i doubt = _mm256_and_si256(equal(now, (char)0xCE), within(load(bytes + i + 1), 0x80, 0x87));
      if (_mm256_movemask_epi8(doubt)) found |= CBYTESCAN_DOUBTFUL_FORM;
      rest &= ~bulk;
    }
    uint32_t narrow = (uint32_t)_mm256_movemask_epi8(equal(now, (char)0xC2));
    if (narrow) {
      __m256i next = load(bytes + i + 1);
      if (narrow & (uint32_t)_mm256_movemask_epi8(within(next, 0x80, 0x9F))) found |= CBYTESCAN_C1;
      if (narrow & (uint32_t)_mm256_movemask_epi8(equal(next, (char)0xA0))) found |= CBYTESCAN_ODD_SPACE;
      if (narrow & (uint32_t)_mm256_movemask_epi8(equal(next, (char)0xAD))) found |= CBYTESCAN_SOFT_HYPHEN;
      rest &= ~narrow;
    }
    // Leads that are doubtful whatever follows.
    __m256i doubtful = _mm256_or_si256(
      _mm256_or_si256(equal(now, (char)0xCC), within(now, 0xD6, 0xDF)),
      _mm256_or_si256(equal(now, (char)0xE0), _mm256_or_si256(equal(now, (char)0xEA), equal(now, (char)0xF0))));
    uint32_t doubts = (uint32_t)_mm256_movemask_epi8(doubtful);
    if (doubts) found |= CBYTESCAN_DOUBTFUL_FORM;
    rest &= ~doubts;
    for (; rest; rest &= rest - 1) found |= wide_class(bytes, length, i + (size_t)__builtin_ctz(rest));
  }
  return found | wide_classes(bytes, length, i, length);
}

static int has_avx2(void) { return __builtin_cpu_supports("avx2"); }
#else
static int has_avx2(void) { return 0; }
#define narrow_classes_avx2(bytes, length) narrow_classes(bytes, length, 0)
#define wide_classes_avx2(bytes, length) wide_classes(bytes, length, 0, length)
#endif

uint32_t cbytescan_classes_plain(const uint8_t *bytes, size_t length) {
  uint32_t found = narrow_classes(bytes, length, 0);
  return found & CBYTESCAN_NON_ASCII ? found | wide_classes(bytes, length, 0, length) : found;
}

uint32_t cbytescan_classes(const uint8_t *bytes, size_t length) {
  if (!has_avx2()) return cbytescan_classes_plain(bytes, length);
  uint32_t found = narrow_classes_avx2(bytes, length);
  return found & CBYTESCAN_NON_ASCII ? found | wide_classes_avx2(bytes, length) : found;
}
