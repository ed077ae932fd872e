// Knows every article of this run by identity, and so what a coming one is: new, a change, or nothing new.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace warta::indexer {

enum class Verdict : std::uint8_t { added, replaced, unchanged };

// Takes about 64 bytes an article of the run. Calls come one at a time, in the order of the input.
class ArticleRegistry {
 public:
  // identity and content are of the article that comes; stored is the content hash of the article of this identity
  // in the database as it was before the run. The later version wins, also against one of the same run.
  Verdict decide(std::string_view identity, std::uint64_t content, std::optional<std::uint64_t> stored);

  // True where decide() has met the identity in this run.
  bool has(std::string_view identity) const;

 private:
  struct Key {
    std::uint64_t low;
    std::uint64_t high;
    bool operator==(const Key&) const = default;
  };
  struct KeyHash {
    std::size_t operator()(const Key& key) const { return key.low; }
  };

  static Key key_of(std::string_view identity);

  std::unordered_map<Key, std::uint64_t, KeyHash> contents_;  // 128-bit hash of the identity -> content hash
};

}  // namespace warta::indexer
