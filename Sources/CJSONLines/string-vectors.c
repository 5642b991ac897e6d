#include "CJSONLines.h"
#include "CVectors.h"

// The inside of string literals, 32 or 64 bytes a step: escapes and UTF-8 cost no branch for each of them.

#if defined(__x86_64__)
VECTORS static inline uint32_t places_of(__m256i v, char byte) { return vector_mask(vector_equal(v, (uint8_t)byte)); }

// What may stand behind a backslash, \u apart: " / \ b f n r t.  A row of the byte table a bit.
static const vector_table escape_low = VECTOR_TABLE(0, 0, 1 | 8, 0, 8, 0, 4, 0, 0, 0, 0, 0, 2, 0, 4, 1);
static const vector_table escape_high = VECTOR_TABLE(0, 0, 1, 0, 0, 2, 4, 8, 0, 0, 0, 0, 0, 0, 0, 0);

// Ill-formed UTF-8 by two bytes in a row, after J. Keiser and D. Lemire, "Validating UTF-8 in less than one instruction per
// byte" (2021): each bit is a fault, and it is there where all three tables have it.
enum {
  TOO_SHORT = 1 << 0, TOO_LONG = 1 << 1, OVERLONG_3 = 1 << 2, TOO_LARGE = 1 << 3, SURROGATE = 1 << 4,
  OVERLONG_2 = 1 << 5, TOO_LARGE_1000 = 1 << 6, OVERLONG_4 = 1 << 6, TWO_CONTINUATIONS = 1 << 7,
};
#define CARRY (TOO_SHORT | TOO_LONG | TWO_CONTINUATIONS)
#define LARGE (CARRY | TOO_LARGE | TOO_LARGE_1000)
static const vector_table first_high = VECTOR_TABLE(
  TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG, TOO_LONG,
  TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS, TWO_CONTINUATIONS,
  TOO_SHORT | OVERLONG_2, TOO_SHORT, TOO_SHORT | OVERLONG_3 | SURROGATE,
  TOO_SHORT | TOO_LARGE | TOO_LARGE_1000 | OVERLONG_4);
static const vector_table first_low = VECTOR_TABLE(
  CARRY | OVERLONG_3 | OVERLONG_2 | OVERLONG_4, CARRY | OVERLONG_2, CARRY, CARRY, CARRY | TOO_LARGE, LARGE, LARGE, LARGE,
  LARGE, LARGE, LARGE, LARGE, LARGE, LARGE | SURROGATE, LARGE, LARGE);
#define SECOND (TOO_LONG | OVERLONG_2 | TWO_CONTINUATIONS)
static const vector_table second_high = VECTOR_TABLE(
  TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT,
  SECOND | OVERLONG_3 | TOO_LARGE_1000 | OVERLONG_4, SECOND | OVERLONG_3 | TOO_LARGE,
  SECOND | SURROGATE | TOO_LARGE, SECOND | SURROGATE | TOO_LARGE, TOO_SHORT, TOO_SHORT, TOO_SHORT, TOO_SHORT);

// The bytes of p[0..<32] at which the bytes so far cannot be the start of well-formed UTF-8; p[-3] can be read.
VECTORS static inline uint32_t ill_formed(const uint8_t *p) {
  __m256i now = vector_load(p), first = vector_load(p - 1);
  __m256i faults = vector_and(
    vector_look_up_both(&first_low, &first_high, first), vector_look_up(&second_high, vector_high_nibbles(now)));
  // Two continuations are right as the end of three or four bytes, and only there.
  __m256i third = _mm256_subs_epu8(vector_load(p - 2), vector_all(0xE0 - 0x80));
  __m256i fourth = _mm256_subs_epu8(vector_load(p - 3), vector_all(0xF0 - 0x80));
  __m256i wanted = vector_and(vector_or(third, fourth), vector_all(0x80));
  return vector_mask_of_any(_mm256_xor_si256(wanted, faults));
}

// Whether all of p[0..<n] is well-formed.
VECTORS static bool is_utf8_by_vectors(const uint8_t *p, size_t n) {
  // The first and the last step are made on copies, with zeros where there is no text: ASCII, which nothing may be cut off by.
  uint8_t edge[3 + 32] = {0};
  size_t i = n < 32 ? n : 32;
  memcpy(edge + 3, p, i);
  uint32_t faults = ill_formed(edge + 3);
  if (n < 32) return faults == 0;
  for (; i + 32 <= n; i += 32) faults |= ill_formed(p + i);
  memset(edge, 0, sizeof edge);
  memcpy(edge, p + i - 3, n - i + 3);
  return (faults | ill_formed(edge + 3)) == 0;
}

// The start of the code point that the byte before `i` belongs to, or i where that byte is ASCII.
static size_t start_before(const uint8_t *p, size_t i) {
  size_t j = i - 1;
  for (int k = 0; k < 3 && (p[j] & 0xC0) == 0x80; k++) j--;
  return p[j] < 0x80 ? i : j;
}

// The bytes that a backslash stands before, where it is not itself behind one.  `carry` is 1 where the first byte is such.
static inline uint64_t escaped_places(uint64_t slashes, uint64_t carry) {
  uint64_t escaped = slashes << 1 | carry;
  if ((slashes & escaped) == 0) return escaped;
  // Backslashes in a row: one after the other.
  escaped = carry;
  for (uint64_t rest = slashes; rest; rest &= rest - 1) {
    uint64_t slash = rest & -rest;
    if ((slash & escaped) == 0) escaped |= slash << 1;
  }
  return escaped;
}

