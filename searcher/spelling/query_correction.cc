#include "searcher/spelling/query_correction.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "searcher/spelling/word_speller.h"

namespace warta::searcher {
namespace {

// So many words that stand together in an article are no accident.
constexpr std::size_t kWordsThatVouch = 3;

// A word of the query and the bytes that it takes there.
struct TypedWord {
  std::string text;  // normalised
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<std::string> words_looked_at(const Clause& clause) {
  std::vector<std::string> words;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) words.push_back(unit.text);
  });
  return words;
}

std::vector<TypedWord> typed_words(std::string_view query, const std::vector<std::string>& looked_at,
                                   analysis::Analyzer& analyzer) {
  std::vector<analysis::AnalyzedToken> tokens;
  analyzer.analyze(query, tokens);
  std::vector<TypedWord> words;
  for (const analysis::AnalyzedToken& token : tokens) {
    if (token.overlapping || std::ranges::find(looked_at, token.text) == looked_at.end()) continue;
    words.push_back({std::string(token.text), token.begin, token.end});
  }
  analyzer.clear();
  return words;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';
}

char capital(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// "presiden" for "presdien", "Presiden" for "Presdien", "PRESIDEN" for "PRESDIEN".
std::string in_case_of(std::string_view typed, std::string word) {
  const bool is_shouted = typed.size() > 1 && std::ranges::none_of(typed, [](char c) { return c >= 'a' && c <= 'z'; });
  bool begins = is_capital(typed.front());
  for (char& c : word) {
    if (begins || is_shouted) c = capital(c);
    begins = c == ' ' && is_capital(typed.front());
  }
  return word;
}

class Corrector {
 public:
  Corrector(std::string_view query, bool is_attested, WordSpeller speller)
      : query_(query), is_attested_(is_attested), speller_(speller) {}

  std::optional<CorrectedQuery> run(const std::vector<TypedWord>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (i + 1 < words.size() && join(words[i], words[i + 1])) {
        ++i;
      } else if (const auto parted = speller_.part_acronym(typed(words[i]))) {
        replace(words[i].begin, words[i].end, *parted);
      } else if (const auto meant = speller_.correct(words[i].text, is_attested_)) {
        replace(words[i].begin, words[i].end, *meant);
      }
    }
    if (corrected_.words.empty()) return std::nullopt;
    corrected_.query += query_.substr(copied_);
    return std::move(corrected_);
  }

 private:
  std::string_view typed(const TypedWord& word) const { return query_.substr(word.begin, word.end - word.begin); }

  bool join(const TypedWord& first, const TypedWord& second) {
    const bool are_neighbours = second.begin == first.end + 1 && query_[first.end] == ' ';
    if (!are_neighbours || is_attested_) return false;
    const auto meant = speller_.join(first.text, second.text);
    if (meant) replace(first.begin, second.end, *meant);
    return meant.has_value();
  }

  void replace(std::size_t begin, std::size_t end, const SpelledWord& meant) {
    const std::string_view typed = query_.substr(begin, end - begin);
    corrected_.query += query_.substr(copied_, begin - copied_);
    corrected_.query += in_case_of(typed, meant.text);
    corrected_.words.push_back({std::string(typed), meant.text, meant.articles});
    copied_ = end;
  }

  std::string_view query_;
  bool is_attested_;
  WordSpeller speller_;
  CorrectedQuery corrected_;
  std::size_t copied_ = 0;  // bytes of the query that the corrected one has already
};

}  // namespace

std::optional<CorrectedQuery> correct_query(std::string_view query, const Clause& clause, const SearchResult& result,
                                            Session& session) {
  const std::vector<std::string> looked_at = words_looked_at(clause);
  const bool is_attested = looked_at.size() >= kWordsThatVouch && result.all_words.count > 0;
  const std::vector<TypedWord> words = typed_words(query, looked_at, session.analyzer());
  return Corrector(query, is_attested, WordSpeller(session.database(), session.shards(), session.analyzer()))
      .run(words);
}

}  // namespace warta::searcher
