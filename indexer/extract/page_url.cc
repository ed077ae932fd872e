#include "indexer/extract/page_url.h"

#include <algorithm>

#include "database/article.h"

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

}  // namespace

std::string choose_url(std::string_view html, std::string_view declared, std::string_view url_hint) {
  std::string url = clean_url(declared);
  if (url.empty()) url = clean_url(url_hint);
  const std::size_t query = url.find('?');
  if (query == std::string::npos) return url;
  const std::string_view address = std::string_view(url).substr(0, query);
  if (names_an_article(address) && has_bare_address(html, address)) url.resize(query);
  return url;
}

}  // namespace warta::indexer
