#ifndef CJSONLINES_CODEC_H
#define CJSONLINES_CODEC_H
#include "CJSONLines+skip.h"

// How far a copying loop came: read up to `from`, written up to `to`.
typedef struct {
  size_t from;
  size_t to;
} cjson_progress;

// Copies bytes that mean themselves in a string literal: ASCII but quotation mark, backslash and controls, and well-formed
// UTF-8.  Stops at anything else, or at n.  `out` must have room for n - i bytes and sixteen more.
static inline cjson_progress cjson_copy_plain(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to) {
  for (;;) {
#if defined(__SSE2__)
    while (i + 16 <= n) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(p + i));
      _mm_storeu_si128((__m128i *)(out + to), bytes);
      unsigned mask = cjson_special_mask(bytes);
      if (mask) {
        size_t plain = (size_t)__builtin_ctz(mask);
        i += plain;
        to += plain;
        goto special;
      }
      i += 16;
      to += 16;
    }
#else
    while (i + 8 <= n) {
      memcpy(out + to, p + i, 8);
      uint64_t hits = cjson_special_bits(cjson_load8(p + i));
      if (hits) {
        size_t plain = (size_t)__builtin_ctzll(hits) >> 3;
        i += plain;
        to += plain;
        goto special;
      }
      i += 8;
      to += 8;
    }
#endif
    while (i < n && !cjson_is_special(p[i])) out[to++] = p[i++];
    if (i >= n) break;
  special:
    if (p[i] < 0x80) break;
    size_t end = cjson_utf8_run_end(p, i, n);
    // Runs are a few bytes in most scripts, whole paragraphs in some.
    if (end - i <= 4) {
      while (i < end) out[to++] = p[i++];
    } else {
      memcpy(out + to, p + i, end - i);
      to += end - i;
      i = end;
    }
    if (i < n && p[i] >= 0x80) break;
  }
  cjson_progress progress = {i, to};
  return progress;
}

// The same where the bytes are known to be well-formed UTF-8 without quotation marks and controls: stops at a backslash or
// at n.
static inline cjson_progress cjson_copy_to_backslash(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to) {
#if defined(__SSE2__)
  const __m128i backslash = _mm_set1_epi8('\\');
  for (; i + 32 <= n; i += 32, to += 32) {
    __m128i one = _mm_loadu_si128((const __m128i *)(p + i)), two = _mm_loadu_si128((const __m128i *)(p + i + 16));
    _mm_storeu_si128((__m128i *)(out + to), one);
    _mm_storeu_si128((__m128i *)(out + to + 16), two);
    unsigned mask = (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(one, backslash)) |
                    (unsigned)_mm_movemask_epi8(_mm_cmpeq_epi8(two, backslash)) << 16;
    if (mask) return (cjson_progress){i + (size_t)__builtin_ctz(mask), to + (size_t)__builtin_ctz(mask)};
  }
#endif
  while (i < n && p[i] != '\\') out[to++] = p[i++];
  return (cjson_progress){i, to};
}

static inline uint32_t cjson_hex4(const uint8_t *p) {
  uint32_t value = 0;
  for (int k = 0; k < 4; k++) value = value << 4 | (uint32_t)((p[k] & 0x0F) + (p[k] > '9' ? 9 : 0));
  return value;
}

