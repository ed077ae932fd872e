// The article: what sources yield, what the database stores, what hits show.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "database/civil_time.h"

namespace warta {

struct Article {
  std::string id;   // as the source gave it; may be empty
  std::string url;  // as a reader opens it (clean_url); may be empty
  std::string title;
  std::string body;  // paragraphs, each ended by '\n' but the last
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
  std::vector<std::string> authors;
  std::string source;  // site, as a host name where there is one: "kompas.com"
  std::string category;
  std::vector<std::string> tags;
  std::string language;  // ISO 639-1; empty where unknown, which is taken for Indonesian
  std::vector<std::pair<std::string, std::string>> extra;  // unknown fields: name, value as JSON text

  bool operator==(const Article&) const = default;
};

// Its language, where unknown "id".
std::string_view language_of(const Article& article);

// False for an article that is known to be in another language.
bool is_indonesian(const Article& article);

// The URL as an article keeps it: still the one that opens the page, but without fragment, credentials, default port
// and tracking parameters (utm_*, fbclid, gclid, ...), the host in lower case. Returns "" for what is no http(s) URL.
std::string clean_url(std::string_view url);

// The URL as a key that is one for all that lead to the same article: clean_url, with scheme ("https"), "www.",
// parameters that only choose the presentation (page=all, amp=1), an empty query and a final slash folded too. Returns
// "" for what is no http(s) URL.
std::string canonical_url(std::string_view url);

// The host of an http(s) URL without "www." and port: "kompas.com". "" for what is no http(s) URL.
std::string site_of_url(std::string_view url);

// The key by which an article is the same article: "u" + canonical URL, else "i" + id, else "h" + hash of the
// content but for its language, which is not always the source's own word. At most 200 bytes: longer keys are cut and
// end in a hash of the whole.
std::string identity(const Article& article);

// 64-bit hash of everything that is stored: equal hashes mean that adding the article again changes nothing.
std::uint64_t content_hash(const Article& article);

// A hash as value slots hold it, eight bytes in the order of the numbers, and the hash that a slot holds (0 where it
// holds none).
std::string serialise_hash(std::uint64_t hash);
std::uint64_t unserialise_hash(std::string_view value);

}  // namespace warta
