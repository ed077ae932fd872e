// Facets: how many of the matching articles each source, month, category and author has.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "searcher/query/clause.h"
#include "searcher/session.h"

namespace warta::searcher {

enum class FacetKind : std::uint8_t { source, month, category, author };

// English name, also in JSON: "source", "month", "category", "author".
const char* name_of(FacetKind kind);

// The name for a person, in the language of messages.
const char* label_of(FacetKind kind);

// The kind with this English or Indonesian name (sumber, bulan, kategori, penulis) in any case.
std::optional<FacetKind> facet_kind(std::string_view name);

struct FacetCount {
  std::string value;  // as most of the articles write it; a month as "2024-05"
  std::uint64_t articles = 0;

  bool operator==(const FacetCount&) const = default;
};

struct Facet {
  FacetKind kind = FacetKind::source;
  std::vector<FacetCount> values = {};  // the most frequent first, then by name; months: the newest first
  std::uint64_t other_values = 0;       // that do not stand in the list
  std::uint64_t other_articles = 0;     // the sum of their counts
  std::uint64_t without = 0;            // articles that have no value
};

struct FacetReport {
  std::vector<Facet> facets = {};
  std::uint64_t articles = 0;  // that were counted
  bool is_exact = true;        // else there are more candidates than are verified, and the counts are of the best ones
};

// Counts over all articles with every word of the query, copies included; where there are none, over those with some of
// the words. Of each facet the `most` first values are listed. An article with several authors counts for each, once.
// Values that differ only in case or white space are one. Months are those of the zone that lies offset_minutes east of
// UTC. Phrases are verified on each article, up to kMostVerifiedForFacets.
Result<FacetReport> count_facets(Session& session, const Clause& query, const std::vector<FacetKind>& kinds,
                                 std::size_t most, int offset_minutes);

// Verifying so many takes a few seconds.
inline constexpr unsigned kMostVerifiedForFacets = 20'000;

}  // namespace warta::searcher
