#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

extern "C" {

uint8_t cicu_category(uint32_t c) { return static_cast<uint8_t>(u_charType(static_cast<UChar32>(c))); }
uint8_t cicu_sentence_break(uint32_t c) {
  return static_cast<uint8_t>(u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK));
}

uint8_t cicu_combining_class(uint32_t c) { return u_getCombiningClass(static_cast<UChar32>(c)); }

int32_t cicu_script(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_FAILURE(status) ? static_cast<int32_t>(USCRIPT_UNKNOWN) : static_cast<int32_t>(script);
}

const char *cicu_script_name(int32_t script) {
  const char *name = uscript_getShortName(static_cast<UScriptCode>(script));
  return name == nullptr ? "Zzzz" : name;
}

int32_t cicu_script_named(const char *name) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = USCRIPT_UNKNOWN;
  int32_t count = uscript_getCode(name, &script, 1, &status);
  return U_FAILURE(status) || count != 1 ? -1 : static_cast<int32_t>(script);
}

bool cicu_is_white_space(uint32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool cicu_is_alphabetic(uint32_t c) { return u_isUAlphabetic(static_cast<UChar32>(c)); }
bool cicu_is_upper(uint32_t c) { return u_isUUppercase(static_cast<UChar32>(c)); }
bool cicu_is_lower(uint32_t c) { return u_isULowercase(static_cast<UChar32>(c)); }
bool cicu_is_bidi_control(uint32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL); }
bool cicu_is_default_ignorable(uint32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
bool cicu_is_grapheme_extend(uint32_t c) { return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_GRAPHEME_EXTEND); }
uint32_t cicu_to_upper(uint32_t c) { return static_cast<uint32_t>(u_toupper(static_cast<UChar32>(c))); }
uint32_t cicu_to_lower(uint32_t c) { return static_cast<uint32_t>(u_tolower(static_cast<UChar32>(c))); }
uint32_t cicu_to_title(uint32_t c) { return static_cast<uint32_t>(u_totitle(static_cast<UChar32>(c))); }

}  // extern "C"
