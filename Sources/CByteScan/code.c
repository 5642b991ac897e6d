#include "CByteScan.h"
#include "blocks.h"

static inline int is_ascii_letter(uint8_t byte) { return (uint8_t)((byte | 0x20) - 'a') < 26; }

ALWAYS size_t cbytescan_code_body(const uint8_t *bytes, size_t length, size_t at, cbytescan_signs *line) {
  size_t first = at, end = length, bars = 0, tabs = 0, backticks = 0, signs = 0;
  while (first < length && (bytes[first] == ' ' || bytes[first] == '\t')) first++;
  for (size_t i = first; i < end; i += 64) {
    bytes64 block;
    read_block(&block, bytes + i, length - i);
    // Tab and line feed, $ &, ), : to >, \, _ `, { | }: prose has few of them.
    uint64_t found = MASK_OF_RANGE(block, '\t', 2) | MASK_OF_RANGE(block, '$', 3) | MASK_OF_RANGE(block, ')', 1) |
                     MASK_OF_RANGE(block, ':', 5) | MASK_OF_RANGE(block, '\\', 1) | MASK_OF_RANGE(block, '_', 2) |
                     MASK_OF_RANGE(block, '{', 3);
    for (; found != 0; found &= found - 1) {
      size_t k = i + (size_t)__builtin_ctzll(found);
      uint8_t before = k > first ? bytes[k - 1] : ' ';
      switch (bytes[k]) {
      case '|': bars++; break;
      case '\t': tabs++; break;
      case '`': backticks++; break;
      case '{': case '}': case '\\': case '=': case '<': case '_': signs++; break;
      case ')': signs += before == '(' ? 2 : 0; break;
      case '>': signs += before == '-' || before == '='; break;
      case ':': case '&': signs += before == bytes[k] ? 2 : 0; break;
      case '$': signs += k + 1 < length && is_ascii_letter(bytes[k + 1]); break;
      case '\n':
        end = k;
        goto done;
      }
    }
  }
done:
  if (end > first && bytes[end - 1] == ';') signs++;
  *line = (cbytescan_signs){first, bars, tabs, backticks, signs};
  return end;
}

WIDEST(size_t, cbytescan_code, (const uint8_t *bytes, size_t length, size_t at, cbytescan_signs *line), (bytes, length, at, line))
