#include "indexer/document_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <numeric>

#include "database/schema.h"
#include "indexer/database_settings.h"
#include "indexer/lead_weights.h"
#include "indexer/term_frequency.h"

namespace warta::indexer {
namespace {

using testing::Contains;
using testing::Not;
using testing::Pair;

DocumentBuilder unstemmed_builder() {
  DatabaseSettings settings;
  settings.analysis.stemmer = "none";
  return make_document_builder(settings).value();
}

Article beras_article() {
  Article article;
  article.id = "B-17";
  article.url = "https://news.contoh.id/beras";
  article.title = "Harga beras";
  article.body = "Harga turun, kata pedagang beras.";
  article.published = Timestamp{.epoch_seconds = 1715499000, .offset_minutes = 420, .has_time = true};
  article.authors = {"Siti Rahma"};
  article.source = "news.contoh.id";
  article.category = "Ekonomi";
  article.tags = {"Pasar"};
  return article;
}

std::map<std::string, unsigned> terms_of(const IndexDocument& built) {
  const Xapian::Document document = to_xapian(built);
  std::map<std::string, unsigned> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) terms[*term] = term.get_wdf();
  return terms;
}

TEST(DocumentBuilder, GivesTermsOfTitleAndBodyAndKeywords) {
  constexpr unsigned kOtherWords = 1000;
  Article article = beras_article();
  for (unsigned i = 0; i < kOtherWords; ++i) article.body += " lain";
  const auto terms = terms_of(unstemmed_builder().build(article));
  const auto lead = std::accumulate(kLeadBonuses.begin(), kLeadBonuses.begin() + 6, 0U);
  const TermFrequency in_article(2 * kTitleWeight + 5 + kOtherWords + lead, kUsualArticleLength);
  const TermFrequency in_title(2, kUsualTitleLength);
  const std::pair<const char*, unsigned> expected[] = {
      {"harga", in_article.of(1 + kTitleWeight + kLeadBonuses[0])},
      {"beras", in_article.of(1 + kTitleWeight + kLeadBonuses[4])},
      {"turun", in_article.of(1 + kLeadBonuses[1])},
      {"pedagang", in_article.of(1 + kLeadBonuses[3])},
      {"lain", in_article.of(kOtherWords + kLeadBonuses[5])},
      {"Sharga", in_title.of(1)},
      {"Sberas", in_title.of(1)},
      {"Asiti rahma", 0},
      {"Hnews.contoh.id", 0},
      {"Hcontoh.id", 0},
      {"Cekonomi", 0},
      {"Kpasar", 0},
      {"Ib-17", 0},
  };
  for (const auto& [term, count] : expected) {
    EXPECT_THAT(terms, Contains(Pair(term, count)));
  }
  EXPECT_THAT(terms, Contains(Pair(identity_term(beras_article()), 0)));
  EXPECT_THAT(terms, Not(Contains(Pair("Sturun", testing::_)))) << "a word of the body is no word of the title";
}

TEST(DocumentBuilder, FindsWordsThatAreGluedTogetherByTheirPartsToo) {
  Article article;
  article.body = "Laporan KantorOmbudsman";
  const auto terms = terms_of(unstemmed_builder().build(article));
  for (const char* part : {"kantor", "ombudsman"}) {
    EXPECT_THAT(terms, Contains(Pair(part, terms.at("kantorombudsman")))) << part;
  }
}

TEST(DocumentBuilder, MarksWordsThatStandWithinTokensAlone) {
  Article article;
  article.title = "Laki-laki itu";
  article.body = "Para siswa-siswi di-PHK saat Jum'at, lalu ke pasar ke-8; siswi lain 1.000 orang.";
  const auto terms = terms_of(make_document_builder({}).value().build(article));
  for (const char* inner : {"Wlaki", "SWlaki", "Wdi", "Wjum", "Wat"}) {
    EXPECT_THAT(terms, Contains(Pair(inner, 0))) << inner;
  }
  for (const char* other : {"Wke", "Wsiswi", "W1", "W000", "SWdi", "laki", "di"}) {
    EXPECT_THAT(terms, Not(Contains(Pair(other, testing::_)))) << other;
  }
}

TEST(DocumentBuilder, GivesValuesAndTheStoredArticle) {
  const Article article = beras_article();
  const Xapian::Document document = to_xapian(unstemmed_builder().build(article));
  EXPECT_EQ(Xapian::sortable_unserialise(document.get_value(kPublishedSlot)), 1715499000);
  EXPECT_EQ(unserialise_hash(document.get_value(kContentHashSlot)), content_hash(article));
  EXPECT_EQ(ArticleCodec::create().value().decode(document.get_value(kArticleSlot)).value(), article);
}

TEST(DocumentBuilder, AnArticleOfNothingIsADocumentAllTheSame) {
  const auto terms = terms_of(unstemmed_builder().build({}));
  EXPECT_EQ(terms.size(), 2U) << "its identity and its language";
  EXPECT_EQ(to_xapian(unstemmed_builder().build({})).get_value(kPublishedSlot), "");
}

std::string word_of_letters(int number) {
  std::string word = "kata";
  for (; number > 0; number /= 20) word += static_cast<char>('a' + number % 20);
  return word;
}

TEST(DocumentBuilder, LongTextsLoseNoWordWhereTheyAreCut) {
  Article with_paragraphs;
  Article in_one_line;
  for (int i = 0; i < 60'000; ++i) {
    const std::string word = word_of_letters(i);
    with_paragraphs.body += word + (i % 50 == 49 ? "\n" : " ");
    in_one_line.body += word + " ";
  }
  for (const Article& article : {with_paragraphs, in_one_line}) {
    const auto terms = terms_of(unstemmed_builder().build(article));
    EXPECT_EQ(terms.size(), 60'002U);
  }
  Article without_spaces;
  without_spaces.body = std::string(1'000'000, 'a');
  EXPECT_LE(terms_of(unstemmed_builder().build(without_spaces)).size(), 3U);
}

TEST(SerialisedHash, ComesBack) {
  for (const std::uint64_t hash : {std::uint64_t{0}, std::uint64_t{1}, ~std::uint64_t{0}, std::uint64_t{1} << 40}) {
    EXPECT_EQ(unserialise_hash(serialise_hash(hash)), hash);
  }
  EXPECT_EQ(unserialise_hash(""), 0U);
}

}  // namespace
}  // namespace warta::indexer
