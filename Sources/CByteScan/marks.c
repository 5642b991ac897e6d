#include "CByteScan.h"
#include "blocks.h"

// Whether a first byte from 0xC2 begins something that rules for marks look at.
static inline int begins_mark(const uint8_t *p) {
  switch (p[0]) {
  case 0xC2: return p[1] == 0xA1 || p[1] == 0xAB || p[1] == 0xB4 || p[1] == 0xBB || p[1] == 0xBF; // ¡ « ´ » ¿
  case 0xCD: return p[1] == 0xBE;                                                 // Greek question mark
  case 0xCE: return p[1] == 0x87;                                                 // Greek middle dot
  case 0xD8: return p[1] == 0x8C || p[1] == 0x9B || p[1] == 0x9F;                 // Arabic comma, semicolon, question mark
  case 0xDB: return p[1] == 0x94;                                                 // Urdu full stop
  case 0xE0: return p[1] == 0xA5 && (p[2] == 0xA4 || p[2] == 0xA5);               // Indic full stops
  case 0xE2: return p[1] == 0x80;                                                 // quotation marks, the ellipsis
  case 0xE3: return p[1] == 0x80;                                                 // ideographic comma and full stop
  case 0xEF: return p[1] == 0xBC || p[1] == 0xBD;                                 // full and half width
  default: return 0;
  }
}

ALWAYS size_t cbytescan_marks_body(const uint8_t *bytes, size_t length, size_t *at, uint32_t *offsets, size_t capacity) {
  size_t count = 0, i = *at;
  for (; i < length && count + 64 <= capacity; i += 64) {
    bytes64 block;
    read_block(&block, bytes + i, length - i);
    uint64_t high = MASK_OF_RANGE(block, 0xC2, 0x3E);
    uint64_t found = high | MASK_OF_RANGE(block, '!', 2) | MASK_OF_RANGE(block, '\'', 3) | MASK_OF_RANGE(block, ',', 3) |
                     MASK_OF_RANGE(block, ':', 2) | MASK_OF_RANGE(block, '?', 1) | MASK_OF_RANGE(block, '[', 1) |
                     MASK_OF_RANGE(block, ']', 1) | MASK_OF_RANGE(block, '`', 1) | MASK_OF_RANGE(block, '\n', 4);
    for (; found != 0; found &= found - 1) {
      size_t k = i + (size_t)__builtin_ctzll(found);
      offsets[count] = (uint32_t)k;
      count += bytes[k] < 0xC2 || begins_mark(bytes + k);
    }
  }
  *at = i;
  return count;
}

ALWAYS size_t cbytescan_line_body(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i += 64) {
    bytes64 block;
    read_block(&block, bytes + i, length - i);
    uint64_t found = MASK_OF_RANGE(block, '\n', 1) | MASK_OF_RANGE(block, '\r', 1);
    if (found) return i + (size_t)__builtin_ctzll(found);
  }
  return length;
}

WIDEST(size_t, cbytescan_marks, (const uint8_t *bytes, size_t length, size_t *at, uint32_t *offsets, size_t capacity),
       (bytes, length, at, offsets, capacity))

WIDEST(size_t, cbytescan_line, (const uint8_t *bytes, size_t length), (bytes, length))
