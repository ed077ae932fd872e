// URLs as fetching needs them: their parts, references from one to another, and what a message may show of them.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace warta::indexer {

// An absolute http or https URL.
struct WebUrl {
  std::string text;    // as it is asked for: encoded, without fragment; may hold credentials
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case; an IPv6 address in brackets
  std::string port;    // also where it is the scheme's own
  std::string target;  // path and query: "/berita?hal=2"

  // "https://contoh.id:443": that for which one robots.txt holds.
  std::string origin() const { return scheme + "://" + host + ":" + port; }

  // The server that is to be spared: the host, with its port where that is neither 80 nor 443.
  std::string server() const { return port == "80" || port == "443" ? host : host + ":" + port; }
};

// Longer URLs are refused: no site needs them, and what is done for each byte of them stays bounded.
inline constexpr std::size_t kLongestUrl = 4096;

// Errors (ExitCode::input_skipped) name the URL (loggable_url): it cannot be read, is too long, or has another scheme.
Result<WebUrl> parse_web_url(std::string_view text);

// The URL that reference means on the page at base: relative, absolute, or of another host (RFC 3986). Errors as above.
Result<WebUrl> resolve_web_url(const WebUrl& base, const std::string& reference);

// The URL without user name and password, and with *** for the values of parameters that are keys to something (token,
// api_key, ...). Any text may be given.
std::string loggable_url(std::string_view url);

}  // namespace warta::indexer
