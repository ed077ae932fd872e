// Keys that have to fit into a term, which Xapian bounds, and a hash that never changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace warta {

// Bytes that a term takes in a table of Xapian: two for a zero byte.
std::size_t bytes_as_term(std::string_view term);

// FNV-1a of 64 bits (Fowler, Noll, Vo): the same over versions and machines, because keys on disk end in it.
std::uint64_t stable_hash(std::string_view text);

// Returns the key, or for one that takes more than `longest` bytes (at least 16) as a term its first whole characters,
// without zero bytes, and the stable hash of all of it in 16 hexadecimal digits.
std::string bounded_key(std::string_view key, std::size_t longest);

}  // namespace warta
