#include "indexer/article_registry.h"

#include <xxhash.h>

namespace warta::indexer {

Verdict ArticleRegistry::decide(std::string_view identity, std::uint64_t content, std::optional<std::uint64_t> stored) {
  const XXH128_hash_t hash = XXH3_128bits(identity.data(), identity.size());
  const Key key{hash.low64, hash.high64};
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
