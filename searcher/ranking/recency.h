// Recency: what an article gains by being new, where the searcher asks for it.
#pragma once

#include <cstdint>
#include <optional>

#include <xapian.h>

#include "database/civil_time.h"

namespace warta::searcher {

// A prior that halves with age (the time-based language model of Li and Croft, CIKM 2003) and is added to the score, so
// that it has a bound: relevance keeps the upper hand. In the first stage, because of thousands of articles on an
// earthquake the newest need not be among the few that the second stage sees.
//
// The date slot holds seconds since 1970, which a ValueWeightPostingSource can only make a weight that grows with the
// date without bound and leaves articles without a date at the very end. So the curve is cut into kRecencySteps equal
// steps: each is a FixedWeightPostingSource for articles from a date on. All of it is stock Xapian and can be sent to a
// remote shard.
class RecencyPrior {
 public:
  // Gains fall from `most` at `newest` (epoch seconds) and later to half of it a half-life (above 0) before.
  RecencyPrior(double half_life_days, std::int64_t newest, double most);

  // The same articles, with their gains.
  Xapian::Query added_to(const Xapian::Query& query) const;

  // What an article gains: one of the steps, and none without a date.
  double gain(const std::optional<Timestamp>& published) const;

 private:
  std::int64_t beginning_of(unsigned step) const;  // the earliest date of the step, from 1 (the oldest)

  double half_life_seconds_;
  std::int64_t newest_;
  double most_;
};

// The prior for a query: a share kRecencyShare of the best score that it can reach, so that it means the same in short
// and long queries. Age counts from `now` or from the newest article, whichever is earlier: an archive that ended years
// ago has new articles too, and a date in the future is no advantage.
RecencyPrior recency_prior(double half_life_days, std::int64_t now, const Xapian::Query& query,
                           const Xapian::Database& database);

}  // namespace warta::searcher
