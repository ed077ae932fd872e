#include "searcher/facets.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"
#include "database/civil_time.h"
#include "database/facet_values.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "searcher/query/xapian_query.h"
#include "searcher/verification/verifier.h"

namespace warta::searcher {
namespace {

struct KindRow {
  FacetKind kind;
  const char* name;  // of the field too, where there is one
  const char* indonesian_name;
};

constexpr auto kKinds = std::to_array<KindRow>({
    {FacetKind::source, "source", "sumber"},
    {FacetKind::month, "month", "bulan"},
    {FacetKind::category, "category", "kategori"},
    {FacetKind::author, "author", "penulis"},
});

using ValueCounts = std::map<std::string, std::uint64_t>;  // a slot's value -> articles that have it

// What the slots of the matching articles hold.
struct SlotCounts {
  ValueCounts facets;
  ValueCounts published;
  std::uint64_t articles = 0;
};

// One value of a facet in all its spellings.
struct Group {
  std::uint64_t articles = 0;
  ValueCounts spellings;
};

struct Groups {
  std::map<std::string, Group> by_value;  // by the value's folded form
  std::uint64_t articles = 0;             // that have a value
};

std::vector<std::string> values_of(FacetKind kind, const FacetValues& facets) {
  switch (kind) {
    case FacetKind::source: return {facets.source};
    case FacetKind::category: return {facets.category};
    default: return facets.authors;
  }
}

Groups group_by_value(FacetKind kind, const ValueCounts& slot) {
  const Field& field = *find_field(name_of(kind));
  Groups groups;
  for (const auto& [bytes, articles] : slot) {
    const auto facets = unserialise_facets(bytes);
    if (!facets) continue;
    std::set<std::string> counted;  // an article counts once for an author that it names twice
    for (const std::string& value : values_of(kind, *facets)) {
      std::string key = keyword_term(field, value);
      if (key.empty() || !counted.insert(key).second) continue;
      Group& group = groups.by_value[std::move(key)];
      group.articles += articles;
      group.spellings[value] += articles;
    }
    if (!counted.empty()) groups.articles += articles;
  }
  return groups;
}

std::vector<FacetCount> most_frequent_first(const Groups& groups) {
  std::vector<FacetCount> counts;
  for (const auto& [key, group] : groups.by_value) {
    const auto spelling = std::ranges::max_element(group.spellings, {}, [](const auto& entry) { return entry.second; });
    counts.push_back({spelling->first, group.articles});
  }
  std::ranges::sort(counts, [](const FacetCount& left, const FacetCount& right) {
    return left.articles != right.articles ? left.articles > right.articles : left.value < right.value;
  });
  return counts;
}

std::vector<FacetCount> newest_months_first(const ValueCounts& published, int offset_minutes) {
  std::map<std::pair<int, int>, std::uint64_t, std::greater<>> months;
  for (const auto& [value, articles] : published) {
    const auto seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
    const CivilDate day = local_day(seconds, offset_minutes);
    months[{day.year, day.month}] += articles;
  }
  std::vector<FacetCount> counts;
  for (const auto& [month, articles] : months) {
    counts.push_back({fmt::format("{:04}-{:02}", month.first, month.second), articles});
  }
  return counts;
}

std::uint64_t sum(const ValueCounts& counts) {
  std::uint64_t articles = 0;
  for (const auto& [value, count] : counts) articles += count;
  return articles;
}

Facet make_facet(FacetKind kind, const SlotCounts& counts, std::size_t most, int offset_minutes) {
  Facet facet{.kind = kind};
  if (kind == FacetKind::month) {
    facet.values = newest_months_first(counts.published, offset_minutes);
    facet.without = counts.articles - sum(counts.published);
  } else {
    const Groups groups = group_by_value(kind, counts.facets);
    facet.values = most_frequent_first(groups);
    facet.without = counts.articles - groups.articles;
  }
  while (facet.values.size() > most) {
    ++facet.other_values;
    facet.other_articles += facet.values.back().articles;
    facet.values.pop_back();
  }
  return facet;
}

// Xapian counts the values of all matches in one pass; its spies work over the remote backend too.
SlotCounts count_slots(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::ValueCountMatchSpy facets(kFacetSlot);
  Xapian::ValueCountMatchSpy published(kPublishedSlot);
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&facets);
  enquire.add_matchspy(&published);
  enquire.get_mset(0, 1, database.get_doccount());
  SlotCounts counts;
  counts.articles = facets.get_total();
  for (auto value = facets.values_begin(); value != facets.values_end(); ++value) {
    counts.facets[*value] += value.get_termfreq();
  }
  for (auto value = published.values_begin(); value != published.values_end(); ++value) {
    counts.published[*value] += value.get_termfreq();
  }
  return counts;
}

bool is_match(const Xapian::Document& document, const Verifier& verifier, Session& session) {
  const Result<Article> article = session.codec().decode(document.get_value(kArticleSlot));
  if (!article) return false;
  ArticleText text(*article, session.analyzer());
  return verifier.check(*article, text).matches;
}

void add(std::string value, ValueCounts& counts) {
  if (!value.empty()) ++counts[std::move(value)];
}

class FacetCounter {
 public:
  FacetCounter(Session& session, const Clause& query, int offset_minutes)
      : session_(session),
        query_(query),
        offset_minutes_(offset_minutes),
        queries_(make_xapian_queries(query, offset_minutes, session.database())) {}

