#include "base/bounded_key.h"

#include <cstdint>

#include <fmt/format.h>

#include "base/utf8.h"

namespace warta {
namespace {

constexpr std::size_t kHashDigits = 16;

std::uint64_t fnv1a(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return hash;
}

}  // namespace

std::string bounded_key(std::string_view key, std::size_t longest) {
  if (key.size() <= longest) return std::string(key);
  std::size_t kept = longest - kHashDigits;
  while (kept > 0 && is_utf8_continuation(key[kept])) --kept;
  return fmt::format("{}{:016x}", key.substr(0, kept), fnv1a(key));
}

}  // namespace warta
