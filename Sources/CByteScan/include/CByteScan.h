#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

/// What one pass over a text finds out about its bytes: the union of the classes that occur in it.
/// The rules' triggers are written in these classes, so that on most text most rules are never called.
enum {
  CBYTESCAN_NON_ASCII = 1 << 0,      // any byte from 0x80
  CBYTESCAN_CONTROL = 1 << 1,        // C0 controls but tab, line feed, carriage return; DEL
  CBYTESCAN_CARRIAGE_RETURN = 1 << 2,
  CBYTESCAN_TAB = 1 << 3,
  CBYTESCAN_LINE_FEED = 1 << 4,
  CBYTESCAN_AMPERSAND = 1 << 5,
  CBYTESCAN_ANGLE = 1 << 6,          // < or >
  CBYTESCAN_DOUBLE_SPACE = 1 << 7,   // two spaces in a row
  CBYTESCAN_TRAILING_SPACE = 1 << 8, // a space or tab before a line feed, carriage return or the end
  CBYTESCAN_STRAIGHT_QUOTE = 1 << 9, // "
  CBYTESCAN_APOSTROPHE = 1 << 10,    // ' or `
  CBYTESCAN_HYPHEN_BREAK = 1 << 11,  // a hyphen before a line feed or carriage return
  CBYTESCAN_DIGIT = 1 << 12,
  CBYTESCAN_SPACE_BEFORE_MARK = 1 << 13, // a space before one of . , ; : ! ? ) ] }
};

/// The union of the classes of `length` bytes.  Linear, without allocation.
uint32_t cbytescan_classes(const uint8_t *bytes, size_t length);

#endif
