// Stored articles as a source for the pipeline: all of them in the order of their documents, or those named.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "indexer/reindex/stored_articles.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

class StoredSource final : public ChunkReader {
 public:
  // Reads all documents, or of `documents` those that exist. articles must outlive this.
  explicit StoredSource(StoredArticles& articles, std::optional<std::vector<Xapian::docid>> documents = std::nullopt);

  // Each record that cannot be read is an error of its own (ExitCode::input_skipped), after which reading goes on.
  // Where a writer overtakes the reading for good, what follows is left out: the next comparison finds it.
  Result<bool> next(Chunk& chunk) override;
  std::uint64_t total_bytes() const override { return 0; }

  // Records that could not be read.
  std::uint64_t damaged() const { return damaged_; }

 private:
  std::optional<std::pair<Xapian::docid, std::string>> next_record();
  std::pair<Xapian::docid, std::string> read_after(Xapian::docid id);
  std::pair<Xapian::docid, std::string> next_of_documents();

  StoredArticles& articles_;
  std::optional<std::vector<Xapian::docid>> documents_;
  std::size_t next_ = 0;         // of documents_
  Xapian::docid last_ = 0;       // that was read
  std::optional<Error> defect_;  // met while the chunk was begun already
  std::uint64_t damaged_ = 0;
};

}  // namespace warta::indexer
