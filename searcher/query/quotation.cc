#include "searcher/query/quotation.h"

#include <algorithm>
#include <array>

namespace warta::searcher {
namespace {

// Within a phrase, before a quotation mark or another of its kind: that character is text.
constexpr char kEscape = '\\';

constexpr std::array<std::string_view, 4> kQuotes = {"\"", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xE2\x80\x9E"};  // " “ ” „

// Bytes of the character at offset together with the escape before it, where there is one; 0 for none.
std::size_t escaped_at(std::string_view text, std::size_t offset) {
  if (text[offset] != kEscape || offset + 1 >= text.size()) return 0;
  const std::size_t quote = quote_at(text, offset + 1);
  if (quote > 0) return 1 + quote;
  return text[offset + 1] == kEscape ? 2 : 0;
}

}  // namespace

std::size_t quote_at(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  for (const std::string_view quote : kQuotes) {
    if (rest.starts_with(quote)) return quote.size();
  }
  return 0;
}

std::size_t closing_quote(std::string_view query, std::size_t opening) {
  const bool is_straight = query[opening] == '"';
  std::size_t of_other_kind = std::string_view::npos;
  for (std::size_t i = opening + quote_at(query, opening); i < query.size();) {
    if (const std::size_t escaped = escaped_at(query, i); escaped > 0) {
      i += escaped;
    } else if (quote_at(query, i) == 0) {
      ++i;
    } else if ((query[i] == '"') == is_straight) {
      return i;
    } else {
      of_other_kind = std::min(of_other_kind, i);
      i += quote_at(query, i);
    }
  }
  return of_other_kind;
}

std::string without_escapes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (escaped_at(text, i) > 0) ++i;
    out += text[i];
  }
  return out;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == kEscape) out += kEscape;
    out += c;
  }
  return out + '"';
}

}  // namespace warta::searcher
