#include "indexer/fetch/arrival.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/sources/content_coding.h"
#include "indexer/sources/header_block.h"
#include "indexer/sources/json_feed.h"
#include "indexer/sources/kind_detection.h"
#include "indexer/sources/sitemap_parser.h"

namespace warta::indexer {
namespace {

struct Root {
  std::string_view element;  // in lower case, without its prefix
  Arrival arrival;
};

constexpr Root kRoots[] = {
    {"rss", Arrival::feed},
    {"rdf", Arrival::feed},
    {"feed", Arrival::feed},
    {"urlset", Arrival::sitemap},
    {"sitemapindex", Arrival::sitemap},
    {"html", Arrival::page},
};

// Kinds of content that hold no text for us, by the beginning of their name.
constexpr std::string_view kUnreadableTypes[] = {
    "image/", "video/", "audio/", "font/", "application/pdf", "application/octet-stream", "application/zip"};

constexpr std::size_t kSniffedBytes = 4096;

// The beginning as ASCII sees it: without marks, and without the NULs of UTF-16.
std::string beginning(std::string_view body) {
  std::string text(body.substr(0, kSniffedBytes));
  for (const std::string_view mark : {kUtf8Mark, std::string_view("\xFF\xFE"), std::string_view("\xFE\xFF")}) {
    if (!text.starts_with(mark)) continue;
    text.erase(0, mark.size());
    std::erase(text, '\0');
    break;
  }
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string() : text.substr(first);
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

Arrival arrival_of_type(std::string_view type) {
  const bool is_unreadable = std::any_of(std::begin(kUnreadableTypes), std::end(kUnreadableTypes),
                                         [&](std::string_view known) { return type.starts_with(known); });
  if (is_unreadable) return Arrival::other;
  const bool is_xml = has(type, "xml") && !has(type, "html");
  return is_xml || has(type, "feed+json") ? Arrival::feed : Arrival::page;
}

}  // namespace

Arrival what_came(std::string_view body, std::string_view content_type) {
  const std::string type = lower_ascii(content_type.substr(0, 256));
  const std::string begin = beginning(body);
  // A document type may be longer than the beginning: the one that grows entities is.
  const bool is_wide = body.starts_with("\xFF\xFE") || body.starts_with("\xFE\xFF");
  const std::string root = root_name(is_wide || !begin.starts_with('<') ? begin : body.substr(body.find('<')));
  for (const Root& known : kRoots) {
    if (root == known.element) return known.arrival;
  }
  if (begin.starts_with('{') && (has(type, "feed+json") || is_json_feed(is_wide ? begin : body))) return Arrival::feed;
  if (is_binary(begin)) return Arrival::other;
  if (root.empty() && type.starts_with("text/plain") && is_url_list(begin)) return Arrival::sitemap;
  return arrival_of_type(type);
}

std::string charset_of(std::string_view content_type) {
  return lower_ascii(charset_parameter(content_type));
}

Result<std::string> unpacked(std::string body, std::uint64_t max_bytes) {
  if (!body.starts_with("\x1F\x8B")) return body;
  return decoded_body(body, "gzip", max_bytes);
}

}  // namespace warta::indexer
