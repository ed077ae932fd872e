#include "indexer/fetch/revisit_policy.h"

#include <algorithm>
#include <limits>

namespace warta::indexer {
namespace {

constexpr std::int64_t kMostPassingFailures = 10;
constexpr std::int64_t kMostLastingFailures = 3;
constexpr std::int64_t kFirstPauseSeconds = 15 * 60;  // after the second failure; four times as long with each
constexpr std::int64_t kLongestPauseSeconds = 2 * 24 * 3600;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

}  // namespace

bool is_page_wanted(const std::optional<UrlRecord>& known, std::int64_t told_modified, std::int64_t now) {
  if (!known) return true;
  const std::int64_t known_modified = known->told_modified != 0 ? known->told_modified : known->last_fetched;
  if (told_modified > known_modified) return true;
  if (known->failures > 0) return known->next_attempt <= now;
  return known->last_fetched == 0;
}

bool is_listing_wanted(const std::optional<UrlRecord>& known, std::int64_t told_modified) {
  if (!known || known->failures > 0 || known->content_hash == 0) return true;
  return told_modified == 0 || told_modified > known->told_modified;
}

bool is_given_up(const UrlRecord& record) {
  return record.next_attempt == kNever;
}

void note_failure(UrlRecord& record, Failure failure, std::int64_t now) {
  ++record.failures;
  const std::int64_t most = failure == Failure::passing ? kMostPassingFailures : kMostLastingFailures;
  if (record.failures >= most) {
    record.next_attempt = kNever;
    return;
  }
  std::int64_t pause = record.failures > 1 ? kFirstPauseSeconds : 0;
  for (std::int64_t i = 2; i < record.failures && pause < kLongestPauseSeconds; ++i) pause *= 4;
  record.next_attempt = now + std::min(pause, kLongestPauseSeconds);
}

}  // namespace warta::indexer
