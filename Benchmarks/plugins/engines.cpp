// Searches a text for many patterns with ICU's regular expressions and with PCRE2's JIT: which engine rule packs stand on.
//   c++ -O2 -o engines engines.cpp -licui18n -licuuc -lpcre2-8 && ./engines TEXT PATTERNS
// Prints megabytes a second for one pattern and for all of them, without any prefilter.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <unicode/uregex.h>
#include <unicode/utext.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

static double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int main(int count, char **words) {
  if (count != 3) return 64;
  std::ifstream file(words[1], std::ios::binary), list(words[2]);
  std::string text((std::istreambuf_iterator<char>(file)), {});
  std::vector<std::string> patterns;
  for (std::string line; std::getline(list, line);) patterns.push_back(line);
  size_t found = 0;

  double start = seconds();
  for (auto &pattern : patterns) {
    UErrorCode status = U_ZERO_ERROR;
    UText *spelled = utext_openUTF8(nullptr, pattern.data(), pattern.size(), &status);
    URegularExpression *regex = uregex_openUText(spelled, 0, nullptr, &status);
    UText *searched = utext_openUTF8(nullptr, text.data(), text.size(), &status);
    uregex_setUText(regex, searched, &status);
    while (uregex_findNext(regex, &status) && U_SUCCESS(status)) found++;
    uregex_close(regex);
    utext_close(searched);
    utext_close(spelled);
  }
  double icu = seconds() - start;

  start = seconds();
  for (auto &pattern : patterns) {
    int error;
    PCRE2_SIZE place, at = 0;
    pcre2_code *code = pcre2_compile(
      (PCRE2_SPTR)pattern.data(), pattern.size(), PCRE2_UTF | PCRE2_UCP, &error, &place, nullptr);
    pcre2_jit_compile(code, PCRE2_JIT_COMPLETE);
    pcre2_match_data *match = pcre2_match_data_create_from_pattern(code, nullptr);
    while (pcre2_match(code, (PCRE2_SPTR)text.data(), text.size(), at, PCRE2_NO_UTF_CHECK, match, nullptr) > 0) {
      at = pcre2_get_ovector_pointer(match)[1];
      found++;
    }
    pcre2_match_data_free(match);
    pcre2_code_free(code);
  }
  double pcre = seconds() - start;

  double size = text.size() / 1e6, n = patterns.size();
  std::cout << "ICU   " << size * n / icu << " MB/s a pattern, " << size / icu << " MB/s for " << n << "\n"
            << "PCRE2 " << size * n / pcre << " MB/s a pattern, " << size / pcre << " MB/s for " << n << "\n"
            << found << " matches\n";
}
