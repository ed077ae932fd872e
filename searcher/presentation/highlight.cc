#include "searcher/presentation/highlight.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "base/ascii.h"
#include "searcher/verification/phrase_match.h"

namespace warta::searcher {
namespace {

using analysis::AnalyzedToken;

// A passage ends with a sentence where that leaves out less than this share of the room.
constexpr double kShareForWholeSentence = 0.4;

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool has_own_place(const Clause& clause) {
  return clause.kind == NodeKind::phrase && (clause.mode == PhraseMode::exact || clause.mode == PhraseMode::stemmed);
}

// Sorted, and of marks that overlap the longer one.
void keep_disjoint(std::vector<Mark>& marks) {
  std::ranges::sort(marks, [](const Mark& a, const Mark& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::uint32_t covered = 0;
  std::erase_if(marks, [&](const Mark& mark) {
    if (mark.span.begin < covered) return true;
    covered = mark.span.end;
    return false;
  });
}

// Where all the terms stand side by side in this order; stop words may stand between them.
std::vector<Span> runs_of(const std::vector<std::string>& terms, const std::vector<AnalyzedToken>& tokens) {
  std::vector<Span> spans;
  for (std::size_t first = 0; first < tokens.size(); ++first) {
    std::size_t met = 0;
    for (std::size_t at = first; at < tokens.size() && met < terms.size(); ++at) {
      if (tokens[at].term == terms[met]) {
        if (++met == terms.size()) spans.push_back({tokens[first].begin, tokens[at].end});
      } else if (met == 0 || !tokens[at].is_stop_word) {
        break;
      }
    }
  }
  return spans;
}

struct Window {
  std::size_t first = 0;  // marks [first, last)
  std::size_t last = 0;
};

// The window of marks within max_bytes whose different things weigh most; of equals the one with more marks, then the
// earliest.
Window best_window(const std::vector<Mark>& marks, const std::vector<double>& weights, std::size_t max_bytes) {
  constexpr double kSame = 1e-9;  // sums of the same weights in another order
  Window best;
  double best_weight = 0;
  std::vector<unsigned> counts(weights.size(), 0);
  double weight = 0;
  for (std::size_t first = 0, last = 0; first < marks.size(); ++first) {
    for (; last < marks.size() && (last == first || marks[last].span.end - marks[first].span.begin <= max_bytes);
         ++last) {
      if (counts[marks[last].wanted]++ == 0) weight += weights[marks[last].wanted];
    }
    const bool has_more = weight > best_weight - kSame && last - first > best.last - best.first;
    if (weight > best_weight + kSame || has_more) {
      best_weight = weight;
      best = {first, last};
    }
    if (--counts[marks[first].wanted] == 0) weight -= weights[marks[first].wanted];
  }
  return best;
}

// The window without the marks at its end that repeat what stands before them: they cost no sentence its end.
Window without_repeats(Window window, const std::vector<Mark>& marks) {
  const auto stands_before = [&](std::size_t at) {
    const auto first = marks.begin() + static_cast<std::ptrdiff_t>(window.first);
    const auto mark = marks.begin() + static_cast<std::ptrdiff_t>(at);
    return std::any_of(first, mark, [&](const Mark& earlier) { return earlier.wanted == mark->wanted; });
  };
  while (window.last > window.first + 1 && stands_before(window.last - 1)) --window.last;
  return window;
}

double weight_of(const std::vector<std::string>& terms, const TermWeights& weights) {
  double sum = 0;
  for (const std::string& term : terms) {
    const auto found = weights.find(term);
    sum += found == weights.end() ? 1.0 : found->second;
  }
  return sum;
}

double weight_of(const Clause& phrase, const TermWeights& weights) {
  double sum = phrase.units.empty() ? 1.0 : 0.0;  // a prefix has none
  for (const Unit& unit : phrase.units) sum += weight_of(unit.terms, weights);
  return sum;
}

std::size_t index_at(const std::vector<AnalyzedToken>& tokens, std::uint32_t offset) {
  const auto token = std::ranges::partition_point(tokens, [&](const AnalyzedToken& t) { return t.end <= offset; });
  return static_cast<std::size_t>(token - tokens.begin());
}

// The stretch of text around the tokens [first, last], with the punctuation that touches them.
Span with_punctuation(std::string_view text, const AnalyzedToken& first, const AnalyzedToken& last) {
  std::uint32_t begin = first.begin;
  std::uint32_t end = last.end;
  while (begin > 0 && !is_ascii_gap(text[begin - 1])) --begin;
  while (end < text.size() && !is_ascii_gap(text[end])) ++end;
  return {begin, end};
}

// Chooses the tokens of a passage around the window [must_begin, must_end) of bytes.
Span passage_around(std::string_view text, const std::vector<AnalyzedToken>& tokens, Span must, std::size_t max_bytes) {
  std::size_t first = index_at(tokens, must.begin);
  const std::size_t must_first = first;
  while (first > 0 && tokens[first - 1].sentence == tokens[must_first].sentence) --first;
  if (must.end - tokens[first].begin > max_bytes) {
    // The sentence does not fit: a few words before the match, with the match and the room behind it in balance.
    const std::size_t length = must.end - must.begin;
    const std::size_t lead = max_bytes > length ? (max_bytes - length) / 3 : 0;
    first = must_first;
    while (first > 0 && must.begin - tokens[first - 1].begin <= lead) --first;
  }
  std::size_t last = std::max(first, index_at(tokens, must.end == 0 ? 0 : must.end - 1));
  last = std::min(last, tokens.size() - 1);
  const std::size_t must_last = last;
  while (last + 1 < tokens.size() && tokens[last + 1].end - tokens[first].begin <= max_bytes) ++last;
  const std::size_t whole = last;
  while (last > must_last && last + 1 < tokens.size() && tokens[last].sentence == tokens[last + 1].sentence) --last;
  const bool ends_sentence = last + 1 == tokens.size() || tokens[last].sentence != tokens[last + 1].sentence;
  const auto left_out = static_cast<double>(tokens[whole].end - tokens[last].end);
  if (!ends_sentence || left_out > kShareForWholeSentence * static_cast<double>(max_bytes)) last = whole;
  return with_punctuation(text, tokens[first], tokens[last]);
}

std::vector<Fragment> fragments(std::string_view text, Span passage, const std::vector<Mark>& marks) {
  std::vector<Fragment> out;
  const auto append = [&](std::uint32_t begin, std::uint32_t end, bool is_match) {
    if (begin < end) out.push_back({std::string(text.substr(begin, end - begin)), is_match});
  };
  std::uint32_t at = passage.begin;
  for (const Mark& mark : marks) {
    if (mark.span.begin < passage.begin || mark.span.end > passage.end) continue;
    append(at, mark.span.begin, false);
    append(mark.span.begin, mark.span.end, true);
    at = mark.span.end;
  }
  append(at, passage.end, false);
  return out;
}

}  // namespace

TermWeights term_weights(const Clause& query, const Xapian::Database& database) {
  TermWeights weights;
  const double articles = database.get_doccount();
  const auto add = [&](const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
      weights.try_emplace(term, std::log1p(articles / std::max<double>(1.0, database.get_termfreq(term))));
    }
  };
  for_each_wanted_leaf(query, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) add(unit.terms);
    for (const Alternative& alternative : leaf.alternatives) add(alternative.terms);
  });
  return weights;
}

