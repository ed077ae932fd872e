// The language in which the programs speak: Indonesian where the locale says so, else English.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace warta {

enum class Language { english, indonesian };

// Reads LC_ALL, LC_MESSAGES and LANG in POSIX's order: "id" or "id_..." is Indonesian, everything else English.
Language language_from_environment();

// Set once by main, before any thread starts.
void set_language(Language language);
Language language();

// The one of two texts that the person reads. Both stand side by side, so that no catalogue can drift from the code.
inline const char* localized(const char* english, const char* indonesian) {
  return language() == Language::indonesian ? indonesian : english;
}

// The same with values in the text, as fmt::format puts them there; both texts are checked when they are compiled.
template <typename... Values>
std::string localized_format(fmt::format_string<Values...> english, fmt::format_string<Values...> indonesian,
                             Values&&... values) {
  return fmt::format(language() == Language::indonesian ? indonesian : english, std::forward<Values>(values)...);
}

// A number as the person writes it: "80,923", or "80.923" in Indonesian.
std::string grouped(std::uint64_t number);

}  // namespace warta
