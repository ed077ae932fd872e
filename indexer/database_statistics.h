// What a database holds, counted from its tables without reading the articles.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "database/civil_time.h"
#include "indexer/database_settings.h"

namespace warta::indexer {

struct DatabaseStatistics {
  std::string generation;  // "gen-000002"
  std::uint64_t articles = 0;
  std::uint64_t dated_articles = 0;
  std::optional<Timestamp> oldest;
  std::optional<Timestamp> newest;
  std::vector<std::pair<std::string, std::uint64_t>> sources;      // with their numbers of articles, most first
  std::vector<std::pair<std::string, std::uint64_t>> table_bytes;  // on disk: "postlist", "docdata", ...
  std::string stemmer;
  int analysis_version = 0;
  bool has_dictionary = false;
  std::vector<std::pair<std::string, std::vector<std::string>>> furniture;  // sites, and the lines learned of them

  std::uint64_t bytes() const;
};

Result<DatabaseStatistics> statistics_of(const std::filesystem::path& path);

}  // namespace warta::indexer
