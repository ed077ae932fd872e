#include "indexer/article_registry.h"

#include <xxhash.h>

namespace warta::indexer {

ArticleRegistry::Key ArticleRegistry::key_of(std::string_view identity) {
  const XXH128_hash_t hash = XXH3_128bits(identity.data(), identity.size());
  return {hash.low64, hash.high64};
}

bool ArticleRegistry::has(std::string_view identity) const {
  return contents_.contains(key_of(identity));
}

Verdict ArticleRegistry::decide(std::string_view identity, std::uint64_t content, std::optional<std::uint64_t> stored) {
  const Key key = key_of(identity);
  const auto known = contents_.find(key);
  if (known != contents_.end()) stored = known->second;
  if (stored == content) return Verdict::unchanged;
  if (known != contents_.end()) {
    known->second = content;
  } else {
    contents_.emplace(key, content);
  }
  return stored ? Verdict::replaced : Verdict::added;
}

}  // namespace warta::indexer
