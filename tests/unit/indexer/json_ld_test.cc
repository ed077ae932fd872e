#include "indexer/extract/json_ld.h"

#include <gtest/gtest.h>

#include "indexer/extract/json_ld_repair.h"

namespace warta::indexer {
namespace {

TEST(JsonLdRepair, MendsWhatTemplatesBreak) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"a": 1})", R"({"a": 1})"},
      {R"({"a": [1, 2,], })", R"({"a": [1, 2] })"},
      {R"({"a": 1,, "b": 2})", R"({"a": 1, "b": 2})"},
      {"<!-- {\"a\": 1} -->", R"({"a": 1})"},
      {"//<![CDATA[\n{\"a\": 1}\n//]]>", R"({"a": 1})"},
      {"/*<![CDATA[*/{\"a\": 1}/*]]>*/", R"({"a": 1})"},
      {R"({"a": 1};)", R"({"a": 1})"},
      {R"({"a": /* the day */ 1})", R"({"a":  1})"},
      {"{\"a\": 1, // the day\n\"b\": \"https://contoh.id\" //\r\n}", R"({"a": 1,  "b": "https://contoh.id"   })"},
      {"{\"a\": \"baris satu\nbaris dua\"}", R"({"a": "baris satu baris dua"})"},
      {R"({"a": "kata "cukup" dari menteri", "b": 2})", R"({"a": "kata \"cukup\" dari menteri", "b": 2})"},
      {R"({"a": "it\'s"})", R"({"a": "it's"})"},
      {R"({"a": "terpotong)", R"({"a": "terpotong)"},
      {"", ""},
  };
  for (const auto& [broken, expected] : cases) EXPECT_EQ(repaired_json_ld(broken), expected) << broken;
}

PageMetadata read(std::string_view script, const std::vector<std::string>& urls = {},
                  const std::vector<std::string>& titles = {}) {
  JsonLdReader reader;
  reader.read(script);
  return reader.metadata(urls, titles);
}

TEST(JsonLd, FindsTheArticleWhereverItStands) {
  const char* const scripts[] = {
      R"({"@type": "NewsArticle", "headline": "Judul"})",
      R"([{"@type": "Organization"}, {"@type": ["Article", "NewsArticle"], "headline": "Judul"}])",
      R"({"@graph": [{"@type": "WebSite"}, {"@type": "https://schema.org/ReportageNewsArticle", "headline": "Judul"}]})",
      R"({"@type": "WebPage", "mainEntity": {"@type": "BlogPosting", "headline": "Judul"}})",
      R"({"@type": "LiveBlogPosting", "name": "Judul"})",
  };
  for (const char* script : scripts) {
    const PageMetadata page = read(script);
    EXPECT_EQ(page.headline, "Judul") << script;
    EXPECT_EQ(page.kind, PageKind::article) << script;
  }
}

TEST(JsonLd, ReadsValuesOfAllShapes) {
  const PageMetadata page = read(R"({"@type": "NewsArticle", "headline": "Beras &amp; Gula",
      "author": [{"@type": "Person", "name": "Sari Dewi"}, "Budi"], "articleSection": ["Ekonomi", "Pangan"],
      "keywords": "beras, gula", "image": [{"url": "https://contoh.id/a.jpg"}], "inLanguage": {"name": "id"},
      "mainEntityOfPage": {"@id": "https://contoh.id/a"}, "articleBody": "<p>Satu.</p><p>Dua.</p>"})");
  EXPECT_EQ(page.headline, "Beras & Gula");
  EXPECT_EQ(page.authors, (std::vector<std::string>{"Sari Dewi", "Budi"}));
  EXPECT_EQ(page.section, "Ekonomi");
  EXPECT_EQ(page.tags, (std::vector<std::string>{"beras", "gula"}));
  EXPECT_EQ(page.image, "https://contoh.id/a.jpg");
  EXPECT_EQ(page.language, "id");
  EXPECT_EQ(page.urls.front(), "https://contoh.id/a");
  EXPECT_EQ(page.body, "Satu.\nDua.");
}

TEST(JsonLd, TellsThePagesOwnArticle) {
  constexpr const char* kSeveral = R"([{"@type": "NewsArticle", "headline": "Lain", "url": "https://contoh.id/lain"},
      {"@type": "NewsArticle", "headline": "Judul", "url": "https://contoh.id/judul"},
      {"@type": "NewsArticle", "headline": "Ketiga", "url": "https://contoh.id/ketiga"}])";
  EXPECT_EQ(read(kSeveral, {"http://www.contoh.id/judul/"}).headline, "Judul");
  EXPECT_EQ(read(kSeveral, {}, {"Judul - Contoh"}).headline, "Judul");
  EXPECT_EQ(read(kSeveral).kind, PageKind::listing);
  EXPECT_EQ(read(kSeveral).headline, "");
}

TEST(JsonLd, CompletesFromBreadcrumbAndPersons) {
  const PageMetadata page = read(R"({"@graph": [
      {"@type": "NewsArticle", "headline": "Judul", "author": {"@id": "#sari"}},
      {"@type": "Person", "@id": "#sari", "name": "Sari Dewi"},
      {"@type": "BreadcrumbList", "itemListElement": [{"name": "Beranda"}, {"item": {"name": "Daerah"}},
        {"name": "Judul yang panjang sekali dari sebuah berita"}]}]})");
  EXPECT_EQ(page.authors, (std::vector<std::string>{"Sari Dewi"}));
  EXPECT_EQ(page.section, "Daerah");
}

TEST(JsonLd, SaysNothingOfWhatIsNoJson) {
  for (const char* script : {"", "{", "var a = 1;", "[[[[[", "\"x\"", "null"}) {
    const PageMetadata page = read(script);
    EXPECT_EQ(page.headline, "") << script;
    EXPECT_EQ(page.kind, PageKind::unknown) << script;
  }
  EXPECT_EQ(read(std::string(100'000, '[')).kind, PageKind::unknown);
}

}  // namespace
}  // namespace warta::indexer
