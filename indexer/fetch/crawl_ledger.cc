#include "indexer/fetch/crawl_ledger.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/extract/page_dates.h"
#include "indexer/fetch/article_pages.h"
#include "indexer/fetch/web_url.h"

namespace warta::indexer {
namespace {

// A record that the next run asks for unconditionally.
UrlRecord without_validators(UrlRecord record) {
  record.etag.clear();
  record.last_modified.clear();
  record.content_hash = 0;
  return record;
}

}  // namespace

bool is_listing(UrlKind kind) {
  return kind == UrlKind::feed || kind == UrlKind::sitemap || kind == UrlKind::front_page;
}

CrawlLedger::CrawlLedger(const std::vector<CrawlSource>& sources, FetchState& state)
    : state_(state), reports_(sources.size()) {
  for (std::size_t i = 0; i < sources.size(); ++i) reports_[i].source = loggable_url(sources[i].url);
}

UrlRecord CrawlLedger::record_for(const Task& task) const {
  const std::string key = canonical_url(task.listed.url);
  if (auto known = state_.find(key)) {
    known->last_seen = now_seconds();
    return std::move(*known);
  }
  UrlRecord record;
  record.key = key;
  record.url = clean_url(task.listed.url);
  record.parent = task.parent;
  record.first_seen = now_seconds();
  record.last_seen = record.first_seen;
  return record;
}

void CrawlLedger::deliver(const Task& task, Article article, ArticleOrigin origin) {
  if (const auto& told = task.listed.told) {
    const bool is_date_declared = !task.article || task.article->is_date_declared();
    article.published =
        is_date_declared && article.published ? article.published : reconciled(told->published, article.published);
    if (article.title.empty()) article.title = told->title;
    if (article.authors.empty()) article.authors = told->authors;
  }
  if (article.url.empty()) article.url = clean_url(task.arrived_from);
  Chunk chunk;
  chunk.kind = SourceKind::articles;
  chunk.origin = loggable_url(task.listed.url);
  chunk.url = article.url;
  chunk.articles.push_back(std::move(article));
  chunk.is_cut_from_pages = origin == ArticleOrigin::page;
  ready_.emplace_back(std::move(chunk));
}

void CrawlLedger::note_taken(Task& task, UrlKind kind) {
  UrlRecord& record = task.record;
  record.kind = kind;
  record.failures = 0;
  record.next_attempt = 0;
  record.told_modified = std::max(record.told_modified, task.listed.told_modified);
  state_.put(record);
  if (is_listing(kind)) return;
  // The address at the end of the redirects is the same page, should a listing name it.
  const std::string key = canonical_url(task.arrived_from);
  if (key == record.key || !is_first_time(key) || state_.find(key)) return;
  UrlRecord same = record;
  same.key = key;
  same.url = clean_url(task.arrived_from);
  same.parent.clear();
  state_.put(same);
}

std::shared_ptr<OpenListing> CrawlLedger::open_listing(Task& task, UrlKind kind) {
  note_taken(task, kind);
  state_.put(without_validators(task.record));
  return std::make_shared<OpenListing>(OpenListing{.record = task.record, .open = 1, .is_whole = true});
}

void CrawlLedger::close_one(const std::shared_ptr<OpenListing>& listing) {
  if (listing && --listing->open == 0 && listing->is_whole) state_.put(listing->record);
}

void CrawlLedger::note_defect(const Task& task, OpenListing& listing, Error&& defect) {
  listing.is_whole = false;
  SourceReport& source = report(task);
  ++source.failed;
  source.has_failed |= task.is_source;
  if (source.first_problem.empty()) source.first_problem = defect.message;
  ready_.push_back(tl::unexpected(std::move(defect)));
}

void CrawlLedger::fail(Task& task, Failure failure, const std::string& problem) {
  SourceReport& source = report(task);
  UrlRecord& record = task.record;
  if (task.listed.has_full_text && task.listed.told) {
    ++source.from_feed;
    deliver(task, *task.listed.told, ArticleOrigin::feed);
  } else if (!task.listed.is_guess || failure == Failure::passing) {
    ++(record.kind == UrlKind::no_article ? source.no_article : source.failed);
    tell(task, problem);
  }
  close_failed(task, failure);
}

void CrawlLedger::close_failed(Task& task, Failure failure) {
  UrlRecord& record = task.record;
  report(task).has_failed |= task.is_source;
  if (record.kind == UrlKind::unknown && !task.is_page()) record.kind = task.listed.expected;
  if (record.kind == UrlKind::no_article) record = without_validators(std::move(record));
  record.told_modified = std::max(record.told_modified, task.listed.told_modified);
  note_failure(record, failure, now_seconds());
  state_.put(record);
  close_one(task.listing);
}

void CrawlLedger::fail_without_article(Task& task, const std::string& problem) {
  task.record.kind = UrlKind::no_article;
  fail(task, Failure::lasting, problem);
}

void CrawlLedger::fail_unindexable(Task& task, const std::string& url) {
  ++report(task).unindexable;
  // A view for printing, say, does not speak for the article whose address it declares.
  const std::string key = canonical_url(url);
  const bool is_its_own = key == task.record.key || key == canonical_url(task.arrived_from);
  if (task.record.kind == UrlKind::article && is_its_own) withdrawn_.push_back(url);
  tell(task, localized("it asks not to be indexed (noindex)", "halaman meminta agar tidak diindeks (noindex)"));
  task.record.kind = UrlKind::no_article;
  close_failed(task, Failure::lasting);
}

void CrawlLedger::note_incomplete(Task& task, const std::string& problem) {
  tell(task, problem);
  task.record = without_validators(std::move(task.record));
  note_failure(task.record, Failure::passing, now_seconds());
  state_.put(task.record);
}

void CrawlLedger::note_postponed(const Task& task, const std::string& problem) {
  ++report(task).left;
  if (task.is_source) {
    report(task).has_failed = true;
    return tell(task, problem);
  }
  if (report(task).first_problem.empty()) report(task).first_problem = problem;
}

void CrawlLedger::tell(const Task& task, const std::string& problem) {
  SourceReport& source = report(task);
  if (source.first_problem.empty()) source.first_problem = problem;
  const ExitCode code = task.is_source ? ExitCode::io_error : ExitCode::input_skipped;
  ready_.push_back(failure(code, fmt::format("{}: {}", loggable_url(task.listed.url), problem)));
}

std::optional<Result<Chunk>> CrawlLedger::next() {
  if (ready_.empty()) return std::nullopt;
  Result<Chunk> first = std::move(ready_.front());
  ready_.pop_front();
  return first;
}

}  // namespace warta::indexer
