#include "CICU.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstring>
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
const size_t least_aim = 64;
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
size_t piece_end(
    const icu::Normalizer2 *form, const uint8_t *text, size_t start, size_t length, size_t aim = piece_aim) {
  if (length - start <= aim) return length;
  size_t end = start + aim;
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

// The start of the code point before `at`.
size_t before(const uint8_t *text, size_t at) {
  do at--;
  while ((text[at] & 0xC0) == 0x80);
  return at;
}

bool is_mark(const icu::Normalizer2 *form, const uint8_t *text, size_t at) {
  return text[at] >= 0xCC && form->getCombiningClass(scalar_at(text, at)) != 0;
}

// Whether the text may have a run that is too long: each of those covers one of the places looked at, and its marks on one
// side of it are at least half as many.
bool may_have_long_run(const icu::Normalizer2 *form, const uint8_t *text, size_t length) {
  for (size_t at = mark_run_limit; at < length; at += mark_run_limit) {
    if (text[at] < 0x80) continue;
    size_t start = (text[at] & 0xC0) == 0x80 ? before(text, at) : at;
    size_t count = 0;
    for (size_t k = start; k < length && count < mark_run_limit / 2 && is_mark(form, text, k); count++) {
      k += scalar_length(text[k]);
    }
    if (count == mark_run_limit / 2) return true;
    count = 0;
    for (size_t k = start; k > 0 && count < mark_run_limit / 2; count++) {
      k = before(text, k);
      if (!is_mark(form, text, k)) break;
    }
    if (count == mark_run_limit / 2) return true;
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

size_t put_utf8(UChar32 c, uint8_t *to) {
  if (c < 0x800) {
    to[0] = static_cast<uint8_t>(0xC0 | c >> 6);
    to[1] = static_cast<uint8_t>(0x80 | (c & 0x3F));
    return 2;
  }
  to[0] = static_cast<uint8_t>(0xE0 | c >> 12);
  to[1] = static_cast<uint8_t>(0x80 | (c >> 6 & 0x3F));
  to[2] = static_cast<uint8_t>(0x80 | (c & 0x3F));
  return 3;
}

// Gathers changes and tells them many at a time.
class Telling {
 public:
  Telling(cicu_changes tell, void *context) : tell(tell), context(context) {}

  void add(size_t start, size_t end, const uint8_t *bytes, size_t length) {
    if (length > sizeof(now)) {
      flush();
      cicu_change change = {start, end, length};
      tell(context, &change, 1, bytes);
      return;
    }
    if (count == most || filled + length > sizeof(now)) flush();
    std::memcpy(now + filled, bytes, length);
    changes[count++] = {start, end, length};
    filled += length;
  }

  // A composition, which is no letter of ASCII.
  void add(size_t start, size_t end, UChar32 letter) {
    if (count == most || filled + 3 > sizeof(now)) flush();
    size_t length = put_utf8(letter, now + filled);
    changes[count++] = {start, end, length};
    filled += length;
  }

  void flush() {
    if (count > 0) tell(context, changes, count, now);
    count = filled = 0;
  }

 private:
  static const size_t most = 128;
  cicu_changes tell;
  void *context;
  size_t count = 0, filled = 0;
  cicu_change changes[most];
  uint8_t now[4 * most];
};

bool normalize_piece(
    const icu::Normalizer2 *form, int number, const uint8_t *text, size_t start, size_t end, Scratch &scratch,
    Telling &telling) {
  UErrorCode status = U_ZERO_ERROR;
  scratch.changed.clear();
  std::string sorted;
  if (sort_long_runs(number, text + start, end - start, sorted)) {
    if (sorted.size() > 0x7FFFFFFF) return false;
    icu::StringByteSink<std::string> sink(&scratch.changed);
    form->normalizeUTF8(
        0, icu::StringPiece(sorted.data(), static_cast<int32_t>(sorted.size())), sink, nullptr, status);
    if (U_FAILURE(status)) return false;
    telling.add(start, end, reinterpret_cast<const uint8_t *>(scratch.changed.data()), scratch.changed.size());
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
    telling.add(
        from, from + static_cast<size_t>(each.oldLength()),
        reinterpret_cast<const uint8_t *>(scratch.changed.data()) + each.replacementIndex(),
        static_cast<size_t>(each.newLength()));
  }
  return U_SUCCESS(status);
}

// What a Latin letter and a mark from U+0300 to U+036F compose to; 0 for most.
class Compositions {
 public:
  explicit Compositions(const icu::Normalizer2 *nfc) {
    for (UChar32 letter = 0; letter < 128; letter++) {
      bool is_letter = (letter | 0x20) >= 'a' && (letter | 0x20) <= 'z';
      for (UChar32 mark = 0; mark < marks; mark++) {
        UChar32 both = is_letter ? nfc->composePair(letter, first_mark + mark) : U_SENTINEL;
        table[letter][mark] = static_cast<uint16_t>(both > 0 ? both : 0);
      }
    }
  }

  UChar32 of(const icu::Normalizer2 *nfc, UChar32 base, UChar32 mark) const {
    if (base < 128) return table[base][mark - first_mark];
    UChar32 both = nfc->composePair(base, mark);
    return both > 0 ? both : 0;
  }

  static const UChar32 first_mark = 0x300;
  static const UChar32 marks = 0x70;

 private:
  uint16_t table[128][marks];
};

// Whether the code point at text[at], a lead byte from 0xCC up, is in NFC whatever stands around it and takes no part in
// a composition with what stands before it: Cyrillic letters, and the punctuation of most news.
bool is_inert(const uint8_t *text, size_t at) {
  uint8_t lead = text[at];
  return lead == 0xD0 || lead == 0xD1 || (lead == 0xE2 && text[at + 1] == 0x80 && text[at + 2] >= 0x82);
}

// The first place from `at` on whose byte is 0xCC or above, or `length`.
size_t next_lead(const uint8_t *text, size_t at, size_t length) {
  for (; at + 8 <= length; at += 8) {
    uint64_t eight;
    std::memcpy(&eight, text + at, 8);
    // Bits 7 and 6, and bit 5 or 4, or bits 3 and 2.
    uint64_t leads = eight & 0x8080808080808080u & eight << 1 & (eight << 2 | eight << 3 | (eight << 4 & eight << 5));
    if (leads) return at + static_cast<size_t>(__builtin_ctzll(leads)) / 8;
  }
  while (at < length && text[at] < 0xCC) at++;
  return at;
}

// Composes to NFC what is plain to see, ten times faster than ICU: letters with marks each of which composes with what
// stands before it, among text that is inert.  Stops before the first code point about which more must be known, and says
// where; what is in front of that place is done.
size_t compose_plain(const icu::Normalizer2 *nfc, const uint8_t *text, size_t start, size_t length, Telling &telling) {
  static const Compositions compositions(nfc);
  for (size_t at = start; (at = next_lead(text, at, length)) < length;) {
    if (is_inert(text, at)) {
      at += scalar_length(text[at]);
      continue;
    }
    if (at == start) return start;
    size_t base = before(text, at);
    if (text[at] > 0xCD) return base;
    UChar32 both = scalar_at(text, base);
    size_t mark = at;
    while (mark < length && (text[mark] == 0xCC || (text[mark] == 0xCD && text[mark + 1] <= 0xAF))) {
      both = compositions.of(nfc, both, scalar_at(text, mark));
      // U+0344 and its like are never what a composition gives.
      if (both == 0) return base;
      mark += 2;
    }
    if (mark == at || (mark < length && text[mark] >= 0xCC && !is_inert(text, mark))) return base;
    telling.add(base, mark, both);
    at = mark;
  }
  return length;
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

extern "C" bool cicu_normalize(int number, const uint8_t *text, size_t length, cicu_changes changes, void *context) {
  const icu::Normalizer2 *form = normalizer(number);
  try {
    Scratch scratch;
    Telling telling(changes, context);
    // What ICU must see is kept short where the rest is plain, and long where it is all like that.
    size_t aim = number == CICU_NFC ? least_aim : piece_aim;
    for (size_t start = 0; start < length;) {
      if (number == CICU_NFC) {
        size_t plain = compose_plain(form, text, start, length, telling);
        aim = plain - start > aim ? least_aim : std::min(aim * 2, piece_aim);
        start = plain;
      }
      size_t end = piece_end(form, text, start, length, aim);
      if (start < end && !is_normalized(form, number, text + start, end - start) &&
          !normalize_piece(form, number, text, start, end, scratch, telling)) {
        return false;
      }
      start = end;
    }
    telling.flush();
  } catch (const std::bad_alloc &) {
    return false;
  }
  return true;
}

extern "C" bool cicu_has_boundary_before(int form, uint32_t scalar) {
  return normalizer(form)->hasBoundaryBefore(static_cast<UChar32>(scalar));
}
