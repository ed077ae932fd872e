#include "indexer/commands/extract_command.h"

#include <iostream>
#include <memory>
#include <optional>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/language.h"
#include "indexer/commands/command.h"

namespace warta::indexer {
namespace {

nlohmann::ordered_json time_or_null(const std::optional<Timestamp>& timestamp) {
  if (!timestamp) return nullptr;
  return to_iso8601(*timestamp);
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

ExitCode run_extract(const std::vector<std::string>& sources, const SourceOptions& options, std::ostream& output,
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
  const std::unique_ptr<ChunkReader> reader = open_sources(sources, options);
  Chunk chunk;
  for (;;) {
    const Result<bool> filled = reader->next(chunk);
    if (!filled) {
      report(filled.error().message);
      if (filled.error().code == ExitCode::interrupted) return ExitCode::interrupted;
      code = ExitCode::input_skipped;
      continue;
    }
    if (!*filled) break;
    origin = chunk.origin;
    parse_chunk(chunk, options, sink);
    if (output.good()) continue;
    report(localized("the output cannot be written", "keluaran tidak dapat ditulis"));
    return ExitCode::io_error;
  }
  output.flush();
  return output.good() ? code : ExitCode::io_error;
}

void declare_extract(CLI::App& program, Run& chosen) {
  const auto sources = std::make_shared<std::vector<std::string>>();
  const auto format = std::make_shared<std::string>("jsonl");
  CLI::App* command = program.add_subcommand("extract", localized("Print what would be indexed, without a database",
                                                                  "Cetak apa yang akan diindeks, tanpa basis data"));
  command
      ->add_option("SOURCE", *sources,
                   localized("files, directories, - for standard input", "berkas, direktori, - untuk masukan standar"))
      ->required();
  command->add_option("--format", *format, localized("one JSON object a line", "satu objek JSON per baris"))
      ->check(CLI::IsMember({"jsonl"}))
      ->capture_default_str();
  // The format has but one name yet; it is held so that the command line keeps its meaning when others come.
  command->callback([sources, format, &chosen] {
    chosen = [sources, format] {
      return run_extract(*sources, {.lists_addresses = true}, std::cout, [](const std::string& message) {
        report({ExitCode::input_skipped, message});
      });
    };
  });
}

}  // namespace warta::indexer
