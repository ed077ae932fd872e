#include "indexer/fetch/crawler.h"

#include <algorithm>
#include <utility>

#include <xxhash.h>

#include "base/language.h"
#include "indexer/fetch/arrival.h"
#include "indexer/fetch/index_permission.h"
#include "indexer/fetch/robots.h"
#include "indexer/fetch/web_url.h"

namespace warta::indexer {
namespace {

std::vector<std::uint64_t> bounds_of(const std::vector<CrawlSource>& sources) {
  std::vector<std::uint64_t> bounds;
  for (const CrawlSource& source : sources) bounds.push_back(source.max_urls);
  return bounds;
}

// A validator that is longer than any server makes it is not kept.
std::string sensible(const std::string& validator) {
  constexpr std::size_t kLongestValidator = 512;
  return validator.size() <= kLongestValidator ? validator : std::string();
}

void note_validators(UrlRecord& record, const HttpResponse& response) {
  record.etag = sensible(response.etag);
  record.last_modified = sensible(response.last_modified);
  record.status = response.status;
}

}  // namespace

Crawler::Crawler(const std::vector<CrawlSource>& sources, const CrawlOptions& options, FetchState& state,
                 const std::atomic<bool>& stop)
    : options_(options),
      state_(state),
      stop_(stop),
      sources_(sources),
      ledger_(sources, state),
      fetcher_(options.fetch, state),
      frontier_({.urls = options.max_urls, .under_way = options.fetch.parallel}, bounds_of(sources)) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    if (!ledger_.is_first_time(canonical_url(sources_[i].url))) continue;  // another spelling of a source before it
    Task task;
    task.source = i;
    task.is_source = true;
    task.listed.url = sources_[i].url;
    frontier_.push(std::move(task));
  }
}

Result<bool> Crawler::next(Chunk& chunk) {
  while (!ledger_.has_next() && !is_over()) {
    submit_what_may();
    std::optional<FetchOutcome> outcome = fetcher_.next([this] { return is_over(); });
    if (!outcome) break;
    take(std::move(*outcome));
  }
  std::optional<Result<Chunk>> first = ledger_.next();
  if (!first) {
    finish();
    return false;
  }
  if (!*first) return tl::unexpected(std::move(first->error()));
  chunk = std::move(**first);
  return true;
}

bool Crawler::is_over() const {
  const auto elapsed = std::chrono::steady_clock::now() - start_;
  return stop_ || (options_.longest_run.count() > 0 && elapsed >= options_.longest_run);
}

void Crawler::submit_what_may() {
  while (std::optional<Task> task = frontier_.take()) submit(std::move(*task));
}

void Crawler::submit(Task task) {
  task.record = ledger_.record_for(task);
  const bool may_be_listing = task.is_source || !task.is_page();
  const Fetcher::Ticket ticket = fetcher_.submit({
      .url = task.listed.url,
      .etag = task.record.etag,
      .last_modified = task.record.last_modified,
      .max_bytes = may_be_listing ? options_.max_listing_bytes : options_.max_page_bytes,
      .delay = sources_[task.source].delay,
  });
  under_way_.emplace(ticket, std::move(task));
}

void Crawler::take(FetchOutcome&& outcome) {
  Task task = std::move(under_way_.extract(outcome.ticket).mapped());
  if (!task.article) {
    frontier_.finished(task.source);
    task.arrived_from = outcome.url;
  }
  switch (outcome.verdict) {
    case FetchVerdict::fetched: return task.article ? take_further_page(task, outcome) : take_bytes(task, outcome);
    case FetchVerdict::unchanged: return take_unchanged(task, outcome);
    case FetchVerdict::forbidden:
    case FetchVerdict::failed: return take_failure(task, outcome);
    case FetchVerdict::postponed: return take_postponed(task, outcome);
  }
}

