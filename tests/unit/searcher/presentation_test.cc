// What people and programs see of a hit: passages, lines on a terminal, JSON, runs.
#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "searcher/presentation/presenters.h"

namespace warta::searcher {
namespace {

constexpr CivilDate kToday{2024, 5, 15};

class PresentationTest : public testing::Test {
 protected:
  PresentationTest() : analyzer_(make_analyzer()) {}

  static analysis::Analyzer make_analyzer() {
    analysis::AnalysisSettings settings;
    settings.stop_words = "di\nyang\n";
    return std::move(analysis::Analyzer::create(settings).value());
  }

  Answer answer_with(const std::string& query, std::vector<Hit> hits) {
    Answer answer;
    answer.query = parse_query(query, kToday).value();
    answer.clause = make_clause(answer.query.root, analyzer_).value();
    answer.result.all_words.count = hits.size();
    answer.result.hits = std::move(hits);
    answer.seconds = 0.0015;
    return answer;
  }

  // The snippet with [matches] in brackets.
  std::string snippet(const std::string& query, const std::string& body, std::size_t bytes,
                      const TermWeights& weights = {}) {
    const Answer answer = answer_with(query, {});
    const Highlighter highlighter(answer.clause, weights);
    Article article;
    article.body = body;
    ArticleText text(article, analyzer_);
    std::string out;
    for (const Fragment& fragment : highlighter.snippet(text.body, bytes)) {
      out += fragment.is_match ? "[" + fragment.text + "]" : fragment.text;
    }
    return out;
  }

