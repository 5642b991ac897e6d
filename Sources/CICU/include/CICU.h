#ifndef CICU_H
#define CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ICU behind names of our own: the only room that includes <unicode/…>.  Texts are UTF-8 and valid; lengths are size_t,
// also where ICU counts in int32 (longer texts are cut at places where cutting changes nothing).

#ifdef __cplusplus
extern "C" {
#endif

// Versions, as "72.1" and "15.0".
const char *cicu_version(void);
const char *cicu_unicode_version(void);

// Normalization.
enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC = 2, CICU_NFKD = 3 };

/// Whether the text is in the form.  Costs one look at each byte of normalized text.
bool cicu_is_normalized(int form, const uint8_t *text, size_t length);

/// One change that normalization makes: `now_length` bytes stand for the bytes start ..< end.
typedef struct {
  size_t start, end, now_length;
} cicu_change;

/// Takes changes in a row, and what comes to stand there, behind one another at `now`.  Both are valid during the call.
typedef void (*cicu_changes)(void *context, const cicu_change *changes, size_t count, const uint8_t *now);

/// Tells every change, in order, many at a time; text that stays is not told.  False when memory ran out.
bool cicu_normalize(int form, const uint8_t *text, size_t length, cicu_changes changes, void *context);

/// Whether no code point of `form` ever joins `scalar` to what stands before it.
bool cicu_has_boundary_before(int form, uint32_t scalar);

// Sentences.
typedef struct cicu_sentences cicu_sentences;

/// A breaker with the root locale's rules (UAX #29), to be kept by one thread and used for many texts.  NULL when ICU's data are missing.
cicu_sentences *cicu_sentences_open(void);
void cicu_sentences_close(cicu_sentences *breaker);

typedef void (*cicu_boundary)(void *context, size_t offset);

/// Tells the end of every sentence, in order; the last is `length`.  Nothing for an empty text.  False when ICU failed.
bool cicu_sentences_find(cicu_sentences *breaker, const uint8_t *text, size_t length, cicu_boundary boundary, void *context);

// Code point properties.
/// The general category, in the order of Unicode's list: Cn Lu Ll Lt Lm Lo Mn Me Mc Nd Nl No Zs Zl Zp Cc Cf Co Cs Pd Ps Pe Pc Po Sm Sc Sk So Pi Pf.
uint8_t cicu_category(uint32_t scalar);
/// Sentence_Break, in ICU's order: Other ATerm Close Format Lower Numeric OLetter Sep Sp STerm Upper CR Extend LF SContinue.
uint8_t cicu_sentence_break(uint32_t scalar);
uint8_t cicu_combining_class(uint32_t scalar);
/// ICU's number of the script; cicu_script_name gives its four letters ("Latn").
int32_t cicu_script(uint32_t scalar);
const char *cicu_script_name(int32_t script);
/// The number of a script by its four letters; -1 when unknown.
int32_t cicu_script_named(const char *name);
bool cicu_is_white_space(uint32_t scalar);
bool cicu_is_alphabetic(uint32_t scalar);
bool cicu_is_upper(uint32_t scalar);
bool cicu_is_lower(uint32_t scalar);
bool cicu_is_bidi_control(uint32_t scalar);
bool cicu_is_default_ignorable(uint32_t scalar);
bool cicu_is_grapheme_extend(uint32_t scalar);
uint32_t cicu_to_upper(uint32_t scalar);
uint32_t cicu_to_lower(uint32_t scalar);
uint32_t cicu_to_title(uint32_t scalar);

// Character sets.
typedef struct cicu_charset cicu_charset;

/// The converter of a character set by any of its names; NULL when unknown.
cicu_charset *cicu_charset_open(const char *name);
void cicu_charset_close(cicu_charset *charset);

typedef struct {
  size_t read;      // bytes of the source that are done with
  size_t written;   // bytes of UTF-8
  bool failed;      // a sequence that the character set does not have …
  uint64_t error;   // … whose offset since the converter was opened is this
} cicu_conversion;

/// Converts what fits: call again with the rest while `read` is short.  `last` says that the source ends here.  A target of
/// 64 bytes or more always makes progress.
cicu_conversion cicu_charset_decode(
    cicu_charset *charset, const uint8_t *source, size_t length, bool last, uint8_t *target, size_t capacity);

/// The canonical names of all known character sets, by index.
int32_t cicu_charset_count(void);
const char *cicu_charset_name(int32_t index);

#ifdef __cplusplus
}
#endif

#endif
