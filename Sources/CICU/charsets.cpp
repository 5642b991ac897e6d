#include "CICU.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

struct cicu_charset {
  UConverter *converter = nullptr;
  uint64_t consumed = 0;
  UChar pivot[2048];
  const UChar *pending = nullptr;  // UTF-16 that is converted but not yet written
  const UChar *pending_end = nullptr;
  UChar high = 0;  // a high surrogate whose partner comes in the next piece
};

extern "C" cicu_charset *cicu_charset_open(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) {
    ucnv_close(converter);
    return nullptr;
  }
  auto *charset = new cicu_charset;
  charset->converter = converter;
  return charset;
}

extern "C" void cicu_charset_close(cicu_charset *charset) {
  if (charset == nullptr) return;
  ucnv_close(charset->converter);
  delete charset;
}

static size_t put(uint32_t c, uint8_t *target) {
  if (c < 0x80) {
    target[0] = static_cast<uint8_t>(c);
    return 1;
  }
  if (c < 0x800) {
    target[0] = static_cast<uint8_t>(0xC0 | c >> 6);
    target[1] = static_cast<uint8_t>(0x80 | (c & 0x3F));
    return 2;
  }
  if (c < 0x10000) {
    target[0] = static_cast<uint8_t>(0xE0 | c >> 12);
    target[1] = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3F));
    target[2] = static_cast<uint8_t>(0x80 | (c & 0x3F));
    return 3;
  }
  target[0] = static_cast<uint8_t>(0xF0 | c >> 18);
  target[1] = static_cast<uint8_t>(0x80 | (c >> 12 & 0x3F));
  target[2] = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3F));
  target[3] = static_cast<uint8_t>(0x80 | (c & 0x3F));
  return 4;
}

// Writes pending UTF-16 as UTF-8 while there is room for a whole code point.
static size_t drain(cicu_charset *charset, uint8_t *target, size_t capacity) {
  size_t written = 0;
  while (charset->pending < charset->pending_end && written + 4 <= capacity) {
    uint32_t unit = *charset->pending++;
    if (unit >= 0xD800 && unit < 0xDC00) {
      charset->high = static_cast<UChar>(unit);
      continue;
    }
    uint32_t c = unit;
    if (unit >= 0xDC00 && unit < 0xE000) {
      c = charset->high == 0 ? 0xFFFD : 0x10000 + ((uint32_t{charset->high} - 0xD800) << 10) + (unit - 0xDC00);
    }
    charset->high = 0;
    written += put(c, target + written);
  }
  return written;
}

extern "C" cicu_conversion cicu_charset_decode(
    cicu_charset *charset, const uint8_t *source, size_t length, bool last, uint8_t *target, size_t capacity) {
  cicu_conversion result = {0, 0, false, 0};
  // ICU subtracts pointers into int32 at places: a piece at a time, and `last` only with the last one.
  const size_t limit = size_t{1} << 28;
  for (;;) {
    result.written += drain(charset, target + result.written, capacity - result.written);
    if (charset->pending < charset->pending_end || capacity - result.written < 4) return result;
    size_t piece = length - result.read < limit ? length - result.read : limit;
    bool closes = last && result.read + piece == length;
    if (piece == 0 && !closes) return result;
    const char *from = reinterpret_cast<const char *>(source + result.read);
    const char *before = from;
    UChar *to = charset->pivot;
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(
        charset->converter, &to, charset->pivot + 2048, &from, before + piece, nullptr, closes, &status);
    result.read += static_cast<size_t>(from - before);
    charset->consumed += static_cast<size_t>(from - before);
    charset->pending = charset->pivot;
    charset->pending_end = to;
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      char invalid[32];
      int8_t count = sizeof invalid;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(charset->converter, invalid, &count, &ignored);
      if (U_FAILURE(ignored) || count < 0) count = 0;
      result.written += drain(charset, target + result.written, capacity - result.written);
      result.failed = true;
      result.error = charset->consumed - static_cast<uint64_t>(count);
      return result;
    }
    if (to == charset->pivot && from == before) return result;
  }
}

extern "C" int32_t cicu_charset_count(void) { return ucnv_countAvailable(); }
extern "C" const char *cicu_charset_name(int32_t index) { return ucnv_getAvailableName(index); }