  analysis::Analyzer analyzer_;
};

Hit rice() {
  Hit hit;
  hit.article.id = "wn 1";
  hit.article.url = "https://contoh.id/beras";
  hit.article.title = "Harga Beras\x1B[31m <naik>";
  hit.article.body = "Harga beras naik.";
  hit.article.source = "contoh.id";
  hit.article.published = parse_timestamp("2024-05-12T14:30:00+07:00").value();
  hit.score = 2.5;
  return hit;
}

TEST_F(PresentationTest, ChoosesThePassageThatHoldsMost) {
  const std::string body =
      "Pasar ramai sejak pagi. Harga cabai turun tajam di banyak kota. Beras di pasar induk naik; harga beras naik "
      "lagi. "
      "Cuaca cerah.";
  EXPECT_EQ(snippet("harga beras naik", body, 60),
            "\xE2\x80\xA6 [Beras] di pasar induk [naik]; [harga] [beras] [naik] lagi. \xE2\x80\xA6");
  EXPECT_EQ(snippet("cuaca", body, 40), "\xE2\x80\xA6 [Cuaca] cerah.");
  EXPECT_EQ(snippet("gempa", body, 30), "Pasar ramai sejak pagi. \xE2\x80\xA6");
  EXPECT_EQ(snippet("gempa", "", 30), "");

  const std::string two = "Harga beras naik. Pasar ramai sejak pagi di seluruh kota. Cuaca cerah.";
  EXPECT_EQ(snippet("harga beras cuaca", two, 30), "[Harga] [beras] naik. Pasar ramai \xE2\x80\xA6");
  const TermWeights weights = {{"harga", 1}, {"beras", 2}, {"cuaca", 9}};
  EXPECT_EQ(snippet("harga beras cuaca", two, 30, weights), "\xE2\x80\xA6 [Cuaca] cerah.");
}

TEST_F(PresentationTest, EndsWithASentenceOrFillsTheRoom) {
  const std::string body =
      "Harga beras naik lagi. Pedagang menyebut kenaikan harga sejak Januari di semua pasar besar.";
  EXPECT_EQ(snippet("harga beras naik", body, 34), "[Harga] [beras] [naik] lagi. \xE2\x80\xA6");
  EXPECT_EQ(snippet("harga beras naik", body, 70),
            "[Harga] [beras] [naik] lagi. Pedagang menyebut [kenaikan] [harga] sejak Januari \xE2\x80\xA6");
}

TEST_F(PresentationTest, TakesAnAmountForMoreThanItsCurrency) {
  const std::string body =
      "Bantuan senilai Rp1,5 miliar cair. Warga gembira. Rumah rusak ringan Rp2.000, sedang Rp5.000, berat Rp9.000.";
  EXPECT_EQ(snippet("Rp1,5 miliar", body, 45), "Bantuan senilai [Rp1,5 miliar] cair. \xE2\x80\xA6");
}

TEST_F(PresentationTest, MarksEveryFormThatMatched) {
  EXPECT_EQ(snippet("tanam", "Petani menanam padi; padi yang ditanam tumbuh.", 100),
            "Petani [menanam] padi; padi yang [ditanam] tumbuh.");
  EXPECT_EQ(snippet("\"Harga beras\"", "Harga jagung dan Harga beras naik.", 100),
            "Harga jagung dan [Harga beras] naik.");
  EXPECT_EQ(snippet("petani -padi", "Petani menanam padi.", 100), "[Petani] menanam padi.");
}

TEST_F(PresentationTest, CutsNoWordAndNoCharacter) {
  const std::string long_word(300, 'x');
  EXPECT_EQ(snippet("beras", long_word + " beras " + long_word, 50), "\xE2\x80\xA6 [beras] \xE2\x80\xA6");
}

TEST_F(PresentationTest, ShowsHitsOnATerminal) {
  const TerminalStyle style{false, 60};
  EXPECT_EQ(to_text(answer_with("beras", {rice()}), analyzer_, style),
            "1 article (1.5 ms)\n"
            "\n"
            " 1. Harga Beras [31m <naik>\n"
            "    contoh.id \xC2\xB7 12 May 2024, 14:30 WIB\n"
            "    Harga beras naik.\n"
            "    https://contoh.id/beras\n");
}

TEST_F(PresentationTest, FillsTwoLinesWithAPassage) {
  Hit hit = rice();
  hit.article.url.clear();
  hit.article.id.clear();
  for (int i = 0; i < 20; ++i) hit.article.body += " Pemerintah menyelenggarakan pertemuan antarkementerian.";
  for (const std::size_t columns : {40, 43, 47, 52, 60, 77, 100}) {
    const std::string out = to_text(answer_with("beras", {hit}), analyzer_, {false, columns});
    EXPECT_EQ(std::ranges::count(out, '\n'), 6) << out;
  }
}

TEST_F(PresentationTest, ColoursMatchesOnly) {
  const TerminalStyle style{true, 60};
  EXPECT_EQ(wrapped({{"Harga ", false}, {"beras", true}, {" ", false}, {"naik", true}}, "  ", "33", "", style),
            "  Harga \x1B[33mberas naik\x1B[0m\n");
}

TEST_F(PresentationTest, BreaksLinesByWidth) {
  const TerminalStyle style{false, 12};
  EXPECT_EQ(wrapped({{"satu dua tiga empatpuluhempat lima", false}}, "  ", "", "", style),
            "  satu dua\n  tiga\n  empatpuluhempat\n  lima\n");
  EXPECT_EQ(wrapped({{"\xE6\xBC\xA2\xE6\xBC\xA2 \xE6\xBC\xA2\xE6\xBC\xA2 a", false}}, "  ", "", "", style),
            "  \xE6\xBC\xA2\xE6\xBC\xA2 \xE6\xBC\xA2\xE6\xBC\xA2\n  a\n");
}

TEST_F(PresentationTest, WritesJsonThatPagesCanShow) {
  const std::string json = to_json(answer_with("beras", {rice()}), analyzer_);
  for (const char* part : {
           R"("version":2)",
           R"("all_words":{"count":1,"exact":true})",
           R"("published":"2024-05-12T14:30:00+07:00")",
           R"("title_html":"Harga <mark>Beras</mark>)",
           R"( &lt;naik&gt;")",
           R"("snippet_html":"Harga <mark>beras</mark> naik.")",
       }) {
    EXPECT_NE(json.find(part), std::string::npos) << part << " in " << json;
  }
  EXPECT_EQ(json.back(), '\n');
  EXPECT_EQ(json.find('\x1B'), std::string::npos);
}

TEST_F(PresentationTest, WritesRunsWhoseScoresNeverRise) {
  Answer answer = answer_with("beras", {rice(), rice()});
  answer.result.hits[1].score = 3;
  answer.result.hits[1].article.id.clear();
  EXPECT_EQ(to_trec(answer, "t1"),
            "t1 Q0 wn_1 1 2.500000 warta\n"
            "t1 Q0 https://contoh.id/beras 2 2.500000 warta\n");
  answer.options.offset = 10;
  EXPECT_TRUE(to_trec(answer, "t1").starts_with("t1 Q0 wn_1 11 ")) << "ranks run over all pages";
}

}  // namespace
}  // namespace warta::searcher
