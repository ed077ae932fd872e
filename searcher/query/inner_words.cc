#include "searcher/query/inner_words.h"

#include <string>
#include <string_view>

#include "database/schema.h"

namespace warta::searcher {
namespace {

void look_up(Unit& unit, std::string_view scope, const Xapian::Database& database) {
  unit.inner_terms.clear();
  const auto add = [&](const std::string& term) {
    const std::string inner = std::string(kInnerWordPrefix) + term;
    if (database.term_exists(std::string(scope) + inner)) unit.inner_terms.push_back(inner);
  };
  add(unit.terms.front());
  if (!unit.unstemmed.empty() && !unit.unstemmed.front().term.empty()) add(unit.unstemmed.front().term);
}

}  // namespace

void find_inner_words(Clause& root, const Xapian::Database& database) {
  for (Clause& child : root.children) find_inner_words(child, database);
  const bool has_order = root.mode == PhraseMode::exact || root.mode == PhraseMode::stemmed;
  if (root.kind != NodeKind::phrase || !has_order) return;
  const std::string_view scope = root.field == nullptr ? std::string_view() : root.field->prefix;
  look_up(root.units.front(), scope, database);
  if (root.units.size() > 1) look_up(root.units.back(), scope, database);
}

}  // namespace warta::searcher
