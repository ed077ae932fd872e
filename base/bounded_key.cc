#include "base/bounded_key.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.h"

namespace warta {
namespace {

constexpr std::size_t kHashDigits = 16;

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

std::size_t bytes_as_term(std::string_view term) {
  return term.size() + static_cast<std::size_t>(std::ranges::count(term, '\0'));
}

std::string bounded_key(std::string_view key, std::size_t longest) {
  if (bytes_as_term(key) <= longest) return std::string(key);
  std::string beginning(cut_at_character(key, longest - kHashDigits));
  std::erase(beginning, '\0');
  return fmt::format("{}{:016x}", beginning, stable_hash(key));
}

}  // namespace warta
