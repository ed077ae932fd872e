#include "indexer/commands/run_options.h"

#include <fstream>
#include <iterator>
#include <map>

#include "analysis/stemmer.h"
#include "base/language.h"
#include "database/synonym_list.h"
#include "indexer/sources/input_kinds.h"

namespace warta::indexer {
namespace {

// What the program takes besides the batches under way: code, caches, buffers, the merge.
constexpr std::size_t kBaseMegabytes = 128;
constexpr std::size_t kLeastMegabytes = 192;
constexpr std::size_t kMostMegabytes = std::size_t{1} << 20;
constexpr std::uint64_t kMostArticleBytes = std::uint64_t{1} << 30;

Result<std::optional<std::string>> read_list(const std::string& file_name) {
  if (file_name.empty()) return std::nullopt;
  std::ifstream file(file_name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    return failure(ExitCode::io_error, localized_format("{}: cannot be read", "{}: tidak dapat dibaca", file_name));
  }
  return text;
}

}  // namespace

void add_run_options(CLI::App& command, RunArguments& arguments) {
  command
      .add_option("--threads", arguments.threads,
                  localized("working threads; 0 is one a core", "jumlah utas kerja; 0 berarti satu per inti"))
      ->type_name("N")
      ->capture_default_str();
  command
      .add_option("--memory", arguments.memory_megabytes,
                  localized("memory that the run may take, in MB", "memori yang boleh dipakai, dalam MB"))
      ->check(CLI::Range(kLeastMegabytes, kMostMegabytes).description(""))
      ->type_name("MB")
      ->capture_default_str();
  command
      .add_option("--scratch", arguments.scratch,
                  localized("directory for temporary files (default: inside DB)",
                            "direktori berkas sementara (bawaan: di dalam DB)"))
      ->type_name("DIR");
  command.add_flag("--verbose,-v", arguments.is_verbose, localized("name every skip", "sebut semua yang dilewati"));
  command.add_flag("--quiet,-q", arguments.is_quiet,
                   localized("no progress and no summary", "tanpa kemajuan dan tanpa ringkasan"));
}

PipelineOptions pipeline_options(const RunArguments& arguments) {
  PipelineOptions options;
  options.threads = arguments.threads;
  options.memory_bytes = (arguments.memory_megabytes - kBaseMegabytes) << 20;
  options.scratch = arguments.scratch;
  return options;
}

void add_wait_option(CLI::App& command, unsigned& seconds) {
  command
      .add_option("--wait", seconds,
                  localized("wait so long for another program that writes to the database",
                            "tunggu selama ini bila program lain sedang menulis ke basis data"))
      ->check(CLI::Range(0U, 1000000U).description(""))
      ->type_name("SECONDS")
      ->capture_default_str();
}

LockWait lock_wait(unsigned seconds) {
  return LockWait(std::chrono::seconds(seconds));
}

// Settings that a generation has from its first article on; only synonyms may change.
void add_settings_options(CLI::App& command, SettingsArguments& arguments, SettingsUse use) {
  const bool is_new = use == SettingsUse::of_new_database;
  const auto names = analysis::stemmer_names();
  const std::vector<std::string> stemmers(names.begin(), names.end());
  command
      .add_option("--stemmer", arguments.stemmer,
                  is_new ? localized("of a new database: lexicon, snowball or none",
                                     "untuk basis data baru: lexicon, snowball atau none")
                         : localized("lexicon, snowball or none, in place of what it was",
                                     "lexicon, snowball atau none, menggantikan yang lama"))
      ->check(CLI::IsMember(stemmers).description(""))
      ->type_name("NAME");
  command
      .add_option("--stop-words", arguments.stop_words_file,
                  is_new ? localized("of a new database: your own list, a word a line",
                                     "untuk basis data baru: daftar kata henti sendiri, satu kata per baris")
                         : localized("your own list, a word a line, in place of what it was",
                                     "daftar kata henti sendiri, satu kata per baris, menggantikan yang lama"))
      ->type_name("FILE");
  command
      .add_option("--lexicon", arguments.lexicon_file,
                  is_new ? localized("of a new database: your own roots and exceptions",
                                     "untuk basis data baru: kata dasar dan pengecualian sendiri")
                         : localized("your own roots and exceptions, in place of those it had",
                                     "kata dasar dan pengecualian sendiri, menggantikan yang lama"))
      ->type_name("FILE");
  command
      .add_option(
          "--synonyms", arguments.synonyms_file,
          localized("your own double names, as in: jokowi = joko widodo; takes the place of an earlier such list",
                    "nama ganda sendiri, misalnya: jokowi = joko widodo; menggantikan daftar sebelumnya"))
      ->type_name("FILE");
}

Result<RequestedSettings> requested_settings(const SettingsArguments& arguments) {
  RequestedSettings requested;
  if (!arguments.stemmer.empty()) requested.stemmer = arguments.stemmer;
  auto stop_words = read_list(arguments.stop_words_file);
  if (!stop_words) return tl::unexpected(stop_words.error());
  auto lexicon = read_list(arguments.lexicon_file);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto synonyms = read_list(arguments.synonyms_file);
  if (!synonyms) return tl::unexpected(synonyms.error());
  if (*synonyms) {
    if (const auto readable = SynonymList::parse(**synonyms); !readable) {
      return failure(readable.error().code, arguments.synonyms_file + ": " + readable.error().message);
    }
  }
  requested.synonyms = std::move(*synonyms);
  requested.stop_words = std::move(*stop_words);
  requested.user_lexicon = std::move(*lexicon);
  return requested;
}

void add_source_options(CLI::App& command, SourceOptions& options) {
  std::map<std::string, SourceKind> kinds = {{"auto", SourceKind::detect}};
  std::string names = "auto";
  for (const InputKind& row : input_kinds()) {
    if (row.name.empty()) continue;
    kinds.emplace(row.name, row.kind);
    names.append("|").append(row.name);
  }
  command
      .add_option(
          "--kind", options.kind,
          localized("what the sources are; auto tells by their content", "jenis sumber; auto mengenali dari isinya"))
      ->transform(CLI::CheckedTransformer(kinds).description(""))
      ->type_name(names);
  command
      .add_option("--max-article-bytes", options.max_article_bytes,
                  localized("longer articles are skipped", "artikel yang lebih panjang dilewati"))
      ->check(CLI::Range(std::uint64_t{1}, kMostArticleBytes).description(""))
      ->type_name("BYTES")
      ->capture_default_str();
}

void add_retention_options(CLI::App& command, RetentionArguments& arguments) {
  command
      .add_option("--keep", arguments.generations,
                  localized("keep so many earlier generations, from now on",
                            "simpan sekian generasi sebelumnya, mulai sekarang"))
      ->check(CLI::Range(0U, 1000U).description(""))
      ->type_name("N");
  const std::map<std::string, std::int64_t> units = {{"s", 1}, {"m", 60}, {"h", 3600}, {"d", 86400}};
  command
      .add_option("--keep-for", arguments.seconds,
                  localized("keep each for so long, from now on: 12h, 7d", "simpan masing-masing selama ini: 12h, 7d"))
      ->transform(CLI::AsNumberWithUnit(units, CLI::AsNumberWithUnit::CASE_INSENSITIVE).description(""))
      ->check(CLI::NonNegativeNumber.description(""))
      ->type_name("TIME");
}

std::optional<Retention> requested_retention(const std::filesystem::path& database,
                                             const RetentionArguments& arguments) {
  if (!arguments.generations && !arguments.seconds) return std::nullopt;
  Retention rule = retention_of(database);
  rule.generations = arguments.generations.value_or(rule.generations);
  rule.seconds = arguments.seconds.value_or(rule.seconds);
  return rule;
}

}  // namespace warta::indexer
