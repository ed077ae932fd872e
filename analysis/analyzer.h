// THE chain: normalise -> tokenize -> stop -> stem. The only maker of terms, for index and query alike.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "analysis/analysis_settings.h"
#include "analysis/token.h"
#include "base/result.h"

namespace warta::analysis {

// Longest term in bytes; with the longest field prefix it stays under Xapian's limit of 245. A longer token is cut
// and ends in a hash of the whole, so that index and query agree.
inline constexpr size_t kMaxTermBytes = 200;

// Words that the stemmer would change stand under this mark where they are kept as they are. Terms are lower case, so
// that no stem begins with it.
inline constexpr std::string_view kUnstemmedPrefix = "U";

// What becomes of a text's words: their Indonesian stems, or, in texts of other languages, the words themselves. A
// word that is its own stem has the same term either way, so that a query for it needs no second look; any other has
// kUnstemmedPrefix before it, and never meets the stem of an Indonesian word that looks like it.
enum class Stemming : std::uint8_t { indonesian, none };

struct AnalyzedToken : Token {
  std::string_view term;      // what the index holds; lives until clear() as `text` does
  bool is_stop_word = false;  // stop words are indexed; a query drops them where content words stand beside them
};

// One a thread. Stems are cached, so that a frequent word costs one look-up.
class Analyzer {
 public:
  static Result<Analyzer> create(const AnalysisSettings& settings);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // Appends the tokens of text, in order of begin; an overlapping token comes after the part that begins with it, and
  // the widest of several first. Their views live until clear().
  // Any bytes are accepted: invalid UTF-8 separates words. Texts over 4 GiB are the caller's to refuse.
  // The tokens are the same with either stemming; only their terms differ.
  void analyze(std::string_view text, std::vector<AnalyzedToken>& tokens, Stemming stemming = Stemming::indonesian);

  // Forgets the buffers behind the tokens given out so far, and keeps the stem cache.
  void clear();

 private:
  struct State;
  explicit Analyzer(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace warta::analysis
