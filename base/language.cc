#include "base/language.h"

#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace warta {
namespace {

Language current_language = Language::english;

}  // namespace

Language language_from_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const std::string_view locale(value);
    const bool is_indonesian = locale == "id" || locale.starts_with("id_") || locale.starts_with("id.");
    return is_indonesian ? Language::indonesian : Language::english;
  }
  return Language::english;
}

void set_language(Language language) {
  current_language = language;
}

Language language() {
  return current_language;
}

std::string grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  const char separator = *localized(",", ".");
  for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
    digits.insert(static_cast<std::size_t>(at), 1, separator);
  }
  return digits;
}

}  // namespace warta
