// What came from a URL: told by the bytes first, and by what the server calls them only where they leave it open.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::indexer {

enum class Arrival : std::uint8_t {
  feed,     // RSS, RSS 1.0, Atom, JSON Feed
  sitemap,  // urlset, sitemapindex, or a list of URLs
  page,
  other,  // a picture, a film, a program's data: nothing to read
};

// body is what came, unpacked; content_type is the header, or "".
Arrival what_came(std::string_view body, std::string_view content_type);

// The charset that a Content-Type header declares, or "".
std::string charset_of(std::string_view content_type);

// The body without the gzip in which sitemaps are kept as files (sitemap.xml.gz); as it is where there is none. Error
// (ExitCode::input_skipped): damaged, or more than max_bytes; the message is the reason alone.
Result<std::string> unpacked(std::string body, std::uint64_t max_bytes);

}  // namespace warta::indexer
