#include "indexer/shard_builder.h"

#include <utility>

namespace warta::indexer {
namespace {

// Nothing reads a shard before it is finished, and a crash throws it away: no sync, and blocks overwritten in place.
constexpr int kScratchFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

ShardBuilder::ShardBuilder(std::filesystem::path path)
    : path_(std::move(path)), database_(path_.string(), kScratchFlags) {}

void ShardBuilder::add(const Xapian::Document& document) {
  database_.add_document(document);
  ++documents_;
}

Shard ShardBuilder::finish() {
  database_.commit();
  database_.close();
  return {path_, documents_};
}

}  // namespace warta::indexer
