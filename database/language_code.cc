#include "database/language_code.h"

#include "base/ascii.h"
#include "base/text_parts.h"

namespace warta {
namespace {

struct LanguageName {
  std::string_view name;
  std::string_view code;
};

constexpr LanguageName kLanguageNames[] = {
    {"in", "id"},        {"ind", "id"},     {"indonesian", "id"}, {"indonesia", "id"}, {"bahasa indonesia", "id"},
    {"inggris", "en"},   {"english", "en"}, {"eng", "en"},        {"malay", "ms"},     {"melayu", "ms"},
    {"msa", "ms"},       {"jawa", "jv"},    {"javanese", "jv"},   {"jav", "jv"},       {"sunda", "su"},
    {"sundanese", "su"},
};

}  // namespace

std::string language_code(std::string_view text) {
  const std::string lower = lower_ascii(trimmed_ascii(text));
  const std::string primary = lower.substr(0, lower.find_first_of("-_"));
  for (const LanguageName& name : kLanguageNames) {
    if (name.name == lower || name.name == primary) return std::string(name.code);
  }
  const bool is_code =
      primary.size() == 2 && primary.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  return is_code ? primary : std::string();
}

}  // namespace warta
