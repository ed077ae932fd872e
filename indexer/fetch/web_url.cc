#include "indexer/fetch/web_url.h"

#include <algorithm>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"

namespace warta::indexer {
namespace {

struct FreeUrl {
  void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using UrlHandle = std::unique_ptr<CURLU, FreeUrl>;

// Parameters whose value opens something that is not for everybody.
constexpr std::string_view kSecretParameters[] = {
    "token",
    "access_token",
    "auth_token",
    "id_token",
    "refresh_token",
    "key",
    "api_key",
    "apikey",
    "api-key",
    "auth",
    "secret",
    "password",
    "passwd",
    "pwd",
    "pass",
    "signature",
    "sig",
    "x-amz-signature",
    "session",
    "sessionid",
    "sid",
    "phpsessid",
    "jwt",
    "code",
    "client_secret",
    "x-amz-credential",
    "x-amz-security-token",
};

std::string part(CURLU* url, CURLUPart which, unsigned flags = 0) {
  char* value = nullptr;
  if (curl_url_get(url, which, &value, flags) != CURLUE_OK) return {};
  std::string text(value);
  curl_free(value);
  return text;
}

tl::unexpected<Error> refused(std::string_view url, const char* reason) {
  return failure(ExitCode::input_skipped, fmt::format("{}: {}", loggable_url(url), reason));
}

Result<WebUrl> parts_of(CURLU* url, std::string_view shown) {
  WebUrl result;
  result.scheme = part(url, CURLUPART_SCHEME);
  if (result.scheme != "http" && result.scheme != "https") {
    return refused(shown, localized("neither http nor https", "bukan http dan bukan https"));
  }
  curl_url_set(url, CURLUPART_FRAGMENT, nullptr, 0);
  result.text = part(url, CURLUPART_URL);
  result.host = lower_ascii(part(url, CURLUPART_HOST));
  result.port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
  const std::string query = part(url, CURLUPART_QUERY);
  result.target = part(url, CURLUPART_PATH) + (query.empty() ? "" : "?" + query);
  if (result.host.empty()) return refused(shown, localized("the URL has no host", "URL tanpa nama host"));
  if (result.text.size() > kLongestUrl) return refused(shown, localized("the URL is too long", "URL terlalu panjang"));
  return result;
}

bool is_secret(std::string_view name) {
  const std::string lower = lower_ascii(name);
  return std::find(std::begin(kSecretParameters), std::end(kSecretParameters), lower) != std::end(kSecretParameters);
}

// The query (with its '?') with what is secret in it hidden.
std::string loggable_query(std::string_view query) {
  std::string shown;
  while (!query.empty()) {
    const std::string_view separator = query.substr(0, 1);
    query.remove_prefix(1);
    const std::string_view parameter = query.substr(0, query.find_first_of("&;#"));
    query.remove_prefix(parameter.size());
    const std::string_view name = parameter.substr(0, parameter.find('='));
    shown += separator;
    shown += name.size() < parameter.size() && is_secret(name) ? std::string(name) + "=***" : std::string(parameter);
  }
  return shown;
}

}  // namespace

Result<WebUrl> parse_web_url(std::string_view text) {
  const UrlHandle url(curl_url());
  constexpr unsigned kFlags = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME;
  if (text.size() > kLongestUrl || text.find('\0') != std::string_view::npos ||
      curl_url_set(url.get(), CURLUPART_URL, std::string(text).c_str(), kFlags) != CURLUE_OK) {
    return refused(text.substr(0, kLongestUrl), localized("this is no URL that can be read", "URL tidak dapat dibaca"));
  }
  return parts_of(url.get(), text);
}

Result<WebUrl> resolve_web_url(const WebUrl& base, const std::string& reference) {
  const UrlHandle url(curl_url());
  constexpr unsigned kFlags = CURLU_URLENCODE | CURLU_NON_SUPPORT_SCHEME;
  if (reference.size() > kLongestUrl || curl_url_set(url.get(), CURLUPART_URL, base.text.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), kFlags) != CURLUE_OK) {
    return refused(reference.substr(0, kLongestUrl),
                   localized("this is no URL that can be read", "URL tidak dapat dibaca"));
  }
  return parts_of(url.get(), reference);
}

std::string loggable_url(std::string_view url) {
  std::string shown;
  if (const std::size_t scheme_end = url.find("://"); scheme_end != std::string_view::npos) {
    shown = url.substr(0, scheme_end + 3);
    url.remove_prefix(scheme_end + 3);
    const std::string_view authority = url.substr(0, url.find_first_of("/?#"));
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  }
  const std::size_t query = std::min(url.find('?'), url.size());
  shown += url.substr(0, query);
  return shown + loggable_query(url.substr(query));
}

}  // namespace warta::indexer