Highlighter::Highlighter(const Clause& query, const TermWeights& weights) {
  for_each_wanted_leaf(query, [&](const Clause& leaf) {
    if (leaf.is_keyword() || leaf.kind == NodeKind::date) return;
    if (has_own_place(leaf) || leaf.kind == NodeKind::prefix) {
      wanted_.push_back({.clause = &leaf, .weight = weight_of(leaf, weights)});
      return;
    }
    for (const Unit& unit : leaf.units) add_unit(leaf, unit, weights);
    for (const Alternative& alternative : leaf.alternatives) {
      wanted_.push_back(
          {.clause = &leaf, .alternative = &alternative, .weight = weight_of(alternative.terms, weights)});
    }
  });
}

// Each part of "Rp1,5 miliar" is a thing of its own, as "Rp" alone shows little; so is the whole in any spelling.
void Highlighter::add_unit(const Clause& leaf, const Unit& unit, const TermWeights& weights) {
  for (std::size_t term = 0; term < unit.terms.size(); ++term) {
    wanted_.push_back({.clause = &leaf, .unit = &unit, .term = term, .weight = weight_of({unit.terms[term]}, weights)});
  }
  if (unit.alternatives.empty()) return;
  wanted_.push_back(
      {.clause = &leaf, .unit = &unit, .term = unit.terms.size(), .weight = weight_of(unit.terms, weights)});
}

std::vector<Mark> Highlighter::marks(TextTokens& text) const {
  std::vector<Mark> marks;
  const auto mark_tokens = [&](std::size_t wanted, const std::vector<AnalyzedToken>& tokens, auto matches) {
    for (const AnalyzedToken& token : tokens) {
      if (matches(token)) marks.push_back({{token.begin, token.end}, wanted});
    }
  };
  for (std::size_t i = 0; i < wanted_.size(); ++i) {
    const auto& [clause, unit, term, alternative, weight] = wanted_[i];
    if (alternative != nullptr) {
      for (const Span& span : runs_of(alternative->terms, text.tokens())) marks.push_back({span, i});
    } else if (unit != nullptr && term < unit->terms.size()) {
      mark_tokens(i, text.tokens(), [&, &unit = *unit, term = term](const AnalyzedToken& token) {
        return is_term_of(unit, term, token.term);
      });
    } else if (unit != nullptr) {
      mark_tokens(i, text.compounds(), [&unit = *unit](const AnalyzedToken& token) {
        return std::ranges::find(unit.alternatives, token.term) != unit.alternatives.end();
      });
    } else if (clause->kind == NodeKind::prefix) {
      const std::string& prefix = clause->text;
      mark_tokens(i, text.tokens(), [&](const AnalyzedToken& token) { return begins_with(token, prefix); });
    } else {
      for (const Span& span : phrase_spans(*clause, text)) marks.push_back({span, i});
    }
  }
  keep_disjoint(marks);
  return marks;
}

std::vector<Fragment> Highlighter::highlight(TextTokens& text) const {
  const Span whole{0, static_cast<std::uint32_t>(text.text().size())};
  return fragments(text.text(), whole, marks(text));
}

std::vector<Fragment> Highlighter::snippet(TextTokens& text, std::size_t max_bytes) const {
  const std::vector<AnalyzedToken>& tokens = text.tokens();
  if (tokens.empty()) return {};
  const std::vector<Mark> found = marks(text);
  Span must{tokens.front().begin, tokens.front().end};
  if (!found.empty()) {
    std::vector<double> weights;
    for (const Wanted& wanted : wanted_) weights.push_back(wanted.weight);
    const Window window = without_repeats(best_window(found, weights, max_bytes), found);
    must = {found[window.first].span.begin, found[window.last - 1].span.end};
  }
  const Span passage = passage_around(text.text(), tokens, must, max_bytes);
  std::vector<Fragment> out = fragments(text.text(), passage, found);
  if (passage.begin > tokens.front().begin) out.insert(out.begin(), {std::string(kEllipsis) + " ", false});
  if (passage.end < tokens.back().end) out.push_back({" " + std::string(kEllipsis), false});
  return out;
}

}  // namespace warta::searcher
