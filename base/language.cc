#include "base/language.h"

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

}  // namespace warta
