#include "indexer/extract/page_url.h"

#include <algorithm>

#include "database/article.h"
#include "indexer/extract/absolute_url.h"
#include "indexer/extract/address_shape.h"
#include "indexer/extract/site_owner.h"

namespace warta::indexer {
namespace {

// "harga-beras-naik", "Harga.Beras.Naik", "123456-harga": several words, so that no program's name is taken for one.
bool names_an_article(std::string_view path) {
  constexpr std::ptrdiff_t kFewestJoints = 2;
  while (path.ends_with('/')) path.remove_suffix(1);
  const std::string_view last = path.substr(path.rfind('/') + 1);
  const auto joints = std::count_if(last.begin(), last.end(), [](char c) { return c == '-' || c == '_' || c == '.'; });
  return joints >= kFewestJoints;
}

// True when html holds address with nothing of a URL after it.
bool has_bare_address(std::string_view html, std::string_view address) {
  for (std::size_t at = html.find(address); at != std::string_view::npos; at = html.find(address, at + 1)) {
    const std::size_t end = at + address.size();
    if (end == html.size() || std::string_view("\"'& \t\r\n<),").find(html[end]) != std::string_view::npos) return true;
  }
  return false;
}

// "/nasional" for "/nasional/2024/judul-berita".
bool leads_to_section_of(std::string_view url, std::string_view origin) {
  const std::string section = paged_address(url).article + "/";
  const std::string page = paged_address(origin).article;
  return page.starts_with(section) && address_shape(url) == AddressShape::other;
}

bool is_credible(const std::string& url, std::string_view origin) {
  if (url.empty() || site_of_url(url).find('.') == std::string::npos) return false;
  if (clean_url(origin).empty()) return true;
  if (const std::string copied = copied_page(origin); !copied.empty()) return is_same_site(url, copied);
  return is_same_site(url, origin) && !leads_to_section_of(url, origin);
}

}  // namespace

bool is_front_page_url(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return false;
  const std::size_t path = url.find_first_of("/?", scheme + 3);
  return path == std::string_view::npos || url.find_first_not_of('/', path) == std::string_view::npos;
}

std::string choose_url(std::string_view html, const UrlCandidates& candidates) {
  const std::string base =
      candidates.base.empty() ? std::string(candidates.origin) : absolute_url(candidates.origin, candidates.base);
  std::string url;
  std::string front_page;
  for (const std::string& declared : candidates.declared) {
    const bool is_address = declared.find_first_of("/.") != std::string::npos;  // some put "true" there
    std::string candidate = is_address ? absolute_url(base, declared) : std::string();
    if (!is_credible(candidate, candidates.origin)) continue;
    if (!is_front_page_url(candidate)) {
      url = std::move(candidate);
      break;
    }
    if (front_page.empty()) front_page = std::move(candidate);
  }
  if (url.empty()) url = clean_url(candidates.origin);
  if (url.empty()) url = front_page;
  const std::size_t query = url.find('?');
  if (query == std::string::npos) return url;
  const std::string_view address = std::string_view(url).substr(0, query);
  if (names_an_article(address) && has_bare_address(html, address)) url.resize(query);
  return url;
}

}  // namespace warta::indexer
