#include "indexer/shard_builder.h"

#include <utility>

#include "base/language.h"

namespace warta::indexer {
namespace {

// Nothing reads a shard before it is finished, and a crash throws it away: no sync, and blocks overwritten in place.
constexpr int kScratchFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

// Runs a step that writes. When writing fails under DB_DANGEROUS, Xapian cannot cancel, and complains of that instead.
template <typename Step>
void write(const std::filesystem::path& path, Step step) {
  try {
    step();
  } catch (const Xapian::InvalidOperationError&) {
    throw Xapian::DatabaseError(localized_format(
        "temporary files cannot be written to {}: the disk is full, or fails; make room, or name another place with "
        "--scratch",
        "berkas sementara tidak dapat ditulis ke {}: cakram penuh, atau rusak; sediakan ruang, atau pilih tempat lain "
        "dengan --scratch",
        path.parent_path().string()));
  }
}

}  // namespace

ShardBuilder::ShardBuilder(std::filesystem::path path)
    : path_(std::move(path)), database_(path_.string(), kScratchFlags) {}

void ShardBuilder::add(const Xapian::Document& document) {
  write(path_, [&] { database_.add_document(document); });
  ++documents_;
}

Shard ShardBuilder::finish() {
  write(path_, [this] {
    database_.commit();
    database_.close();
  });
  return {path_, documents_};
}

}  // namespace warta::indexer
