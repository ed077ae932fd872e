#include "searcher/spelling/word_speller.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "database/vocabulary.h"
#include "searcher/spelling/slip_cost.h"

namespace warta::searcher {
namespace {

// Shorter words have too many neighbours.
constexpr std::size_t kLeastLetters = 4;
constexpr std::size_t kLettersForTwoSlips = 7;
constexpr std::size_t kMostLetters = kMostSpelledLetters - kMostSlips;

// A word in more articles than this share of them is no slip.
constexpr double kDoubtfulShare = 2e-4;
constexpr double kDoubtfulArticles = 3;

// Fewer articles than this are no reason to suggest a word.
constexpr std::uint32_t kLeastArticles = 3;

// A noisy channel (Kernighan, Church & Gale, "A spelling correction program based on a noisy channel model", 1990): of
// several candidates the one with the highest logarithm of its articles less kCostAmongCandidates for each unit of
// slip_cost. It replaces a word that occurs only where that, with kCostAgainstTyped for each unit, beats the word's own
// logarithm and the faith in it: much for short words, which lie near each other, little for long ones. Without that,
// rare names would become frequent words.
constexpr double kCostAmongCandidates = 10.0;
constexpr double kCostAgainstTyped = 4.0;
constexpr double kFaithInShortest = 4.5;  // of kLeastLetters
constexpr double kFaithLostPerLetter = 1.0;
constexpr double kLeastFaith = 1.0;

// A form that was never seen of a stem that is known counts as in so many articles: less than one, because prefixes and
// suffixes make a known stem of many a slip ("penyusu" for "penyusun").
constexpr double kFormOfKnownStem = 0.1;

// Words written together are parted where both are in more than this share of the articles.
constexpr double kPartedShare = 1e-3;
constexpr std::size_t kLeastLettersBehind = 4;  // what is shorter is more often a suffix than a word

// What is written before an acronym with a hyphen, and sometimes without.
constexpr std::size_t kProcliticLetters = 2;
constexpr std::array<std::string_view, 3> kProclitics = {"di", "ke", "se"};

// The letters of a word as bits.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (static_cast<unsigned char>(c) & 31U);
  return letters;
}

// The beginnings that a word can have which one slip near its beginning, or none, parts from the typed one.
std::vector<std::string> beginnings_near(std::string_view word) {
  const std::string first(word.substr(0, kVocabularyKeyBytes));
  const std::string longer(word.substr(0, kVocabularyKeyBytes + 1));
  std::vector<std::string> beginnings;
  const auto add = [&](std::string beginning) {
    beginning.resize(std::min(beginning.size(), kVocabularyKeyBytes));
    if (beginning.size() == kVocabularyKeyBytes) beginnings.push_back(std::move(beginning));
  };
  for (std::size_t at = 0; at < kVocabularyKeyBytes; ++at) {
    add(std::string(longer).erase(at, 1));
    if (at + 1 < longer.size()) {
      std::string turned = longer;
      std::swap(turned[at], turned[at + 1]);
      add(std::move(turned));
    }
    for (char letter = 'a'; letter <= 'z'; ++letter) {
      std::string exchanged = first;
      exchanged[at] = letter;
      add(std::move(exchanged));
      add(std::string(first).insert(at, 1, letter));
    }
    add(std::string(first).insert(at, 1, ' '));
  }
  std::ranges::sort(beginnings);
  const auto repeated = std::ranges::unique(beginnings);
  beginnings.erase(repeated.begin(), repeated.end());
  // The likeliest first: a good candidate spares the look at many others.
  std::ranges::stable_partition(beginnings, [&](const std::string& beginning) { return beginning == first; });
  return beginnings;
}

bool is_spellable(std::string_view word) {
  return word.size() >= kLeastLetters && word.size() <= kMostLetters &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

std::string without_hyphens(std::string_view word) {
  std::string letters(word);
  std::erase(letters, '-');
  return letters;
}

double most_cost(std::string_view word) {
  return (word.size() >= kLettersForTwoSlips ? 2 : 1) * kSlipCost + kFirstLetterCost;
}

}  // namespace

WordSpeller::WordSpeller(const Xapian::Database& database, Shards shards, analysis::Analyzer& analyzer)
    : database_(database), shards_(shards), analyzer_(analyzer), articles_(database.get_doccount()) {}

std::string WordSpeller::term_of(std::string_view word) const {
  std::vector<analysis::AnalyzedToken> tokens;
  analyzer_.analyze(word, tokens);
  std::string term;
  if (!tokens.empty()) term = tokens.front().term;
  analyzer_.clear();
  return term;
}

std::uint32_t WordSpeller::articles_with(std::string_view word) const {
  const std::string term = term_of(word);
  return term == word ? database_.get_termfreq(term) : articles_with_word(shards_, word);
}

bool WordSpeller::is_rare(std::uint32_t articles) const {
  return articles <= std::max(kDoubtfulArticles, kDoubtfulShare * articles_);
}

std::optional<SpelledWord> WordSpeller::correct(std::string_view word, bool spares_known_words) const {
  if (!is_spellable(word)) return std::nullopt;
  const std::uint32_t articles = articles_with(word);
  if (!is_rare(articles) || (spares_known_words && articles > 0)) return std::nullopt;
  const std::optional<Candidate> best = nearest(word);
  if (best && is_form_of(word, best->text)) return std::nullopt;
  const double own = articles > 0 ? articles : as_form(word);
  if (best && std::log(best->articles) - kCostAgainstTyped * best->cost > faith_in(word, own)) {
    return SpelledWord{best->text, best->articles};
  }
  const std::optional<SpelledWord> parted = split(word);
  const bool is_likelier = parted && std::log(parted->articles) - kCostAgainstTyped > faith_in(word, own);
  return is_likelier ? parted : std::nullopt;
}

std::optional<WordSpeller::Candidate> WordSpeller::nearest(std::string_view word) const {
  const double most = most_cost(word);
  const auto most_letters = static_cast<std::size_t>(most);
  const std::uint32_t letters = letters_of(word);
  double best_score = std::numeric_limits<double>::lowest();
  std::optional<Candidate> best;
  for (const std::string& beginning : beginnings_near(word)) {
    for (CountedWord& candidate : words_beginning_with(shards_, beginning)) {
      if (candidate.articles < kLeastArticles || candidate.text == word) continue;
      if (candidate.text.size() > word.size() + most_letters || candidate.text.size() + most_letters < word.size()) {
        continue;
      }
      const double frequency = std::log(candidate.articles);
      if (frequency <= best_score) continue;
      if (std::popcount(letters ^ letters_of(candidate.text)) > 2 * static_cast<int>(most_letters)) continue;
      const double affordable = (frequency - best_score) / kCostAmongCandidates;
      const double cost = slip_cost(word, candidate.text, std::min(most, affordable));
      const double score = frequency - kCostAmongCandidates * cost;
      if (score <= best_score) continue;
      best_score = score;
      best = {std::move(candidate.text), candidate.articles, cost};
    }
  }
  return best;
}

bool WordSpeller::is_form_of(std::string_view word, std::string_view other) const {
  const bool is_near = word.starts_with(other) || without_hyphens(word) == without_hyphens(other);
  return is_near && term_of(word) == term_of(other);
}

double WordSpeller::as_form(std::string_view word) const {
  const std::string term = term_of(word);
  return term == word ? 0 : std::min<double>(kFormOfKnownStem, database_.get_termfreq(term));
}

double WordSpeller::faith_in(std::string_view word, double own) {
  if (own == 0) return std::numeric_limits<double>::lowest();
  const auto letters = static_cast<double>(word.size() - kLeastLetters);
  return std::log(own) + std::max(kLeastFaith, kFaithInShortest - kFaithLostPerLetter * letters);
}

std::optional<SpelledWord> WordSpeller::split(std::string_view word) const {
  std::optional<SpelledWord> best;
  for (std::size_t at = kVocabularyKeyBytes; at + kLeastLettersBehind <= word.size(); ++at) {
    const std::uint32_t rarer = std::min(articles_with(word.substr(0, at)), articles_with(word.substr(at)));
    if (rarer <= kPartedShare * articles_ || (best && best->articles >= rarer)) continue;
    best = {std::string(word.substr(0, at)) + " " + std::string(word.substr(at)), rarer};
  }
  return best;
}

std::optional<SpelledWord> WordSpeller::part_acronym(std::string_view typed) const {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string_view acronym = typed.substr(std::min(kProcliticLetters, typed.size()));
  const std::string_view before = typed.substr(0, typed.size() - acronym.size());
  const bool is_glued = acronym.size() >= 2 && std::ranges::find(kProclitics, before) != kProclitics.end() &&
                        std::ranges::all_of(acronym, is_capital);
  if (!is_glued || !is_rare(database_.get_termfreq(term_of(typed)))) return std::nullopt;
  const std::uint32_t articles = database_.get_termfreq(term_of(acronym));
  if (articles < kLeastArticles) return std::nullopt;
  return SpelledWord{std::string(before) + "-" + std::string(acronym), articles};
}

std::optional<SpelledWord> WordSpeller::join(std::string_view first, std::string_view second) const {
  const std::string whole = std::string(first) + std::string(second);
  if (!is_spellable(whole)) return std::nullopt;
  const std::uint32_t rarer = std::min(articles_with(first), articles_with(second));
  if (!is_rare(rarer)) return std::nullopt;
  const std::uint32_t articles = articles_with_word(shards_, whole);
  if (articles < kLeastArticles || std::log(articles) - kCostAgainstTyped <= faith_in(whole, rarer)) {
    return std::nullopt;
  }
  return SpelledWord{whole, articles};
}

}  // namespace warta::searcher
