// The articles of a database as they stand in it, whichever version of Warta wrote them: what indexing them again
// reads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "base/result.h"
#include "database/article.h"
#include "database/article_record.h"
#include "indexer/database_settings.h"

namespace warta::indexer {

// One a thread. Reads the generation that was current when it was opened.
class StoredArticles {
 public:
  // ExitCode::no_database where there is no database of ours, ExitCode::wrong_version where a later version with
  // records that this one cannot know made it.
  static Result<StoredArticles> open(const std::filesystem::path& database);

  const std::filesystem::path& generation() const { return generation_; }

  // As this version would have them: of what the metadata lack, `defaults` count.
  DatabaseSettings settings(const DatabaseSettings& defaults) const;

  // False where identities and content hashes in the index are not those that this version computes.
  bool has_present_format() const { return has_present_format_; }

  // These throw Xapian::Error; DatabaseModifiedError where a writer overtook the reading, after which reopen() and the
  // same call again go on.
  Xapian::doccount size() const { return database_.get_doccount(); }
  // The first document after `id` (0: of all), with its record; id 0 where there is none.
  std::pair<Xapian::docid, std::string> next_record(Xapian::docid id);
  std::string record(Xapian::docid id) const;
  const Xapian::Database& database() const { return database_; }
  void reopen();

  Result<Article> decode(std::string_view record) { return codec_.decode(record); }

  // What was learned of the pages of each site, as metadata: key and value. Throws Xapian::Error.
  std::vector<std::pair<std::string, std::string>> site_metadata() const;

 private:
  static Result<StoredArticles> open_present(const std::filesystem::path& database);
  StoredArticles(std::filesystem::path generation, Xapian::Database database, ArticleCodec codec);

  std::filesystem::path generation_;
  Xapian::Database database_;
  ArticleCodec codec_;
  bool has_present_format_ = false;
  Xapian::ValueIterator records_;  // where the last next_record() was
};

}  // namespace warta::indexer