// Where a run stands between two steps.
typedef struct {
  size_t at;
  bool escaped;    // a backslash was run over
  uint32_t carry;  // 1 where the next byte is escaped by the one before it
} run_state;

// Runs over 32 bytes, in which bytes from 0x80 are looked at only where the caller says so.  False where it stopped, at a byte that
// must be looked at more closely.
VECTORS static inline bool run_step(const uint8_t *p, run_state *run, __m256i bytes, bool is_wide) {
  uint32_t slashes = places_of(bytes, '\\'), escaped = (uint32_t)escaped_places(slashes, run->carry);
  uint32_t odd = ~vector_mask_of_any(vector_look_up_both(&escape_low, &escape_high, bytes));
  uint32_t controls = vector_mask(vector_within(bytes, 0, 0x1F));
  uint32_t faults = is_wide ? ill_formed(p + run->at) : 0;
  uint32_t stops = (places_of(bytes, '"') & ~escaped) | (escaped & odd) | controls | faults;
  if (stops == 0) {
    if (slashes) run->escaped = true;
    run->carry = (slashes & ~escaped) >> 31;
    run->at += 32;
    return true;
  }
  int place = __builtin_ctz(stops);
  uint32_t stop = 1u << place;
  if (slashes & (stop - 1)) run->escaped = true;
  run->at += (size_t)place;
  if (escaped & stop) run->at -= 1;
  else if (faults & stop) run->at = start_before(p, run->at);
  return false;
}

VECTORS static cjson_run run_vectors(const uint8_t *p, size_t i, size_t n) {
  run_state run = {i, false, 0};
  if (i < 3) return (cjson_run){i, false};
  // A text is in ASCII, or it is not: in both no step hangs on what the one before found.
  for (; run.at + 32 <= n;) {
    __m256i bytes = vector_load(p + run.at);
    if (vector_mask(bytes)) break;
    if (!run_step(p, &run, bytes, false)) return (cjson_run){run.at, run.escaped};
  }
  for (; run.at + 32 <= n;) {
    if (!run_step(p, &run, vector_load(p + run.at), true)) return (cjson_run){run.at, run.escaped};
  }
  // What is left is shorter than a step; a code point or an escape that is not whole belongs to it.
  if (run.carry) run.at -= 1;
  else if (p[run.at - 1] >= 0x80) run.at = start_before(p, run.at);
  return (cjson_run){run.at, run.escaped};
}

// What a letter behind a backslash stands for, by its low nibble: b f n, and r t.
static const uint8_t sixes[16] = {[0x2] = '\b', [0x6] = '\f', [0xE] = '\n'};
static const uint8_t sevens[16] = {[0x2] = '\r', [0x4] = '\t'};

#define AVX512 __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi2,popcnt")))
AVX512 static cjson_progress decode_avx512(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to) {
  const __m512i six = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sixes));
  const __m512i seven = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)sevens));
  uint64_t carry = 0;
  for (; i + 64 <= n; i += 64) {
    __m512i bytes = _mm512_loadu_si512(p + i);
    uint64_t slashes = _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('\\'));
    uint64_t escaped = escaped_places(slashes, carry), gone = slashes & ~escaped;
    __m512i row = _mm512_and_si512(bytes, _mm512_set1_epi8(0x70));
    uint64_t in_six = escaped & _mm512_cmpeq_epi8_mask(row, _mm512_set1_epi8(0x60));
    uint64_t in_seven = escaped & _mm512_cmpeq_epi8_mask(row, _mm512_set1_epi8(0x70));
    uint64_t numbers = escaped & _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8('u'));
    __m512i meant = _mm512_mask_shuffle_epi8(bytes, in_six, six, bytes);
    meant = _mm512_mask_shuffle_epi8(meant, in_seven, seven, bytes);
    _mm512_storeu_si512(out + to, _mm512_maskz_compress_epi8(~gone, meant));
    if (numbers) {
      // Up to the backslash of the first \u, which may be the last byte of the step before.
      size_t place = (size_t)__builtin_ctzll(numbers);
      if (place == 0) return (cjson_progress){i - 1, to};
      uint64_t before = (1ull << (place - 1)) - 1;
      return (cjson_progress){i + place - 1, to + (size_t)__builtin_popcountll(before & ~gone)};
    }
    to += 64 - (size_t)__builtin_popcountll(gone);
    carry = gone >> 63;
  }
  return (cjson_progress){carry ? i - 1 : i, to};
}
#endif

bool cjson_is_utf8(const uint8_t *p, size_t n) {
#if defined(__x86_64__)
  if (has_vectors()) return is_utf8_by_vectors(p, n);
#endif
  size_t i = 0;
  while (i < n) {
    if (p[i] < 0x80) i++;
    else {
      size_t end = cjson_utf8_run_end(p, i, n);
      if (end == i) return false;
      i = end;
    }
  }
  return true;
}

cjson_run cjson_run_string(const uint8_t *p, size_t i, size_t n) {
#if defined(__x86_64__)
  if (has_vectors()) return run_vectors(p, i, n);
#endif
  (void)p, (void)n;
  return (cjson_run){i, false};
}

cjson_progress cjson_decode_run(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512vbmi2") && __builtin_cpu_supports("avx512bw")) return decode_avx512(p, i, n, out, to);
#endif
  (void)p, (void)n, (void)out;
  return (cjson_progress){i, to};
}