// The first bytes of a source, a listing or a page: what they are decides how it goes on.
void Crawler::take_bytes(Task& task, FetchOutcome& outcome) {
  const bool may_be_listing = task.is_source || !task.is_page();
  auto body =
      unpacked(std::move(outcome.response.body), may_be_listing ? options_.max_listing_bytes : options_.max_page_bytes);
  if (!body) return ledger_.fail(task, Failure::passing, body.error().message);
  outcome.response.body = std::move(*body);
  const std::string& bytes = outcome.response.body;
  const std::uint64_t hash = XXH3_64bits(bytes.data(), bytes.size());
  note_validators(task.record, outcome.response);
  const bool is_same = task.record.content_hash == hash && task.record.kind != UrlKind::unknown;
  if (is_same && !is_unindexable(outcome.response)) return take_unchanged(task, outcome);
  task.record.content_hash = hash;
  task.record.last_fetched = now_seconds();
  const std::string origin = loggable_url(task.arrived_from);
  switch (what_came(bytes, outcome.response.content_type)) {
    case Arrival::feed: return take_listing(task, UrlKind::feed, read_feed(bytes, origin));
    case Arrival::sitemap: return take_listing(task, UrlKind::sitemap, read_sitemap(bytes, origin));
    case Arrival::page: return take_page(task, outcome);
    case Arrival::other: break;
  }
  ledger_.fail_without_article(task, localized("this is no text", "ini bukan teks"));
}

// By its header, which may change where no byte of the page does.
bool Crawler::is_unindexable(const HttpResponse& response) const {
  return options_.obeys_noindex &&
         forbids_indexing(response.robots_tags, product_token(options_.fetch.http.user_agent));
}

void Crawler::take_unchanged(Task& task, const FetchOutcome& outcome) {
  if (task.record.kind == UrlKind::unknown) return ledger_.fail(task, Failure::passing, "HTTP 304");
  if (task.is_source && !is_listing(task.record.kind)) ++ledger_.report(task).found;
  task.record.status = outcome.response.status;
  task.record.last_fetched = now_seconds();
  ledger_.note_taken(task, task.record.kind);
  if (is_listing(task.record.kind)) {
    revisit_listings(task);
    revisit_due_pages(task);
  } else {
    ++ledger_.report(task).unchanged;
  }
  ledger_.close_one(task.listing);
}

// What was asked for before its server wanted to be left alone stays open: the next run finds it in its listing.
void Crawler::take_postponed(Task& task, const FetchOutcome& outcome) {
  if (task.article) return take_failure(task, outcome);
  ledger_.note_postponed(task, outcome.problem);
}

void Crawler::take_failure(Task& task, const FetchOutcome& outcome) {
  if (task.article) {
    if (task.article->pass_over()) return go_on_with_article(task);
    return finish_article(task, localized_format("its further page cannot be fetched ({})",
                                                 "halaman lanjutannya tidak dapat diambil ({})", outcome.problem));
  }
  task.record.status = outcome.response.status;
  ledger_.fail(task, outcome.is_passing ? Failure::passing : Failure::lasting, outcome.problem);
}

// Its record has no validators until all of its URLs have been dealt with (close_one).
void Crawler::take_listing(Task& task, UrlKind kind, Listing&& listing) {
  const std::shared_ptr<OpenListing> open = ledger_.open_listing(task, kind);
  for (ListedUrl& listed : listing.urls) consider(std::move(listed), task, open);
  revisit_due_pages(task);
  if (listing.defect) ledger_.note_defect(task, *open, std::move(*listing.defect));
  ledger_.close_one(open);
  ledger_.close_one(task.listing);
}

// A page that some listing names is an article or nothing; one that the person named may be a front page.
void Crawler::take_page(Task& task, FetchOutcome& outcome) {
  if (outcome.response.body.size() > options_.max_page_bytes) {
    return ledger_.fail(
        task, Failure::lasting,
        localized_format("a page of more than {} bytes", "halaman lebih dari {} bita", options_.max_page_bytes));
  }
  const ArrivedPage page{outcome.response.body, task.arrived_from, charset_of(outcome.response.content_type),
                         std::move(outcome.response.robots_tags)};
  auto article = ArticlePages::begin(page, product_token(options_.fetch.http.user_agent));
  if (article) {
    if (task.is_source) consider_source_as_page(task);
    if (options_.obeys_noindex && article->forbids_indexing()) {
      return ledger_.fail_unindexable(task, article->article().url);
    }
    task.article = std::make_shared<ArticlePages>(std::move(*article));
    return go_on_with_article(task);
  }
  if (options_.enters_front_pages && (task.is_source || task.record.kind == UrlKind::front_page)) {
    Listing listing = read_front_page(page.html, page.url, page.charset, fetcher_.sitemaps_of(page.url));
    if (!listing.urls.empty()) return take_listing(task, UrlKind::front_page, std::move(listing));
  }
  ledger_.fail_without_article(task, article.error().message);
}

