#include "searcher/option_table.h"

#include <array>

#include "analysis/stemmer.h"
#include "base/language.h"
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

const Choices<Format> kFormats = {
    {"text", Format::text}, {"json", Format::json}, {"jsonl", Format::jsonl}, {"trec", Format::trec}};
const Choices<SortOrder> kSortOrders = {
    {"relevance", SortOrder::relevance}, {"newest", SortOrder::newest}, {"oldest", SortOrder::oldest}};
const Choices<ColourChoice> kColours = {
    {"auto", ColourChoice::automatic}, {"always", ColourChoice::always}, {"never", ColourChoice::never}};
const Choices<int> kZones = {
    {"WIB", kWibOffsetMinutes}, {"WITA", kWitaOffsetMinutes}, {"WIT", kWitOffsetMinutes}, {"UTC", 0}};

struct FilterRow {
  const char* option;
  const char* value;
  const char* field;
  const char* english;
  const char* indonesian;
};

constexpr std::array kFilterRows = {
    FilterRow{"--source", "SITE", "source", "only this site; may be repeated", "hanya situs ini; boleh diulang"},
    FilterRow{"--author", "NAME", "author", "only this author; may be repeated", "hanya penulis ini; boleh diulang"},
    FilterRow{"--category", "NAME", "category", "only this category; may be repeated",
              "hanya kategori ini; boleh diulang"},
    FilterRow{"--tag", "NAME", "tag", "only with this tag; may be repeated", "hanya dengan label ini; boleh diulang"},
    FilterRow{"--language", "CODE", "language", "only in this language: id, en, ms, jv, su; may be repeated",
              "hanya yang berbahasa ini: id, en, ms, jv, su; boleh diulang"},
    FilterRow{"--date", "DATES", "date", "only these days: 2024, 2024-05, Mei2024, 2024-01..2024-03, kemarin",
              "hanya hari-hari ini: 2024, 2024-05, Mei2024, 2024-01..2024-03, kemarin"},
};

std::vector<Parameter> arguments(GivenOptions& given) {
  return {
      argument("DB", given.database,
               localized("the database: its directory, HOST:PORT of xapian-tcpsrv, or a file that lists several",
                         "basis data: direktorinya, HOST:PORT xapian-tcpsrv, atau berkas yang mendaftar beberapa"))
          .filled()
          .optional(),
      argument("QUERY", given.query, localized("what to look for", "apa yang dicari")).optional(),
  };
}

std::vector<Parameter> page_options(GivenOptions& given) {
  Options& options = given.options;
  return {
      option("-n,--limit", "N", options.search.limit, {1, kMostHits}, localized("hits shown", "banyaknya hasil")),
      option("--offset", "N", options.search.offset, {0, 10 * kMostHits},
             localized("hits passed over first", "hasil yang dilewati")),
      choice("-s,--sort", options.search.sort, kSortOrders, localized("order of the hits", "urutan hasil")),
      option("--recency", "DAYS", options.search.recency_half_life_days, {kShortestHalfLife, kLongestHalfLife},
             localized("let new articles gain by relevance, half as much with every DAYS of age",
                       "beri nilai tambah pada artikel baru, berkurang separuh tiap DAYS hari"))
          .explained("The newest article gains a tenth of the best score that the query can reach, and much older ones "
                     "and those without a date nothing. Age counts from today, or from the newest article where the "
                     "archive ends earlier. Without it age does not count, so that a search of an archive gives the "
                     "same order tomorrow; `--recency 7` suits a news desk, `--recency 90` research. For the newest "
                     "first whatever the words say, there is `--sort newest`."),
      choice("-f,--format", options.format, kFormats, localized("form of the answer", "bentuk jawaban"))
          .explained("`json` is one object, `jsonl` one object a hit and line, described in formats.md; its `version` "
                     "rises when a member changes its meaning or goes away. `trec` is a run for evaluation programs."),
  };
}

std::vector<Parameter> filter_options(GivenOptions& given) {
  std::vector<Parameter> rows = {
      option("--after", "DATE", given.after,
             localized("published on this day or later", "terbit pada hari ini atau sesudahnya")),
      option("--before", "DATE", given.before,
             localized("published on this day or earlier", "terbit pada hari ini atau sebelumnya")),
  };
  given.filters.resize(kFilterRows.size());
  for (std::size_t i = 0; i < kFilterRows.size(); ++i) {
    const FilterRow& row = kFilterRows[i];
    given.filters[i].field = row.field;
    rows.push_back(option(row.option, row.value, given.filters[i].values, localized(row.english, row.indonesian)));
  }
  rows.push_back(
      choice("--zone", given.options.search.offset_minutes, kZones,
             localized("in which days begin and times are shown", "zona tempat hari dimulai dan waktu ditampilkan")));
  return rows;
}

std::vector<Parameter> shard_options(GivenOptions& given) {
  return {
      option("--shard", "DB", given.shards,
             localized("a further database, searched with the first as one; may be repeated",
                       "basis data lain yang dicari bersama yang pertama; boleh diulang"))
          .filled()
          .explained("Both may be the directory of a database, the `HOST:PORT` at which xapian-tcpsrv serves one, or a "
                     "stub file of Xapian that lists several: lines `auto PATH` or `remote HOST:PORT`. They must have "
                     "been indexed with the same settings."),
      option("--timeout", "SECONDS", given.options.timeout_seconds, {1, kLongestTimeout},
             localized("seconds that a remote database may take to answer",
                       "detik paling lama menunggu jawaban basis data jarak jauh")),
  };
}

