#include "indexer/extract/absolute_url.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>

#include "database/article.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

using UrlHandle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

// As browsers take a link: line ends and tabs inside of it are nothing, spaces are encoded.
std::string link_text(std::string_view reference) {
  std::string text;
  for (const char c : trimmed(reference)) {
    if (c == '\n' || c == '\r' || c == '\t' || c == '\0') continue;
    if (c == ' ') {
      text += "%20";
    } else {
      text += c == '\\' ? '/' : c;
    }
  }
  return text;
}

// A scheme before the first slash: such a reference stands alone.
bool has_scheme(std::string_view reference) {
  const std::size_t colon = reference.find(':');
  return colon != std::string_view::npos && reference.find_first_of("/?#") > colon;
}

}  // namespace

std::string absolute_url(std::string_view base, std::string_view reference) {
  std::string link = link_text(reference);
  if (link.empty()) return {};
  link.resize(std::min(link.find('#'), link.size()));
  if (link.empty()) return clean_url(base);
  if (has_scheme(link)) return clean_url(link);
  const UrlHandle url(curl_url(), &curl_url_cleanup);
  if (curl_url_set(url.get(), CURLUPART_URL, link_text(base).c_str(), 0) != CURLUE_OK) return {};
  if (curl_url_set(url.get(), CURLUPART_URL, link.c_str(), 0) != CURLUE_OK) return {};
  char* text = nullptr;
  if (curl_url_get(url.get(), CURLUPART_URL, &text, 0) != CURLUE_OK) return {};
  const std::unique_ptr<char, decltype(&curl_free)> owner(text, &curl_free);
  return clean_url(text);
}

}  // namespace warta::indexer
