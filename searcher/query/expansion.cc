#include "searcher/query/expansion.h"

#include <algorithm>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/acronyms.h"
#include "base/ascii.h"
#include "database/acronym_table.h"
#include "searcher/query/prefix_expansion.h"

namespace warta::searcher {
namespace {

constexpr std::uint32_t kLeastShareOfCommonest = 10;  // one in so many
constexpr std::uint32_t kLeastShareOfArticles = 200;  // one in so many
constexpr std::size_t kMaxLongFormUnits = 8;
constexpr std::size_t kMostInitials = 4;  // of a name

class Expander {
 public:
  Expander(const ExpansionSources& sources, const Xapian::Database& database, analysis::Analyzer& analyzer)
      : sources_(sources), database_(database), analyzer_(analyzer) {}

  void expand(Clause& clause) {
    own_terms_.clear();
    for (const Unit& unit : clause.units) own_terms_.insert(unit.terms.begin(), unit.terms.end());
    for (std::size_t unit = 0; unit < clause.units.size();) unit += expand_stretch(clause, unit);
  }

 private:
  // Adds what may stand for the longest known stretch of units that begins here, and returns the number of its units.
  std::size_t expand_stretch(Clause& clause, std::size_t first) {
    const bool may_shorten = sources_.acronyms && begins_long_form(clause, first);
    for (std::size_t count = std::min(kMaxLongFormUnits, clause.units.size() - first); count >= 2; --count) {
      if (is_small(clause.units[first]) || is_small(clause.units[first + count - 1])) continue;
      const bool has_acronym = may_shorten && shorten(clause, first, count);
      const bool has_synonym = add_synonyms(clause, first, count);
      if (has_acronym || has_synonym) return count;
    }
    if (const std::size_t initials = join_initials(clause, first); initials > 1) return initials;
    if (sources_.acronyms) spell_out(clause, first);
    add_synonyms(clause, first, 1);
    return 1;
  }

  // Whether the first two words from here begin any long form: one look for all lengths, as few words do.
  bool begins_long_form(const Clause& clause, std::size_t first) const {
    if (is_small(clause.units[first])) return false;
    const std::size_t most = std::min(kMaxLongFormUnits, clause.units.size() - first);
    for (std::size_t count = 2; count <= most; ++count) {
      const std::string words = analysis::without_small_words(folded(clause, first, count));
      const std::size_t second = words.find(' ') + 1;
      if (second == 0) continue;
      return begins_expansion(sources_.shards, std::string_view(words).substr(0, words.find(' ', second)));
    }
    return false;
  }

  // Adds the acronyms of a long form. Returns whether it is one.
  bool shorten(Clause& clause, std::size_t first, std::size_t count) {
    const std::vector<AcronymReading> acronyms = acronyms_of(sources_.shards, folded(clause, first, count));
    bool is_known = false;
    for (const AcronymReading& acronym : acronyms) {
      std::vector<std::string> terms = content_terms(acronym.text, analyzer_);
      if (terms.size() != 1 || !counts(acronym, acronyms.front(), terms.front())) continue;
      is_known = true;
      add(clause, {first, count, std::move(terms), acronym.text, acronym.count, Alternative::Origin::acronym});
    }
    return is_known;
  }

  // Adds the long forms of a unit that is an acronym.
  void spell_out(Clause& clause, std::size_t unit) {
    const std::string name = folded(clause, unit, 1);
    if (clause.units[unit].terms.size() != 1 || name != spelled(clause.units[unit])) return;
    const std::vector<AcronymReading> expansions = expansions_of(sources_.shards, name);
    for (const AcronymReading& expansion : expansions) {
      if (!counts(expansion, expansions.front(), clause.units[unit].terms.front())) continue;
      add(clause, {unit, 1, content_terms(expansion.text, analyzer_), expansion.text, expansion.count,
                   Alternative::Origin::acronym});
    }
  }

