// The walk over the web: sources to listings, listings to pages, pages to articles. A ChunkReader like any other, so
// that the indexing pipeline takes its articles as it takes those of files.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "indexer/fetch/crawl_ledger.h"
#include "indexer/fetch/fetch_state.h"
#include "indexer/fetch/fetcher.h"
#include "indexer/fetch/frontier.h"
#include "indexer/fetch/source_list.h"
#include "indexer/fetch/source_report.h"
#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct CrawlOptions {
  FetchOptions fetch;
  std::uint64_t max_urls = 5000;                              // of a run; further pages of an article come on top
  std::uint64_t max_listing_bytes = std::uint64_t{50} << 20;  // of a feed, a sitemap or a source
  std::uint64_t max_page_bytes = SourceOptions().max_article_bytes;
  bool obeys_noindex = true;            // pages that ask for it give no article
  bool enters_front_pages = true;       // else a source that is one has no article
  std::chrono::seconds longest_run{0};  // then the crawl ends; 0: no bound
};

class Crawler final : public ChunkReader {
 public:
  // What is learned goes into `state`, whose transaction is the caller's to commit. The crawl ends early when `stop`
  // becomes true. Both must outlive the crawler.
  Crawler(const std::vector<CrawlSource>& sources, const CrawlOptions& options, FetchState& state,
          const std::atomic<bool>& stop);

  // The next article, as a chunk of kind articles. Errors name the URL that could not be taken, a source's
  // (ExitCode::io_error) or another (ExitCode::input_skipped); the crawl goes on.
  Result<bool> next(Chunk& chunk) override;

  std::uint64_t total_bytes() const override { return 0; }

  // Of each source, in their order; complete when next has returned false.
  const std::vector<SourceReport>& reports() const { return ledger_.reports(); }

  // As CrawlLedger::withdrawn; complete then, too.
  const std::vector<std::string>& withdrawn() const { return ledger_.withdrawn(); }

 private:
  bool is_over() const;
  void submit_what_may();
  void submit(Task task);
  void take(FetchOutcome&& outcome);

  void take_bytes(Task& task, FetchOutcome& outcome);
  bool is_unindexable(const HttpResponse& response) const;
  void take_unchanged(Task& task, const FetchOutcome& outcome);
  void take_postponed(Task& task, const FetchOutcome& outcome);
  void take_failure(Task& task, const FetchOutcome& outcome);
  void take_listing(Task& task, UrlKind kind, Listing&& listing);
  void take_page(Task& task, FetchOutcome& outcome);
  void take_further_page(Task& task, const FetchOutcome& outcome);

  void consider(ListedUrl&& listed, const Task& from, const std::shared_ptr<OpenListing>& listing);
  void revisit_listings(const Task& from);
  void revisit_due_pages(const Task& from);
  void push_known(const Task& from, const UrlRecord& record, UrlKind expected);
  void go_on_with_article(Task& task);
  void finish_article(Task& task, const std::string& defect);
  void consider_source_as_page(const Task& task);
  void finish();

  CrawlOptions options_;
  FetchState& state_;
  const std::atomic<bool>& stop_;
  std::vector<CrawlSource> sources_;
  CrawlLedger ledger_;
  Fetcher fetcher_;
  Frontier frontier_;
  std::unordered_map<Fetcher::Ticket, Task> under_way_;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  bool is_finished_ = false;
};

}  // namespace warta::indexer
