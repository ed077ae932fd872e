#include "indexer/commands/extract_command.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <iostream>
#include <iterator>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/commands/fetch_options.h"
#include "indexer/interruption.h"

namespace warta::indexer {
namespace {

nlohmann::ordered_json time_or_null(const std::optional<Timestamp>& timestamp) {
  if (!timestamp) return nullptr;
  return to_iso8601(*timestamp);
}

// True where writing failed because whoever read it has seen enough, as head does.
bool has_no_reader(std::ostream& output) {
  output.clear();
  errno = 0;
  output.put('\n').flush();
  return !output.good() && errno == EPIPE;
}

}  // namespace

std::string extracted_json(const std::string& file, const Article& article) {
  nlohmann::ordered_json line;
  line["file"] = file;
  if (!article.id.empty()) line["id"] = article.id;
  line["url"] = article.url;
  line["title"] = article.title;
  line["authors"] = article.authors;
  line["published"] = time_or_null(article.published);
  line["modified"] = time_or_null(article.modified);
  line["source"] = article.source;
  line["section"] = article.category;
  line["tags"] = article.tags;
  line["language"] = article.language;
  line["body"] = article.body;
  return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

ExitCode run_extract(ChunkReader& reader, const SourceOptions& options, std::ostream& output,
                     const std::function<void(const std::string&)>& report) {
  ExitCode code = ExitCode::success;
  const auto note = [&](Skip&& skip) { report(fmt::format("{}: {}", skip.place, skip.reason)); };
  std::string origin;
  ParsedSink sink;
  sink.article = [&](Article&& article) { output << extracted_json(origin, article) << '\n'; };
  sink.warning = note;
  sink.skip = [&](Skip&& skip) {
    code = ExitCode::input_skipped;
    note(std::move(skip));
  };
  Chunk chunk;
  for (;;) {
    const Result<bool> filled = reader.next(chunk);
    if (!filled) {
      report(filled.error().message);
      if (filled.error().code == ExitCode::interrupted) return ExitCode::interrupted;
      code = ExitCode::input_skipped;
      continue;
    }
    if (!*filled) break;
    origin = chunk.origin;
    parse_chunk(chunk, options, sink);
    if (!output.good()) break;
  }
  output.flush();
  if (output.good() || has_no_reader(output)) return code;
  report(localized("the output cannot be written", "keluaran tidak dapat ditulis"));
  return ExitCode::io_error;
}

ExitCode run_extract(const std::vector<std::string>& sources, const SourceOptions& options, std::ostream& output,
                     const std::function<void(const std::string&)>& report) {
  return run_extract(*open_sources(sources, options), options, output, report);
}

namespace {

struct ExtractCommand {
  std::vector<std::string> sources;
  // The format has but one name yet; it is held so that the command line keeps its meaning when others come.
  std::string format = "jsonl";
  FetchArguments fetch;
};

void report_skipped(const std::string& message) {
  report({ExitCode::input_skipped, message});
}

bool is_url(const std::string& source) {
  return source.starts_with("http://") || source.starts_with("https://");
}

// Fetches as the command fetch does, but remembers nothing.
ExitCode extract_urls(const std::vector<std::string>& urls, const FetchArguments& arguments) {
  std::vector<CrawlSource> sources;
  for (const std::string& url : urls) sources.push_back({.url = url});
  auto state = FetchState::open(":memory:");
  if (!state) return report(state.error());
  const std::atomic<bool>& interrupted = watch_for_interruption();
  CrawlOptions options = crawl_options(arguments);
  options.enters_front_pages = false;
  options.obeys_noindex = false;  // nothing is indexed
  Crawler crawler(sources, options, *state, interrupted);
  const ExitCode code = run_extract(crawler, {}, std::cout, report_skipped);
  return interrupted ? ExitCode::interrupted : code;
}

ExitCode extract_all(const ExtractCommand& command) {
  std::vector<std::string> urls;
  std::vector<std::string> files;
  std::partition_copy(command.sources.begin(), command.sources.end(), std::back_inserter(urls),
                      std::back_inserter(files), is_url);
  const ExitCode of_files =
      files.empty() ? ExitCode::success : run_extract(files, {.lists_addresses = true}, std::cout, report_skipped);
  const bool goes_on = of_files == ExitCode::success || of_files == ExitCode::input_skipped;
  if (urls.empty() || !goes_on) return of_files;
  const ExitCode of_urls = extract_urls(urls, command.fetch);
  return of_urls == ExitCode::success ? of_files : of_urls;
}

}  // namespace

Command extract_command() {
  const auto command = std::make_shared<ExtractCommand>();
  CommandLine line{.name = "extract",
                   .help = localized("Print what would be indexed, without a database",
                                     "Cetak apa yang akan diindeks, tanpa basis data"),
                   .detail =
                       "One article a line. Of a sitemap it prints the entries. Options that fetch are for sources "
                       "that are URLs."};
  line.add({
      argument("SOURCE", command->sources,
               localized("files, directories, URLs, - for standard input",
                         "berkas, direktori, URL, - untuk masukan standar"))
          .filled(),
      choice("--format", command->format, Choices<std::string>{{"jsonl", "jsonl"}},
             localized("one JSON object a line", "satu objek JSON per baris")),
  });
  line.add(fetch_options(command->fetch));
  return {std::move(line), [command] { return extract_all(*command); }};
}

}  // namespace warta::indexer
