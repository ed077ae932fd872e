#include "searcher/query/other_languages.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "database/schema.h"
#include "searcher/ranking/bm25.h"

namespace warta::searcher {
namespace {

bool are_all_indonesian(const Xapian::Database& database) {
  return database.get_termfreq(keyword_term(*find_field("language"), "id")) == database.get_doccount();
}

class Finder {
 public:
  explicit Finder(const Xapian::Database& database)
      : database_(database), is_needed_(!are_all_indonesian(database)), articles_(database.get_doccount()) {}

  void visit(Clause& clause) {
    for (Clause& child : clause.children) visit(child);
    if (clause.is_keyword()) return;
    clause.asks_unstemmed = is_needed_ && clause.kind == NodeKind::prefix;
    const std::string_view scope = clause.field == nullptr ? std::string_view() : clause.field->prefix;
    for (Unit& unit : clause.units) {
      for (std::size_t i = 0; i < unit.unstemmed.size(); ++i) look_up(unit.unstemmed[i], unit.terms[i], scope);
      const auto is_absent = [](const UnstemmedTerm& unstemmed) { return unstemmed.term.empty(); };
      if (std::ranges::all_of(unit.unstemmed, is_absent)) unit.unstemmed.clear();
    }
  }

 private:
  void look_up(UnstemmedTerm& unstemmed, const std::string& term, std::string_view scope) const {
    if (unstemmed.term.empty()) return;
    const Xapian::doccount held = is_needed_ ? database_.get_termfreq(std::string(scope) + unstemmed.term) : 0;
    if (held == 0) {
      unstemmed.term.clear();
      return;
    }
    const double either = std::min<double>(articles_, held + database_.get_termfreq(std::string(scope) + term));
    unstemmed.share = rareness(either, articles_) / rareness(held, articles_);
  }

  const Xapian::Database& database_;
  bool is_needed_;
  Xapian::doccount articles_;
};

}  // namespace

void find_in_other_languages(Clause& root, const Xapian::Database& database) {
  Finder(database).visit(root);
}

}  // namespace warta::searcher
