#include "searcher/query/acronym_expansion.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/acronyms.h"
#include "database/acronym_table.h"

namespace warta::searcher {
namespace {

constexpr std::uint32_t kLeastShareOfCommonest = 10;  // one in so many
constexpr std::uint32_t kLeastShareOfArticles = 200;  // one in so many
constexpr std::size_t kMaxLongFormUnits = 8;

class Expander {
 public:
  Expander(const Xapian::Database& database, analysis::Analyzer& analyzer) : database_(database), analyzer_(analyzer) {}

  void expand(Clause& clause) {
    own_terms_.clear();
    for (const Unit& unit : clause.units) own_terms_.insert(unit.terms.begin(), unit.terms.end());
    for (std::size_t unit = 0; unit < clause.units.size();) {
      const std::size_t units = shorten(clause, unit);
      if (units == 0) spell_out(clause, unit);
      unit += std::max<std::size_t>(units, 1);
    }
  }

 private:
  // Adds the acronyms of the longest long form that begins with this unit. Returns the number of its units, or 0.
  std::size_t shorten(Clause& clause, std::size_t first) {
    for (std::size_t count = std::min(kMaxLongFormUnits, clause.units.size() - first); count >= 2; --count) {
      if (is_small(clause.units[first]) || is_small(clause.units[first + count - 1])) continue;
      const std::vector<AcronymReading> acronyms = acronyms_of(database_, folded(clause, first, count));
      bool is_known = false;
      for (const AcronymReading& acronym : acronyms) {
        std::vector<std::string> terms = terms_of(acronym.text);
        if (terms.size() != 1 || !counts(acronym, acronyms.front(), terms.front())) continue;
        is_known = true;
        if (is_in_query(terms)) continue;
        clause.alternatives.push_back({first, count, std::move(terms), acronym.text, acronym.count});
      }
      if (is_known) return count;
    }
    return 0;
  }

  // Adds the long forms of a unit that is an acronym.
  void spell_out(Clause& clause, std::size_t unit) {
    const std::string name = folded(clause, unit, 1);
    if (clause.units[unit].terms.size() != 1 || name != clause.units[unit].text) return;
    const std::vector<AcronymReading> expansions = expansions_of(database_, name);
    for (const AcronymReading& expansion : expansions) {
      if (!counts(expansion, expansions.front(), clause.units[unit].terms.front())) continue;
      std::vector<std::string> terms = terms_of(expansion.text);
      if (terms.empty() || is_in_query(terms)) continue;
      clause.alternatives.push_back({unit, 1, std::move(terms), expansion.text, expansion.count});
    }
  }

  bool counts(const AcronymReading& reading, const AcronymReading& commonest, const std::string& acronym_term) const {
    return reading.count >= commonest.count / kLeastShareOfCommonest &&
           reading.count >= database_.get_termfreq(acronym_term) / kLeastShareOfArticles;
  }

  static bool is_small(const Unit& unit) { return analysis::without_small_words(unit.text).empty(); }

  static std::string folded(const Clause& clause, std::size_t first, std::size_t count) {
    std::string words;
    for (std::size_t unit = first; unit < first + count; ++unit) words += clause.units[unit].text + " ";
    return analysis::fold_acronym_words(words);
  }

  // The terms of the content words.
  std::vector<std::string> terms_of(std::string_view text) {
    std::vector<analysis::AnalyzedToken> tokens;
    analyzer_.analyze(text, tokens);
    std::vector<std::string> terms;
    for (const analysis::AnalyzedToken& token : tokens) {
      if (!token.overlapping && !token.is_stop_word) terms.emplace_back(token.term);
    }
    analyzer_.clear();
    return terms;
  }

  bool is_in_query(const std::vector<std::string>& terms) const {
    return std::ranges::all_of(terms, [&](const std::string& term) { return own_terms_.contains(term); });
  }

  const Xapian::Database& database_;
  std::set<std::string> own_terms_;
  analysis::Analyzer& analyzer_;
};

bool is_plain(const Clause& clause) {
  return clause.kind == NodeKind::words && clause.field == nullptr;
}

}  // namespace

void expand_acronyms(Clause& root, const Xapian::Database& database, analysis::Analyzer& analyzer) {
  Expander expander(database, analyzer);
  if (is_plain(root)) expander.expand(root);
  if (root.kind != NodeKind::group) return;
  for (Clause& member : root.children) {
    if (is_plain(member)) expander.expand(member);
  }
}

}  // namespace warta::searcher
