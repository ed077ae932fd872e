// Query -> the acronyms, long forms and synonyms that may stand for its words, in a database that knows a few.
#include "searcher/query/expansion.h"

#include <string>

#include <gtest/gtest.h>

#include "analysis/analysis_settings.h"
#include "database/acronym_table.h"
#include "searcher/query/parser.h"
#include "tests/support/scratch.h"

namespace warta::searcher {
namespace {

class Expansion : public testing::Test {
 protected:
  Expansion() {
    analysis::AcronymCounts counts;
    counts.add("kpk", "komisi pemberantasan korupsi", 20);
    counts.add("kpk", "komisi pemberantas korupsi", 1);
    counts.add("pkb", "partai kebangkitan bangsa", 5);
    counts.add("pkb", "pajak kendaraan bermotor", 2);
    counts.add("umkm", "usaha mikro kecil dan menengah", 3);
    counts.add("pemilu", "pemilihan umum", 4);
    counts.add("bawaslu", "badan pengawas pemilihan umum", 4);
    counts.add("api", "anugerah pesona indonesia", 1);
    add_acronyms(database_, counts);
    for (int i = 0; i < 400; ++i) {
      Xapian::Document document;
      document.add_term("api");
      database_.add_document(document);
    }
    database_.commit();
  }

  // The alternatives of a query: "kpk ~ komisi pemberantasan korupsi; ...".
  std::string alternatives(std::string_view query) {
    const auto parsed = parse_query(query, CivilDate{2024, 5, 12});
    if (!parsed) return "error";
    std::optional<Clause> clause = make_clause(parsed->root, analyzer_);
    if (!clause) return "nothing";
    expand(*clause, {single_shard(database_), use_acronyms_, use_synonyms_ ? &synonyms_ : nullptr}, database_,
           analyzer_);
    std::string out;
    for_each_wanted_leaf(*clause, [&](const Clause& leaf) {
      for (const Alternative& alternative : leaf.alternatives) {
        if (!out.empty()) out += "; ";
        out += words_of(leaf, alternative) + " ~ " + alternative.text;
      }
    });
    return out;
  }

  static analysis::AnalysisSettings settings() {
    analysis::AnalysisSettings settings;
    settings.stop_words = "[function]\ndan\nyang\ndi\n";
    return settings;
  }

  static SynonymList synonyms() {
    const Result<SynonymList> list = SynonymList::parse(
        "jokowi = joko widodo\nkpk = komisi antirasuah\nrisiko = resiko\ncovid-19 = virus corona\n"
        "kepala desa = lurah\nsekda = sekretaris daerah\nbj habibie = eyang rudy\n");
    return list.value();
  }

  bool use_acronyms_ = true;
  bool use_synonyms_ = false;
  SynonymList synonyms_ = synonyms();
  const test::ScratchDirectory scratch_;  // Xapian lists no keys of databases in memory
  Xapian::WritableDatabase database_{(scratch_.path() / "db").string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC};
  analysis::Analyzer analyzer_ = std::move(*analysis::Analyzer::create(settings()));
};

struct Row {
  const char* query;
  const char* alternatives;
};

constexpr Row kRows[] = {
    {"kpk periksa bupati", "kpk ~ komisi pemberantasan korupsi"},  // the misspelt reading is too rare
    {"KPK", "kpk ~ komisi pemberantasan korupsi"},
    {"K.P.K.", "k.p.k ~ komisi pemberantasan korupsi"},
    {"pkb", "pkb ~ partai kebangkitan bangsa; pkb ~ pajak kendaraan bermotor"},
    {"anggaran Komisi Pemberantasan Korupsi naik", "komisi pemberantasan korupsi ~ kpk"},
    {"usaha mikro, kecil dan menengah", "usaha mikro kecil menengah ~ umkm"},
    {"usaha mikro kecil menengah", "usaha mikro kecil menengah ~ umkm"},
    {"badan pengawas pemilihan umum", "badan pengawas pemilihan umum ~ bawaslu"},  // the longest
    {"jadwal pemilihan umum kpk", "pemilihan umum ~ pemilu; kpk ~ komisi pemberantasan korupsi"},
    {"kpk sumber:kompas.com", "kpk ~ komisi pemberantasan korupsi"},
    {"api unggun", ""},                          // an ordinary word far more often than an acronym
    {"komisi pemberantasan korupsi (KPK)", ""},  // both are there
    {"komisi korupsi", ""},
    {"\"kpk\"", ""},
    {"~\"komisi pemberantasan korupsi\"", ""},
    {"+kpk", ""},
    {"bupati -kpk", ""},
    {"kpk AND bupati", ""},
    {"judul:kpk", ""},
    {"kpk*", ""},
};

TEST_F(Expansion, ReadsEveryQuery) {
  for (const Row& row : kRows) EXPECT_EQ(alternatives(row.query), row.alternatives) << row.query;
}

constexpr Row kRowsWithSynonyms[] = {
    {"jokowi menang", "jokowi ~ joko widodo"},
    {"K.P.K. periksa", "k.p.k ~ komisi pemberantasan korupsi; k.p.k ~ komisi antirasuah"},
    {"B.J. Habibie", "b.j habibie ~ eyang rudy"},
    {"B. J. Habibie", "b j ~ bj"},
    {"B. J. BJ Habibie", "bj habibie ~ eyang rudy"},
    {"a b c d e", ""},
    {"rumah Joko  Widodo", "joko widodo ~ jokowi"},
    {"kpk", "kpk ~ komisi pemberantasan korupsi; kpk ~ komisi antirasuah"},  // learned and kept by hand
    {"komisi pemberantasan korupsi", "komisi pemberantasan korupsi ~ kpk"},
    {"beresiko", "beresiko ~ risiko"},  // by its stem
    {"kasus Covid-19 naik", "covid 19 ~ virus corona"},
    {"kepala desa umum", "kepala desa ~ lurah"},
    {"jokowi joko widodo", ""},
    {"\"jokowi\" +jokowi -jokowi judul:jokowi jokowi*", ""},
};

TEST_F(Expansion, AddsSynonyms) {
  use_synonyms_ = true;
  for (const Row& row : kRowsWithSynonyms) EXPECT_EQ(alternatives(row.query), row.alternatives) << row.query;
  use_acronyms_ = false;
  EXPECT_EQ(alternatives("kpk"), "kpk ~ komisi antirasuah");
}

TEST(TermShares, CountAlternativesOnlyWhereTheyAreMet) {
  Clause clause;
  clause.units = {{{"kpk"}, {}, "kpk", false}};
  clause.alternatives = {{0, 1, {"komisi", "korupsi"}, "komisi korupsi", 3}};
  using Shares = std::map<std::string, double>;
  EXPECT_EQ(term_shares(clause, {"kpk"}, 0.5), (Shares{{"kpk", 1.0}, {"komisi", 0.0}, {"korupsi", 0.0}}));
  EXPECT_EQ(term_shares(clause, {"komisi", "korupsi"}, 0.5), (Shares{{"komisi", 0.5}, {"korupsi", 0.5}}));
  EXPECT_EQ(term_shares(clause, {"kpk", "komisi", "korupsi"}, 0.5),
            (Shares{{"kpk", 1.0}, {"komisi", 0.0}, {"korupsi", 0.0}}));
  EXPECT_EQ(term_shares(clause, {"komisi"}, 0.5), (Shares{{"komisi", 0.0}, {"korupsi", 0.0}}));
}

}  // namespace
}  // namespace warta::searcher
