#ifndef CTABLES_H
#define CTABLES_H
#include <stddef.h>
#include <stdint.h>

/// A data file that is part of the program: its bytes lie in read-only memory and come in page by page as they are touched.
typedef struct {
  const uint8_t *start;
  size_t length;
  const char *name; // the file's name, for messages
} ctables_file;

/// What a function that hands out an embedded file returns.
#define CTABLES_FILE(NAME, BYTES) ((ctables_file){.start = (BYTES), .length = sizeof(BYTES), .name = (NAME)})

#include "CTables+entities.h"
#include "CTables+marks.h"
#include "CTables+normalize.h"
#include "CTables+quotes.h"
#include "CTables+segment.h"
#include "CTables+words.h"

#endif
