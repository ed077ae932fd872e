#include "indexer/fetch/robots_store.h"

#include <optional>

#include <fmt/format.h>

namespace warta::indexer {
namespace {

// RFC 9309, 2.4: no copy should be used for longer, unless the file cannot be had.
constexpr std::int64_t kFreshSeconds = 24 * 3600;

constexpr long kTooManyRequests = 429;

bool is_no_file(long status) {
  return status >= 400 && status < 500 && status != kTooManyRequests;
}

}  // namespace

const RobotsRules* RobotsStore::find(const std::string& origin, std::int64_t now) {
  if (const auto known = origins_.find(origin); known != origins_.end()) return &known->second.rules;
  const std::optional<RobotsRecord> record = state_.robots(origin);
  if (!record || record->fetched + kFreshSeconds < now) return nullptr;
  return &keep(origin, *record);
}

const RobotsRules& RobotsStore::take(const std::string& origin, const HttpResponse& response, std::int64_t now) {
  const bool is_good = response.status >= 200 && response.status < 300;
  // A connection that is cut may take the rules away that forbid; a file without end is read to where we look.
  const bool is_file = is_good && (response.problem.empty() || response.is_cut);
  if (is_file || is_no_file(response.status)) {
    const RobotsRecord record{is_no_file(response.status) ? std::string() : response.body.substr(0, kLongestRobots),
                              response.status, now};
    state_.put_robots(origin, record);
    return keep(origin, record);
  }
  if (const std::optional<RobotsRecord> old = state_.robots(origin)) return keep(origin, *old);
  const std::string trouble = response.problem.empty() ? fmt::format("HTTP {}", response.status) : response.problem;
  return origins_.insert_or_assign(origin, Origin{RobotsRules::disallow_all(), trouble}).first->second.rules;
}

const RobotsRules& RobotsStore::keep(const std::string& origin, const RobotsRecord& record) {
  return origins_.insert_or_assign(origin, Origin{RobotsRules::parse(record.text, product_), {}}).first->second.rules;
}

}  // namespace warta::indexer
