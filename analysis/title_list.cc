#include "analysis/title_list.h"

#include "base/text_parts.h"

namespace warta::analysis {
namespace {

constexpr unsigned kLeastLines = 4;
constexpr std::size_t kLeastTitleBytes = 30;
constexpr std::size_t kMostTitleBytes = 160;
constexpr std::size_t kOneTenth = 10;  // of the text may be something else

// Lists cut long titles: "Warga Terobos Garis Batas Demi ...".
bool ends_sentence(std::string_view line) {
  if (line.ends_with("...")) return false;
  while (!line.empty() && std::string_view("\"')]").find(line.back()) != std::string_view::npos) line.remove_suffix(1);
  return !line.empty() && std::string_view(".!?:;,").find(line.back()) != std::string_view::npos;
}

bool is_title(std::string_view line) {
  if (line.size() < kLeastTitleBytes || line.size() > kMostTitleBytes) return false;
  return !(line.front() >= 'a' && line.front() <= 'z') && !ends_sentence(line);
}

}  // namespace

bool is_title_list(std::string_view text) {
  unsigned titles = 0;
  std::size_t other_bytes = 0;
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = trimmed_ascii(next_part(rest, '\n'));
    if (is_title(line)) {
      ++titles;
    } else {
      other_bytes += line.size();
    }
    if (other_bytes * kOneTenth > text.size()) return false;
  }
  return titles >= kLeastLines;
}

}  // namespace warta::analysis
