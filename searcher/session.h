// An open database with everything that it says about itself: analysis, synonyms, and the codec of its articles.
#pragma once

#include <string>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "base/result.h"
#include "database/article_record.h"
#include "database/synonym_list.h"

namespace warta::searcher {

// One a thread.
class Session {
 public:
  // ExitCode::no_database where nothing of ours is at path, ExitCode::wrong_version with the way out where another
  // version made it.
  static Result<Session> open(const std::string& path);

  // Opens the database anew: what was published since is seen. Xapian's own reopen() does not follow the pointer.
  Result<void> renew();

  const std::string& path() const { return path_; }
  const Xapian::Database& database() const { return database_; }
  analysis::Analyzer& analyzer() { return analyzer_; }
  ArticleCodec& codec() { return codec_; }
  const SynonymList& synonyms() const { return synonyms_; }

 private:
  Session(std::string path, Xapian::Database database, analysis::Analyzer analyzer, ArticleCodec codec,
          SynonymList synonyms)
      : path_(std::move(path)),
        database_(std::move(database)),
        analyzer_(std::move(analyzer)),
        codec_(std::move(codec)),
        synonyms_(std::move(synonyms)) {}

  std::string path_;
  Xapian::Database database_;
  analysis::Analyzer analyzer_;
  ArticleCodec codec_;
  SynonymList synonyms_;
};

}  // namespace warta::searcher
