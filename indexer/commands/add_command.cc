// warta-indexer add: articles of files, directories and standard input into a database.
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "database/synonym_list.h"
#include "indexer/commands/command.h"
#include "indexer/interruption.h"
#include "indexer/pipeline.h"
#include "indexer/presentation/run_console.h"
#include "indexer/sources/input_kinds.h"

namespace warta::indexer {
namespace {

// What the program takes besides the batches under way: code, caches, buffers, the merge.
constexpr std::size_t kBaseMegabytes = 128;
constexpr std::size_t kDefaultMegabytes = 768;
constexpr std::size_t kLeastMegabytes = 192;
constexpr std::size_t kMostMegabytes = std::size_t{1} << 20;
constexpr std::uint64_t kMostArticleBytes = std::uint64_t{1} << 30;

struct AddOptions {
  std::string database;
  std::vector<std::string> sources;
  SourceKind kind = SourceKind::detect;
  std::uint64_t max_article_bytes = SourceOptions().max_article_bytes;
  unsigned threads = 0;
  std::size_t memory_megabytes = kDefaultMegabytes;
  std::string scratch;
  std::string stemmer;
  std::string stop_words_file;
  std::string lexicon_file;
  std::string synonyms_file;
  bool keeps_repeated_lines = false;
  bool is_verbose = false;
  bool is_quiet = false;
};

Result<std::optional<std::string>> read_list(const std::string& file_name) {
  if (file_name.empty()) return std::nullopt;
  std::ifstream file(file_name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (!file.is_open() || file.bad()) {
    return failure(ExitCode::io_error, localized_format("{}: cannot be read", "{}: tidak dapat dibaca", file_name));
  }
  return text;
}

Result<RequestedSettings> requested_settings(const AddOptions& options) {
  RequestedSettings requested;
  if (!options.stemmer.empty()) requested.stemmer = options.stemmer;
  auto stop_words = read_list(options.stop_words_file);
  if (!stop_words) return tl::unexpected(stop_words.error());
  auto lexicon = read_list(options.lexicon_file);
  if (!lexicon) return tl::unexpected(lexicon.error());
  auto synonyms = read_list(options.synonyms_file);
  if (!synonyms) return tl::unexpected(synonyms.error());
  if (*synonyms) {
    if (const auto readable = SynonymList::parse(**synonyms); !readable) {
      return failure(readable.error().code, options.synonyms_file + ": " + readable.error().message);
    }
  }
  requested.synonyms = std::move(*synonyms);
  requested.stop_words = std::move(*stop_words);
  requested.user_lexicon = std::move(*lexicon);
  return requested;
}

PipelineOptions pipeline_options(const AddOptions& options) {
  PipelineOptions result;
  result.threads = options.threads;
  result.memory_bytes = (options.memory_megabytes - kBaseMegabytes) << 20;
  result.scratch = options.scratch;
  result.keeps_repeated_lines = options.keeps_repeated_lines;
  result.sources = {.kind = options.kind, .max_article_bytes = options.max_article_bytes};
  return result;
}

ExitCode exit_code(const RunReport& report) {
  const RunCounts& counts = report.counts;
  if (report.was_interrupted) return ExitCode::interrupted;
  if (counts.failed_sources > 0 && counts.articles() + counts.skipped == 0) return ExitCode::io_error;
  return counts.failed_sources + counts.skipped > 0 ? ExitCode::input_skipped : ExitCode::success;
}

ExitCode run_add(const AddOptions& options) {
  const auto requested = requested_settings(options);
  if (!requested) return report(requested.error());
  auto database = DatabaseWriter::open(options.database, *requested);
  if (!database) return report(database.error());
  const PipelineOptions pipeline = pipeline_options(options);
  const auto reader = open_sources(options.sources, pipeline.sources);
  RunConsole console({
      .names_every_skip = options.is_verbose,
      .shows_progress = !options.is_quiet && ::isatty(STDERR_FILENO) == 1,
      .total_bytes = reader->total_bytes(),
  });
  const auto finished = index_articles(*reader, *database, pipeline, console, watch_for_interruption());
  console.clear_progress();
  if (!finished) return report(finished.error());
  if (!options.is_quiet || finished->was_interrupted) console.summarize(*finished, database->documents());
  return exit_code(*finished);
}

void add_kind_option(CLI::App& add, AddOptions& options) {
  std::map<std::string, SourceKind> kinds = {{"auto", SourceKind::detect}};
  std::string names = "auto";
  for (const InputKind& row : input_kinds()) {
    if (row.name.empty()) continue;
    kinds.emplace(row.name, row.kind);
    names.append("|").append(row.name);
  }
  add.add_option(
         "--kind", options.kind,
         localized("what the sources are; auto tells by their content", "jenis sumber; auto mengenali dari isinya"))
      ->transform(CLI::CheckedTransformer(kinds).description(""))
      ->type_name(names);
}

// Settings that a database keeps from its first day on; only synonyms may change.
void add_settings_options(CLI::App& add, AddOptions& options) {
  add.add_option("--stemmer", options.stemmer,
                 localized("of a new database: lexicon, snowball or none",
                           "untuk basis data baru: lexicon, snowball atau none"))
      ->type_name("NAME");
  add.add_option("--stop-words", options.stop_words_file,
                 localized("of a new database: your own list, a word a line",
                           "untuk basis data baru: daftar kata henti sendiri, satu kata per baris"))
      ->type_name("FILE");
  add.add_option("--lexicon", options.lexicon_file,
                 localized("of a new database: your own roots and exceptions",
                           "untuk basis data baru: kata dasar dan pengecualian sendiri"))
      ->type_name("FILE");
  add.add_option(
         "--synonyms", options.synonyms_file,
         localized("your own double names, as in: jokowi = joko widodo; takes the place of an earlier such list",
                   "nama ganda sendiri, misalnya: jokowi = joko widodo; menggantikan daftar sebelumnya"))
      ->type_name("FILE");
}

}  // namespace

void declare_add(CLI::App& program, Run& chosen) {
  const auto options = std::make_shared<AddOptions>();
  CLI::App* add = program.add_subcommand(
      "add", localized("Add articles, or replace those that changed", "Tambahkan artikel, atau ganti yang berubah"));
  add->add_option("DB", options->database,
                  localized("directory of the database; made where there is none",
                            "direktori basis data; dibuat bila belum ada"))
      ->required();
  add->add_option("SOURCE", options->sources,
                  localized("files (JSON, CSV, feeds, WARC, WordPress exports, TREC, HTML, text; plain, .gz or .zst), "
                            "directories, or - for standard input",
                            "berkas (JSON, CSV, umpan, WARC, ekspor WordPress, TREC, HTML, teks; biasa, .gz atau "
                            ".zst), direktori, atau - untuk masukan standar"))
      ->required();
  add_kind_option(*add, *options);
  add->add_option("--max-article-bytes", options->max_article_bytes,
                  localized("longer articles are skipped", "artikel yang lebih panjang dilewati"))
      ->check(CLI::Range(std::uint64_t{1}, kMostArticleBytes).description(""))
      ->type_name("BYTES")
      ->capture_default_str();
  add->add_option("--threads", options->threads,
                  localized("working threads; 0 is one a core", "jumlah utas kerja; 0 berarti satu per inti"))
      ->type_name("N")
      ->capture_default_str();
  add->add_option("--memory", options->memory_megabytes,
                  localized("memory that the run may take, in MB", "memori yang boleh dipakai, dalam MB"))
      ->check(CLI::Range(kLeastMegabytes, kMostMegabytes).description(""))
      ->type_name("MB")
      ->capture_default_str();
  add->add_option("--scratch", options->scratch,
                  localized("directory for temporary files (default: inside DB)",
                            "direktori berkas sementara (bawaan: di dalam DB)"))
      ->type_name("DIR");
  add_settings_options(*add, *options);
  add->add_flag("--keep-repeated-lines", options->keeps_repeated_lines,
                localized("do not learn and remove lines that many pages of a site share",
                          "jangan pelajari dan buang baris yang berulang di banyak halaman satu situs"));
  add->add_flag("--verbose,-v", options->is_verbose, localized("name every skip", "sebut semua yang dilewati"));
  add->add_flag("--quiet,-q", options->is_quiet,
                localized("no progress and no summary", "tanpa kemajuan dan tanpa ringkasan"));
  add->callback([options, &chosen] { chosen = [options] { return run_add(*options); }; });
}

}  // namespace warta::indexer
