#include "database/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "base/bounded_key.h"

namespace warta {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FindField, KnowsEnglishAndIndonesianNamesInAnyCase) {
  const std::pair<const char*, const char*> cases[] = {
      {"title", "title"},     {"judul", "title"},   {"JUDUL", "title"},     {"headline", "title"},
      {"body", "body"},       {"isi", "body"},      {"Penulis", "author"},  {"oleh", "author"},
      {"sumber", "source"},   {"situs", "source"},  {"rubrik", "category"}, {"kategori", "category"},
      {"tag", "tag"},         {"topik", "tag"},     {"url", "url"},         {"tautan", "url"},
      {"id", "id"},           {"date", "date"},     {"Tanggal", "date"},    {"terbit", "date"},
      {"bahasa", "language"}, {"lang", "language"},
  };
  for (const auto& [name, expected] : cases) {
    const Field* field = find_field(name);
    ASSERT_NE(field, nullptr) << name;
    EXPECT_EQ(field->name, expected) << name;
  }
  for (const char* name : {"", "http", "titel", "judu"}) EXPECT_EQ(find_field(name), nullptr) << name;
}

TEST(Fields, NamesAreUniqueAndEveryFieldHasHelp) {
  std::set<std::string_view> names;
  for (const Field& field : fields()) {
    EXPECT_TRUE(names.insert(field.name).second) << field.name;
    EXPECT_TRUE(names.insert(field.indonesian_name).second) << field.indonesian_name;
    EXPECT_FALSE(field.help.empty() || field.indonesian_help.empty()) << field.name;
  }
}

TEST(KeywordTerm, FoldsWhatTellsNothingApart) {
  struct Case {
    const char* field;
    const char* value;
    const char* term;
  };
  const Case cases[] = {
      {"author", "Siti  RAHMA ", "Asiti rahma"},
      {"author", " \t", ""},
      {"author", "\xC3\x89mile", "A\xC3\xA9mile"},
      {"author", "SITI\xFF", "Asiti\xFF"},
      {"category", "Ekonomi & Bisnis", "Cekonomi & bisnis"},
      {"tag", "BBM", "Kbbm"},
      {"id", "Berita-17", "Iberita-17"},
      {"language", "EN-us", "Len"},
      {"language", "Bahasa Indonesia", "Lid"},
      {"language", "klingon", "Lklingon"},
      {"source", "https://www.Detik.com:443/berita?x=1", "Hdetik.com"},
      {"source", "www.detik.com", "Hdetik.com"},
      {"source", "Harian  Contoh", "Hharian contoh"},
      {"url", "not a url", ""},
      {"title", "Beras", ""},
      {"date", "2024", ""},
  };
  for (const auto& [field, value, term] : cases) EXPECT_EQ(keyword_term(*find_field(field), value), term) << value;
}

TEST(KeywordTerm, AUrlIsTheIdentityOfItsArticle) {
  Article article;
  article.url = "https://contoh.id/berita/17";
  EXPECT_EQ(keyword_term(*find_field("url"), "http://www.contoh.id/berita/17#atas"), identity_term(article));
}

TEST(KeywordTerm, LongValuesStayApartAndUnderTheLimit) {
  const Field& tag = *find_field("tag");
  const std::string left = keyword_term(tag, std::string(500, 'a') + "b");
  const std::string right = keyword_term(tag, std::string(500, 'a') + "c");
  EXPECT_NE(left, right);
  EXPECT_EQ(left.size(), kMaxKeywordTermBytes);
  std::string accents;
  for (int i = 0; i < 300; ++i) accents += "\xC3\xA9";
  EXPECT_LE(keyword_term(tag, accents).size(), kMaxKeywordTermBytes);
}

TEST(BoundedKey, ZeroBytesCountTwice) {
  const std::string zeros(150, '\0');
  EXPECT_NE(bounded_key(zeros + "a", 200), bounded_key(zeros + "b", 200));
  EXPECT_LE(bytes_as_term(bounded_key(zeros + "a", 200)), 200U);
  EXPECT_EQ(bounded_key(zeros, 300), zeros);
}

TEST(KeywordTerms, IncludeEachWordOfANameOrLabel) {
  const Field& author = *find_field("author");
  EXPECT_THAT(keyword_terms(author, "Siti  Rahma"), ElementsAre("Arahma", "Asiti", "Asiti rahma"));
  EXPECT_THAT(keyword_terms(author, "Redaksi"), ElementsAre("Aredaksi"));
  EXPECT_THAT(keyword_terms(author, " "), IsEmpty());
  EXPECT_THAT(keyword_terms(*find_field("tag"), "Harga Beras"), ElementsAre("Kberas", "Kharga", "Kharga beras"));
  EXPECT_THAT(keyword_terms(*find_field("id"), "a b"), ElementsAre("Ia b"));
}

TEST(KeywordTerms, IncludeTheRegisteredDomainOfASource) {
  const Field& source = *find_field("source");
  EXPECT_THAT(keyword_terms(source, "news.detik.com"), ElementsAre("Hnews.detik.com", "Hdetik.com"));
  EXPECT_THAT(keyword_terms(source, "https://a.b.contoh.co.id/x"),
              ElementsAre("Ha.b.contoh.co.id", "Hb.contoh.co.id", "Hcontoh.co.id"));
  EXPECT_THAT(keyword_terms(source, "contoh.co.id"), ElementsAre("Hcontoh.co.id"));
  EXPECT_THAT(keyword_terms(source, "contoh.id"), ElementsAre("Hcontoh.id"));
  EXPECT_THAT(keyword_terms(source, "Harian St. Contoh"), ElementsAre("Hharian st. contoh"));
  EXPECT_THAT(keyword_terms(source, "localhost"), ElementsAre("Hlocalhost"));
  EXPECT_THAT(keyword_terms(source, " "), IsEmpty());
}

}  // namespace
}  // namespace warta
