// Scratch shards: small Xapian databases, each written once from one batch, later merged into the database.
//
// Xapian's writer holds a batch in trees of strings and slows down as they outgrow the processor's caches; databases
// of a few hundred articles, written without syncs and merged at the end, are several times as fast as one large one.
#pragma once

#include <filesystem>

#include <xapian.h>

namespace warta::indexer {

struct Shard {
  std::filesystem::path path;  // empty where there are no documents
  Xapian::doccount documents = 0;
};

// Throws what Xapian throws: a full disk, say. An unfinished shard is garbage for whoever removes the directory.
class ShardBuilder {
 public:
  explicit ShardBuilder(std::filesystem::path path);

  void add(const Xapian::Document& document);
  Shard finish();

 private:
  std::filesystem::path path_;
  Xapian::WritableDatabase database_;
  Xapian::doccount documents_ = 0;
};

}  // namespace warta::indexer
