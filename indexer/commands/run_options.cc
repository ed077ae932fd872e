#include "indexer/commands/run_options.h"

#include <fstream>
#include <iterator>

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
constexpr unsigned kLongestWaitSeconds = 1000000;
constexpr unsigned kMostGenerations = 1000;

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

std::vector<Parameter> run_options(RunArguments& arguments) {
  return {
      option("--threads", "N", arguments.threads, {0, kMostThreads},
             localized("working threads; 0 is one a core", "jumlah utas kerja; 0 berarti satu per inti")),
      option("--memory", "MB", arguments.memory_megabytes, {kLeastMegabytes, kMostMegabytes},
             localized("memory that the run may take, in MB", "memori yang boleh dipakai, dalam MB"))
          .explained(
              "128 are for what all threads share, and each needs up to 90 more: where there is too little for all, "
              "fewer work."),
      option("--scratch", "DIR", arguments.scratch,
             localized("directory for temporary files (default: inside DB)",
                       "direktori berkas sementara (bawaan: di dalam DB)")),
      flag("-v,--verbose", arguments.is_verbose, localized("name every skip", "sebut semua yang dilewati"))
          .explained("Otherwise the first ones only are named."),
      flag("-q,--quiet", arguments.is_quiet,
           localized("no progress and no summary", "tanpa kemajuan dan tanpa ringkasan")),
  };
}

PipelineOptions pipeline_options(const RunArguments& arguments) {
  PipelineOptions options;
  options.threads = arguments.threads;
  options.memory_bytes = (arguments.memory_megabytes - kBaseMegabytes) << 20;
  options.scratch = arguments.scratch;
  return options;
}

Parameter wait_option(unsigned& seconds) {
  return option("--wait", "SECONDS", seconds, {0, kLongestWaitSeconds},
                localized("wait so long for another program that writes to the database",
                          "tunggu selama ini bila program lain sedang menulis ke basis data"));
}

LockWait lock_wait(unsigned seconds) {
  return LockWait(std::chrono::seconds(seconds));
}

Parameter stemmer_option(std::string& stemmer, SettingsUse use) {
  Choices<std::string> rows;
  for (const std::string_view name : analysis::stemmer_names()) rows.emplace_back(name, name);
  return choice("--stemmer", stemmer, std::move(rows),
                use == SettingsUse::of_new_database
                    ? localized("stemmer of a new database", "stemmer untuk basis data baru")
                    : localized("the stemmer, in place of what it was", "stemmer, menggantikan yang lama"));
}

// Settings that a generation has from its first article on; only synonyms may change.
std::vector<Parameter> settings_options(SettingsArguments& arguments, SettingsUse use) {
  const bool is_new = use == SettingsUse::of_new_database;
  return {
      stemmer_option(arguments.stemmer, use),
      option("--stop-words", "FILE", arguments.stop_words_file,
             is_new ? localized("of a new database: your own list, a word a line",
                                "untuk basis data baru: daftar kata henti sendiri, satu kata per baris")
                    : localized("your own list, a word a line, in place of what it was",
                                "daftar kata henti sendiri, satu kata per baris, menggantikan yang lama")),
      option("--lexicon", "FILE", arguments.lexicon_file,
             is_new ? localized("of a new database: your own roots and exceptions",
                                "untuk basis data baru: kata dasar dan pengecualian sendiri")
                    : localized("your own roots and exceptions, in place of those it had",
                                "kata dasar dan pengecualian sendiri, menggantikan yang lama")),
      option("--synonyms", "FILE", arguments.synonyms_file,
             localized("your own double names, as in: jokowi = joko widodo; takes the place of an earlier such list",
                       "nama ganda sendiri, misalnya: jokowi = joko widodo; menggantikan daftar sebelumnya"))
          .explained("A group a line, beside the names that come with Warta. Any database takes them, also later."),
  };
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

std::vector<Parameter> source_options(SourceOptions& options) {
  Choices<SourceKind> kinds = {{"auto", SourceKind::detect}};
  for (const InputKind& row : input_kinds()) {
    if (!row.name.empty()) kinds.emplace_back(row.name, row.kind);
  }
  return {
      choice(
          "--kind", options.kind, std::move(kinds),
          localized("what the sources are; auto tells by their content", "jenis sumber; auto mengenali dari isinya")),
      option("--max-article-bytes", "BYTES", options.max_article_bytes, {1, kMostArticleBytes},
             localized("longer articles are skipped", "artikel yang lebih panjang dilewati"))
          .explained("So are longer lines, rows, items, pages and files."),
  };
}

std::vector<Parameter> retention_options(RetentionArguments& arguments) {
  return {
      option("--keep", "N", arguments.generations, {0, kMostGenerations},
             localized("keep so many earlier generations, from now on",
                       "simpan sekian generasi sebelumnya, mulai sekarang"))
          .explained("A database keeps one unless it was told otherwise."),
      duration("--keep-for", arguments.seconds,
               localized("keep each for so long, from now on: 12h, 7d", "simpan masing-masing selama ini: 12h, 7d"))
          .explained("A generation that either of the two keeps, stays."),
  };
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
