#include "searcher/verification/phrase_match.h"

#include <algorithm>
#include <cstdint>
#include <deque>
#include <optional>
#include <string_view>

#include "analysis/inner_words.h"
#include "base/ascii.h"
#include "searcher/verification/chunks.h"

namespace warta::searcher {
namespace {

using analysis::AnalyzedToken;

bool is_within_letters(std::string_view text, std::uint32_t place) {
  const auto is_word_byte = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); };
  return place > 0 && place < text.size() && is_word_byte(text[place - 1]) && is_word_byte(text[place]);
}

bool is_beside_white_space(std::string_view text, std::uint32_t place) {
  return place == 0 || place == text.size() || is_between_chunks(text[place - 1]) || is_between_chunks(text[place]);
}

// Whether the place lies within a word: "beras" does not stand in "berasnya", "dunia" not in "dunia2025", "Rp1" not in
// "Rp1,5". Hyphens and other marks part the words of a token: "judul" stands in "judul-judul", "ke" in "ke-8".
bool cuts_a_word(std::uint32_t place, TextTokens& text) {
  if (is_within_letters(text.text(), place) || analysis::is_within_number(text.text(), place)) return true;
  if (is_beside_white_space(text.text(), place)) return false;
  const std::vector<AnalyzedToken> tokens = text.tokens_around(place);
  const auto token = std::ranges::partition_point(tokens, [&](const AnalyzedToken& t) { return t.end <= place; });
  if (token == tokens.end() || token->begin >= place) return false;
  return !analysis::is_word_bound(text.text(), place);
}

std::vector<Span> exact_spans(const Clause& phrase, TextTokens& text) {
  std::vector<Span> spans = find_literal(text.text(), fold_typography(phrase.text));
  std::erase_if(spans, [&](const Span& span) { return cuts_a_word(span.begin, text) || cuts_a_word(span.end, text); });
  return spans;
}

bool is_unit(const Clause& phrase, std::size_t unit, const AnalyzedToken& token) {
  return is_term_of(phrase.units[unit], 0, token.term);
}

std::vector<Span> stemmed_spans(const Clause& phrase, TextTokens& text) {
  const std::vector<AnalyzedToken>& tokens = text.tokens();
  const std::size_t length = phrase.units.size();
  std::vector<Span> spans;
  for (std::size_t start = 0; start + length <= tokens.size(); ++start) {
    std::size_t matched = 0;
    while (matched < length && is_unit(phrase, matched, tokens[start + matched])) ++matched;
    if (matched == length) spans.push_back({tokens[start].begin, tokens[start + length - 1].end});
  }
  return spans;
}

// What stands in the text as it is written stands there in any form, even where it begins or ends within a token.
std::vector<Span> stemmed_or_exact_spans(const Clause& phrase, TextTokens& text) {
  std::vector<Span> spans = stemmed_spans(phrase, text);
  return spans.empty() ? exact_spans(phrase, text) : spans;
}

// The units of a phrase without order: how often each must occur.
struct Need {
  const Unit* unit = nullptr;
  unsigned count = 0;
};

std::vector<Need> needs_of(const Clause& phrase) {
  std::vector<Need> needs;
  for (const Unit& unit : phrase.units) {
    const auto known =
        std::ranges::find_if(needs, [&](const Need& need) { return need.unit->terms.front() == unit.terms.front(); });
    if (known == needs.end()) {
      needs.push_back({&unit, 1});
    } else {
      ++known->count;
    }
  }
  return needs;
}

// Slides over the occurrences of the needed terms, drops those that `fits` no longer puts together with the newest
// one, and tells whether at some place all needs are met.
template <typename Fits>
bool meets_needs(const std::vector<Need>& needs, const std::vector<AnalyzedToken>& tokens, Fits fits) {
  struct Occurrence {
    const AnalyzedToken* token;
    std::size_t need;
  };
  std::deque<Occurrence> together;
  std::vector<unsigned> counts(needs.size(), 0);
  for (const AnalyzedToken& token : tokens) {
    const auto need = std::ranges::find_if(needs, [&](const Need& n) { return is_term_of(*n.unit, 0, token.term); });
    if (need == needs.end()) continue;
    const auto index = static_cast<std::size_t>(need - needs.begin());
    while (!together.empty() && !fits(*together.front().token, token)) {
      --counts[together.front().need];
      together.pop_front();
    }
    together.push_back({&token, index});
    ++counts[index];
    const bool is_met = std::ranges::all_of(
        needs, [&](const Need& n) { return counts[static_cast<std::size_t>(&n - needs.data())] >= n.count; });
    if (is_met) return true;
  }
  return false;
}

}  // namespace

bool has_phrase(const Clause& phrase, TextTokens& text) {
  switch (phrase.mode) {
    case PhraseMode::exact: return !exact_spans(phrase, text).empty();
    case PhraseMode::stemmed:
      if (!exact_spans(phrase, text).empty()) return true;  // as most texts have it, and told without their analysis
      if (const std::optional<bool> holds = text.holds_in_order(phrase.units)) return *holds;
      return !stemmed_spans(phrase, text).empty();
    case PhraseMode::window:
      return meets_needs(needs_of(phrase), text.tokens(), [&](const AnalyzedToken& first, const AnalyzedToken& last) {
        return last.position - first.position < phrase.window;
      });
    case PhraseMode::sentence:
      return meets_needs(needs_of(phrase), text.tokens(), [](const AnalyzedToken& first, const AnalyzedToken& last) {
        return last.sentence == first.sentence;
      });
    case PhraseMode::paragraph: break;
  }
  return meets_needs(needs_of(phrase), text.tokens(), [](const AnalyzedToken& first, const AnalyzedToken& last) {
    return last.paragraph == first.paragraph;
  });
}

std::vector<Span> phrase_spans(const Clause& phrase, TextTokens& text) {
  if (phrase.mode == PhraseMode::exact) return exact_spans(phrase, text);
  if (phrase.mode == PhraseMode::stemmed) return stemmed_or_exact_spans(phrase, text);
  return {};
}

}  // namespace warta::searcher
