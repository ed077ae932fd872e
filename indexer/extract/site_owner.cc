#include "indexer/extract/site_owner.h"

#include <algorithm>

#include <libpsl.h>

#include "base/ascii.h"
#include "database/article.h"

namespace warta::indexer {
namespace {

// Hosts of many owners' sites that the list does not have.
constexpr std::string_view kSharedHosts[] = {"wordpress.com", "medium.com", "substack.com", "tumblr.com",
                                             "livejournal.com"};

constexpr std::string_view kAmpCaches[] = {"ampproject.org", "bing-amp.com"};

bool is_ip_address(std::string_view host) {
  if (host.starts_with('[')) return true;
  return std::all_of(host.begin(), host.end(), [](char c) { return is_ascii_digit(c) || c == '.'; });
}

// "contoh.id" and all below it.
bool is_within(std::string_view host, std::string_view domain) {
  return host == domain || (host.ends_with(domain) && host[host.size() - domain.size() - 1] == '.');
}

std::string_view owner_of(const std::string& host) {
  if (is_ip_address(host)) return host;
  for (const std::string_view shared : kSharedHosts) {
    if (host.size() <= shared.size() || !is_within(host, shared)) continue;
    const std::size_t dot = host.rfind('.', host.size() - shared.size() - 2);
    return std::string_view(host).substr(dot == std::string::npos ? 0 : dot + 1);
  }
  const psl_ctx_t* const list = psl_builtin();
  const char* const domain = list == nullptr ? nullptr : psl_registrable_domain(list, host.c_str());
  return domain == nullptr ? std::string_view(host) : std::string_view(domain);
}

}  // namespace

bool is_same_site(std::string_view url, std::string_view other) {
  const std::string site = site_of_url(url);
  const std::string other_site = site_of_url(other);
  return !site.empty() && owner_of(site) == owner_of(other_site);
}

std::string copied_page(std::string_view url) {
  const std::string site = site_of_url(url);
  const bool is_copy = std::any_of(std::begin(kAmpCaches), std::end(kAmpCaches),
                                   [&](std::string_view cache) { return is_within(site, cache); });
  std::size_t at = is_copy ? url.find('/', url.find("://") + 3) : std::string_view::npos;
  // "/c/" for a page, "/v/" for one in a frame, then "s/" where it came over https.
  while (at < url.size() && url.substr(at + 2, 1) == "/") at += 2;
  return at < url.size() ? clean_url("https:/" + std::string(url.substr(at))) : std::string();
}

}  // namespace warta::indexer
