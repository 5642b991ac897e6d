#include "CByteScan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// What a byte may begin.
enum { NOTHING, MARK, COMMA, SLASH, AT, COLON, SEMICOLON, PARENTHESIS, DOUBLED, LEAD };

// The lead bytes are those under which Unicode has terminators, separators of lines, or weak marks.
static const uint8_t kind_of[256] = {
  ['.'] = MARK, ['!'] = MARK, ['?'] = MARK, ['\n'] = MARK, ['\r'] = MARK,
  [','] = COMMA, ['/'] = SLASH, ['@'] = AT, [':'] = COLON, [';'] = SEMICOLON, [')'] = PARENTHESIS,
  ['-'] = DOUBLED, ['*'] = DOUBLED, ['_'] = DOUBLED, ['='] = DOUBLED, ['~'] = DOUBLED,
  [0xC2] = LEAD, [0xD6] = LEAD, [0xD8] = LEAD, [0xDB] = LEAD, [0xDC] = LEAD, [0xDF] = LEAD, [0xE0] = LEAD,
  [0xE1] = LEAD, [0xE2] = LEAD, [0xE3] = LEAD, [0xEA] = LEAD, [0xEF] = LEAD, [0xF0] = LEAD,
};

static int is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

// A closing bracket, where it closes an enumerator: a number, a letter or two, or a mark (a smiling face) before it.
static int closes_enumerator(const uint8_t *bytes, size_t at) {
  uint8_t before = bytes[at - 1];
  return before < '0' || (before > '9' && before < 'A') || at < 4 || bytes[at - 2] <= ' ' || bytes[at - 3] <= ' ';
}

// Most of what follows a lead byte in prose is told from the next byte or two: quotation marks and dashes after E2 80,
// no-break spaces after C2.
static int may_end(const uint8_t *bytes, size_t at) {
  if (bytes[at] == 0xC2) return bytes[at + 1] < 0xA0;
  if (bytes[at] == 0xE2) return bytes[at + 1] != 0x80 || bytes[at + 2] > 0xA1;
  return 1;
}

static int is_place(const uint8_t *bytes, size_t length, size_t at, size_t sentence, int marks_of_language) {
  uint8_t kind = kind_of[bytes[at]];
  if (kind == NOTHING) return 0;
  if (kind == MARK) return 1;
  if (kind == LEAD) return may_end(bytes, at);
  if (at == 0 || at + 1 >= length) return 0;
  uint8_t before = bytes[at - 1];
  uint8_t after = bytes[at + 1];
  switch (kind) {
    case COMMA: return after == ' ' && at - sentence < 32;
    case SLASH: return is_digit(before) && is_digit(after);
    case AT: return after > ' ' && before > ' ';
    case COLON: return after == '/' || (marks_of_language && after == ' ');
    case SEMICOLON: return marks_of_language && after == ' ';
    case PARENTHESIS: return after == ' ' && closes_enumerator(bytes, at);
    default: return before == bytes[at] && after == ' ';
  }
}

size_t cbytescan_sentence_place(const uint8_t *bytes, size_t length, size_t at, size_t sentence, int marks_of_language) {
#if defined(__SSE2__)
  // Candidates: punctuation below the digits, that behind them, the underscore, the tilde and lead bytes; neither spaces
  // nor letters, digits and the bytes inside a code point.
  const __m128i low = _mm_set1_epi8(0x40), low_last = _mm_set1_epi8(0x6F);
  const __m128i space = _mm_set1_epi8(' '), middle = _mm_set1_epi8(':'), middle_last = _mm_set1_epi8(6);
  const __m128i underscore = _mm_set1_epi8('_'), tilde = _mm_set1_epi8('~');
  while (at + 16 <= length) {
    __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
    // C0 … FF and 00 … 2F become 00 … 6F.
    __m128i moved = _mm_add_epi8(block, low);
    __m128i found = _mm_andnot_si128(_mm_cmpeq_epi8(block, space), _mm_cmpeq_epi8(_mm_min_epu8(moved, low_last), moved));
    moved = _mm_sub_epi8(block, middle);
    found = _mm_or_si128(found, _mm_cmpeq_epi8(_mm_min_epu8(moved, middle_last), moved));
    found = _mm_or_si128(found, _mm_or_si128(_mm_cmpeq_epi8(block, underscore), _mm_cmpeq_epi8(block, tilde)));
    for (unsigned bits = (unsigned)_mm_movemask_epi8(found); bits != 0; bits &= bits - 1) {
      size_t candidate = at + (size_t)__builtin_ctz(bits);
      if (is_place(bytes, length, candidate, sentence, marks_of_language)) return candidate;
    }
    at += 16;
  }
#endif
  while (at < length && !is_place(bytes, length, at, sentence, marks_of_language)) at += 1;
  return at;
}