  // Adds the synonyms of a stretch; of one unit also those of its stem ("beresiko" of "resiko"). Returns whether it has
  // any.
  bool add_synonyms(Clause& clause, std::size_t first, std::size_t count) {
    if (sources_.synonyms == nullptr) return false;
    std::span<const std::string> others = sources_.synonyms->others(SynonymList::folded(text_of(clause, first, count)));
    const Unit& unit = clause.units[first];
    if (others.empty() && count == 1 && unit.terms.size() == 1) others = sources_.synonyms->others(unit.terms.front());
    for (const std::string& other : others) {
      add(clause, {first, count, content_terms(other, analyzer_), other, 0, Alternative::Origin::synonym});
    }
    return !others.empty();
  }

  // Adds "bj" for the initials of "B. J. Habibie". Returns how many there are from here on.
  std::size_t join_initials(Clause& clause, std::size_t first) const {
    const auto is_letter = [](const Unit& unit) { return unit.text.size() == 1 && is_ascii_letter(unit.text.front()); };
    const auto begin = clause.units.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = std::find_if_not(begin, clause.units.end(), is_letter);
    const auto count = static_cast<std::size_t>(end - begin);
    if (sources_.synonyms == nullptr || count < 2) return 1;
    if (count > kMostInitials) return count;
    std::string joined;
    for (auto unit = begin; unit != end; ++unit) joined += unit->text;
    add(clause, {first, count, {joined}, joined, 0, Alternative::Origin::synonym});
    return count;
  }

  // Adds an alternative that the query does not hold anyway, and that was not added before.
  void add(Clause& clause, Alternative alternative) const {
    const auto is_same = [&](const Alternative& other) {
      return other.first_unit == alternative.first_unit && other.terms == alternative.terms;
    };
    if (alternative.terms.empty() || is_in_query(alternative.terms)) return;
    if (std::ranges::none_of(clause.alternatives, is_same)) clause.alternatives.push_back(std::move(alternative));
  }

  bool counts(const AcronymReading& reading, const AcronymReading& commonest, const std::string& acronym_term) const {
    return reading.count >= commonest.count / kLeastShareOfCommonest &&
           reading.count >= database_.get_termfreq(acronym_term) / kLeastShareOfArticles;
  }

  static bool is_small(const Unit& unit) { return analysis::without_small_words(unit.text).empty(); }

  // As the database's lists spell it: "kpk" for "k.p.k".
  static const std::string& spelled(const Unit& unit) {
    std::string letters = unit.text;
    std::erase(letters, '.');
    return unit.terms.size() == 1 && letters == unit.terms.front() ? unit.terms.front() : unit.text;
  }

  static std::string text_of(const Clause& clause, std::size_t first, std::size_t count) {
    std::string words;
    for (std::size_t unit = first; unit < first + count; ++unit) words += spelled(clause.units[unit]) + " ";
    return words;
  }

  static std::string folded(const Clause& clause, std::size_t first, std::size_t count) {
    return analysis::fold_acronym_words(text_of(clause, first, count));
  }

  bool is_in_query(const std::vector<std::string>& terms) const {
    return std::ranges::all_of(terms, [&](const std::string& term) { return own_terms_.contains(term); });
  }

  const ExpansionSources& sources_;
  const Xapian::Database& database_;
  std::set<std::string> own_terms_;
  analysis::Analyzer& analyzer_;
};

bool is_plain(const Clause& clause) {
  return clause.kind == NodeKind::words && clause.field == nullptr;
}

}  // namespace

void expand(Clause& root, const ExpansionSources& sources, const Xapian::Database& database,
            analysis::Analyzer& analyzer) {
  find_prefix_terms(root, sources.shards, database, analyzer);
  Expander expander(sources, database, analyzer);
  if (is_plain(root)) expander.expand(root);
  if (root.kind != NodeKind::group) return;
  for (Clause& member : root.children) {
    if (is_plain(member)) expander.expand(member);
  }
}

}  // namespace warta::searcher
