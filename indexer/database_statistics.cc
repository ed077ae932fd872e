#include "indexer/database_statistics.h"

#include <algorithm>
#include <system_error>

#include "database/schema.h"
#include "database/swapped_database.h"
#include "database/xapian_errors.h"
#include "indexer/repeated_lines/learned_furniture.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

std::optional<Timestamp> timestamp_of(const std::string& value) {
  if (value.empty()) return std::nullopt;
  Timestamp timestamp;
  timestamp.epoch_seconds = static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
  return timestamp;
}

std::vector<std::pair<std::string, std::uint64_t>> count_sources(const Xapian::Database& database) {
  std::vector<std::pair<std::string, std::uint64_t>> sources;
  const std::string prefix(kSourcePrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    sources.emplace_back((*term).substr(prefix.size()), term.get_termfreq());
  }
  std::ranges::stable_sort(sources, std::greater(), [](const auto& source) { return source.second; });
  return sources;
}

std::vector<std::pair<std::string, std::uint64_t>> measure_tables(const fs::path& generation) {
  std::vector<std::pair<std::string, std::uint64_t>> tables;
  std::error_code error;
  for (fs::directory_iterator entry(generation, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() != ".glass") continue;
    std::error_code ignored;
    tables.emplace_back(entry->path().stem().string(), entry->file_size(ignored));
  }
  std::ranges::sort(tables, std::greater(), [](const auto& table) { return table.second; });
  return tables;
}

std::vector<std::pair<std::string, std::vector<std::string>>> learned_lines(const Xapian::Database& database) {
  std::vector<std::pair<std::string, std::vector<std::string>>> sites;
  const std::string prefix(kSiteLinesMetadataPrefix);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const SiteLines site = SiteLines::parse(database.get_metadata(*key));
    if (site.learned().empty()) continue;
    std::vector<std::string>& lines =
        sites.emplace_back((*key).substr(prefix.size()), std::vector<std::string>()).second;
    for (const auto& [hash, line] : site.learned()) lines.push_back(line);
    std::ranges::sort(lines);
  }
  return sites;
}

Result<DatabaseStatistics> present_statistics(const fs::path& path) {
  const auto open = open_database(path);
  if (!open) return tl::unexpected(open.error());
  return guard_xapian(path, [&] {
    const Xapian::Database& database = open->database;
    DatabaseStatistics statistics;
    statistics.generation = open->generation.filename().string();
    statistics.articles = database.get_doccount();
    statistics.dated_articles = database.get_value_freq(kPublishedSlot);
    statistics.oldest = timestamp_of(database.get_value_lower_bound(kPublishedSlot));
    statistics.newest = timestamp_of(database.get_value_upper_bound(kPublishedSlot));
    statistics.sources = count_sources(database);
    statistics.table_bytes = measure_tables(open->generation);
    statistics.stemmer = open->settings.analysis.stemmer;
    statistics.analysis_version = open->settings.analysis.version;
    statistics.furniture = learned_lines(database);
    statistics.has_dictionary = !open->settings.dictionary.empty();
    return statistics;
  });
}

}  // namespace

std::uint64_t DatabaseStatistics::bytes() const {
  std::uint64_t sum = 0;
  for (const auto& [table, bytes] : table_bytes) sum += bytes;
  return sum;
}

// Counts of one state: where it gets stale while it is read, all is read anew.
Result<DatabaseStatistics> statistics_of(const fs::path& path) {
  return open_while_swapped([&] { return present_statistics(path); });
}

}  // namespace warta::indexer
