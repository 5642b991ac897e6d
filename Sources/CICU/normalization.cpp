#include "CICU.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <new>
#include <string>
#include <vector>

namespace {

const icu::Normalizer2 *normalizer(int form) {
  UErrorCode status = U_ZERO_ERROR;
  switch (form) {
    case CICU_NFD: return icu::Normalizer2::getNFDInstance(status);
    case CICU_NFKC: return icu::Normalizer2::getNFKCInstance(status);
    case CICU_NFKD: return icu::Normalizer2::getNFKDInstance(status);
    default: return icu::Normalizer2::getNFCInstance(status);
  }
}

// Pieces keep ICU within int32 and let normalized neighbours of a change cost the quick check only.
const size_t piece_aim = 4096;
const size_t piece_limit = size_t{1} << 30;

UChar32 scalar_at(const uint8_t *text, size_t at) {
  uint32_t lead = text[at];
  if (lead < 0x80) return static_cast<UChar32>(lead);
  if (lead < 0xE0) return static_cast<UChar32>((lead & 0x1F) << 6 | (text[at + 1] & 0x3F));
  if (lead < 0xF0) {
    return static_cast<UChar32>((lead & 0x0F) << 12 | (text[at + 1] & 0x3F) << 6 | (text[at + 2] & 0x3F));
  }
  return static_cast<UChar32>(
      (lead & 0x07) << 18 | (text[at + 1] & 0x3F) << 12 | (text[at + 2] & 0x3F) << 6 | (text[at + 3] & 0x3F));
}

size_t scalar_length(uint8_t lead) { return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4; }

// The end of the piece that starts at `start`: the first boundary behind the aim.  ASCII begins anew in every form, and is told without ICU.
size_t piece_end(const icu::Normalizer2 *form, const uint8_t *text, size_t start, size_t length) {
  if (length - start <= piece_aim) return length;
  size_t end = start + piece_aim;
  while ((text[end] & 0xC0) == 0x80) end--;
  while (end < length) {
    if (text[end] < 0x80 || form->hasBoundaryBefore(scalar_at(text, end))) return end;
    if (end - start >= piece_limit) return end;
    end += scalar_length(text[end]);
  }
  return length;
}

// ICU sorts marks by insertion, which is quadratic in the length of a run of marks.  A run beyond any real text is sorted
// here first, stably and all at once, decomposed as the form asks; ICU then finds it in order.
const size_t mark_run_limit = 256;

void append_utf8(UChar32 c, std::string &to) {
  icu::UnicodeString one(c);
  one.toUTF8String(to);
}

void decompose(const icu::Normalizer2 *nfkd, UChar32 c, std::vector<UChar32> &to) {
  icu::UnicodeString parts;
  if (nfkd->getDecomposition(c, parts)) {
    for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) to.push_back(parts.char32At(i));
  } else {
    to.push_back(c);
  }
}

// Counting sort by combining class: linear, and stable as canonical ordering must be.
void sort_by_class(const icu::Normalizer2 *form, std::vector<UChar32> &run) {
  size_t place[257] = {};
  for (UChar32 c : run) place[form->getCombiningClass(c) + 1]++;
  for (size_t k = 1; k < 257; k++) place[k] += place[k - 1];
  std::vector<UChar32> sorted(run.size());
  for (UChar32 c : run) sorted[place[form->getCombiningClass(c)]++] = c;
  run.swap(sorted);
}

// Whether the text may have a run that is too long: each of those covers one of the places looked at.
bool may_have_long_run(const icu::Normalizer2 *form, const uint8_t *text, size_t length) {
  for (size_t at = mark_run_limit; at < length; at += mark_run_limit) {
    if (text[at] < 0x80) continue;
    size_t start = at;
    while ((text[start] & 0xC0) == 0x80) start--;
    if (text[start] >= 0xCC && form->getCombiningClass(scalar_at(text, start)) != 0) return true;
  }
  return false;
}

