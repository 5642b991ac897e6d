#include "CByteScan.h"

// What a byte is to a word.  Everything outside ASCII goes the slow way, by its first bytes.
enum { MARK, SPACE, BREAK, COMMA, STOP, HYPHEN, QUOTE, SMALL, LARGE, DIGIT, HIGH };

static const uint8_t kind_of[256] = {
  ['\t'] = SPACE, [' '] = SPACE, [11 ... 12] = SPACE,
  ['\n'] = BREAK, ['\r'] = BREAK,
  [','] = COMMA,
  ['.'] = STOP, ['!'] = STOP, ['?'] = STOP, [':'] = STOP, [';'] = STOP,
  ['-'] = HYPHEN,
  ['\''] = QUOTE,
  ['a' ... 'z'] = SMALL,
  ['A' ... 'Z'] = LARGE,
  ['0' ... '9'] = DIGIT,
  [128 ... 255] = HIGH,
};

static inline size_t sequence(uint8_t lead) { return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// Whether the code point that starts here (from U+0080) is part of a word.  Coarse on purpose: scripts and letters are
// words, the blocks of punctuation, symbols and pictures are not.
static inline int is_letter(const uint8_t *p) {
  switch (p[0]) {
  case 0xC2: return p[1] == 0xAA || p[1] == 0xB5 || p[1] == 0xBA || p[1] == 0xAD;  // ª µ º and the soft hyphen
  case 0xC3: return p[1] != 0x97 && p[1] != 0xB7;                                  // not × ÷
  case 0xE2: return p[1] >= 0xB0 && p[1] < 0xB8;                                   // Glagolitic to Tifinagh
  case 0xE3: return p[1] != 0x80;                                                  // not CJK punctuation
  case 0xEF: return p[1] < 0xB8;                                                   // not full-width forms
  case 0xF0: return p[1] != 0x9F;                                                  // not pictures
  case 0xD8: return p[1] != 0x8C && p[1] != 0x9B && p[1] != 0x9F;                  // not Arabic comma, semicolon, ?
  default: return p[0] < 0xEE;
  }
}

static inline int is_right_quote(const uint8_t *p, size_t left) {
  return left >= 3 && p[0] == 0xE2 && p[1] == 0x80 && p[2] == 0x99;
}

static const uint64_t basis = 0xCBF29CE484222325u, prime = 0x100000001B3u;

static inline uint32_t finish(uint64_t hash) {
  return (uint32_t)(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15u) >> 32);
}

// Latin-1 capitals are C3 80 to C3 9E, their small letters 20 higher; C3 97 is the multiplication sign.
static inline uint8_t fold_high(uint8_t before, uint8_t byte) {
  return before == 0xC3 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte;
}

uint32_t cbytescan_hash(const uint8_t *bytes, size_t length) {
  uint64_t hash = basis;
  for (size_t i = 0; i < length; i++) {
    uint8_t byte = bytes[i];
    if (kind_of[byte] == LARGE) byte |= 0x20;
    else if (byte >= 0x80) {
      if (is_right_quote(bytes + i, length - i)) {
        byte = '\'';
        i += 2;
      } else if (i > 0) byte = fold_high(bytes[i - 1], byte);
    }
    hash = (hash ^ byte) * prime;
  }
  return finish(hash);
}

