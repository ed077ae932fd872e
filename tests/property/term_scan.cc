#include "tests/property/term_scan.h"

#include <algorithm>
#include <sstream>

namespace warta::test {
namespace {

bool is_without_marks(const std::string& chunk) {
  return std::ranges::all_of(chunk, [](char c) { return is_word_byte(c) || c == '-' || c == ','; });
}

}  // namespace

const TermScan::Terms& TermScan::terms_of_chunk(const std::string& chunk) {
  const auto [known, is_new] = chunks_.try_emplace(chunk);
  if (!is_new) return known->second;
  std::vector<analysis::AnalyzedToken> tokens;
  analyzer_.analyze(chunk, tokens);
  for (const analysis::AnalyzedToken& token : tokens) {
    if (token.overlapping) continue;
    const auto next = static_cast<std::uint32_t>(numbers_.size());
    known->second.push_back(numbers_.try_emplace(std::string(token.term), next).first->second);
  }
  analyzer_.clear();
  return known->second;
}

TermScan::Terms TermScan::terms_of(const std::string& phrase) {
  Terms terms;
  for (const std::string& chunk : chunks_of(phrase)) {
    const Terms& of_chunk = terms_of_chunk(chunk);
    terms.insert(terms.end(), of_chunk.begin(), of_chunk.end());
  }
  return terms;
}

void TermScan::add(const std::string& text) {
  Text& added = texts_.emplace_back();
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) add_line(line, added);
  added.distinct = added.terms;
  std::ranges::sort(added.distinct);
  added.distinct.erase(std::ranges::unique(added.distinct).begin(), added.distinct.end());
}

void TermScan::add_line(const std::string& line, Text& text) {
  const auto place = [&] { return static_cast<std::uint32_t>(text.terms.size()); };
  const std::uint32_t line_begin = place();
  std::uint32_t run_begin = line_begin;
  for (const std::string& chunk : chunks_of(line)) {
    const std::uint32_t chunk_begin = place();
    const Terms& of_chunk = terms_of_chunk(chunk);
    text.terms.insert(text.terms.end(), of_chunk.begin(), of_chunk.end());
    if (is_without_marks(chunk)) continue;
    if (run_begin < chunk_begin) text.runs.emplace_back(run_begin, chunk_begin);
    run_begin = place();
  }
  if (run_begin < place()) text.runs.emplace_back(run_begin, place());
  if (line_begin < place()) text.lines.emplace_back(line_begin, place());
}

std::vector<Holders> TermScan::stemmed(const std::vector<std::string>& phrases) {
  std::vector<Holders> holders(phrases.size());
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> by_first_term;
  std::vector<Terms> wanted;
  for (const std::string& phrase : phrases) {
    wanted.push_back(terms_of(phrase));
    if (!wanted.back().empty()) by_first_term[wanted.back().front()].push_back(wanted.size() - 1);
  }
  for (std::size_t text = 0; text < texts_.size(); ++text) {
    const Terms& terms = texts_[text].terms;
    for (std::size_t at = 0; at < terms.size(); ++at) {
      const auto beginning = by_first_term.find(terms[at]);
      if (beginning == by_first_term.end()) continue;
      for (const std::size_t phrase : beginning->second) {
        const Terms& all = wanted[phrase];
        const bool stands = all.size() <= terms.size() - at &&
                            std::equal(all.begin(), all.end(), terms.begin() + static_cast<std::ptrdiff_t>(at));
        std::vector<std::size_t>& must = holders[phrase].must;
        if (stands && (must.empty() || must.back() != text)) must.push_back(text);
      }
    }
  }
  for (Holders& of_phrase : holders) of_phrase.may = of_phrase.must;
  return holders;
}

std::vector<Holders> TermScan::in_sentences(const std::vector<std::string>& phrases) {
  std::vector<Holders> holders;
  for (const std::string& phrase : phrases) {
    Terms wanted = terms_of(phrase);
    std::ranges::sort(wanted);
    Terms distinct = wanted;
    distinct.erase(std::ranges::unique(distinct).begin(), distinct.end());
    Holders& of_phrase = holders.emplace_back();
    for (std::size_t i = 0; i < texts_.size(); ++i) {
      const Text& text = texts_[i];
      if (!std::ranges::includes(text.distinct, distinct)) continue;
      if (holds(text, text.lines, wanted)) of_phrase.may.push_back(i);
      if (holds(text, text.runs, wanted)) of_phrase.must.push_back(i);
    }
  }
  return holders;
}

// Whether one of the ranges holds every term as often as it is wanted.
bool TermScan::holds(const Text& text, const std::vector<Range>& ranges, const Terms& sorted_terms) {
  return std::ranges::any_of(ranges, [&](const Range& range) {
    if (range.second - range.first < sorted_terms.size()) return false;
    Terms terms(text.terms.begin() + range.first, text.terms.begin() + range.second);
    std::ranges::sort(terms);
    return std::ranges::includes(terms, sorted_terms);
  });
}

}  // namespace warta::test
