#include "searcher/verification/pair_filter.h"

#include <algorithm>
#include <string>

namespace warta::searcher {
namespace {

// The terms under which a unit of a phrase stands in articles of any language.
std::vector<std::string_view> forms_of(const Unit& unit) {
  std::vector<std::string_view> forms = {unit.terms.front()};
  if (!unit.unstemmed.empty() && !unit.unstemmed.front().term.empty()) forms.push_back(unit.unstemmed.front().term);
  return forms;
}

}  // namespace

PairFilter::Condition PairFilter::condition_of(const Clause& clause) {
  std::vector<Condition> parts;
  switch (clause.kind) {
    case NodeKind::phrase:
      if (clause.mode != PhraseMode::exact && clause.mode != PhraseMode::stemmed) return {};
      for (std::size_t i = 1; i < clause.units.size(); ++i)
        parts.push_back(side_by_side(clause.units[i - 1], clause.units[i]));
      return all_of(std::move(parts));
    case NodeKind::any:
      for (const Clause& child : clause.children) parts.push_back(condition_of(child));
      if (std::ranges::find(parts, Kind::always, &Condition::kind) != parts.end()) return {};
      return {.kind = Kind::any, .parts = std::move(parts)};
    case NodeKind::all:
    case NodeKind::group:
    case NodeKind::require:
      for (const Clause& child : clause.children) parts.push_back(condition_of(child));
      return all_of(std::move(parts));
    default: return {};
  }
}

PairFilter::Condition PairFilter::all_of(std::vector<Condition> parts) {
  std::erase_if(parts, [](const Condition& part) { return part.kind == Kind::always; });
  if (parts.empty()) return {};
  if (parts.size() == 1) return Condition(std::move(parts.front()));
  return {.kind = Kind::all, .parts = std::move(parts)};
}

PairFilter::Condition PairFilter::side_by_side(const Unit& first, const Unit& second) {
  Condition pair{.kind = Kind::pair};
  for (const std::string_view before : forms_of(first)) {
    for (const std::string_view after : forms_of(second)) pair.forms.emplace_back(before, after);
  }
  return pair;
}

bool PairFilter::holds(const Condition& condition, std::string_view signature) {
  const auto part_holds = [&](const Condition& part) { return holds(part, signature); };
  switch (condition.kind) {
    case Kind::all: return std::ranges::all_of(condition.parts, part_holds);
    case Kind::any: return std::ranges::any_of(condition.parts, part_holds);
    case Kind::pair:
      return std::ranges::any_of(condition.forms, [&](const TermPair& form) { return form.may_stand_in(signature); });
    case Kind::always: break;
  }
  return true;
}

}  // namespace warta::searcher
