#include "CICU.h"

#include <unicode/ubrk.h>
#include <unicode/utext.h>

struct cicu_sentences {
  UBreakIterator *iterator = nullptr;
  UText text = UTEXT_INITIALIZER;
};

extern "C" cicu_sentences *cicu_sentences_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(UBRK_SENTENCE, "", nullptr, 0, &status);
  if (U_FAILURE(status)) return nullptr;
  auto *breaker = new cicu_sentences;
  breaker->iterator = iterator;
  return breaker;
}

extern "C" void cicu_sentences_close(cicu_sentences *breaker) {
  if (breaker == nullptr) return;
  ubrk_close(breaker->iterator);
  utext_close(&breaker->text);
  delete breaker;
}

// A line feed always ends a sentence (SB4), so a text beyond ICU's int32 is cut behind one, or between two code points where it has none.
static size_t piece_length(const uint8_t *text, size_t length) {
  const size_t limit = size_t{1} << 30;
  if (length <= limit) return length;
  for (size_t end = limit; end > limit / 2; end--) {
    if (text[end - 1] == '\n') return end;
  }
  size_t end = limit;
  while ((text[end] & 0xC0) == 0x80) end--;
  return end;
}

extern "C" bool cicu_sentences_find(
    cicu_sentences *breaker, const uint8_t *text, size_t length, cicu_boundary boundary, void *context) {
  size_t done = 0;
  while (done < length) {
    size_t piece = piece_length(text + done, length - done);
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&breaker->text, reinterpret_cast<const char *>(text + done), static_cast<int64_t>(piece), &status);
    ubrk_setUText(breaker->iterator, &breaker->text, &status);
    if (U_FAILURE(status)) return false;
    ubrk_first(breaker->iterator);
    for (int32_t end = ubrk_next(breaker->iterator); end != UBRK_DONE; end = ubrk_next(breaker->iterator)) {
      boundary(context, done + static_cast<size_t>(end));
    }
    done += piece;
  }
  return true;
}
