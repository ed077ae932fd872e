#include "searcher/query/query_error.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "base/utf8.h"

namespace warta::searcher {
namespace {

constexpr std::size_t kContextBytes = 50;  // shown on either side of the place

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_utf8_continuation(c); }));
}

}  // namespace

std::string render(const QueryError& error, std::string_view query) {
  const std::size_t begin = std::min(error.begin, query.size());
  const std::size_t end = std::clamp(error.end, begin, query.size());
  std::size_t from = begin > kContextBytes ? begin - kContextBytes : 0;
  std::size_t to = std::min(query.size(), begin + kContextBytes);
  while (from > 0 && is_utf8_continuation(query[from])) --from;
  while (to < query.size() && is_utf8_continuation(query[to])) ++to;

  const std::string_view lead = from > 0 ? "..." : "";
  const std::string before = terminal_safe(query.substr(from, begin - from));
  const std::string at = terminal_safe(query.substr(begin, std::min(end, to) - begin));
  const std::string after = terminal_safe(query.substr(begin + (std::min(end, to) - begin), to - std::min(end, to)));
  return localized_format("query, column {}: {}", "kueri, kolom {}: {}", character_count(query.substr(0, begin)) + 1,
                          error.message) +
         fmt::format("\n  {}{}{}{}{}\n  {}{}\n", lead, before, at, after, to < query.size() ? "..." : "",
                     std::string(lead.size() + display_width(before), ' '),
                     std::string(std::max<std::size_t>(1, display_width(at)), '^'));
}

}  // namespace warta::searcher
