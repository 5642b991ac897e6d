#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

extern "C" const char *cicu_version(void) { return U_ICU_VERSION; }

// U_UNICODE_VERSION is what ICU's headers were built for; the library on the machine has the last word.
extern "C" const char *cicu_unicode_version(void) {
  static const struct Spelled {
    char text[U_MAX_VERSION_STRING_LENGTH];
    Spelled() {
      UVersionInfo version;
      u_getUnicodeVersion(version);
      u_versionToString(version, text);
    }
  } spelled;
  return spelled.text;
}
