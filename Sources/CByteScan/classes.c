#include "CByteScan.h"

// The single-byte classes, by table.  Eight independent loads a step keep the loop ahead of the memory.
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

// The classes of code points outside ASCII.  Most letters cost a load and a comparison: only few lead bytes are followed up.
static uint32_t wide_classes(const uint8_t *bytes, size_t length) {
  enum { PASS, C2, C4, GREEK, CYRILLIC, THREE, DOUBT, TAGS };
  static const uint8_t watched[256] = {
    [0xC2] = C2, [0xC4] = C4, [0xCC] = DOUBT, [0xCD ... 0xCF] = GREEK, [0xD0 ... 0xD4] = CYRILLIC,
    [0xD6 ... 0xDF] = DOUBT, [0xE0] = DOUBT, [0xE1 ... 0xE3] = THREE, [0xEA] = DOUBT, [0xEF] = THREE, [0xF0] = DOUBT,
    [0xF3] = TAGS,
  };
  uint32_t found = 0;
  for (size_t i = 0; i < length; i++) {
    uint64_t eight;
    while (i + 8 <= length && (__builtin_memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
    if (i >= length) break;
    switch (watched[bytes[i]]) {
      case PASS: continue;
      case C2: if (i + 1 < length) found |= class_of_c2(bytes[i + 1]); break;
      case C4: if (i + 1 < length && (bytes[i + 1] & 0xFE) == 0xB2) found |= CBYTESCAN_LIGATURE; break;
      case GREEK:
        if (bytes[i] == 0xCD || (i + 1 < length && bytes[i] == 0xCE && bytes[i + 1] <= 0x87)) found |= CBYTESCAN_DOUBTFUL_FORM;
        if (touches_latin(bytes, length, i)) found |= CBYTESCAN_MIXED_ALPHABET;
        break;
      case CYRILLIC:
        if (i + 1 < length && bytes[i] == 0xD2 && bytes[i + 1] <= 0x89) found |= CBYTESCAN_DOUBTFUL_FORM;
        if (touches_latin(bytes, length, i)) found |= CBYTESCAN_MIXED_ALPHABET;
        break;
      case THREE:
        if (i + 2 < length) {
          found |= class_of_three(bytes + i);
          i += 2;
        }
        break;
      case DOUBT: found |= CBYTESCAN_DOUBTFUL_FORM; break;
      default: found |= CBYTESCAN_INVISIBLE | CBYTESCAN_DOUBTFUL_FORM; break;
    }
  }
  return found;
}

uint32_t cbytescan_classes(const uint8_t *bytes, size_t length) {
  uint32_t found = 0;
  size_t i = 0;
  for (; i + 8 <= length; i += 8) {
    found |= class_of[bytes[i]] | class_of[bytes[i + 1]] | class_of[bytes[i + 2]] | class_of[bytes[i + 3]] |
             class_of[bytes[i + 4]] | class_of[bytes[i + 5]] | class_of[bytes[i + 6]] | class_of[bytes[i + 7]];
  }
  for (; i < length; i++) found |= class_of[bytes[i]];
  // The pairs: branch-free over neighbours, which the compiler turns into vectors.
  uint8_t spaces = 0, marks = 0, trailing = 0, hyphens = 0;
  for (size_t k = 0; k + 1 < length; k++) {
    uint8_t a = bytes[k], b = bytes[k + 1];
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
  if (found & CBYTESCAN_NON_ASCII) found |= wide_classes(bytes, length);
  return found;
}
