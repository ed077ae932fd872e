#include "database/acronym_table.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <utility>

namespace warta {
namespace {

using Counts = std::map<std::string, std::uint32_t, std::less<>>;

// A value is lines of "count TAB text". A line that says something else was not ours, and is passed over.
void add_lines(std::string_view value, Counts& counts) {
  while (!value.empty()) {
    const std::string_view line = value.substr(0, value.find('\n'));
    value.remove_prefix(std::min(value.size(), line.size() + 1));
    std::uint32_t count = 0;
    const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), count);
    if (error != std::errc() || end == line.data() + line.size() || *end != '\t') continue;
    counts[std::string(end + 1, line.data() + line.size())] += count;
  }
}

std::string to_lines(const Counts& counts) {
  std::string value;
  for (const auto& [text, count] : counts) value += std::to_string(count) + '\t' + text + '\n';
  return value;
}

std::string acronym_key(std::string_view acronym) {
  return std::string(kAcronymMetadataPrefix).append(acronym);
}

std::string expansion_key(std::string_view expansion) {
  return std::string(kExpansionMetadataPrefix) + analysis::without_small_words(expansion);
}

std::vector<AcronymReading> readings(Shards shards, const std::string& key) {
  Counts counts;
  for (const Xapian::Database& shard : shards) add_lines(shard.get_metadata(key), counts);
  std::vector<AcronymReading> result;
  for (auto& [text, count] : counts) result.push_back({text, count});
  std::stable_sort(result.begin(), result.end(),
                   [](const auto& left, const auto& right) { return left.count > right.count; });
  return result;
}

}  // namespace

void add_acronyms(Xapian::WritableDatabase& database, const analysis::AcronymCounts& counts) {
  std::map<std::string, Counts> added;
  for (const auto& [acronym, expansions] : counts.table()) {
    for (const auto& [expansion, count] : expansions) {
      added[acronym_key(acronym)][expansion] += count;
      added[expansion_key(expansion)][acronym] += count;
    }
  }
  for (auto& [key, sums] : added) {
    add_lines(database.get_metadata(key), sums);
    database.set_metadata(key, to_lines(sums));
  }
}

std::vector<AcronymReading> expansions_of(Shards shards, std::string_view acronym) {
  return readings(shards, acronym_key(acronym));
}

std::vector<AcronymReading> acronyms_of(Shards shards, std::string_view expansion) {
  return readings(shards, expansion_key(expansion));
}

bool begins_expansion(Shards shards, std::string_view words) {
  const std::string beginning = std::string(kExpansionMetadataPrefix).append(words);
  return std::ranges::any_of(shards, [&](const Xapian::Database& shard) {
    return shard.metadata_keys_begin(beginning) != shard.metadata_keys_end(beginning);
  });
}

bool is_acronym_key(std::string_view key) {
  return key.starts_with(kAcronymMetadataPrefix) || key.starts_with(kExpansionMetadataPrefix);
}

std::string add_up_acronyms(std::span<const std::string> values) {
  Counts sums;
  for (const std::string& value : values) add_lines(value, sums);
  return to_lines(sums);
}

std::string share_of_acronyms(std::string_view value, const CountShare& share) {
  Counts counts;
  add_lines(value, counts);
  for (auto& [text, count] : counts) count = share.of(count, text);
  std::erase_if(counts, [](const auto& entry) { return entry.second == 0; });
  return to_lines(counts);
}

}  // namespace warta
