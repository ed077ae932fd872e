// The signatures of a shard's articles (database/pair_signature.h), each read once: phrases of common words ask for
// those of many articles, and the next phrase for the same ones again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

namespace warta::searcher {

// One a session for each shard on this machine. Holds the first 64 MiB of signatures, those of 400,000 articles, and
// eight bytes for each article that was asked for.
class SignatureCache {
 public:
  explicit SignatureCache(const Xapian::Database& shard) : shard_(shard) {}

  // Valid until the next call; empty for an article without one. Throws Xapian::Error.
  std::string_view signature_of(Xapian::docid document);

 private:
  static constexpr std::size_t kMostBytes = std::size_t{64} << 20;
  static constexpr std::size_t kDocumentsPerGroup = 256;

  struct Place {
    std::uint32_t end = 0;  // in the group's bytes, one too far; 0: not read yet
    std::uint32_t length = 0;
  };

  struct Group {
    std::array<Place, kDocumentsPerGroup> places = {};
    std::string bytes = {};
  };

  Group& group_of(Xapian::docid document);
  std::string read(Xapian::docid document);

  Xapian::Database shard_;
  Xapian::ValueIterator reader_ = {};
  std::vector<std::unique_ptr<Group>> groups_ = {};  // by document / kDocumentsPerGroup
  std::size_t bytes_ = 0;                            // in all groups
  std::string last_ = {};                            // the signature that was read last, where it is not kept
};

}  // namespace warta::searcher
