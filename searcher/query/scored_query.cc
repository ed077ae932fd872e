#include "searcher/query/scored_query.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace warta::searcher {
namespace {

using Kind = ScoredQuery::Kind;

ScoredQuery scored_term(const Unit& unit, std::size_t index, const std::string& scope) {
  ScoredQuery stemmed{.term = scope + unit.terms[index]};
  if (unit.unstemmed.empty() || unit.unstemmed[index].term.empty()) return stemmed;
  const UnstemmedTerm& unstemmed = unit.unstemmed[index];
  return {Kind::any, {}, {std::move(stemmed), {.term = scope + unstemmed.term, .share = unstemmed.share}}};
}

ScoredQuery scored_unit(const Unit& unit, const std::string& scope) {
  std::vector<ScoredQuery> terms;
  for (std::size_t i = 0; i < unit.terms.size(); ++i) terms.push_back(scored_term(unit, i, scope));
  ScoredQuery parts = joined(Kind::all, std::move(terms));
  parts.share *= unit.share;
  if (unit.alternatives.empty() && unit.inner_terms.empty()) return parts;
  std::vector<ScoredQuery> either = {std::move(parts)};
  for (const std::string& term : unit.inner_terms) either.push_back({.term = scope + term, .share = 0.0});
  for (const std::string& term : unit.alternatives) either.push_back({.term = scope + term});
  return {Kind::any, {}, std::move(either)};
}

// Appends what all must be there; false where that is more than ScoredQuery can say.
bool add_required(const Clause& clause, std::vector<ScoredQuery>& required) {
  const auto add_all_of = [&](const std::vector<Clause>& clauses) {
    return std::ranges::all_of(clauses, [&](const Clause& child) { return add_required(child, required); });
  };
  switch (clause.kind) {
    case NodeKind::words:
      if (clause.is_keyword()) {
        required.push_back({.term = keyword_term(*clause.field, clause.text), .share = 0.0});
        return true;
      }
      if (!clause.alternatives.empty()) return false;
      [[fallthrough]];
    case NodeKind::phrase: std::ranges::move(scored_units(clause), std::back_inserter(required)); return true;
    case NodeKind::any: {
      std::vector<ScoredQuery> either;
      for (const Clause& child : clause.children) {
        std::optional<ScoredQuery> query = scored_candidates(child);
        if (!query) return false;
        either.push_back(std::move(*query));
      }
      required.push_back(joined(Kind::any, std::move(either)));
      return true;
    }
    case NodeKind::all:
    case NodeKind::group:
    case NodeKind::require: return add_all_of(clause.children);
    default: return false;
  }
}

Xapian::Query::op operator_of(Kind kind) {
  switch (kind) {
    case Kind::all: return Xapian::Query::OP_AND;
    case Kind::any: return Xapian::Query::OP_OR;
    default: return Xapian::Query::OP_AND_NOT;
  }
}

Xapian::Query unscaled(const ScoredQuery& query) {
  if (query.kind == Kind::term) return Xapian::Query(query.term);
  std::vector<Xapian::Query> parts;
  for (const ScoredQuery& part : query.parts) parts.push_back(to_xapian(part));
  return {operator_of(query.kind), parts.begin(), parts.end()};
}

}  // namespace

ScoredQuery joined(Kind kind, std::vector<ScoredQuery> parts) {
  if (parts.size() == 1) return ScoredQuery(std::move(parts.front()));
  return {kind, {}, std::move(parts)};
}

std::vector<ScoredQuery> scored_units(const Clause& clause) {
  const std::string scope = clause.field == nullptr ? std::string() : std::string(clause.field->prefix);
  std::vector<ScoredQuery> queries;
  for (const Unit& unit : clause.units) queries.push_back(scored_unit(unit, scope));
  return queries;
}

std::optional<ScoredQuery> scored_candidates(const Clause& root) {
  std::vector<ScoredQuery> required;
  if (!add_required(root, required)) return std::nullopt;
  return joined(Kind::all, std::move(required));
}

Xapian::Query to_xapian(const ScoredQuery& query) {
  if (query.share == 1.0) return unscaled(query);
  return {Xapian::Query::OP_SCALE_WEIGHT, unscaled(query), query.share};
}

}  // namespace warta::searcher
