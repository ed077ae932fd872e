#include "analysis/url_shapes.h"

#include <algorithm>

#include "analysis/characters.h"

namespace warta::analysis {
namespace {

constexpr std::string_view kSchemes[] = {"http://", "https://", "ftp://"};

// No domain whose name begins Indonesian sentences (in, me, my, to, us, de): a lost space would make addresses of them.
constexpr std::string_view kTopLevelDomains[] = {"com", "id",  "net",  "org", "info", "co",   "tv", "io", "gov",
                                                 "edu", "mil", "news", "biz", "asia", "live", "uk", "sg", "xyz"};

constexpr std::string_view kNeverInUrl = "<>\"{}|\\^";
constexpr std::string_view kNeverLast = ".,;:!?)]'*_-&=";

constexpr std::string_view kWww = "www.";

bool begins_word(std::string_view text) {
  return !text.empty() && (byte_class(text.front()) & (kLetter | kDigit)) != 0;
}

bool begins_with_www(std::string_view text) {
  return text.starts_with(kWww) && begins_word(text.substr(kWww.size()));
}

bool is_host_character(char c) {
  return (byte_class(c) & (kLetter | kDigit)) != 0 || c == '.' || c == '-';
}

bool is_local_character(char c) {
  return is_host_character(c) || c == '_' || c == '+' || c == '%';
}

template <typename Predicate>
size_t run_end(std::string_view chunk, size_t begin, Predicate predicate) {
  while (begin < chunk.size() && predicate(chunk[begin])) ++begin;
  return begin;
}

// End of the host at begin that ends in a known top-level domain, or 0. "kabar.com-Presiden" ends after "com".
size_t host_end(std::string_view chunk, size_t begin) {
  std::string_view run = chunk.substr(begin, run_end(chunk, begin, is_host_character) - begin);
  run = run.substr(0, run.find_last_not_of(".-") + 1);
  const size_t dot = run.rfind('.');
  if (dot == std::string_view::npos || dot == 0 || run[dot - 1] == '.') return 0;
  const std::string_view label = run.substr(dot + 1, run.find('-', dot) - dot - 1);
  const bool is_known =
      std::find(std::begin(kTopLevelDomains), std::end(kTopLevelDomains), label) != std::end(kTopLevelDomains);
  return is_known ? begin + dot + 1 + label.size() : 0;
}

size_t url_end(std::string_view chunk, size_t begin) {
  const size_t end = run_end(chunk, begin, [](char c) {
    return (byte_class(c) & (kSpace | kNonAscii)) == 0 && kNeverInUrl.find(c) == std::string_view::npos;
  });
  const size_t last = chunk.substr(0, end).find_last_not_of(kNeverLast);
  return std::max(begin, last + 1);
}

void fill_web_address(std::string_view chunk, size_t host_begin, size_t end, UrlMatch& match) {
  std::string_view key = chunk.substr(host_begin, end - host_begin);
  if (begins_with_www(key)) key.remove_prefix(kWww.size());
  while (key.ends_with('/')) key.remove_suffix(1);
  match.end = end;
  match.key = key;
  match.host = key.substr(0, key.find_first_of("/?#:"));
}

}  // namespace

UrlMatch read_url(std::string_view chunk, size_t begin) {
  UrlMatch match;
  match.examined = std::max(begin + 1, run_end(chunk, begin, is_local_character));
  const std::string_view rest = chunk.substr(begin);
  for (const std::string_view scheme : kSchemes) {
    if (!rest.starts_with(scheme)) continue;
    const size_t host_begin = begin + scheme.size();
    if (begins_word(chunk.substr(host_begin))) fill_web_address(chunk, host_begin, url_end(chunk, host_begin), match);
    return match;
  }
  if (match.examined < chunk.size() && chunk[match.examined] == '@') {
    const size_t host_begin = match.examined + 1;
    const size_t run = run_end(chunk, host_begin, is_host_character);
    const size_t last = chunk.substr(0, run).find_last_not_of(".-");
    const std::string_view host = chunk.substr(host_begin, last + 1 - std::min(host_begin, last + 1));
    if (last > host_begin && host.find('.', 1) != std::string_view::npos) {
      match.end = last + 1;
      match.shape = Shape::email;
      match.key = chunk.substr(begin, match.end - begin);
    }
    return match;
  }
  const bool is_www = begins_with_www(rest);
  size_t end = is_www ? url_end(chunk, begin + kWww.size()) : host_end(chunk, begin);
  if (end == 0) return match;
  const bool has_path = !is_www && end < chunk.size() && (chunk[end] == '/' || chunk[end] == '?' || chunk[end] == ':');
  if (has_path) end = std::max(end, url_end(chunk, end));
  fill_web_address(chunk, begin, end, match);
  return match;
}

}  // namespace warta::analysis
