// warta-indexer stats: what a database holds, for people or as JSON.
#include <algorithm>
#include <memory>
#include <string>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "base/language.h"
#include "indexer/commands/command.h"
#include "indexer/database_statistics.h"
#include "indexer/presentation/run_console.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kShownSources = 10;

struct StatsOptions {
  std::string database;
  bool is_json = false;
  bool lists_furniture = false;
};

double megabytes(std::uint64_t bytes) {
  return static_cast<double>(bytes) / 1e6;
}

void row(const char* name, const std::string& value) {
  fmt::print("{:<16} {}\n", name, terminal_safe(value));
}

// Site and line, with a tab between, for people and scripts.
void print_furniture(const DatabaseStatistics& statistics) {
  for (const auto& [site, lines] : statistics.furniture) {
    for (const std::string& line : lines) fmt::print("{}\t{}\n", terminal_safe(site), terminal_safe(line));
  }
}

void print_text(const DatabaseStatistics& statistics) {
  row(localized("articles", "artikel"), grouped(statistics.articles));
  if (statistics.oldest && statistics.newest) {
    row(localized("published", "terbit"),
        localized_format("{} to {}; {} without a date", "{} sampai {}; {} tanpa tanggal",
                         to_display(*statistics.oldest), to_display(*statistics.newest),
                         grouped(statistics.articles - statistics.dated_articles)));
  }
  row(localized("stemmer", "stemmer"), localized_format("{}, analysis version {}", "{}, versi analisis {}",
                                                        statistics.stemmer, statistics.analysis_version));
  row(localized("on disk", "di cakram"),
      fmt::format("{:.1f} MB, {}", megabytes(statistics.bytes()), statistics.generation));
  for (const auto& [table, bytes] : statistics.table_bytes)
    row("", fmt::format("{:<12}{:9.1f} MB", table, megabytes(bytes)));
  if (!statistics.furniture.empty()) {
    std::size_t lines = 0;
    for (const auto& site : statistics.furniture) lines += site.second.size();
    row(localized("learned", "dipelajari"),
        localized_format("{} lines of furniture of {} sites (--furniture lists them)",
                         "{} baris perabot dari {} situs (--furniture menampilkannya)", grouped(lines),
                         grouped(statistics.furniture.size())));
  }
  row(localized("sources", "sumber"), grouped(statistics.sources.size()));
  for (std::size_t i = 0; i < std::min(kShownSources, statistics.sources.size()); ++i) {
    row("", fmt::format("{:>9}  {}", grouped(statistics.sources[i].second), statistics.sources[i].first));
  }
}

void print_json(const DatabaseStatistics& statistics) {
  nlohmann::ordered_json json = {
      {"articles", statistics.articles},
      {"dated_articles", statistics.dated_articles},
      {"oldest", nullptr},
      {"newest", nullptr},
      {"stemmer", statistics.stemmer},
      {"analysis_version", statistics.analysis_version},
      {"has_dictionary", statistics.has_dictionary},
      {"generation", statistics.generation},
      {"bytes", statistics.bytes()},
      {"table_bytes", nlohmann::ordered_json::object()},
      {"sources", nlohmann::ordered_json::object()},
      {"furniture", nlohmann::ordered_json::object()},
  };
  if (statistics.oldest) json["oldest"] = to_iso8601(*statistics.oldest);
  if (statistics.newest) json["newest"] = to_iso8601(*statistics.newest);
  for (const auto& [table, bytes] : statistics.table_bytes) json["table_bytes"][table] = bytes;
  for (const auto& [source, articles] : statistics.sources) json["sources"][source] = articles;
  for (const auto& [site, lines] : statistics.furniture) json["furniture"][site] = lines;
  fmt::print("{}\n", json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

ExitCode run_stats(const StatsOptions& options) {
  const auto statistics = statistics_of(options.database);
  if (!statistics) return report(statistics.error());
  if (options.lists_furniture && !options.is_json) {
    print_furniture(*statistics);
    return ExitCode::success;
  }
  options.is_json ? print_json(*statistics) : print_text(*statistics);
  return ExitCode::success;
}

}  // namespace

Command stats_command() {
  const auto options = std::make_shared<StatsOptions>();
  CommandLine line{.name = "stats",
                   .help = localized("Show what a database holds", "Tampilkan isi basis data"),
                   .detail = "Articles, dates, sites, sizes, analysis."};
  line.add({
      database_argument(options->database),
      choice("--format", options->is_json, Choices<bool>{{"text", false}, {"json", true}},
             localized("how to print it", "bentuk keluaran")),
      flag("--furniture", options->lists_furniture,
           localized("list the lines that were learned to be furniture of a site",
                     "tampilkan baris yang dipelajari sebagai perabot situs"))
          .explained("Each is site, tab, line."),
  });
  return {std::move(line), [options] { return run_stats(*options); }};
}

}  // namespace warta::indexer
