#include "searcher/query/query_error.h"

#include <algorithm>

#include <fmt/format.h>
#include <utf8proc.h>

#include "base/escape.h"
#include "base/language.h"

namespace warta::searcher {
namespace {

constexpr std::size_t kContextBytes = 50;  // shown on either side of the place

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(text, [](char c) { return !is_continuation(c); }));
}

// Columns that text takes on a terminal.
std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    utf8proc_int32_t c = -1;
    const auto* data = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset;
    const utf8proc_ssize_t read = utf8proc_iterate(data, static_cast<utf8proc_ssize_t>(text.size() - offset), &c);
    if (read <= 0) {
      ++offset;
      ++columns;
      continue;
    }
    columns += static_cast<std::size_t>(std::max(0, utf8proc_charwidth(c)));
    offset += static_cast<std::size_t>(read);
  }
  return columns;
}

}  // namespace

std::string render(const QueryError& error, std::string_view query) {
  const std::size_t begin = std::min(error.begin, query.size());
  const std::size_t end = std::clamp(error.end, begin, query.size());
  std::size_t from = begin > kContextBytes ? begin - kContextBytes : 0;
  std::size_t to = std::min(query.size(), begin + kContextBytes);
  while (from > 0 && is_continuation(query[from])) --from;
  while (to < query.size() && is_continuation(query[to])) ++to;

  const std::string_view lead = from > 0 ? "..." : "";
  const std::string before = terminal_safe(query.substr(from, begin - from));
  const std::string at = terminal_safe(query.substr(begin, std::min(end, to) - begin));
  const std::string after = terminal_safe(query.substr(begin + (std::min(end, to) - begin), to - std::min(end, to)));
  return localized_format("query, column {}: {}", "kueri, kolom {}: {}", character_count(query.substr(0, begin)) + 1,
                          error.message) +
         fmt::format("\n  {}{}{}{}{}\n  {}{}\n", lead, before, at, after, to < query.size() ? "..." : "",
                     std::string(lead.size() + width(before), ' '),
                     std::string(std::max<std::size_t>(1, width(at)), '^'));
}

}  // namespace warta::searcher