  SlotCounts run(bool& is_exact) {
    SlotCounts counts = count(queries_.all_words, is_exact);
    if (counts.articles > 0 || queries_.some_words.empty()) return counts;
    return count(queries_.some_words, is_exact);
  }

 private:
  SlotCounts count(const Xapian::Query& query, bool& is_exact) {
    return needs_verification(query_) ? count_verified(query, is_exact) : count_slots(session_.database(), query);
  }

  SlotCounts count_verified(const Xapian::Query& query, bool& is_exact) {
    const Verifier verifier(query_, offset_minutes_);
    Xapian::Enquire enquire(session_.database());
    enquire.set_query(query);
    const Xapian::MSet candidates = enquire.get_mset(0, kMostVerifiedForFacets, kMostVerifiedForFacets + 1);
    is_exact = candidates.get_matches_lower_bound() <= kMostVerifiedForFacets;
    SlotCounts counts;
    for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate) {
      const Xapian::Document document = candidate.get_document();
      if (!is_match(document, verifier, session_)) continue;
      ++counts.articles;
      add(document.get_value(kFacetSlot), counts.facets);
      add(document.get_value(kPublishedSlot), counts.published);
    }
    return counts;
  }

  Session& session_;
  const Clause& query_;
  int offset_minutes_;
  CandidateQueries queries_;
};

}  // namespace

const char* name_of(FacetKind kind) {
  return kKinds[static_cast<std::size_t>(kind)].name;
}

const char* label_of(FacetKind kind) {
  const KindRow& row = kKinds[static_cast<std::size_t>(kind)];
  return localized(row.name, row.indonesian_name);
}

std::optional<FacetKind> facet_kind(std::string_view name) {
  const std::string folded = lower_ascii(name);
  const auto row = std::ranges::find_if(kKinds, [&](const KindRow& candidate) {
    return candidate.name == folded || candidate.indonesian_name == folded;
  });
  return row == kKinds.end() ? std::nullopt : std::optional(row->kind);
}

Result<FacetReport> count_facets(Session& session, const Clause& query, const std::vector<FacetKind>& kinds,
                                 std::size_t most, int offset_minutes) {
  return guard_xapian(session.path(), [&] {
    FacetReport report;
    const SlotCounts counts = FacetCounter(session, query, offset_minutes).run(report.is_exact);
    report.articles = counts.articles;
    for (const FacetKind kind : kinds) report.facets.push_back(make_facet(kind, counts, most, offset_minutes));
    return report;
  });
}

}  // namespace warta::searcher
