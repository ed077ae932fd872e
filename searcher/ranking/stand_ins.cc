#include "searcher/ranking/stand_ins.h"

#include <algorithm>
#include <utility>

namespace warta::searcher {
namespace {

// From one word of a name to the next: a small word, which names are known without, may stand between.
constexpr std::uint32_t kMostApart = 2;

struct Pair {
  std::string_view one, other;
};

// Headlines write small numbers in figures, texts in letters.
constexpr Pair kNumbers[] = {{"1", "satu"}, {"2", "dua"},   {"3", "tiga"},    {"4", "empat"},    {"5", "lima"},
                             {"6", "enam"}, {"7", "tujuh"}, {"8", "delapan"}, {"9", "sembilan"}, {"10", "sepuluh"}};

constexpr Pair kUnitsOfAmounts[] = {{"rb", "ribu"}, {"jt", "juta"}, {"m", "miliar"}, {"t", "triliun"}};

}  // namespace

StandIns::StandIns(const Clause& query) {
  for_each_wanted_leaf(query, [&](const Clause& leaf) {
    if (leaf.kind != NodeKind::words || leaf.field != nullptr) return;
    for (const Alternative& alternative : leaf.alternatives) {
      std::vector<std::string> replaced;
      for (std::size_t i = 0; i < alternative.unit_count; ++i) {
        const std::vector<std::string>& terms = leaf.units[alternative.first_unit + i].terms;
        replaced.insert(replaced.end(), terms.begin(), terms.end());
      }
      add(alternative.terms, std::move(replaced));
    }
    for (const Unit& unit : leaf.units) add_numbers(unit);
  });
}

void StandIns::add_numbers(const Unit& unit) {
  for (const std::string& term : unit.terms) {
    for (const auto& [figure, letters] : kNumbers) {
      if (term == figure) add({std::string(letters)}, {term});
      if (term == letters) add({std::string(figure)}, {term});
    }
    // Only an amount has a value as its alternative.
    if (unit.alternatives.empty()) continue;
    for (const auto& [abbreviated, full] : kUnitsOfAmounts) {
      if (term == abbreviated) add({std::string(full)}, {term});
    }
  }
}

void StandIns::add(std::vector<std::string> terms, std::vector<std::string> replaced) {
  for (const std::string& term : terms) units_.push_back({.terms = {term}, .text = term});
  names_.push_back({std::move(terms), std::move(replaced)});
}

void StandIns::number_words(const WordFinder& finder) {
  for (Name& name : names_) {
    for (const std::string& term : name.terms) name.words.push_back(finder.word_of(term));
    for (const std::string& term : name.replaced) name.replaced_words.push_back(finder.word_of(term));
  }
}

// Whether the name's words follow each other from this place on, which is the first one's.
bool StandIns::stands_at(const Name& name, const std::vector<WordPlace>& places, std::size_t first) {
  std::size_t at = first;
  for (std::size_t word = 1; word < name.words.size(); ++word) {
    const std::uint32_t farthest = places[at].position + kMostApart;
    do ++at;
    while (at < places.size() && places[at].position <= farthest && places[at].word != name.words[word]);
    if (at == places.size() || places[at].position > farthest) return false;
  }
  return true;
}

void StandIns::replace(std::vector<WordPlace>& places, std::size_t words) const {
  if (names_.empty()) return;
  std::vector<WordPlace> replaced;
  for (const Name& name : names_) {
    for (std::size_t at = 0; at < places.size(); ++at) {
      if (places[at].word != name.words.front() || !stands_at(name, places, at)) continue;
      for (const std::uint32_t word : name.replaced_words) {
        replaced.push_back({word, places[at].position, places[at].sentence, false});
      }
    }
  }
  std::erase_if(places, [&](const WordPlace& place) { return place.word >= words; });
  places.insert(places.end(), replaced.begin(), replaced.end());
  std::ranges::stable_sort(places, {}, &WordPlace::position);
}

}  // namespace warta::searcher
