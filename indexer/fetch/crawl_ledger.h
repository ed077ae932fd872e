// The books of a crawl: what comes of each URL goes into the state, into the numbers of its source, and, where it is an
// article or a problem, to whoever reads the crawl.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "indexer/fetch/fetch_state.h"
#include "indexer/fetch/frontier.h"
#include "indexer/fetch/revisit_policy.h"
#include "indexer/fetch/source_list.h"
#include "indexer/fetch/source_report.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

// Where an article's text comes from: a page that we read in our way, or a feed that states it.
enum class ArticleOrigin : std::uint8_t { page, feed };

class CrawlLedger {
 public:
  // `state` must outlive the ledger.
  CrawlLedger(const std::vector<CrawlSource>& sources, FetchState& state);

  // True when the key (canonical_url) comes up for the first time in this run.
  bool is_first_time(const std::string& key) { return !key.empty() && seen_.insert(key).second; }

  // What is known of a task's URL, or the record of one that is new.
  UrlRecord record_for(const Task& task) const;

  // Hands an article on. What its page does not say may stand in the feed or sitemap, whose time of publication is
  // better than one that the page only shows to its readers.
  void deliver(const Task& task, Article article, ArticleOrigin origin);

  // The task's URL was taken as this, or is still that; its record is as it stands.
  void note_taken(Task& task, UrlKind kind);

  // A listing was read, and its URLs are on their way: without validators in the state until close_one has been called
  // for each of them and for the listing itself.
  std::shared_ptr<OpenListing> open_listing(Task& task, UrlKind kind);
  void close_one(const std::shared_ptr<OpenListing>& listing);

  // A listing could not be read to its end.
  void note_defect(const Task& task, OpenListing& listing, Error&& defect);

  // The task's URL could not be had; where its feed carries the whole text, that is taken.
  void fail(Task& task, Failure failure, const std::string& problem);

  // It is a page without an article: an error page that is sent as a good one, a film, a list. It may become one.
  void fail_without_article(Task& task, const std::string& problem);

  // It asks not to be indexed; what its feed carries of it is not taken either. `url` is that of its article.
  void fail_unindexable(Task& task, const std::string& url);

  // Addresses of articles that were taken from their own pages in an earlier run, and whose pages now ask not to be
  // indexed.
  const std::vector<std::string>& withdrawn() const { return withdrawn_; }

  // It was taken, but lacks something: it is asked for again.
  void note_incomplete(Task& task, const std::string& problem);

  // It was not asked for, and stays open: the next run finds it in its listing.
  void note_postponed(const Task& task, const std::string& problem);

  // The next article or problem, in the order in which they came.
  std::optional<Result<Chunk>> next();
  bool has_next() const { return !ready_.empty(); }

  SourceReport& report(const Task& task) { return reports_[task.source]; }
  std::vector<SourceReport>& reports() { return reports_; }
  const std::vector<SourceReport>& reports() const { return reports_; }

 private:
  void tell(const Task& task, const std::string& problem);
  void close_failed(Task& task, Failure failure);

  FetchState& state_;
  std::vector<SourceReport> reports_;
  std::unordered_set<std::string> seen_;
  std::deque<Result<Chunk>> ready_;
  std::vector<std::string> withdrawn_;
};

// True for what names other URLs.
bool is_listing(UrlKind kind);

}  // namespace warta::indexer
