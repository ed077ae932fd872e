// Any bytes through the whole analysis: nothing crashes, and every token lies inside the text, on character
// boundaries, in order.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "analysis/normalize.h"

namespace {

using namespace warta::analysis;

#define REQUIRE(condition)                                                                \
  do {                                                                                    \
    if (!(condition)) {                                                                   \
      std::fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                       \
    }                                                                                     \
  } while (false)

// Which offsets lie between characters; each byte of invalid UTF-8 counts as a character.
std::vector<bool> boundaries(std::string_view text) {
  std::vector<bool> result(text.size() + 1, false);
  for (size_t offset = 0; offset < text.size(); offset += code_point_at(text, offset).bytes) result[offset] = true;
  result[text.size()] = true;
  return result;
}

void check(const std::vector<AnalyzedToken>& tokens, std::string_view text) {
  const std::vector<bool> is_boundary = boundaries(text);
  std::uint32_t last_begin = 0;
  std::uint32_t last_end = 0;
  for (const AnalyzedToken& token : tokens) {
    REQUIRE(token.begin < token.end && token.end <= text.size());
    REQUIRE(is_boundary[token.begin] && is_boundary[token.end]);
    REQUIRE(token.begin >= last_begin);
    REQUIRE(!token.text.empty() && !token.term.empty() && token.term.size() <= kMaxTermBytes);
    last_begin = token.begin;
    if (token.overlapping) continue;
    REQUIRE(token.begin >= last_end);
    last_end = token.end;
  }
}

Analyzer make_analyzer(const char* stemmer) {
  AnalysisSettings settings;
  settings.stemmer = stemmer;
  settings.stop_words = "[function]\nyang\ndi\n[question]\nsiapa\n";
  auto analyzer = Analyzer::create(settings);
  REQUIRE(analyzer.has_value());
  return std::move(*analyzer);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer snowball = make_analyzer("snowball");
  const std::string_view text(reinterpret_cast<const char*>(data), size);

  std::vector<AnalyzedToken> tokens;
  snowball.analyze(text, tokens);
  check(tokens, text);
  snowball.clear();

  const std::string once = normalized(text);
  REQUIRE(normalized(once) == once);
  return 0;
}
