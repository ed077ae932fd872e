// The header Retry-After: how long a server asks to be left alone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace warta::indexer {

// Reads seconds or an HTTP date (RFC 9110, 10.2.3); a date that has passed is no wait. Nothing where the header is
// empty or cannot be read. At most a year.
std::optional<std::chrono::seconds> parse_retry_after(const std::string& header, std::int64_t now_epoch_seconds);

}  // namespace warta::indexer
