// What the ways of finding byte classes share: one byte at a time, many, and inside string literals.
#ifndef CBYTESCAN_CLASSES_H
#define CBYTESCAN_CLASSES_H

#include "CByteScan.h"
#include "CVectors.h"

// The classes that a byte has by itself.
extern const uint16_t class_of[256];

// Whether a character reference may begin at i, an ampersand.
int begins_reference(const uint8_t *bytes, size_t length, size_t i);

// Whether one does anywhere.
uint32_t reference_class(const uint8_t *bytes, size_t length);

// The classes that a byte has by itself and with those beside it.
uint32_t narrow_classes(const uint8_t *bytes, size_t length);

// The classes of the code point outside ASCII that starts at i, but for the next.
uint32_t wide_class(const uint8_t *bytes, size_t length, size_t i);

// Whether the code point outside ASCII that starts at i may be half of misread UTF-8: another one stands right before it, or it
// is U+00C2 or U+00C3 and a space behind it may have been a no-break space.  Two dashes or quotation marks are ruled out, since in
// no character set one of them is a first byte and one of them a continuation.
uint32_t neighbours_class(const uint8_t *bytes, size_t length, size_t i);

// The classes of the code points outside ASCII that start in [from, to).
uint32_t wide_classes(const uint8_t *bytes, size_t length, size_t from, size_t to);

#if defined(__x86_64__)
// `narrow_classes`, 32 bytes a step; for 33 bytes or more.
VECTORS uint32_t narrow_classes_of_vectors(const uint8_t *bytes, size_t length);

// `wide_classes` of the whole.
VECTORS uint32_t wide_classes_of_vectors(const uint8_t *bytes, size_t length);
#endif

#endif
