// Which URLs are the same article: the folding of article.h's clean_url and canonical_url.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/ascii.h"
#include "base/text_parts.h"
#include "base/utf8.h"
#include "database/article.h"

namespace warta {
namespace {

// Parameters that tell a site where the reader came from. A final '*' stands for any ending.
constexpr std::string_view kTrackingParameters[] = {
    "utm_*",       "fbclid",
    "gclid",       "gclsrc",
    "dclid",       "gbraid",
    "wbraid",      "msclkid",
    "yclid",       "twclid",
    "ttclid",      "igshid",
    "igsh",        "mc_cid",
    "mc_eid",      "_ga",
    "_gl",         "_hsenc",
    "_hsmi",       "ga_*",
    "cmpid",       "__twitter_impression",
    "jxconn",      "jxrecoid",
    "jxcampid",    "tag_from",
    "wt_mc",       "at_medium",
    "at_campaign", "xtor",
};

// Parameters that choose how the same article is shown.
constexpr std::string_view kPresentationParameters[] = {"page=all", "single=1",       "amp",
                                                        "amp=1",    "outputtype=amp", "showpage=all"};

struct Url {
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case, without credentials and default port
  std::string_view path;
  std::string_view query;
};

// True for a host name or address with an optional port, and nothing that could steer a program that prints it.
bool is_host(std::string_view host) {
  constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyz0123456789-._:[]";
  const bool is_plain = std::all_of(host.begin(), host.end(), [&](char c) {
    return kAllowed.find(c) != std::string_view::npos || is_beyond_ascii(c);
  });
  return is_plain && !host.empty() && host.front() != '.' && host.front() != ':';
}

// Splits an http(s) URL; false for anything else. The views point into text.
bool split_url(std::string_view text, Url& url) {
  const std::size_t scheme_end = text.find("://");
  if (scheme_end == std::string_view::npos) return false;
  url.scheme = lower_ascii(text.substr(0, scheme_end));
  if (url.scheme != "http" && url.scheme != "https") return false;
  text.remove_prefix(scheme_end + 3);
  text = text.substr(0, text.find('#'));
  const std::size_t host_end = std::min(text.find_first_of("/?"), text.size());
  std::string_view host = text.substr(0, host_end);
  if (const std::size_t at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
  url.host = lower_ascii(host);
  const std::string_view default_port = url.scheme == "http" ? ":80" : ":443";
  if (url.host.ends_with(default_port)) url.host.resize(url.host.size() - default_port.size());
  while (url.host.ends_with(':') || url.host.ends_with('.')) url.host.pop_back();
  text.remove_prefix(host_end);
  const std::size_t query = text.find('?');
  url.path = text.substr(0, query);
  url.query = query == std::string_view::npos ? std::string_view() : text.substr(query + 1);
  return is_host(url.host);
}

bool is_tracking(std::string_view parameter) {
  const std::string name = lower_ascii(parameter.substr(0, parameter.find('=')));
  return std::any_of(std::begin(kTrackingParameters), std::end(kTrackingParameters), [&](std::string_view known) {
    return known.back() == '*' ? name.starts_with(known.substr(0, known.size() - 1)) : name == known;
  });
}

bool is_presentation(std::string_view parameter) {
  const std::string whole = lower_ascii(parameter);
  return std::find(std::begin(kPresentationParameters), std::end(kPresentationParameters), whole) !=
         std::end(kPresentationParameters);
}

// The parameters that is_dropped leaves, with '?' before them, or "".
template <typename Predicate>
std::string filtered_query(std::string_view query, Predicate is_dropped) {
  std::string out;
  while (!query.empty()) {
    const std::string_view parameter = next_part(query, '&');
    if (parameter.empty() || is_dropped(parameter)) continue;
    out += out.empty() ? '?' : '&';
    out += parameter;
  }
  return out;
}

// Percent-encodes what may not stand in a URL: spaces, quotes, angle brackets and control characters.
std::string encoded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte != 0x7F && c != '"' && c != '<' && c != '>') {
      out += c;
      continue;
    }
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  }
  return out;
}

}  // namespace

std::string clean_url(std::string_view text) {
  Url url;
  if (!split_url(trimmed_ascii(text), url)) return {};
  return url.scheme + "://" + url.host + encoded(url.path) + encoded(filtered_query(url.query, is_tracking));
}

std::string canonical_url(std::string_view text) {
  Url url;
  if (!split_url(trimmed_ascii(text), url)) return {};
  std::string_view host = url.host;
  if (host.starts_with("www.")) host.remove_prefix(4);
  while (url.path.ends_with('/')) url.path.remove_suffix(1);
  const auto is_dropped = [](std::string_view parameter) {
    return is_tracking(parameter) || is_presentation(parameter);
  };
  return "https://" + std::string(host) + encoded(url.path) + encoded(filtered_query(url.query, is_dropped));
}

std::string site_of_url(std::string_view text) {
  Url url;
  if (!split_url(trimmed_ascii(text), url)) return {};
  std::string_view host = url.host;
  if (host.starts_with("www.")) host.remove_prefix(4);
  return std::string(host.substr(0, host.find(':')));
}

}  // namespace warta
