#include "classes.h"

#include <string.h>

const uint16_t class_of[256] = {
  [0 ... 8] = CBYTESCAN_CONTROL,
  ['\t'] = CBYTESCAN_TAB,
  ['\n'] = CBYTESCAN_LINE_FEED,
  [11 ... 12] = CBYTESCAN_CONTROL,
  ['\r'] = CBYTESCAN_CARRIAGE_RETURN,
  [14 ... 31] = CBYTESCAN_CONTROL,
  [127] = CBYTESCAN_CONTROL,
  ['$' ... '%'] = CBYTESCAN_SUM_SIGN,
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
    // The joiners are for the scripts that are written with them: no rule looks at them.
    if (third <= 0x8D) return third == 0x8B ? CBYTESCAN_INVISIBLE : 0;
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

// Hebrew and Arabic: letters are in NFC, points and marks of the Quran are doubtful.
static int is_pointed(uint8_t first, uint8_t second) {
  switch (first) {
    case 0xD6: return second >= 0x91 && second != 0xBE;
    case 0xD7: return second <= 0x8F;
    case 0xD8: return second >= 0x90 && second <= 0x9A;
    case 0xD9: return second >= 0x93 && second <= 0x9F;
    case 0xDA: return 0;
    case 0xDB: return second >= 0x96 && second <= 0xAD;
    default: return 1;
  }
}

// Arabic: a vowel sign or a shadda (U+064B to U+0652, whose classes rise with their numbers), or the alef above (U+0670), stands in order behind
// a letter, behind ASCII, and behind a sign of a lower class.
static int is_disordered_arabic(const uint8_t *bytes, size_t i) {
  uint8_t sign = bytes[i + 1];
  if (i == 0 || bytes[i - 1] < 0x80) return 0;
  uint8_t first = bytes[i - 2], second = bytes[i - 1];
  switch (first) {
    case 0xD8: return second < 0xA0;
    case 0xD9: return !(second <= 0x8A || second >= 0xB1 || (second <= 0x92 && second <= sign));
    case 0xDA: return 0;
    case 0xDB: return second > 0x95;
    default: return 1;
  }
}

// Devanagari: all but the nukta, the killer, the accents and the letters that no form has.  The nukta (class 7) stays behind a letter that it does
// not join, the killer (class 9) behind all that has no higher class.
static int is_doubtful_devanagari(const uint8_t *bytes, size_t i) {
  uint8_t second = bytes[i + 1], third = bytes[i + 2];
  int is_behind = i >= 3 && bytes[i - 3] == 0xE0;
  uint8_t a = is_behind ? bytes[i - 2] : 0, b = is_behind ? bytes[i - 1] : 0;
  if (second == 0xA4) {
    int is_apart = a == 0xA4 && b >= 0x85 && b <= 0xB9 && b != 0xA8 && b != 0xB0 && b != 0xB3;
    return third == 0xBC && !is_apart;
  }
  if (third == 0x8D) return !(a == 0xA4 || (a == 0xA5 && !(b >= 0x91 && b <= 0x94)));
  return (third >= 0x91 && third <= 0x94) || (third >= 0x98 && third <= 0x9F);
}

// Thai: a vowel below or its killer (classes 103 and 9) stands out of order behind a tone mark (107), the killer behind a vowel and an Arabic sign
// too.
static int is_disordered_thai(const uint8_t *bytes, size_t i) {
  if (bytes[i + 1] == 0xB8 && bytes[i + 2] == 0xBA && i >= 2 && bytes[i - 2] == 0xD9) return 1;
  if (bytes[i + 1] != 0xB8 || bytes[i + 2] < 0xB8 || bytes[i + 2] > 0xBA || i < 3 || bytes[i - 3] != 0xE0) return 0;
  uint8_t second = bytes[i - 2], third = bytes[i - 1];
  return (second == 0xB9 && third >= 0x88 && third <= 0x8B) || (second == 0xB8 && third >= 0xB8 && third <= 0xBA);
}

// What may start at a lead byte: most say nothing, and only the others are followed up.
enum { PASS, C2, C4, GREEK, CYRILLIC, SEMITIC, THREE, SOUTH, SYLLABLE, DOUBT, TAGS };
static const uint8_t watched[256] = {
  [0xC2] = C2, [0xC4] = C4, [0xCC] = DOUBT, [0xCD ... 0xCF] = GREEK, [0xD0 ... 0xD4] = CYRILLIC,
  [0xD6 ... 0xDF] = SEMITIC, [0xE0] = SOUTH, [0xE1 ... 0xE3] = THREE, [0xEA] = SYLLABLE, [0xEF] = THREE, [0xF0] = DOUBT,
  [0xF3] = TAGS,
};

uint32_t wide_class(const uint8_t *bytes, size_t length, size_t i) {
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
    case SEMITIC: {
      int is_sign = bytes[i] == 0xD9 && i + 1 < length && ((bytes[i + 1] >= 0x8B && bytes[i + 1] <= 0x92) || bytes[i + 1] == 0xB0);
      if (is_sign) return is_disordered_arabic(bytes, i) ? CBYTESCAN_DOUBTFUL_FORM : 0;
      return i + 1 < length && !is_pointed(bytes[i], bytes[i + 1]) ? 0 : CBYTESCAN_DOUBTFUL_FORM;
    }
    case SOUTH: {
      if (i + 2 >= length) return CBYTESCAN_DOUBTFUL_FORM;
      int is_doubtful = 1;
      if ((bytes[i + 1] & 0xFE) == 0xB8) is_doubtful = is_disordered_thai(bytes, i);
      if ((bytes[i + 1] & 0xFE) == 0xA4) is_doubtful = is_doubtful_devanagari(bytes, i);
      return is_doubtful ? CBYTESCAN_DOUBTFUL_FORM : 0;
    }
    // Syllables of Hangul; before them stand scripts of Africa and Asia.
    case SYLLABLE: return i + 1 < length && bytes[i + 1] >= 0xB0 ? 0 : CBYTESCAN_DOUBTFUL_FORM;
    case DOUBT: return CBYTESCAN_DOUBTFUL_FORM;
    default: return CBYTESCAN_INVISIBLE | CBYTESCAN_DOUBTFUL_FORM;
  }
}

