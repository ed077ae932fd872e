// Any bytes through the whole analysis: nothing crashes, and every token lies inside the text, on character
// boundaries, in order, and no chunk changes the tokens of another.
#include <algorithm>
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
  for (size_t offset = 0; offset < text.size(); offset += warta::code_point_at(text, offset).bytes)
    result[offset] = true;
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

// The terms of the chunks between white space are those of the whole text.
void check_locality(Analyzer& analyzer, const std::vector<AnalyzedToken>& tokens, std::string_view text) {
  constexpr std::string_view kBlank = " \t\n\r\f\v";
  std::vector<AnalyzedToken> of_chunk;
  size_t next = 0;
  for (size_t begin = text.find_first_not_of(kBlank); begin != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(kBlank, begin), text.size());
    of_chunk.clear();
    analyzer.analyze(text.substr(begin, end - begin), of_chunk);
    for (const AnalyzedToken& token : of_chunk) {
      if (token.overlapping) continue;
      while (next < tokens.size() && tokens[next].overlapping) ++next;
      REQUIRE(next < tokens.size() && tokens[next].term == token.term);
      ++next;
    }
    begin = text.find_first_not_of(kBlank, end);
  }
  while (next < tokens.size() && tokens[next].overlapping) ++next;
  REQUIRE(next == tokens.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static Analyzer analyzers[] = {make_analyzer("lexicon"), make_analyzer("snowball")};
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (Analyzer& analyzer : analyzers) {
    std::vector<AnalyzedToken> tokens;
    analyzer.analyze(text, tokens);
    check(tokens, text);
    check_locality(analyzer, tokens, text);
    analyzer.clear();
  }
  const std::string once = normalized(text);
  REQUIRE(normalized(once) == once);
  return 0;
}
