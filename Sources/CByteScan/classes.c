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
  return found;
}
