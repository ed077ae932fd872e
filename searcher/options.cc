#include "searcher/options.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iostream>
#include <map>
#include <optional>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "analysis/analysis_settings.h"
#include "base/command_line.h"
#include "base/command_texts.h"
#include "base/exit_codes.h"
#include "base/language.h"
#include "base/text_parts.h"
#include "base/version.h"
#include "database/civil_time.h"

namespace warta::searcher {
namespace {

constexpr unsigned kLeastSnippet = 40;
constexpr unsigned kLongestSnippet = 5000;
constexpr double kShortestHalfLife = 0.01;  // days: a quarter of an hour
constexpr double kLongestHalfLife = 36500;
constexpr unsigned kLongestTimeout = 3600;
constexpr unsigned kMostHits = 10000;  // on one page; export is the way to more

const std::map<std::string, Format> kFormats = {
    {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"trec", Format::trec}};
const std::map<std::string, SortOrder> kSortOrders = {
    {"relevance", SortOrder::relevance}, {"newest", SortOrder::newest}, {"oldest", SortOrder::oldest}};
const std::map<std::string, ColourChoice> kColours = {
    {"auto", ColourChoice::automatic}, {"always", ColourChoice::always}, {"never", ColourChoice::never}};
const std::map<std::string, int> kZones = {
    {"WIB", kWibOffsetMinutes}, {"WITA", kWitaOffsetMinutes}, {"WIT", kWitOffsetMinutes}, {"UTC", 0}};

struct FilterRow {
  const char* option;
  const char* field;
  const char* english;
  const char* indonesian;
};

constexpr std::array kFilterRows = {
    FilterRow{"--source", "source", "only this site; may be repeated", "hanya situs ini; boleh diulang"},
    FilterRow{"--author", "author", "only this author; may be repeated", "hanya penulis ini; boleh diulang"},
    FilterRow{"--category", "category", "only this category; may be repeated", "hanya kategori ini; boleh diulang"},
    FilterRow{"--tag", "tag", "only with this tag; may be repeated", "hanya dengan label ini; boleh diulang"},
    FilterRow{"--language", "language", "only in this language: id, en, ms, jv, su; may be repeated",
              "hanya yang berbahasa ini: id, en, ms, jv, su; boleh diulang"},
    FilterRow{"--date", "date", "only these days: 2024, 2024-05, Mei2024, 2024-01..2024-03, kemarin",
              "hanya hari-hari ini: 2024, 2024-05, Mei2024, 2024-01..2024-03, kemarin"},
};

// Values of the command line that need a look before they become options.
struct RawOptions {
  std::string database;
  std::vector<std::string> shards;
  std::vector<std::string> query;
  std::string after;
  std::string before;
  std::string facets;
  std::array<std::vector<std::string>, kFilterRows.size()> filters;
};

void add_words(Options& options, const RawOptions& raw) {
  for (const std::string& word : raw.query) {
    if (!options.query.empty()) options.query += ' ';
    options.query += word;
  }
}

// Reads "sumber,bulan"; false where a name is none.
bool add_facets(Options& options, const RawOptions& raw) {
  for (std::string_view rest = raw.facets; !rest.empty();) {
    const std::optional<FacetKind> kind = facet_kind(next_part(rest, ','));
    if (!kind) return false;
    if (std::ranges::find(options.facets, *kind) == options.facets.end()) options.facets.push_back(*kind);
  }
  return true;
}

void add_filters(Options& options, const RawOptions& raw) {
  for (std::size_t i = 0; i < kFilterRows.size(); ++i) {
    if (!raw.filters[i].empty()) options.filters.push_back({kFilterRows[i].field, raw.filters[i]});
  }
  if (!raw.after.empty()) options.filters.push_back({"date", {raw.after + ".."}});
  if (!raw.before.empty()) options.filters.push_back({"date", {".." + raw.before}});
}

// CLI::Range lets NaN pass, which is neither below nor above.
std::string is_number(const std::string& text) {
  double number = 0;
  if (CLI::detail::lexical_cast(text, number) && !std::isnan(number)) return {};
  return localized_format("{} is not a number", "{} bukan bilangan", text);
}

void define_search(CLI::App& app, Options& options, RawOptions& raw) {
  app.add_option("DATABASE", raw.database,
                 localized("the database: its directory, HOST:PORT of xapian-tcpsrv, or a file that lists several",
                           "basis data: direktorinya, HOST:PORT xapian-tcpsrv, atau berkas yang mendaftar beberapa"));
  app.add_option("QUERY", raw.query, localized("what to look for", "apa yang dicari"));
  app.add_option("-n,--limit", options.search.limit, localized("hits shown (10)", "banyaknya hasil (10)"))
      ->check(CLI::Range(1U, kMostHits));
  app.add_option("--offset", options.search.offset, localized("hits passed over first", "hasil yang dilewati"))
      ->check(CLI::Range(0U, 10 * kMostHits));
  app.add_option("-s,--sort", options.search.sort, localized("order of the hits", "urutan hasil"))
      ->option_text("relevance|newest|oldest")
      ->transform(CLI::CheckedTransformer(kSortOrders));
  app.add_option("--recency", options.search.recency_half_life_days,
                 localized("let new articles gain by relevance, half as much with every DAYS of age",
                           "beri nilai tambah pada artikel baru, berkurang separuh tiap DAYS hari"))
      ->option_text("DAYS")
      ->check(CLI::Range(kShortestHalfLife, kLongestHalfLife))
      ->check(is_number);
  app.add_option("-f,--format", options.format, localized("form of the answer", "bentuk jawaban"))
      ->option_text("text|json|jsonl|trec")
      ->transform(CLI::CheckedTransformer(kFormats));
  app.add_option("--after", raw.after,
                 localized("published on this day or later", "terbit pada hari ini atau sesudahnya"));
  app.add_option("--before", raw.before,
                 localized("published on this day or earlier", "terbit pada hari ini atau sebelumnya"));
  for (std::size_t i = 0; i < kFilterRows.size(); ++i) {
    const FilterRow& row = kFilterRows[i];
    app.add_option(row.option, raw.filters[i], localized(row.english, row.indonesian))->allow_extra_args(false);
  }
  app.add_option("--zone", options.search.offset_minutes,
                 localized("in which days begin; WIB if not given", "zona tempat hari dimulai; WIB bila tidak disebut"))
      ->option_text("WIB|WITA|WIT|UTC")
      ->transform(CLI::CheckedTransformer(kZones, CLI::ignore_case));
}

void define_shards(CLI::App& app, Options& options, RawOptions& raw) {
  app.add_option("--shard", raw.shards,
                 localized("a further database, searched with the first as one; may be repeated",
                           "basis data lain yang dicari bersama yang pertama; boleh diulang"))
      ->option_text("DATABASE")
      ->allow_extra_args(false);
  app.add_option("--timeout", options.timeout_seconds,
                 localized("seconds that a remote database may take to answer (10)",
                           "detik paling lama menunggu jawaban basis data jarak jauh (10)"))
      ->option_text("SECONDS")
      ->check(CLI::Range(1U, kLongestTimeout));
}

void define_results(CLI::App& app, Options& options, RawOptions& raw) {
  app.add_flag("!--unfold", options.search.folds_copies,
               localized("show every copy of an article, not the first alone",
                         "tampilkan semua salinan artikel, tidak hanya yang pertama"));
  app.add_option("--similar", options.similar,
                 localized("find articles that resemble the one with this URL or id",
                           "cari artikel yang mirip dengan artikel ber-URL atau ber-id ini"));
  app.add_option(
      "--facets", raw.facets,
      localized("count the matching articles by source, month, category, author (comma-separated)",
                "hitung artikel yang cocok menurut sumber, bulan, kategori, penulis (pisahkan dengan koma)"));
  app.add_option("--facet-size", options.facet_size,
                 localized("values listed of each (10)", "nilai tiap kelompok (10)"))
      ->check(CLI::Range(1U, kMostHits));
}

void define_modes(CLI::App& app, Options& options) {
  app.add_option("--batch", options.batch,
                 localized("answer every topic of a file (id, tab, query a line; - for standard input) as a TREC run",
                           "jawab setiap topik sebuah berkas (id, tab, kueri per baris; - untuk masukan standar) "
                           "sebagai TREC run"));
  app.add_flag("--plain", options.is_plain,
               localized("take the query as plain words; --batch does", "anggap kueri kata biasa; --batch begitu"));
  app.add_flag("--explain", options.search.explain,
               localized("show what the query means and what each term brought",
                         "tampilkan makna kueri dan sumbangan tiap istilah"));
  app.add_flag(
      "!--no-acronyms", options.expands_acronyms,
      localized("do not look for KPK where the query says Komisi Pemberantasan Korupsi, nor the other way round",
                "jangan mencari KPK bila kueri menyebut Komisi Pemberantasan Korupsi, dan sebaliknya"));
  app.add_flag("!--no-synonyms", options.expands_synonyms,
               localized("do not look for Joko Widodo where the query says Jokowi, nor for other double names",
                         "jangan mencari Joko Widodo bila kueri menyebut Jokowi, begitu pula nama ganda lain"));
  app.add_flag("--suggest", options.completes,
               localized("list words, names and titles that begin with the query",
                         "daftar kata, nama, dan judul yang berawal dengan kueri"));
  app.add_option("--snippet-length", options.snippet_bytes,
                 localized("length of the passages in characters, about", "kira-kira panjang cuplikan, dalam karakter"))
      ->check(CLI::Range(kLeastSnippet, kLongestSnippet));
  app.add_flag("!--no-rerank", options.search.reranks,
               localized("rank by the index alone, without a look at the best articles' texts",
                         "urutkan menurut indeks saja, tanpa melihat teks artikel teratas"));
  app.add_flag("--fail-if-empty", options.fails_if_empty,
               localized("exit with 1 where nothing is found", "keluar dengan 1 bila tidak ada yang ditemukan"));
  app.add_option("--color,--colour", options.colours,
                 localized("colours; auto asks for a terminal", "warna; auto meminta terminal"))
      ->option_text("auto|always|never")
      ->transform(CLI::CheckedTransformer(kColours));
}

// One line and where to read on: CLI11's own words are English, and say no more than which option was wrong.
int report(const CLI::App& app, const CLI::ParseError& error, bool has_dash_query) {
  if (error.get_exit_code() == 0) return app.exit(error, std::cout, std::cerr);
  std::cerr << "warta-searcher: " << error.what() << '\n';
  if (has_dash_query) {
    std::cerr << localized(
        "  a query that begins with - goes behind --, as in: warta-searcher DB -- '-impor beras'\n",
        "  kueri yang diawali - ditulis setelah --, misalnya: warta-searcher DB -- '-impor beras'\n");
  }
  std::cerr << localized("  warta-searcher --help lists the options\n",
                         "  warta-searcher --help menampilkan semua opsi\n");
  return static_cast<int>(ExitCode::usage);
}

// Problems of combinations, in the words of the person; empty when there is none.
std::string problem_of(const Options& options) {
  if (options.command != Command::search) return {};
  if (options.databases.empty()) return localized("which database?", "basis data yang mana?");
  if (!options.similar.empty() && !(options.query.empty() && options.batch.empty() && options.facets.empty())) {
    return localized("--similar takes its words from the article: leave the query, --batch and --facets out",
                     "--similar mengambil kata dari artikelnya: hilangkan kueri, --batch dan --facets");
  }
  if (options.batch.empty() && options.query.empty() && options.filters.empty() && options.similar.empty()) {
    return localized("what to look for? write a query behind the database",
                     "apa yang dicari? tulis kueri setelah basis data");
  }
  if (!options.batch.empty() && !options.query.empty()) {
    return localized("--batch takes its queries from the file: remove the one behind the database",
                     "--batch mengambil kueri dari berkas: hapus kueri setelah basis data");
  }
  return {};
}

std::string unknown_facet() {
  return localized("--facets knows source, month, category and author",
                   "--facets mengenal sumber, bulan, kategori, dan penulis");
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  ParsedOptions parsed;
  Options& options = parsed.options;
  options.stemmer = analysis::AnalysisSettings{}.stemmer;
  RawOptions raw;
  CLI::App app(localized("Search Indonesian news: warta-searcher berita.db 'harga beras naik'",
                         "Cari berita Indonesia: warta-searcher berita.db 'harga beras naik'"),
               "warta-searcher");
  app.set_version_flag("--version", std::string("warta-searcher ") + version());
  define_search(app, options, raw);
  define_shards(app, options, raw);
  define_results(app, options, raw);
  define_modes(app, options);
  CLI::App* stem = app.add_subcommand("stem", localized("print the term of each word on standard input",
                                                        "cetak istilah setiap kata dari masukan standar"));
  stem->add_option("--stemmer", options.stemmer, "lexicon, snowball, none");
  CLI::App* analyze =
      app.add_subcommand("analyze", localized("explain the tokens of a text", "jelaskan token sebuah teks"));
  analyze->add_option("TEXT", raw.query)->required();
  analyze->add_option("--stemmer", options.stemmer, "lexicon, snowball, none");
  if (const auto text = text_asked_for(app, argc, argv)) {
    std::cout << *text;
    return parsed;
  }
  localize_help(app);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    const bool is_unknown_option = dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr;
    parsed.exit_code = report(app, error, is_unknown_option);
    return parsed;
  }
  if (stem->parsed()) options.command = Command::stem;
  if (analyze->parsed()) options.command = Command::analyze;
  if (!raw.database.empty()) options.databases.push_back(raw.database);
  options.databases.insert(options.databases.end(), raw.shards.begin(), raw.shards.end());
  add_words(options, raw);
  add_filters(options, raw);
  // A run for evaluation names every article that was found.
  if (!options.batch.empty() || options.format == Format::trec) options.search.folds_copies = false;
  const std::string problem = add_facets(options, raw) ? problem_of(options) : unknown_facet();
  if (!problem.empty()) {
    std::cerr << "warta-searcher: " << problem << '\n' << app.help();
    parsed.exit_code = static_cast<int>(ExitCode::usage);
    return parsed;
  }
  parsed.is_ready = true;
  return parsed;
}

}  // namespace warta::searcher