std::vector<Parameter> result_options(GivenOptions& given) {
  Options& options = given.options;
  return {
      flag("--unfold", options.search.folds_copies,
           localized("show every copy of an article, not the first alone",
                     "tampilkan semua salinan artikel, tidak hanya yang pertama"),
           false)
          .explained(
              "Without it, of copies on several sites the one that ranks first stands for all, and says how many "
              "others there are. `--batch` and TREC runs never fold."),
      option("--similar", "ID|URL", options.similar,
             localized("find articles that resemble the one with this URL or id",
                       "cari artikel yang mirip dengan artikel ber-URL atau ber-id ini"))
          .explained("Stands in place of a query; the article itself and its copies are left out."),
      option("--facets", "NAMES", given.facets,
             localized("count the matching articles by source, month, category, author (comma-separated)",
                       "hitung artikel yang cocok menurut sumber, bulan, kategori, penulis (pisahkan dengan koma)"))
          .explained("Counts are exact, copies included; where a query has phrases, the best 20000 candidates are "
                     "counted."),
      option("--facet-size", "N", options.facet_size, {1, kMostHits},
             localized("values listed of each", "nilai tiap kelompok")),
  };
}

std::vector<Parameter> query_options(GivenOptions& given) {
  Options& options = given.options;
  return {
      option("--batch", "FILE", options.batch,
             localized("answer every topic of a file (id, tab, query a line; - for standard input) as a TREC run",
                       "jawab setiap topik sebuah berkas (id, tab, kueri per baris; - untuk masukan standar) "
                       "sebagai TREC run")),
      flag("--plain", options.is_plain,
           localized("take the query as plain words; --batch does", "anggap kueri kata biasa; --batch begitu")),
      flag("--explain", options.search.explain,
           localized("show what the query means and what each term brought",
                     "tampilkan makna kueri dan sumbangan tiap istilah")),
      flag("--no-acronyms", options.expands_acronyms,
           localized("do not look for KPK where the query says Komisi Pemberantasan Korupsi, nor the other way round",
                     "jangan mencari KPK bila kueri menyebut Komisi Pemberantasan Korupsi, dan sebaliknya"),
           false)
          .explained("Both are looked for where articles explain the one by the other; what is found so ranks lower."),
      flag("--no-synonyms", options.expands_synonyms,
           localized("do not look for Joko Widodo where the query says Jokowi, nor for other double names",
                     "jangan mencari Joko Widodo bila kueri menyebut Jokowi, begitu pula nama ganda lain"),
           false)
          .explained("The database carries the list of double names; what is found so ranks lower."),
      flag("--suggest", options.completes,
           localized("list words, names and titles that begin with the query",
                     "daftar kata, nama, dan judul yang berawal dengan kueri"))
          .explained("The most frequent words and names come first, and of titles the newest; of several words, the "
                     "last one is the one begun. `--limit` bounds both lists."),
  };
}

std::vector<Parameter> output_options(GivenOptions& given) {
  Options& options = given.options;
  return {
      option("--snippet-length", "N", options.snippet_bytes, {kLeastSnippet, kLongestSnippet},
             localized("length of the passages in characters, about", "kira-kira panjang cuplikan, dalam karakter")),
      flag("--no-rerank", options.search.reranks,
           localized("rank by the index alone, without a look at the best articles' texts",
                     "urutkan menurut indeks saja, tanpa melihat teks artikel teratas"),
           false),
      flag("--fail-if-empty", options.fails_if_empty,
           localized("exit with 1 where nothing is found", "keluar dengan 1 bila tidak ada yang ditemukan")),
      choice("--color,--colour", options.colours, kColours,
             localized("colours; auto asks for a terminal", "warna; auto meminta terminal"))
          .explained("`auto` also wants no `NO_COLOR` in the environment."),
  };
}

Parameter stemmer_option(Options& options) {
  Choices<std::string> rows;
  for (const auto name : analysis::stemmer_names()) rows.emplace_back(name, name);
  return choice("--stemmer", options.stemmer, std::move(rows), localized("the stemmer", "stemmer yang dipakai"))
      .explained("A search always uses the stemmer that the database was made with.");
}

CommandLine stem_command(GivenOptions& given) {
  CommandLine line{.name = "stem",
                   .help = localized("print the term of each word on standard input",
                                     "cetak istilah setiap kata dari masukan standar")};
  line.add({stemmer_option(given.options)});
  return line;
}

CommandLine analyze_command(GivenOptions& given) {
  CommandLine line{.name = "analyze",
                   .help = localized("explain the tokens of a text", "jelaskan token sebuah teks"),
                   .detail = "Says how each became its term, and which are stop words of a new database."};
  line.add({argument("TEXT", given.query, localized("the text", "teksnya")), stemmer_option(given.options)});
  return line;
}

}  // namespace

CommandLine command_line(GivenOptions& given) {
  CommandLine line{.name = "warta-searcher",
                   .help = localized("Search Indonesian news: warta-searcher berita.db 'harga beras naik'",
                                     "Cari berita Indonesia: warta-searcher berita.db 'harga beras naik'")};
  line.version = std::string("warta-searcher ") + version();
  line.hint = localized("a query that begins with - goes behind --, as in: warta-searcher DB -- '-impor beras'",
                        "kueri yang diawali - ditulis setelah --, misalnya: warta-searcher DB -- '-impor beras'");
  for (const auto rows :
       {arguments, page_options, filter_options, shard_options, result_options, query_options, output_options}) {
    line.add(rows(given));
  }
  line.commands = {stem_command(given), analyze_command(given)};
  return line;
}

}  // namespace warta::searcher
