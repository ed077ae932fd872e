#include "indexer/sources/input_kinds.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/extract/extract_article.h"
#include "indexer/sources/feed_parser.h"
#include "indexer/sources/json_cutter.h"
#include "indexer/sources/jsonl_parser.h"
#include "indexer/sources/kind_detection.h"
#include "indexer/sources/prologue.h"
#include "indexer/sources/recoded_source.h"
#include "indexer/sources/record_scanners.h"
#include "indexer/sources/sitemap_parser.h"
#include "indexer/sources/table_parser.h"
#include "indexer/sources/text_article.h"
#include "indexer/sources/trec_parser.h"
#include "indexer/sources/warc_cutter.h"

namespace warta::indexer {
namespace {

using Opened = Result<std::unique_ptr<ChunkCutter>>;

// sitemaps.org's bound, and more than any feed.
constexpr std::uint64_t kMostFeedBytes = std::uint64_t{64} << 20;

Error named(const InputBuffer& input, const Error& error) {
  return {error.code, fmt::format("{}: {}", input.name(), error.message)};
}

tl::unexpected<Error> refused(const InputBuffer& input, const char* reason) {
  return tl::unexpected(named(input, {ExitCode::input_skipped, reason}));
}

// Reads until find sees a prologue in what waits, the file ends, or there is more of it than any file has. The
// prologue is of size 0 then.
Result<Prologue> read_prologue(InputBuffer& input, Prologue (*find)(std::string_view)) {
  constexpr std::size_t kMostBytes = std::size_t{16} << 20;
  for (;;) {
    Prologue prologue = find(input.waiting());
    if (prologue.size > 0 || input.is_at_end() || input.waiting().size() > kMostBytes) return prologue;
    if (const Result<void> more = input.read_more(); !more) return tl::unexpected(more.error());
  }
}

Opened open_page(InputBuffer& input, const SourceOptions& options) {
  return cut_whole_file(input, options.max_article_bytes);
}

Opened open_text(InputBuffer& input, const SourceOptions& options) {
  const std::string_view first = input.waiting().substr(0, kDetectionBytes);
  if (options.kind == SourceKind::detect) {
    if (first.empty() && !input.has_late_error())
      return refused(input, localized("the file is empty", "berkas kosong"));
    if (is_binary(first)) return refused(input, localized("this is no text", "ini bukan teks"));
  }
  return cut_whole_file(input, options.max_article_bytes);
}

Opened open_lines(InputBuffer& input, const SourceOptions& options) {
  return cut_records(input, options.max_article_bytes, scan_lines());
}

Opened open_json(InputBuffer& input, const SourceOptions& options) {
  return cut_json(input, options.max_article_bytes);
}

Opened open_table(InputBuffer& input, const SourceOptions& options) {
  if (has_only_carriage_returns(input.waiting())) input.recode(lines_from_carriage_returns());
  Result<Prologue> prologue = read_prologue(input, table_prologue);
  if (!prologue) return tl::unexpected(prologue.error());
  const std::string_view header = prologue->size == 0 ? input.waiting() : std::string_view(prologue->bytes);
  if (const Result<void> checked = check_table_header(header); !checked) {
    return tl::unexpected(named(input, checked.error()));
  }
  const char delimiter = table_delimiter(header);
  return cut_records(input, options.max_article_bytes, scan_table_rows(delimiter, options.max_article_bytes),
                     std::move(*prologue));
}

// A feed without items, in another encoding than bytes, or of JSON, is one chunk.
Opened open_feed(InputBuffer& input, const SourceOptions& options) {
  const std::string_view first = input.waiting();
  const bool is_xml_in_bytes = is_xml(first);
  Result<Prologue> prologue = is_xml_in_bytes ? read_prologue(input, feed_prologue) : Prologue();
  if (!prologue) return tl::unexpected(prologue.error());
  if (prologue->size == 0) return cut_whole_file(input, kMostFeedBytes);
  return cut_records(input, options.max_article_bytes, scan_feed_items(), std::move(*prologue));
}

Opened open_sitemap(InputBuffer& input, const SourceOptions&) {
  return cut_whole_file(input, kMostFeedBytes);
}

Opened open_trec(InputBuffer& input, const SourceOptions& options) {
  return cut_records(input, options.max_article_bytes, scan_trec_documents());
}

Opened open_warc(InputBuffer& input, const SourceOptions& options) {
  return cut_warc(input, options.max_article_bytes);
}

void give(const Chunk& chunk, Result<Article>&& article, const ParsedSink& sink) {
  if (article) {
    sink.article(std::move(*article));
  } else {
    sink.skip({chunk.origin, article.error().message});
  }
}

void parse_page(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  give(chunk, extract_article(chunk.bytes, {chunk.url, chunk.charset}), sink);
}

void parse_text(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  give(chunk, article_from_text(chunk.bytes), sink);
}

// A failure of a whole document names its place itself.
void report_failure(const Result<void>& result, const ParsedSink& sink) {
  if (result) return;
  const std::string& message = result.error().message;
  const std::size_t place = std::min(message.find(": "), message.size());
  sink.skip({message.substr(0, place), message.substr(std::min(place + 2, message.size()))});
}

void parse_feed_chunk(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  const FeedSink items{
      .item =
          [&](FeedItem&& item) {
            const bool is_summary = sink.summary && !item.has_full_text;
            (is_summary ? sink.summary : sink.article)(std::move(item.article));
          },
      .skip = sink.skip,
      .warning = sink.warning,
  };
  report_failure(parse_feed(chunk.bytes, chunk.origin, items, chunk.first_line), sink);
}

void parse_sitemap_chunk(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  std::size_t addresses = 0;
  const SitemapSink entries{
      .entry =
          [&](SitemapEntry&& entry) {
            ++addresses;
            if (!options.lists_addresses) return;
            Article article;
            article.source = site_of_url(entry.url);
            article.url = std::move(entry.url);
            article.title = std::move(entry.title);
            article.published = entry.published;
            article.modified = entry.modified;
            sink.article(std::move(article));
          },
      .skip = sink.skip,
      .warning = sink.warning,
  };
  report_failure(parse_sitemap(chunk.bytes, chunk.origin, entries), sink);
  if (options.lists_addresses) return;
  sink.skip({chunk.origin,
             localized_format("a sitemap holds only addresses ({} here); `warta-indexer fetch` takes their pages",
                              "peta situs hanya memuat alamat ({} di sini); `warta-indexer fetch` mengambil "
                              "halamannya",
                              addresses)});
}

void parse_articles(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  for (const Article& article : chunk.articles) sink.article(Article(article));
}

constexpr InputKind kKinds[] = {
    {SourceKind::jsonl, "jsonl", open_lines, parse_jsonl},
    {SourceKind::json, "json", open_json, parse_json_values},
    {SourceKind::table, "csv", open_table, parse_table},
    {SourceKind::feed, "feed", open_feed, parse_feed_chunk},
    {SourceKind::sitemap, "sitemap", open_sitemap, parse_sitemap_chunk},
    {SourceKind::warc, "warc", open_warc, parse_page},
    {SourceKind::trec, "trec", open_trec, parse_trec},
    {SourceKind::html, "html", open_page, parse_page},
    {SourceKind::text, "text", open_text, parse_text},
    {SourceKind::articles, "", nullptr, parse_articles},
};

}  // namespace

std::span<const InputKind> input_kinds() {
  return kKinds;
}

const InputKind& input_kind(SourceKind kind) {
  return *std::find_if(std::begin(kKinds), std::end(kKinds), [&](const InputKind& row) { return row.kind == kind; });
}

}  // namespace warta::indexer
