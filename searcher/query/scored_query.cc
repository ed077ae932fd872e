#include "searcher/query/scored_query.h"

#include <cstddef>
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
  if (unit.alternatives.empty()) return parts;
  std::vector<ScoredQuery> either = {std::move(parts)};
  for (const std::string& term : unit.alternatives) either.push_back({.term = scope + term});
  return {Kind::any, {}, std::move(either)};
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

Xapian::Query to_xapian(const ScoredQuery& query) {
  if (query.share == 1.0) return unscaled(query);
  return {Xapian::Query::OP_SCALE_WEIGHT, unscaled(query), query.share};
}

}  // namespace warta::searcher