size_t cbytescan_words(const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *words, size_t capacity) {
  size_t count = 0, i = *at;
  while (count < capacity) {
    // The gap.
    size_t gap_start = i, spaces = 0, hyphens = 0;
    int has_break = i == 0, has_comma = 0, has_stop = 0, has_other = 0;
    while (i < length) {
      uint8_t kind = kind_of[bytes[i]];
      if (kind == SMALL || kind == LARGE || kind == DIGIT) break;
      if (kind == SPACE) spaces++;
      else if (kind == BREAK) has_break = 1;
      else if (kind == COMMA) has_comma++;
      else if (kind == STOP) has_stop = 1;
      else if (kind == HYPHEN) hyphens++;
      else if (kind == HIGH) {
        if (is_letter(bytes + i)) break;
        size_t step = sequence(bytes[i]);
        if (bytes[i] == 0xC2 && bytes[i + 1] == 0xA0) spaces++;
        else if (bytes[i] == 0xE2 && bytes[i + 1] == 0x80 && bytes[i + 2] == 0xA6) has_stop = 1;
        else has_other = 1;
        i += step;
        continue;
      } else has_other = 1;
      i++;
    }
    if (i >= length) break;
    cbytescan_word *word = &words[count];
    word->gap = has_break                                              ? CBYTESCAN_GAP_LINE
                : has_stop                                             ? CBYTESCAN_GAP_STOP
                : has_other                                            ? CBYTESCAN_GAP_OTHER
                : has_comma                                            ? (has_comma == 1 && !hyphens && spaces ? CBYTESCAN_GAP_COMMA : CBYTESCAN_GAP_OTHER)
                : hyphens                                              ? (hyphens == 1 && !spaces ? CBYTESCAN_GAP_HYPHEN : CBYTESCAN_GAP_OTHER)
                : spaces == 1 ? CBYTESCAN_GAP_SPACE
                : i == gap_start ? CBYTESCAN_GAP_OTHER : CBYTESCAN_GAP_WIDE;
    // The word.
    word->start = (uint32_t)i;
    uint64_t hash = basis;
    uint32_t shape = 0;
    size_t start = i;
    while (i < length) {
      uint8_t byte = bytes[i];
      switch (kind_of[byte]) {
      case SMALL:
        // Most letters are these: stay in a loop of their own.
        shape |= CBYTESCAN_WORD_LOWER;
        do {
          hash = (hash ^ byte) * prime;
          if (++i == length) goto done;
          byte = bytes[i];
        } while ((uint8_t)(byte - 'a') < 26);
        continue;
      case LARGE:
        shape |= i == start ? CBYTESCAN_WORD_CAPITAL : CBYTESCAN_WORD_INNER_CAPITAL;
        byte |= 0x20;
        break;
      case DIGIT:
        shape |= CBYTESCAN_WORD_DIGIT;
        break;
      case QUOTE:
      case HIGH: {
        size_t step = byte == '\'' ? 1 : sequence(byte);
        if (byte == '\'' || is_right_quote(bytes + i, length - i)) {
          // Inside a word only between letters.
          uint8_t before = kind_of[bytes[i - 1]];
          if (before != SMALL && before != LARGE && before != HIGH) goto done;
          if (i + step >= length) goto done;
          uint8_t next = kind_of[bytes[i + step]];
          if (next != SMALL && next != LARGE && !(next == HIGH && is_letter(bytes + i + step))) goto done;
          shape |= CBYTESCAN_WORD_APOSTROPHE;
          hash = (hash ^ '\'') * prime;
          i += step;
          continue;
        }
        if (!is_letter(bytes + i)) goto done;
        shape |= CBYTESCAN_WORD_NON_ASCII;
        if (byte == 0xC3 && bytes[i + 1] <= 0x9E) shape |= i == start ? CBYTESCAN_WORD_CAPITAL : CBYTESCAN_WORD_INNER_CAPITAL;
        else shape |= CBYTESCAN_WORD_LOWER;
        hash = (hash ^ byte) * prime;
        for (size_t k = 1; k < step; k++) hash = (hash ^ fold_high(bytes[i + k - 1], bytes[i + k])) * prime;
        i += step;
        continue;
      }
      default: goto done;
      }
      hash = (hash ^ byte) * prime;
      i++;
    }
  done:
    word->end = (uint32_t)i;
    word->hash = finish(hash);
    word->shape = (uint16_t)shape;
    count++;
  }
  *at = i;
  return count;
}

static inline uint16_t lookup(const uint8_t *slots, uint32_t slot_count, uint32_t hash) {
  uint32_t slot = (uint32_t)(((uint64_t)hash * slot_count) >> 32), mark = hash & 0x3FFF;
  for (;;) {
    const uint8_t *p = slots + (size_t)slot * 3;
    uint32_t value = p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
    if (value == 0) return 0;
    if (value >> 10 == mark) return value & 0x3FF;
    if (++slot == slot_count) slot = 0;
  }
}

uint16_t cbytescan_lookup(const uint8_t *slots, uint32_t slot_count, uint32_t hash) {
  return lookup(slots, slot_count, hash);
}

void cbytescan_lookup_all(const uint8_t *slots, uint32_t slot_count, const cbytescan_word *words, size_t count,
                          uint16_t *known) {
  // The table is larger than the nearest cache: ask for a line some words before it is needed.
  enum { AHEAD = 12 };
  size_t i = 0;
  for (; i + AHEAD < count; i++) {
    __builtin_prefetch(slots + (((uint64_t)words[i + AHEAD].hash * slot_count) >> 32) * 3);
    known[i] = lookup(slots, slot_count, words[i].hash);
  }
  for (; i < count; i++) known[i] = lookup(slots, slot_count, words[i].hash);
}
