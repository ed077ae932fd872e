#include "indexer/text_lines.h"

#include <algorithm>

#include "base/text_parts.h"
#include "base/utf8.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

struct WideCharacter {
  std::string_view bytes;
  bool is_space;  // otherwise it has no width at all
};

constexpr WideCharacter kWideCharacters[] = {
    {"\xC2\xA0", true},      // no-break space
    {"\xC2\xAD", false},     // soft hyphen
    {"\xE2\x80\x80", true},  // en quad, and the spaces of fixed width after it
    {"\xE2\x80\x81", true},  {"\xE2\x80\x82", true},  {"\xE2\x80\x83", true},  {"\xE2\x80\x84", true},
    {"\xE2\x80\x85", true},  {"\xE2\x80\x86", true},  {"\xE2\x80\x87", true},  {"\xE2\x80\x88", true},
    {"\xE2\x80\x89", true},  {"\xE2\x80\x8A", true},  {"\xE2\x80\x8B", false},  // zero-width space, non-joiner, joiner
    {"\xE2\x80\x8C", false}, {"\xE2\x80\x8D", false}, {"\xE2\x80\xA8", true},   // line and paragraph separators
    {"\xE2\x80\xA9", true},  {"\xE2\x80\xAF", true},                            // narrow no-break space
    {"\xE2\x80\x8E", false}, {"\xE2\x80\x8F", false},                           // marks and controls of direction
    {"\xE2\x80\xAA", false}, {"\xE2\x80\xAB", false}, {"\xE2\x80\xAC", false}, {"\xE2\x80\xAD", false},
    {"\xE2\x80\xAE", false}, {"\xE2\x81\xA6", false}, {"\xE2\x81\xA7", false}, {"\xE2\x81\xA8", false},
    {"\xE2\x81\xA9", false}, {"\xE2\x81\xA0", false},  // word joiner
    {"\xE3\x80\x80", true},                            // ideographic space
    {kUtf8Mark, false},                                // byte order mark
};

const WideCharacter* find_wide(std::string_view text) {
  const auto lead = static_cast<unsigned char>(text.front());
  if (lead != 0xC2 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) return nullptr;
  for (const WideCharacter& wide : kWideCharacters) {
    if (text.starts_with(wide.bytes)) return &wide;
  }
  return nullptr;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (;;) {
    text = trimmed_ascii(text);
    if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (text.ends_with(kNoBreakSpace)) {
      text.remove_suffix(kNoBreakSpace.size());
    } else {
      return text;
    }
  }
}

std::string folded_space(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool is_space_due = false;
  while (!text.empty()) {
    if (is_ascii_control(text.front())) {
      text.remove_prefix(1);
      continue;
    }
    const WideCharacter* wide = find_wide(text);
    if (wide != nullptr || is_ascii_space(text.front())) {
      is_space_due = is_space_due || wide == nullptr || wide->is_space;
      text.remove_prefix(wide != nullptr ? wide->bytes.size() : 1);
      continue;
    }
    if (is_space_due && !out.empty()) out += ' ';
    is_space_due = false;
    out += text.front();
    text.remove_prefix(1);
  }
  return out;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(",;"), text.size());
    const std::string_view item = trimmed(text.substr(0, end));
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

void add_once(std::vector<std::string>& list, std::string item) {
  constexpr std::size_t kLongestList = 200;  // each item is compared with all
  if (item.empty() || list.size() >= kLongestList || std::find(list.begin(), list.end(), item) != list.end()) return;
  list.push_back(std::move(item));
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    std::string_view line = next_part(text, '\n');
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
  }
  return lines;
}

std::size_t count_words(std::string_view text) {
  std::size_t count = 0;
  bool is_in_word = false;
  for (const char c : text) {
    const bool is_space = is_ascii_space(c);
    if (!is_space && !is_in_word) ++count;
    is_in_word = !is_space;
  }
  return count;
}

}  // namespace warta::indexer
