#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <stdlib.h>
#include <string.h>

#include "CPattern.h"

struct cpattern {
  pcre2_code *code;
  pcre2_match_context *limits;
};

cpattern *cpattern_compile(
  const uint8_t *pattern, size_t length, size_t *offset, char *message, size_t capacity) {
  int error = 0;
  PCRE2_SIZE place = 0;
  // \C would match half a character, and (*LIMIT…) at a pattern's start may only lower the limits set here.
  uint32_t options = PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C;
  pcre2_code *code = pcre2_compile(pattern, length, options, &error, &place, NULL);
  if (!code) {
    *offset = place;
    pcre2_get_error_message(error, (PCRE2_UCHAR *)message, capacity);
    return NULL;
  }
  cpattern *result = malloc(sizeof *result);
  pcre2_match_context *limits = pcre2_match_context_create(NULL);
  if (!result || !limits) abort();
  pcre2_set_match_limit(limits, CPATTERN_BACKTRACK_LIMIT);
  pcre2_set_depth_limit(limits, CPATTERN_BACKTRACK_LIMIT);
  // Where there is no JIT the interpreter does the same more slowly.
  pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
  result->code = code;
  result->limits = limits;
  return result;
}

void cpattern_free(cpattern *pattern) {
  if (!pattern) return;
  pcre2_code_free(pattern->code);
  pcre2_match_context_free(pattern->limits);
  free(pattern);
}

uint32_t cpattern_group_count(const cpattern *pattern) {
  uint32_t count = 0;
  pcre2_pattern_info(pattern->code, PCRE2_INFO_CAPTURECOUNT, &count);
  return count;
}

int cpattern_group_number(const cpattern *pattern, const char *name) {
  return pcre2_substring_number_from_name(pattern->code, (PCRE2_SPTR)name);
}

cpattern_match *cpattern_match_create(const cpattern *pattern) {
  return (cpattern_match *)pcre2_match_data_create_from_pattern(pattern->code, NULL);
}

void cpattern_match_free(cpattern_match *match) { pcre2_match_data_free((pcre2_match_data *)match); }

cpattern_result cpattern_search(
  const cpattern *pattern, const uint8_t *text, size_t length, size_t start, int not_empty_at_start,
  cpattern_match *match) {
  uint32_t options = PCRE2_NO_UTF_CHECK | (not_empty_at_start ? PCRE2_NOTEMPTY_ATSTART : 0);
  int found = pcre2_match(
    pattern->code, text, length, start, options, (pcre2_match_data *)match, pattern->limits);
  if (found > 0) return CPATTERN_FOUND;
  switch (found) {
    case PCRE2_ERROR_NOMATCH: return CPATTERN_NONE;
    case PCRE2_ERROR_MATCHLIMIT:
    case PCRE2_ERROR_DEPTHLIMIT:
    case PCRE2_ERROR_HEAPLIMIT:
    case PCRE2_ERROR_JIT_STACKLIMIT: return CPATTERN_LIMIT;
    default: return CPATTERN_FAILED;
  }
}

int cpattern_group(const cpattern_match *match, uint32_t group, size_t *start, size_t *end) {
  pcre2_match_data *data = (pcre2_match_data *)match;
  if (group >= pcre2_get_ovector_count(data)) return 0;
  PCRE2_SIZE *places = pcre2_get_ovector_pointer(data);
  // \K in a look-ahead can put the start behind the end.
  if (places[2 * group] == PCRE2_UNSET || places[2 * group] > places[2 * group + 1]) return 0;
  *start = places[2 * group];
  *end = places[2 * group + 1];
  return 1;
}

void cpattern_version(char *target, size_t capacity) {
  char version[64] = "";
  pcre2_config(PCRE2_CONFIG_VERSION, version);
  strncpy(target, version, capacity - 1);
  target[capacity - 1] = 0;
}
