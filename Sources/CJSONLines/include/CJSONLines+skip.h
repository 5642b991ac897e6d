#ifndef CJSONLINES_SKIP_H
#define CJSONLINES_SKIP_H
#include "CJSONLines+bytes.h"

// What stands in the way of a token.
enum {
  CJSON_FINE = 0,
  CJSON_CUT,           // the bytes end inside the token
  CJSON_CONTROL,       // a raw control character in a string
  CJSON_ESCAPE,        // a backslash before something that JSON does not know
  CJSON_HEX,           // \u without four hexadecimal digits
  CJSON_UTF8,          // a byte that is no part of well-formed UTF-8
  CJSON_DIGIT,         // a number lacks a digit here
  CJSON_LEADING_ZERO,  // a number goes on behind its leading zero
};

// Where a token ends, or where it is at fault.
typedef struct {
  size_t at;
  int fault;
  bool escaped;  // a string with a backslash in it
} cjson_token;

static inline size_t cjson_skip_space(const uint8_t *p, size_t i, size_t n) {
  while (i < n && (p[i] == ' ' || p[i] == '\t' || p[i] == '\r' || p[i] == '\n')) i++;
  return i;
}

static inline bool cjson_is_hex(uint8_t byte) {
  return (uint8_t)(byte - '0') < 10 || (uint8_t)((byte | 0x20) - 'a') < 6;
}

// How far many bytes could be looked at together.
typedef struct {
  size_t at;
  bool escaped;  // a backslash was run over
} cjson_run;

// Runs over the inside of a string from `i`, a place between two code points and not behind a backslash, as far as it is
// well formed and its escapes are simple ones.  Stops at such a place too: at the closing quotation mark, at what must be
// looked at more closely, or some bytes before n; perhaps at once.
cjson_run cjson_run_string(const uint8_t *p, size_t i, size_t n);

// Reads a string from the byte behind its opening quotation mark to the byte behind its closing one.
static inline cjson_token cjson_skip_string(const uint8_t *p, size_t i, size_t n) {
  cjson_token token = {i, CJSON_FINE, false};
  // Names and short values end before a call would pay.
  enum { SHORT = 64 };
  size_t start = i;
  for (;;) {
    if (i - start >= SHORT && n - i >= SHORT) {
      cjson_run run = cjson_run_string(p, i, n);
      i = run.at;
      if (run.escaped) token.escaped = true;
    }
    i = cjson_plain_end(p, i, i - start < SHORT && start + SHORT < n ? start + SHORT : n);
    if (i < n && !cjson_is_special(p[i])) continue;
    if (i >= n) {
      token.at = n;
      token.fault = CJSON_CUT;
      return token;
    }
    uint8_t byte = p[i];
    if (byte == '"') {
      token.at = i + 1;
      return token;
    }
    if (byte >= 0x80) {
      i = cjson_utf8_run_end(p, i, n);
      if (i < n && p[i] >= 0x80) {
        // A sequence that is right as far as it goes and stops with the line was cut, not garbled.
        bool cut = p[i] >= 0xC2 && p[i] <= 0xF4 && i + cjson_utf8_bad_length(p, i, n) >= n;
        token.at = cut ? n : i;
        token.fault = cut ? CJSON_CUT : CJSON_UTF8;
        return token;
      }
      continue;
    }
    if (byte != '\\') {
      token.at = i;
      token.fault = CJSON_CONTROL;
      return token;
    }
    token.escaped = true;
    if (i + 1 >= n) {
      token.at = n;
      token.fault = CJSON_CUT;
      return token;
    }
    switch (p[i + 1]) {
      case '"': case '\\': case '/': case 'b': case 'f': case 'n': case 'r': case 't':
        i += 2;
        break;
      case 'u':
        for (size_t k = i + 2; k < i + 6; k++) {
          if (k < n && cjson_is_hex(p[k])) continue;
          token.at = k < n ? k : n;
          token.fault = k < n ? CJSON_HEX : CJSON_CUT;
          return token;
        }
        i += 6;
        break;
      default:
        token.at = i + 1;
        token.fault = CJSON_ESCAPE;
        return token;
    }
  }
}

static inline bool cjson_is_digit(uint8_t byte) { return (uint8_t)(byte - '0') < 10; }

// Reads one or more digits.
static inline cjson_token cjson_skip_digits(const uint8_t *p, size_t i, size_t n) {
  cjson_token token = {i, CJSON_FINE, false};
  if (i >= n) {
    token.at = n;
    token.fault = CJSON_CUT;
  } else if (!cjson_is_digit(p[i])) {
    token.fault = CJSON_DIGIT;
  } else {
    while (i < n && cjson_is_digit(p[i])) i++;
    token.at = i;
  }
  return token;
}

// Reads a number from its first byte, a digit or a minus.
static inline cjson_token cjson_skip_number(const uint8_t *p, size_t i, size_t n) {
  if (p[i] == '-') i++;
  cjson_token token = cjson_skip_digits(p, i, n);
  if (token.fault) return token;
  if (p[i] == '0' && token.at > i + 1) {
    token.at = i + 1;
    token.fault = CJSON_LEADING_ZERO;
    return token;
  }
  if (token.at < n && p[token.at] == '.') {
    token = cjson_skip_digits(p, token.at + 1, n);
    if (token.fault) return token;
  }
  if (token.at < n && (p[token.at] | 0x20) == 'e') {
    size_t sign = token.at + 1;
    if (sign < n && (p[sign] == '+' || p[sign] == '-')) sign++;
    token = cjson_skip_digits(p, sign, n);
  }
  return token;
}
#endif