static inline size_t cjson_put_utf8(uint32_t value, uint8_t *out, size_t to) {
  if (value < 0x80) {
    out[to++] = (uint8_t)value;
  } else if (value < 0x800) {
    out[to++] = (uint8_t)(0xC0 | value >> 6);
    out[to++] = (uint8_t)(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out[to++] = (uint8_t)(0xE0 | value >> 12);
    out[to++] = (uint8_t)(0x80 | (value >> 6 & 0x3F));
    out[to++] = (uint8_t)(0x80 | (value & 0x3F));
  } else {
    out[to++] = (uint8_t)(0xF0 | value >> 18);
    out[to++] = (uint8_t)(0x80 | (value >> 12 & 0x3F));
    out[to++] = (uint8_t)(0x80 | (value >> 6 & 0x3F));
    out[to++] = (uint8_t)(0x80 | (value & 0x3F));
  }
  return to;
}

// What an escape of one letter stands for; 0 for \u.
static inline uint8_t cjson_unescaped(uint8_t letter) {
  static const uint8_t meaning[256] = {
    ['"'] = '"', ['\\'] = '\\', ['/'] = '/', ['b'] = '\b', ['f'] = '\f', ['n'] = '\n', ['r'] = '\r', ['t'] = '\t',
  };
  return meaning[letter];
}

// Whether all of p[0..<n] is well-formed UTF-8.
bool cjson_is_utf8(const uint8_t *p, size_t n);

// Decodes a part of the inside of a string literal whose UTF-8 and escapes are known to be well formed, as far as many bytes
// can be looked at together: stops before a \u, or some bytes before n; perhaps at once.  `out` needs room for n - i bytes
// and sixty-four more.
cjson_progress cjson_decode_run(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to);

// Decodes the inside of a string literal whose escapes are known to be well formed, and its UTF-8 too where `checked` says
// so, up to n or to the first thing that has no meaning in UTF-8: a lone surrogate (p[from] is its backslash) or a bad byte.
// No escape is shorter than what it stands for, so `out` needs room for n - i bytes and sixty-four more.
static inline cjson_progress cjson_decode(
  const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to, bool checked
) {
  cjson_progress progress = {i, to};
  bool is_plain = !checked;
  for (;;) {
    if (!is_plain) {
      progress = cjson_decode_run(p, i, n, out, to);
      i = progress.from;
      to = progress.to;
      // What is left is one \u, or short.
      is_plain = true;
    }
    progress = checked ? cjson_copy_to_backslash(p, i, n, out, to) : cjson_copy_plain(p, i, n, out, to);
    i = progress.from;
    to = progress.to;
    if (i + 1 >= n || p[i] != '\\') return progress;
    uint8_t meaning = cjson_unescaped(p[i + 1]);
    if (meaning) {
      out[to++] = meaning;
      i += 2;
      continue;
    }
    if (i + 6 > n) return progress;
    uint32_t value = cjson_hex4(p + i + 2);
    size_t length = 6;
    if (value >= 0xD800 && value <= 0xDFFF) {
      if (value >= 0xDC00 || i + 12 > n || p[i + 6] != '\\' || p[i + 7] != 'u') return progress;
      uint32_t low = cjson_hex4(p + i + 8);
      if (low < 0xDC00 || low > 0xDFFF) return progress;
      value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
      length = 12;
    }
    to = cjson_put_utf8(value, out, to);
    i += length;
    is_plain = !checked;
  }
}

#if defined(__SSE2__)
// One bit for each of the sixteen bytes that must be escaped.
static inline unsigned cjson_escaped_mask(__m128i bytes) {
  __m128i hits = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\\')));
  hits = _mm_or_si128(hits, _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes));
  return (unsigned)_mm_movemask_epi8(hits);
}
#endif

// Encodes p[i..<n] as the inside of a string literal, escaping only what must be.  Stops early where less than `room`
// would be left for the next step: call again with more.  Bytes from 0x80 up go through as they are.
static inline cjson_progress cjson_encode(const uint8_t *p, size_t i, size_t n, uint8_t *out, size_t to, size_t room) {
  static const char digits[] = "0123456789abcdef";
  while (i < n && to + 16 <= room) {
#if defined(__SSE2__)
    // A loop of its own, so that the way on does not hang on the count of the step before.
    unsigned mask = 0;
    while (i + 16 <= n && to + 32 <= room) {
      __m128i bytes = _mm_loadu_si128((const __m128i *)(p + i));
      _mm_storeu_si128((__m128i *)(out + to), bytes);
      mask = cjson_escaped_mask(bytes);
      if (mask) break;
      i += 16;
      to += 16;
    }
    if (mask) {
      size_t plain = (size_t)__builtin_ctz(mask);
      i += plain;
      to += plain;
    }
    if (i >= n) break;
#endif
    uint8_t byte = p[i++];
    if (byte >= 0x20 && byte != '"' && byte != '\\') {
      out[to++] = byte;
      continue;
    }
    out[to++] = '\\';
    switch (byte) {
      case '"': case '\\': out[to++] = byte; break;
      case '\b': out[to++] = 'b'; break;
      case '\f': out[to++] = 'f'; break;
      case '\n': out[to++] = 'n'; break;
      case '\r': out[to++] = 'r'; break;
      case '\t': out[to++] = 't'; break;
      default:
        out[to++] = 'u';
        out[to++] = '0';
        out[to++] = '0';
        out[to++] = (uint8_t)digits[byte >> 4];
        out[to++] = (uint8_t)digits[byte & 15];
    }
  }
  cjson_progress progress = {i, to};
  return progress;
}
#endif
