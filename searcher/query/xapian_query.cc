#include "searcher/query/xapian_query.h"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "searcher/query/rare_words.h"
#include "searcher/query/scored_query.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

using Xapian::Query;
using Kind = ScoredQuery::Kind;

Query joined(Query::op op, const std::vector<Query>& queries) {
  if (queries.empty()) return Query();
  return queries.size() == 1 ? queries.front() : Query(op, queries.begin(), queries.end());
}

std::vector<Query> to_xapian(const std::vector<ScoredQuery>& queries) {
  std::vector<Query> converted;
  for (const ScoredQuery& query : queries) converted.push_back(searcher::to_xapian(query));
  return converted;
}

Query unweighted(const Query& query) {
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

std::string prefix_of(const Clause& clause) {
  return clause.field == nullptr ? std::string() : std::string(clause.field->prefix);
}

class QueryMaker {
 public:
  QueryMaker(int offset_minutes, const Xapian::Database& database)
      : offset_minutes_(offset_minutes), database_(database) {}

  // Every article that the clause matches, and possibly more.
  Query superset(const Clause& clause) const {
    switch (clause.kind) {
      case NodeKind::words: return clause.is_keyword() ? keyword(clause) : all_units(clause);
      case NodeKind::phrase: return all_units(clause);
      case NodeKind::prefix: return prefix(clause);
      case NodeKind::date: return date(clause);
      case NodeKind::any: return any(clause);
      case NodeKind::exclude: return everything_but(clause);
      case NodeKind::require: return superset(clause.children.front());
      default: return all(clause.children);
    }
  }

  CandidateQueries tiers(const Clause& root) const {
    const Members members = members_of(root);
    const WantedWords& wanted = members.wanted;
    CandidateQueries queries;
    queries.wanted_words = static_cast<unsigned>(wanted.words.size());
    queries.asks = std::ranges::any_of(wanted.units, [](const Unit* unit) { return unit->share < 1.0; });
    queries.all_words = with_rest(joined(Query::OP_AND, to_xapian(wanted.every)), members.rest, Query::OP_AND);
    if (wanted.words.size() > 1 || (wanted.words.size() == 1 && has_scoring_member(members.rest))) {
      std::vector<ScoredQuery> some = wanted.words;
      some.insert(some.end(), wanted.alternatives.begin(), wanted.alternatives.end());
      queries.some_words = with_rest(joined(Query::OP_OR, to_xapian(some)), members.rest, Query::OP_AND_MAYBE);
    }
    return queries;
  }

  RareWordsQuery rare_words(const Clause& root) const {
    const Members members = members_of(root);
    const WantedWords& wanted = members.wanted;
    if (has_scoring_member(members.rest)) return {};
    const RareWords split = find_rare_words(wanted.units, database_);
    if (split.common.empty()) return {};
    RareWordsQuery query{.leading = wanted.alternatives, .is_filtered = !members.rest.empty()};
    for (const std::size_t word : split.rare) query.leading.push_back(wanted.words[word]);
    for (const std::size_t word : split.common) query.adding.push_back(wanted.words[word]);
    Query candidates = joined(Query::OP_OR, to_xapian(query.leading));
    // One after the other, the rarest first: the matcher then drops the last of them from its search for candidates as
    // soon as it cannot matter.
    for (const Query& word : to_xapian(query.adding)) candidates = Query(Query::OP_AND_MAYBE, candidates, word);
    query.candidates = with_rest(candidates, members.rest, Query::OP_AND_MAYBE);
    return query;
  }

 private:
  struct WantedWords {
    std::vector<const Unit*> units;         // the query's own words
    std::vector<ScoredQuery> words;         // the same
    std::vector<ScoredQuery> alternatives;  // of stretches of them
    std::vector<ScoredQuery> every;         // all of which an article with all words holds
  };

  struct Members {
    WantedWords wanted;
    std::vector<Clause> rest;
  };

  static Members members_of(const Clause& root) {
    Members members;
    const auto add = [&](const Clause& member) {
      if (member.kind == NodeKind::words && !member.is_keyword() && !member.is_title()) {
        add_words(member, members.wanted);
      } else {
        members.rest.push_back(member);
      }
    };
    if (root.kind != NodeKind::group) {
      add(root);
    } else {
      std::ranges::for_each(root.children, add);
    }
    return members;
  }

  // Where every word is asked for, the alternatives of a stretch of words stand for all of it; where some are, each
  // word counts by itself. Alternatives count only in articles without the stretch itself: articles that explain an
  // acronym have both forms, and are no better for it.
  static void add_words(const Clause& clause, WantedWords& wanted) {
    const std::vector<ScoredQuery> words = scored_units(clause);
    for (const Unit& unit : clause.units) wanted.units.push_back(&unit);
    wanted.words.insert(wanted.words.end(), words.begin(), words.end());
    auto alternative = clause.alternatives.begin();
    for (std::size_t unit = 0; unit < words.size();) {
      std::size_t count = 1;
      std::vector<ScoredQuery> alternatives;
      for (; alternative != clause.alternatives.end() && alternative->first_unit == unit; ++alternative) {
        count = alternative->unit_count;
        alternatives.push_back(all_of(alternative->terms));
      }
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(unit);
      ScoredQuery stretch = joined(Kind::all, {first, first + static_cast<std::ptrdiff_t>(count)});
      if (!alternatives.empty()) {
        const ScoredQuery other{
            Kind::but_not, {}, {joined(Kind::any, std::move(alternatives)), stretch}, kAcronymShare};
        wanted.alternatives.push_back(other);
        stretch = {Kind::any, {}, {std::move(stretch), other}};
      }
      wanted.every.push_back(std::move(stretch));
      unit += count;
    }
  }

  static ScoredQuery all_of(const std::vector<std::string>& terms) {
    std::vector<ScoredQuery> parts;
    for (const std::string& term : terms) parts.push_back({.term = term});
    return joined(Kind::all, std::move(parts));
  }

  static bool is_filter(const Clause& clause) {
    return clause.kind == NodeKind::date || clause.kind == NodeKind::exclude || clause.is_keyword();
  }

  static bool has_scoring_member(const std::vector<Clause>& clauses) {
    return std::ranges::any_of(clauses, [](const Clause& clause) { return !is_filter(clause); });
  }

  // The wanted words beside what is required: they must stand there, or (maybe) only add to the rank where something
  // that ranks is required.
  Query with_rest(const Query& wanted, const std::vector<Clause>& rest, Query::op op) const {
    std::vector<Query> required;
    std::vector<Clause> filters;
    for (const Clause& clause : rest) {
      if (is_filter(clause)) {
        filters.push_back(clause);
      } else {
        required.push_back(superset(clause));
      }
    }
    const Query scored = joined(Query::OP_AND, required);
    if (wanted.empty()) return with_filters(scored, filters);
    return with_filters(scored.empty() ? wanted : Query(op, scored, wanted), filters);
  }

  Query all(const std::vector<Clause>& clauses) const { return with_rest(Query(), clauses, Query::OP_AND); }

  Query with_filters(Query scored, const std::vector<Clause>& filters) const {
    std::vector<Query> kept;
    std::vector<Query> excluded;
    for (const Clause& filter : filters) {
      if (filter.kind != NodeKind::exclude) {
        kept.push_back(superset(filter));
      } else if (!needs_verification(filter)) {
        excluded.push_back(superset(filter.children.front()));
      }
    }
    if (!kept.empty()) {
      const Query filter = joined(Query::OP_AND, kept);
      scored = scored.empty() ? filter : Query(Query::OP_FILTER, scored, filter);
    }
    if (scored.empty()) scored = Query::MatchAll;
    return excluded.empty() ? scored : Query(Query::OP_AND_NOT, scored, joined(Query::OP_OR, excluded));
  }

  Query any(const Clause& clause) const {
    std::vector<Query> queries;
    for (const Clause& child : clause.children) queries.push_back(superset(child));
    return joined(Query::OP_OR, queries);
  }

  // Terms do not say where a phrase stands: what is excluded with a phrase stays a candidate.
  Query everything_but(const Clause& clause) const {
    if (needs_verification(clause)) return Query::MatchAll;
    return Query(Query::OP_AND_NOT, Query::MatchAll, superset(clause.children.front()));
  }

  static Query all_units(const Clause& clause) { return joined(Query::OP_AND, to_xapian(scored_units(clause))); }

  static Query keyword(const Clause& clause) { return unweighted(Query(keyword_term(*clause.field, clause.text))); }

  // All words that begin so weigh as one. Where nothing begins so, a term that no article has: an empty query would
  // mean that nothing is asked.
  static Query prefix(const Clause& clause) {
    const std::vector<std::string>& terms = clause.prefix.terms;
    if (terms.empty()) return Query(prefix_of(clause) + clause.text);
    const Query words(Query::OP_SYNONYM, terms.begin(), terms.end());
    return clause.prefix.is_everywhere ? Query(Query::OP_AND_MAYBE, Query::MatchAll, words) : words;
  }

  Query date(const Clause& clause) const {
    const std::optional<std::int64_t> first = first_second(clause.days, offset_minutes_);
    const std::optional<std::int64_t> last = last_second(clause.days, offset_minutes_);
    const auto key = [](std::int64_t seconds) { return Xapian::sortable_serialise(static_cast<double>(seconds)); };
    if (first && last) return Query(Query::OP_VALUE_RANGE, kPublishedSlot, key(*first), key(*last));
    if (first) return Query(Query::OP_VALUE_GE, kPublishedSlot, key(*first));
    // Articles without a date have an empty value, which sorts before every date.
    return Query(Query::OP_VALUE_RANGE, kPublishedSlot, Xapian::sortable_serialise(kBeforeAllTime), key(*last));
  }

  int offset_minutes_;
  const Xapian::Database& database_;
};

}  // namespace

CandidateQueries make_xapian_queries(const Clause& root, int offset_minutes, const Xapian::Database& database) {
  return QueryMaker(offset_minutes, database).tiers(root);
}

RareWordsQuery make_rare_words_query(const Clause& root, int offset_minutes, const Xapian::Database& database) {
  return QueryMaker(offset_minutes, database).rare_words(root);
}

Xapian::Query dated_articles() {
  return {Xapian::Query::OP_VALUE_GE, kPublishedSlot, Xapian::sortable_serialise(kBeforeAllTime)};
}

Xapian::doccount count_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

}  // namespace warta::searcher