// U+2013 to U+201F: dashes and quotation marks.
static int is_mark(const uint8_t *bytes) {
  return bytes[0] == 0xE2 && bytes[1] == 0x80 && bytes[2] >= 0x93 && bytes[2] <= 0x9F;
}

uint32_t neighbours_class(const uint8_t *bytes, size_t length, size_t i) {
  if (i > 0 && bytes[i - 1] >= 0x80) {
    int are_marks = i > 2 && i + 2 < length && is_mark(bytes + i) && is_mark(bytes + i - 3);
    return are_marks ? 0 : CBYTESCAN_NEIGHBOURS;
  }
  int may_lack_space = bytes[i] == 0xC3 && i + 2 < length && (bytes[i + 1] & 0xFE) == 0x82 && bytes[i + 2] == ' ';
  return may_lack_space ? CBYTESCAN_NEIGHBOURS : 0;
}

uint32_t wide_classes(const uint8_t *bytes, size_t length, size_t from, size_t to) {
  uint32_t found = 0;
  for (size_t i = from; i < to; i++) {
    uint64_t eight;
    while (i + 8 <= to && (__builtin_memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
    if (i >= to || bytes[i] < 0xC0) continue;
    found |= neighbours_class(bytes, length, i) | wide_class(bytes, length, i);
  }
  return found;
}

uint32_t cbytescan_first_classes(const uint8_t *bytes, size_t length) {
  enum { FIRST = 128 };
  for (size_t i = 0, end = length < FIRST ? length : FIRST; i < end; i++) {
    uint64_t eight;
    while (i + 8 <= end && (__builtin_memcpy(&eight, bytes + i, 8), (eight & 0x8080808080808080u) == 0)) i += 8;
    if (i < end && bytes[i] >= 0xC0 && neighbours_class(bytes, length, i)) return CBYTESCAN_NEIGHBOURS;
  }
  return 0;
}

int begins_reference(const uint8_t *bytes, size_t length, size_t i) {
  size_t k = i + 1;
  for (; k < length && k - i <= 33; k++) {
    uint8_t letter = bytes[k] | 0x20;
    if (!((letter >= 'a' && letter <= 'z') || (bytes[k] >= '0' && bytes[k] <= '9') || bytes[k] == '#')) break;
  }
  return k > i + 1 && k < length && bytes[k] == ';';
}

uint32_t reference_class(const uint8_t *bytes, size_t length) {
  for (size_t i = 0; i < length; i++) {
    const uint8_t *found = memchr(bytes + i, '&', length - i);
    if (!found) return 0;
    i = (size_t)(found - bytes);
    if (begins_reference(bytes, length, i)) return CBYTESCAN_REFERENCE;
  }
  return 0;
}

uint32_t narrow_classes(const uint8_t *bytes, size_t length) {
  uint32_t found = reference_class(bytes, length);
  for (size_t i = 0; i < length; i++) found |= class_of[bytes[i]];
  // The pairs: branch-free over neighbours, which the compiler turns into vectors.
  uint8_t spaces = 0, marks = 0, trailing = 0, hyphens = 0;
  for (size_t k = 1; k < length; k++) {
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

uint32_t cbytescan_classes_plain(const uint8_t *bytes, size_t length) {
  uint32_t found = narrow_classes(bytes, length);
  return found & CBYTESCAN_NON_ASCII ? found | wide_classes(bytes, length, 0, length) : found;
}

uint32_t cbytescan_classes(const uint8_t *bytes, size_t length) {
#if defined(__x86_64__)
  if (has_vectors()) {
    uint32_t found = length < 33 ? narrow_classes(bytes, length) : narrow_classes_of_vectors(bytes, length);
    return found & CBYTESCAN_NON_ASCII ? found | wide_classes_of_vectors(bytes, length) : found;
  }
#endif
  return cbytescan_classes_plain(bytes, length);
}
