#ifndef CPATTERN_H
#define CPATTERN_H

#include <stddef.h>
#include <stdint.h>

/// A compiled regular expression (PCRE2, UTF and UCP mode, JIT where the machine has it).  Immutable: threads may share it.
typedef struct cpattern cpattern;

/// Captures of one search.  One for each thread at a time.
typedef struct cpattern_match cpattern_match;

typedef enum {
  CPATTERN_FOUND = 1,
  CPATTERN_NONE = 0,
  /// The search went back too often: see the limit below.
  CPATTERN_LIMIT = -1,
  CPATTERN_FAILED = -2,
} cpattern_result;

/// How often a search may go back, at one start, before it is given up.
#define CPATTERN_BACKTRACK_LIMIT 200000

/// Compiles `length` bytes of UTF-8.  NULL where they are no pattern: then `message` (of `capacity` bytes) says why and
/// `offset` where.
cpattern *cpattern_compile(
  const uint8_t *pattern, size_t length, size_t *offset, char *message, size_t capacity);
void cpattern_free(cpattern *pattern);

/// How many groups there are, the whole match not counted.
uint32_t cpattern_group_count(const cpattern *pattern);
/// The number of a named group; negative where there is none of that name.
int cpattern_group_number(const cpattern *pattern, const char *name);

cpattern_match *cpattern_match_create(const cpattern *pattern);
void cpattern_match_free(cpattern_match *match);

/// Searches `text` (valid UTF-8) from byte `start` on.
cpattern_result cpattern_search(
  const cpattern *pattern, const uint8_t *text, size_t length, size_t start, int not_empty_at_start,
  cpattern_match *match);

/// Where a group stands after CPATTERN_FOUND; 0 where the group took no part.
int cpattern_group(const cpattern_match *match, uint32_t group, size_t *start, size_t *end);

/// The version of PCRE2, for the manifest.
void cpattern_version(char *target, size_t capacity);

#endif
