#include <algorithm>

#include "base/language.h"
#include "database/xapian_errors.h"
#include "searcher/presentation/answer.h"

namespace warta::searcher {
namespace {

bool is_filter(const Clause& clause) {
  return clause.kind == NodeKind::date || clause.is_keyword();
}

std::vector<std::string> unknown_words(const Clause& clause, const Xapian::Database& database) {
  std::vector<std::string> words;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) {
      const bool is_unknown = unit.unstemmed.empty() && std::ranges::any_of(unit.terms, [&](const std::string& term) {
                                return !database.term_exists(term);
                              });
      if (is_unknown && std::ranges::find(words, unit.text) == words.end()) words.push_back(unit.text);
    }
  });
  return words;
}

}  // namespace

std::vector<std::string> hints_for(const Clause& clause, const SearchResult& result, Session& session) {
  std::vector<std::string> hints;
  if (result.all_words.count > 0) return hints;
  const Result<std::vector<std::string>> unknown =
      guard_xapian(session.path(), [&] { return unknown_words(clause, session.database()); });
  if (unknown && !unknown->empty()) {
    std::string list;
    for (const std::string& word : *unknown) list += (list.empty() ? "" : ", ") + word;
    hints.push_back(localized_format("no article holds: {}", "tidak ada artikel yang memuat: {}", list));
  }
  if (!result.hits.empty()) return hints;

  bool has_exact_phrase = false;
  bool has_filter = false;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    has_exact_phrase = has_exact_phrase || (leaf.kind == NodeKind::phrase && leaf.mode == PhraseMode::exact);
    has_filter = has_filter || is_filter(leaf);
  });
  if (has_exact_phrase) {
    hints.emplace_back(localized("\"...\" asks for exactly these words and capitals; ~\"...\" finds every form of them",
                                 "\"...\" mencari persis kata dan huruf besarnya; ~\"...\" menemukan semua bentuknya"));
  }
  if (has_filter) {
    hints.emplace_back(localized("a date or a field narrows the search; try it without",
                                 "tanggal atau bidang mempersempit pencarian; coba tanpa itu"));
  }
  return hints;
}

}  // namespace warta::searcher
