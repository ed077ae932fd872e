#include "indexer/fetch/proxy_environment.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

std::string first_set(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

// True where the host is the one that the pattern names, or below it: ".contoh.id" and "contoh.id" except both.
bool matches(std::string_view host, std::string_view pattern) {
  if (pattern == "*") return true;
  while (pattern.starts_with('.')) pattern.remove_prefix(1);
  if (pattern.empty() || !host.ends_with(pattern)) return false;
  return host.size() == pattern.size() || host[host.size() - pattern.size() - 1] == '.';
}

bool is_excepted(std::string_view host) {
  const std::string list = lower_ascii(first_set({"no_proxy", "NO_PROXY"}));
  std::string_view rest = list;
  while (!rest.empty()) {
    const std::string_view pattern = rest.substr(0, rest.find_first_of(", "));
    rest.remove_prefix(std::min(pattern.size() + 1, rest.size()));
    if (!pattern.empty() && matches(host, pattern)) return true;
  }
  return false;
}

}  // namespace

std::string proxy_for(const WebUrl& url) {
  if (is_excepted(url.host)) return {};
  const std::string proxy =
      url.scheme == "http" ? first_set({"http_proxy"}) : first_set({"https_proxy", "HTTPS_PROXY"});
  return proxy.empty() ? first_set({"all_proxy", "ALL_PROXY"}) : proxy;
}

}  // namespace warta::indexer
