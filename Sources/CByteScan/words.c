#include "CByteScan.h"
#include "blocks.h"

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

ALWAYS uint32_t finish(uint64_t hash) {
  return (uint32_t)(((hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15u) >> 32);
}

// Latin-1 capitals are C3 80 to C3 9E, their small letters 20 higher; C3 97 is the multiplication sign.
static inline uint8_t fold_high(uint8_t before, uint8_t byte) {
  return before == 0xC3 && byte <= 0x9E && byte != 0x97 ? byte + 0x20 : byte;
}

// Takes bytes of a word into its hash.
static uint64_t take(uint64_t hash, const uint8_t *bytes, size_t length) {
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
  return hash;
}

uint32_t cbytescan_hash(const uint8_t *bytes, size_t length) { return finish(take(basis, bytes, length)); }

uint32_t cbytescan_hash_joined(const uint8_t *first, size_t first_length, const uint8_t *second, size_t second_length) {
  return finish(take(take(basis, first, first_length), second, second_length));
}

// Letters and digits of ASCII among 64 bytes, a bit each; and which of them are capitals or digits.
typedef struct {
  uint64_t word, large, digit;
} masks;

ALWAYS masks masks_at(const uint8_t *bytes, size_t length, size_t number) {
  masks found = {0, 0, 0};
  if (number * 64 >= length) return found;
  bytes64 block;
  read_block(&block, bytes + number * 64, length - number * 64);
  found.digit = MASK_OF_RANGE(block, '0', 10);
  found.large = MASK_OF_RANGE(block, 'A', 26);
  found.word = MASK_OF_RANGE(block, 'a', 26) | found.large | found.digit;
  return found;
}

// The 64 bits from the bit `shift` of `here` on.
ALWAYS uint64_t from_here(uint64_t here, uint64_t next, uint32_t shift) {
  return here >> shift | next << 1 << (63 - shift);
}

// By the length of a word: what undoes the steps that were too many of eight, the powers of the inverse of the prime.
static const uint64_t undo[9] = {
  0x48E254E75F5EB9E1u, 0x375026270DF5D953u, 0xF30A275CB8C04809u,
  0xBA88EB8DEEBA674Bu, 0xB10F8D2CA6BD8471u, 0x9AF153DF54080C03u,
  0x501D877BC9AC6919u, 0xCE965057AFF6957Bu, 0x0000000000000001u,
};

// Takes 1 to 8 letters and digits of ASCII at `bytes`, of which eight can be read, into a hash.  Words are short and of all lengths, so
// that a loop would guess its end wrong once a word: all eight steps are made, with zeros behind the end, and those are undone.
ALWAYS uint64_t hash_eight(uint64_t hash, const uint8_t *bytes, size_t length) {
  uint64_t eight;
  __builtin_memcpy(&eight, bytes, 8);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
  eight = __builtin_bswap64(eight);
#endif
  if (length > 8) length = 8;
  // Capitals become small, and digits have the bit.
  eight = (eight | 0x2020202020202020u) & ~(uint64_t)0 >> (64 - 8 * length);
#pragma clang loop unroll(full)
  for (size_t k = 0; k < 8; k++) {
    hash = (hash ^ (eight & 0xFF)) * prime;
    eight >>= 8;
  }
  return hash * undo[length];
}

// What stands between two words, from `*at` on; moves `*at` to the first byte of the next word, or to the end.
static uint16_t read_gap(const uint8_t *bytes, size_t length, size_t *at) {
  size_t i = *at, gap_start = i, spaces = 0, hyphens = 0;
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
  *at = i;
  if (has_break) return CBYTESCAN_GAP_LINE;
  if (has_stop) return CBYTESCAN_GAP_STOP;
  if (has_other) return CBYTESCAN_GAP_OTHER;
  if (has_comma) return has_comma == 1 && !hyphens && spaces ? CBYTESCAN_GAP_COMMA : CBYTESCAN_GAP_OTHER;
  if (hyphens) return hyphens == 1 && !spaces ? CBYTESCAN_GAP_HYPHEN : CBYTESCAN_GAP_OTHER;
  if (spaces == 1) return CBYTESCAN_GAP_SPACE;
  return i == gap_start ? CBYTESCAN_GAP_OTHER : CBYTESCAN_GAP_WIDE;
}

// Any word, from its first byte on; answers where it ends.
static size_t read_word(const uint8_t *bytes, size_t length, size_t start, cbytescan_word *word) {
  size_t i = start;
  uint64_t hash = basis;
  uint32_t shape = 0;
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
  return i;
}

ALWAYS size_t cbytescan_words_body(const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *words, size_t capacity) {
  // The masks of the block that `i` is in, and of the next one.
  size_t count = 0, i = *at, block = i / 64;
  masks here = masks_at(bytes, length, block), next = masks_at(bytes, length, block + 1);
  while (count < capacity && i < length) {
    cbytescan_word *word = &words[count];
    uint16_t gap = CBYTESCAN_GAP_SPACE;
    // Most words are of ASCII letters, follow a single space, and lie in one block.
    if (i > 0 && bytes[i] == ' ' && i + 1 < length && (uint8_t)((bytes[i + 1] | 0x20) - 'a') < 26) i++;
    else gap = read_gap(bytes, length, &i);
    if (i >= length) break;
    word->start = (uint32_t)i;
    word->gap = gap;
    if (i / 64 != block) {
      here = i / 64 == block + 1 ? next : masks_at(bytes, length, i / 64);
      block = i / 64;
      next = masks_at(bytes, length, block + 1);
    }
    uint32_t shift = i % 64;
    uint64_t run = from_here(here.word, next.word, shift);
    size_t letters = ~run == 0 ? 64 : (size_t)__builtin_ctzll(~run), end = i + letters;
    count++;
    if (letters == 0 || letters > 16 || i + 16 >= length || bytes[end] == '\'' || bytes[end] >= 0x80) {
      i = read_word(bytes, length, i, word);
      continue;
    }
    uint64_t mine = ((uint64_t)1 << letters) - 1, large = from_here(here.large, next.large, shift) & mine,
             digit = from_here(here.digit, next.digit, shift) & mine;
    uint64_t hash = hash_eight(basis, bytes + i, letters);
    if (letters > 8) hash = hash_eight(hash, bytes + i + 8, letters - 8);
    word->end = (uint32_t)end;
    word->hash = finish(hash);
    word->shape = (uint16_t)((large & 1 ? CBYTESCAN_WORD_CAPITAL : 0) | (large > 1 ? CBYTESCAN_WORD_INNER_CAPITAL : 0) |
                             ((large | digit) != mine ? CBYTESCAN_WORD_LOWER : 0) | (digit ? CBYTESCAN_WORD_DIGIT : 0));
    i = end;
  }
  *at = i;
  return count;
}

WIDEST(size_t, cbytescan_words, (const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *words, size_t capacity),
       (bytes, length, at, words, capacity))

int cbytescan_next_word(const uint8_t *bytes, size_t length, size_t *at, cbytescan_word *word) {
  uint16_t gap = read_gap(bytes, length, at);
  if (*at >= length) return 0;
  word->start = (uint32_t)*at;
  word->gap = gap;
  *at = read_word(bytes, length, *at, word);
  return 1;
}

size_t cbytescan_joint(const cbytescan_word *words, size_t count, size_t at) {
  uint32_t hash = at < count ? words[at - 1].hash : 0;
  for (size_t k = at; k < count; k++) {
    const cbytescan_word *word = &words[k];
    // Gaps of stops and of other marks, which differ in one bit.
    int is_marked = (word->gap & ~(CBYTESCAN_GAP_STOP ^ CBYTESCAN_GAP_OTHER)) == (CBYTESCAN_GAP_STOP & CBYTESCAN_GAP_OTHER);
    int is_same = word->hash == hash;
    hash = word->hash;
    if (!(is_same | is_marked)) continue;
    if (is_same ? word->gap == CBYTESCAN_GAP_SPACE : word->start == words[k - 1].end + 1) return k;
  }
  return count;
}

static inline uint32_t slot_of(const uint8_t *slots, size_t slot) {
  const uint8_t *p = slots + slot * 3;
  return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16;
}

static uint16_t lookup_from(const uint8_t *slots, uint32_t slot_count, uint32_t slot, uint32_t mark) {
  for (;;) {
    if (slot >= slot_count) slot -= slot_count;
    uint32_t value = slot_of(slots, slot);
    if (value == 0) return 0;
    if (value >> 10 == mark) return value & 0x3FF;
    slot++;
  }
}

static inline uint16_t lookup(const uint8_t *slots, uint32_t slot_count, uint32_t hash) {
  uint32_t slot = (uint32_t)(((uint64_t)hash * slot_count) >> 32), mark = hash & 0x3FFF;
  if (slot + 6 > slot_count) return lookup_from(slots, slot_count, slot, mark);
  // Where a word is found is anybody’s guess, so the first four places are read without a question.
  enum { FURTHER = 1 << 15 };
  uint32_t found = FURTHER;
#pragma clang loop unroll(full)
  for (int k = 3; k >= 0; k--) {
    uint32_t value;
    __builtin_memcpy(&value, slots + ((size_t)slot + (size_t)k) * 3, 4);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    value = __builtin_bswap32(value);
#endif
    value &= 0xFFFFFF;
    found = value == 0 ? 0 : found;
    found = value >> 10 == mark && value != 0 ? value & 0x3FF : found;
  }
  return found == FURTHER ? lookup_from(slots, slot_count, slot + 4, mark) : (uint16_t)found;
}

uint16_t cbytescan_lookup(const uint8_t *slots, uint32_t slot_count, uint32_t hash) {
  return lookup(slots, slot_count, hash);
}

void cbytescan_lookup_all(const uint8_t *slots, uint32_t slot_count, const cbytescan_word *words, size_t count,
                          uint32_t *recent, uint16_t *known) {
  // The table is larger than the nearer caches, and half of a text are words that have just been there.
  enum { AHEAD = 8 };
  for (size_t i = 0; i < count; i++) {
    if (i + AHEAD < count) __builtin_prefetch(slots + (((uint64_t)words[i + AHEAD].hash * slot_count) >> 32) * 3);
    // The place tells 12 bits of the hash, the number there the other 20 and what is known; the lowest bit, that it is in use.
    uint32_t hash = words[i].hash, *last = &recent[hash % CBYTESCAN_RECENT], mark = hash >> 12 << 12 | 1;
    if ((*last & 0xFFFFF001) != mark) *last = mark | (uint32_t)lookup(slots, slot_count, hash) << 1;
    known[i] = *last >> 1 & 0x3FF;
  }
}

size_t cbytescan_vocabulary(const cbytescan_word *words, const uint16_t *known, size_t count, size_t at, uint32_t end, size_t most,
                            uint32_t band, size_t *good, size_t *bad) {
  const uint16_t looks = CBYTESCAN_WORD_CAPITAL | CBYTESCAN_WORD_INNER_CAPITAL | CBYTESCAN_WORD_LOWER | CBYTESCAN_WORD_DIGIT |
                         CBYTESCAN_WORD_APOSTROPHE;
  size_t stop = count - at < most ? count : at + most, of_band = 0, all = 0;
  for (; at < stop && words[at].start < end; at++) {
    uint32_t counts = ((words[at].shape & looks) == CBYTESCAN_WORD_LOWER) & (words[at].end - words[at].start > 1);
    // Band 0 is none.
    of_band += counts & ((known[at] & 7u) - 1 < band);
    all += counts;
  }
  *good = of_band;
  *bad = all - of_band;
  return at;
}

// What a shape says: 2 with a first capital, 1 in small letters.  A capital in a word of mixed case (`iPhone`) says nothing.
static const uint8_t case_of[64] = {
#define MIXED(shape) (((shape) & (CBYTESCAN_WORD_INNER_CAPITAL | CBYTESCAN_WORD_LOWER)) == (CBYTESCAN_WORD_INNER_CAPITAL | CBYTESCAN_WORD_LOWER))
#define KIND(shape) [shape] = ((shape) & CBYTESCAN_WORD_CAPITAL) && !MIXED(shape) ? 2 : ((shape) & 15) == CBYTESCAN_WORD_LOWER ? 1 : 0
#define KINDS(shape) KIND(shape), KIND(shape + 1), KIND(shape + 2), KIND(shape + 3), KIND(shape + 4), KIND(shape + 5), KIND(shape + 6), KIND(shape + 7)
  KINDS(0), KINDS(8), KINDS(16), KINDS(24), KINDS(32), KINDS(40), KINDS(48), KINDS(56),
#undef KINDS
#undef KIND
#undef MIXED
};

static inline int is_inside(const cbytescan_word *word) {
  return word->gap == CBYTESCAN_GAP_SPACE || word->gap == CBYTESCAN_GAP_COMMA || word->gap == CBYTESCAN_GAP_HYPHEN;
}

// The place of a word, or the first that is free.  A place whose word went keeps the hash, for others may stand behind it.
static inline cbytescan_uses *place_of(uint32_t hash, cbytescan_uses *table, size_t mask) {
  size_t slot = hash & mask;
  // One question, not two: whether a word is new is anybody's guess, whether it is in the first place is not.
  while (!((table[slot].hash == hash) | ((table[slot].hash | table[slot].total) == 0))) slot = (slot + 1) & mask;
  return &table[slot];
}

void cbytescan_count(const cbytescan_word *words, size_t count, cbytescan_uses *table, size_t mask) {
  for (size_t i = 0; i < count; i++) {
    const cbytescan_word *word = &words[i];
    cbytescan_uses *uses = place_of(word->hash, table, mask);
    if (uses->total == UINT16_MAX) continue;
    uses->hash = word->hash;
    uses->total++;
    uint8_t of = case_of[word->shape & 63];
    uses->lower += of == 1;
    uses->capital += of == 2;
    uses->capital_inside += of == 2 && is_inside(word);
  }
}

int cbytescan_uncount(const cbytescan_word *words, size_t count, cbytescan_uses *table, size_t mask) {
  for (size_t i = 0; i < count; i++) {
    const cbytescan_word *word = &words[i];
    cbytescan_uses *uses = place_of(word->hash, table, mask);
    // A count that stopped cannot be taken back.
    if (uses->total == 0 || uses->total == UINT16_MAX || word->hash == 0) return 0;
    uint8_t of = case_of[word->shape & 63];
    uses->total--;
    uses->lower -= of == 1;
    uses->capital -= of == 2;
    uses->capital_inside -= of == 2 && is_inside(word);
  }
  return 1;
}
