#include "indexer/reindex/stored_source.h"

#include <utility>

#include "base/language.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kStoredChunkBytes = std::size_t{256} << 10;

}  // namespace

StoredSource::StoredSource(StoredArticles& articles, std::optional<std::vector<Xapian::docid>> documents)
    : articles_(articles), documents_(std::move(documents)) {}

Result<bool> StoredSource::next(Chunk& chunk) {
  if (defect_) {
    Error defect = std::move(*defect_);
    defect_.reset();
    return tl::unexpected(std::move(defect));
  }
  chunk = {};
  chunk.kind = SourceKind::articles;
  chunk.is_stored = true;
  std::size_t bytes = 0;
  while (bytes < kStoredChunkBytes) {
    auto record = next_record();
    if (!record) break;
    Result<Article> article = articles_.decode(record->second);
    if (!article) {
      ++damaged_;
      defect_ = Error{ExitCode::input_skipped,
                      localized_format("document {}: {}", "dokumen {}: {}", record->first, article.error().message)};
      if (chunk.articles.empty()) return next(chunk);
      return true;
    }
    bytes += article->title.size() + article->body.size();
    chunk.input_bytes += record->second.size();
    chunk.articles.push_back(std::move(*article));
    chunk.records.push_back(std::move(record->second));
  }
  return !chunk.articles.empty();
}

// Nothing at the end.
std::optional<std::pair<Xapian::docid, std::string>> StoredSource::next_record() {
  try {
    auto record = read_after(last_);
    if (record.first == 0) return std::nullopt;
    last_ = record.first;
    return record;
  } catch (const Xapian::DatabaseModifiedError&) {
    // The generation is another one by now, or was replaced and is about to go.
    return std::nullopt;
  }
}

std::pair<Xapian::docid, std::string> StoredSource::read_after(Xapian::docid id) {
  constexpr int kMostAttempts = 10;
  for (int attempt = 1;; ++attempt) {
    try {
      if (!documents_) return articles_.next_record(id);
      return next_of_documents();
    } catch (const Xapian::DatabaseModifiedError&) {
      if (attempt == kMostAttempts) throw;
    }
    try {
      articles_.reopen();
    } catch (const Xapian::DatabaseOpeningError&) {
      throw Xapian::DatabaseModifiedError("the generation was removed");
    }
  }
}

std::pair<Xapian::docid, std::string> StoredSource::next_of_documents() {
  for (; next_ < documents_->size(); ++next_) {
    const Xapian::docid document = (*documents_)[next_];
    try {
      std::string record = articles_.record(document);
      ++next_;
      return {document, std::move(record)};
    } catch (const Xapian::DocNotFoundError&) {
      continue;  // removed since
    }
  }
  return {0, {}};
}

}  // namespace warta::indexer
