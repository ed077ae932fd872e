// Options that commands share: how a run works, how long it waits for others, and which settings it asks for.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/command_line/parameter.h"
#include "database/database_lock.h"
#include "database/retention.h"
#include "indexer/pipeline.h"
#include "indexer/requested_settings.h"

namespace warta::indexer {

inline constexpr std::size_t kDefaultMegabytes = 768;
inline constexpr unsigned kMostThreads = 1024;

// --threads, --memory, --scratch, --verbose and --quiet.
struct RunArguments {
  unsigned threads = 0;
  std::size_t memory_megabytes = kDefaultMegabytes;
  std::string scratch;
  bool is_verbose = false;
  bool is_quiet = false;
};
std::vector<Parameter> run_options(RunArguments& arguments);
PipelineOptions pipeline_options(const RunArguments& arguments);

// --wait SECONDS, for the lock of the database.
Parameter wait_option(unsigned& seconds);
LockWait lock_wait(unsigned seconds);

// --stemmer, --stop-words, --lexicon and --synonyms, as files.
struct SettingsArguments {
  std::string stemmer;
  std::string stop_words_file;
  std::string lexicon_file;
  std::string synonyms_file;
};
enum class SettingsUse : std::uint8_t { of_new_database, of_next_generation };
Parameter stemmer_option(std::string& stemmer, SettingsUse use);
std::vector<Parameter> settings_options(SettingsArguments& arguments, SettingsUse use);

// Reads the files. ExitCode::io_error where one cannot be read, ExitCode::usage where synonyms are malformed.
Result<RequestedSettings> requested_settings(const SettingsArguments& arguments);

// --kind and --max-article-bytes, of sources.
std::vector<Parameter> source_options(SourceOptions& options);

// --keep and --keep-for.
struct RetentionArguments {
  std::optional<unsigned> generations;
  std::optional<std::int64_t> seconds;
};
std::vector<Parameter> retention_options(RetentionArguments& arguments);

// The rule that the database has, with what the arguments say; nothing where they say nothing.
std::optional<Retention> requested_retention(const std::filesystem::path& database,
                                             const RetentionArguments& arguments);

}  // namespace warta::indexer
