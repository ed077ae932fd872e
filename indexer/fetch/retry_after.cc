#include "indexer/fetch/retry_after.h"

#include <algorithm>
#include <charconv>

#include <curl/curl.h>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

constexpr std::int64_t kLongestSeconds = std::int64_t{365} * 24 * 3600;

}  // namespace

std::optional<std::chrono::seconds> parse_retry_after(const std::string& header, std::int64_t now_epoch_seconds) {
  if (header.empty()) return std::nullopt;
  std::int64_t seconds = kLongestSeconds;
  if (std::all_of(header.begin(), header.end(), is_ascii_digit)) {
    // A number that is too large leaves the longest wait.
    std::from_chars(header.data(), header.data() + header.size(), seconds);
  } else {
    const time_t moment = curl_getdate(header.c_str(), nullptr);
    if (moment == -1) return std::nullopt;
    seconds = static_cast<std::int64_t>(moment) - now_epoch_seconds;
  }
  return std::chrono::seconds(std::clamp(seconds, std::int64_t{0}, kLongestSeconds));
}

}  // namespace warta::indexer
