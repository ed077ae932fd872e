// An open database, in one piece or in shards, with everything that it says about itself: analysis, synonyms, and the
// codec of its articles.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "analysis/analyzer.h"
#include "base/result.h"
#include "database/article_record.h"
#include "database/shards.h"
#include "database/synonym_list.h"
#include "searcher/matching/shard_postings.h"
#include "searcher/verification/chunk_terms.h"
#include "searcher/verification/signature_cache.h"

namespace warta::searcher {

// One a thread.
class Session {
 public:
  // The databases are searched as one (find_shards says what a name may be). ExitCode::no_database where nothing of
  // ours has the name, ExitCode::wrong_version with the way out where another version made it, or where the shards were
  // analysed in different ways; ExitCode::io_error for a remote shard that does not answer within the timeout.
  static Result<Session> open(std::vector<std::string> names, std::chrono::milliseconds timeout = kShardTimeout);
  static Result<Session> open(const std::string& name) { return open(std::vector{name}); }

  // Opens the database anew: what was published since is seen. Xapian's own reopen() does not follow the pointer.
  Result<void> renew();

  // For messages.
  const std::string& path() const { return names_.front(); }

  // All shards joined. Its metadata is that of the first one: what a shard counts is read from each.
  const Xapian::Database& database() const { return database_; }
  Shards shards() const { return shards_; }
  bool is_remote() const { return is_remote_; }  // whether any shard is on another machine
  analysis::Analyzer& analyzer() { return analyzer_; }
  ArticleCodec& codec() { return codec_; }
  ChunkTerms& chunk_terms() { return chunk_terms_; }
  std::span<ShardPostings> postings() { return postings_; }  // of each shard
  SignatureCache& signatures(std::size_t shard) { return signatures_[shard]; }
  const SynonymList& synonyms() const { return synonyms_; }

 private:
  Session(std::vector<std::string> names, std::chrono::milliseconds timeout, std::vector<Xapian::Database> shards,
          bool is_remote, analysis::Analyzer analyzer, ArticleCodec codec, SynonymList synonyms);

  std::vector<std::string> names_;
  std::chrono::milliseconds timeout_;
  std::vector<Xapian::Database> shards_;
  bool is_remote_;
  Xapian::Database database_;
  analysis::Analyzer analyzer_;
  ArticleCodec codec_;
  SynonymList synonyms_;
  ChunkTerms chunk_terms_;
  std::vector<ShardPostings> postings_;
  std::vector<SignatureCache> signatures_;
};

}  // namespace warta::searcher