// True when the piece has a run that is too long; `sorted` then holds the piece with such runs in order.
bool sort_long_runs(int form, const uint8_t *text, size_t length, std::string &sorted) {
  const icu::Normalizer2 *parts = normalizer(form == CICU_NFKC || form == CICU_NFKD ? CICU_NFKD : CICU_NFD);
  if (!may_have_long_run(parts, text, length)) return false;
  bool found = false;
  size_t kept = 0;
  std::vector<UChar32> run;
  for (size_t at = 0; at < length;) {
    if (text[at] < 0xCC) {
      at += scalar_length(text[at]);
      continue;
    }
    size_t end = at, count = 0;
    while (end < length && text[end] >= 0xCC) {
      UChar32 c = scalar_at(text, end);
      if (parts->getCombiningClass(c) == 0) break;
      end += scalar_length(text[end]);
      count++;
    }
    if (count > mark_run_limit) {
      found = true;
      sorted.append(reinterpret_cast<const char *>(text + kept), at - kept);
      run.clear();
      for (size_t k = at; k < end; k += scalar_length(text[k])) decompose(parts, scalar_at(text, k), run);
      sort_by_class(parts, run);
      for (UChar32 c : run) append_utf8(c, sorted);
      kept = end;
    }
    at = end > at ? end : at + scalar_length(text[at]);
  }
  if (found) sorted.append(reinterpret_cast<const char *>(text + kept), length - kept);
  return found;
}

// A run that sorting changes is in no form: what marks decompose to is composed in none.
bool is_normalized(const icu::Normalizer2 *form, int number, const uint8_t *text, size_t length) {
  std::string sorted;
  if (sort_long_runs(number, text, length, sorted) &&
      sorted.compare(0, std::string::npos, reinterpret_cast<const char *>(text), length) != 0) {
    return false;
  }
  UErrorCode status = U_ZERO_ERROR;
  return form->isNormalizedUTF8(
             icu::StringPiece(reinterpret_cast<const char *>(text), static_cast<int32_t>(length)), status) &&
         U_SUCCESS(status);
}

struct Scratch {
  std::string changed;
  icu::Edits edits;
};

bool normalize_piece(
    const icu::Normalizer2 *form, int number, const uint8_t *text, size_t start, size_t end, Scratch &scratch,
    cicu_change change, void *context) {
  UErrorCode status = U_ZERO_ERROR;
  scratch.changed.clear();
  std::string sorted;
  if (sort_long_runs(number, text + start, end - start, sorted)) {
    if (sorted.size() > 0x7FFFFFFF) return false;
    icu::StringByteSink<std::string> sink(&scratch.changed);
    form->normalizeUTF8(
        0, icu::StringPiece(sorted.data(), static_cast<int32_t>(sorted.size())), sink, nullptr, status);
    if (U_FAILURE(status)) return false;
    change(context, start, end, reinterpret_cast<const uint8_t *>(scratch.changed.data()), scratch.changed.size());
    return true;
  }
  scratch.edits.reset();
  icu::StringByteSink<std::string> sink(&scratch.changed);
  form->normalizeUTF8(
      U_OMIT_UNCHANGED_TEXT,
      icu::StringPiece(reinterpret_cast<const char *>(text + start), static_cast<int32_t>(end - start)), sink,
      &scratch.edits, status);
  if (U_FAILURE(status)) return false;
  icu::Edits::Iterator each = scratch.edits.getFineChangesIterator();
  while (each.next(status)) {
    size_t from = start + static_cast<size_t>(each.sourceIndex());
    change(
        context, from, from + static_cast<size_t>(each.oldLength()),
        reinterpret_cast<const uint8_t *>(scratch.changed.data()) + each.replacementIndex(),
        static_cast<size_t>(each.newLength()));
  }
  return U_SUCCESS(status);
}

}  // namespace

extern "C" bool cicu_is_normalized(int number, const uint8_t *text, size_t length) {
  const icu::Normalizer2 *form = normalizer(number);
  if (length <= piece_limit) return is_normalized(form, number, text, length);
  for (size_t start = 0; start < length;) {
    size_t end = start + piece_limit / 2 < length ? piece_end(form, text, start + piece_limit / 2, length) : length;
    if (!is_normalized(form, number, text + start, end - start)) return false;
    start = end;
  }
  return true;
}

extern "C" bool cicu_normalize(int number, const uint8_t *text, size_t length, cicu_change change, void *context) {
  const icu::Normalizer2 *form = normalizer(number);
  try {
    Scratch scratch;
    for (size_t start = 0; start < length;) {
      size_t end = piece_end(form, text, start, length);
      if (!is_normalized(form, number, text + start, end - start) &&
          !normalize_piece(form, number, text, start, end, scratch, change, context)) {
        return false;
      }
      start = end;
    }
  } catch (const std::bad_alloc &) {
    return false;
  }
  return true;
}

extern "C" bool cicu_has_boundary_before(int form, uint32_t scalar) {
  return normalizer(form)->hasBoundaryBefore(static_cast<UChar32>(scalar));
}
