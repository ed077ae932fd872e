#include "searcher/ranking/recency.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "database/schema.h"
#include "searcher/ranking/bm25.h"
#include "searcher/ranking/weights.h"

namespace warta::searcher {
namespace {

constexpr double kSecondsPerDay = 86400.0;

// The date of the newest article; nullopt where none has one.
std::optional<std::int64_t> newest_article(const Xapian::Database& database) {
  const std::string latest = database.get_value_upper_bound(kPublishedSlot);
  if (latest.empty()) return std::nullopt;
  return static_cast<std::int64_t>(Xapian::sortable_unserialise(latest));
}

}  // namespace

RecencyPrior::RecencyPrior(double half_life_days, std::int64_t newest, double most)
    : half_life_seconds_(half_life_days * kSecondsPerDay), newest_(newest), most_(most) {}

std::int64_t RecencyPrior::beginning_of(unsigned step) const {
  // Where the curve passes the middle between this step and the one below.
  const double share = (step - 0.5) / kRecencySteps;
  return newest_ - static_cast<std::int64_t>(half_life_seconds_ * -std::log2(share));
}

Xapian::Query RecencyPrior::added_to(const Xapian::Query& query) const {
  using Xapian::Query;
  if (most_ <= 0) return query;
  // From the newest step to the oldest, so that an old article is asked for its date once.
  Query gains;
  for (unsigned step = kRecencySteps; step >= 1; --step) {
    const Query weight((new Xapian::FixedWeightPostingSource(most_ / kRecencySteps))->release());
    const auto seconds = static_cast<double>(beginning_of(step));
    const Query since(Query::OP_VALUE_GE, kPublishedSlot, Xapian::sortable_serialise(seconds));
    const Query gain(Query::OP_FILTER, weight, since);
    gains = gains.empty() ? gain : Query(Query::OP_AND_MAYBE, gain, gains);
  }
  return {Query::OP_AND_MAYBE, query, gains};
}

double RecencyPrior::gain(const std::optional<Timestamp>& published) const {
  if (!published) return 0;
  unsigned steps = 0;
  while (steps < kRecencySteps && moment_of(*published) >= beginning_of(steps + 1)) ++steps;
  return most_ * steps / kRecencySteps;
}

RecencyPrior recency_prior(double half_life_days, std::int64_t now, const Xapian::Query& query,
                           const Xapian::Database& database) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(bm25());
  const double best = enquire.get_mset(0, 0).get_max_possible();
  return {half_life_days, std::min(now, newest_article(database).value_or(now)), kRecencyShare * best};
}

}  // namespace warta::searcher