void Crawler::take_further_page(Task& task, const FetchOutcome& outcome) {
  task.article->take({outcome.response.body, outcome.url, charset_of(outcome.response.content_type), {}});
  go_on_with_article(task);
}

// Further pages of an article that has begun do not wait for their source's turn.
void Crawler::go_on_with_article(Task& task) {
  const std::string next = task.article->next_url();
  if (next.empty()) return finish_article(task, {});
  const Fetcher::Ticket ticket =
      fetcher_.submit({.url = next, .max_bytes = options_.max_page_bytes, .delay = sources_[task.source].delay});
  under_way_.emplace(ticket, std::move(task));
}

// An article that lacks a page (defect says why) is taken, and asked for again.
void Crawler::finish_article(Task& task, const std::string& defect) {
  ++ledger_.report(task).fetched;
  ledger_.deliver(task, std::move(task.article->article()), ArticleOrigin::page);
  ledger_.note_taken(task, UrlKind::article);
  if (!defect.empty()) ledger_.note_incomplete(task, defect);
  ledger_.close_one(task.listing);
}

void Crawler::consider(ListedUrl&& listed, const Task& from, const std::shared_ptr<OpenListing>& listing) {
  const std::string key = canonical_url(listed.url);
  if (!ledger_.is_first_time(key)) return;
  SourceReport& report = ledger_.report(from);
  const bool is_page = listed.expected == UrlKind::article;
  const std::optional<UrlRecord> known = state_.find(key);
  if (known) state_.note_seen(*known, now_seconds());
  if (is_page) ++report.found;
  if (is_page && !known) ++report.fresh;
  const bool is_wanted = is_page ? is_page_wanted(known, listed.told_modified, now_seconds())
                                 : is_listing_wanted(known, listed.told_modified);
  if (!is_wanted) {
    report.unchanged += is_page ? 1 : 0;
    return;
  }
  if (frontier_.left(from.source) >= frontier_.room(from.source)) {
    listing->is_whole = false;
    ++report.left;
    return;
  }
  ++listing->open;
  Task task;
  task.source = from.source;
  task.listed = std::move(listed);
  task.parent = from.record.key;
  task.listing = listing;
  frontier_.push(std::move(task));
}

// A source that turns out to be an article names itself.
void Crawler::consider_source_as_page(const Task& task) {
  SourceReport& report = ledger_.report(task);
  ++report.found;
  report.fresh += task.record.kind == UrlKind::unknown ? 1 : 0;
}

// A listing that is unchanged still has others below it, which may have changed.
void Crawler::revisit_listings(const Task& from) {
  for (const UrlRecord& known : state_.listings_of(from.record.key)) {
    if (!is_given_up(known) && is_listing_wanted(known, known.told_modified)) push_known(from, known, known.kind);
  }
}

void Crawler::revisit_due_pages(const Task& from) {
  for (const UrlRecord& known : state_.due_pages_of(from.record.key, now_seconds())) {
    push_known(from, known, UrlKind::article);
  }
}

void Crawler::push_known(const Task& from, const UrlRecord& record, UrlKind expected) {
  if (!ledger_.is_first_time(record.key)) return;
  ledger_.report(from).found += expected == UrlKind::article ? 1 : 0;
  Task task;
  task.source = from.source;
  task.listed = {.url = record.url, .expected = expected, .told_modified = record.told_modified};
  task.parent = from.record.key;
  frontier_.push(std::move(task));
}

void Crawler::finish() {
  if (std::exchange(is_finished_, true)) return;
  for (std::size_t i = 0; i < sources_.size(); ++i) ledger_.reports()[i].left += frontier_.left(i);
  for (const auto& [ticket, task] : under_way_) ++ledger_.report(task).left;
}

}  // namespace warta::indexer
