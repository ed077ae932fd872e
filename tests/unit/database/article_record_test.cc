#include "database/article_record.h"

#include <gtest/gtest.h>

#include <random>

#include "database/record_bytes.h"

namespace warta {
namespace {

Article full_article() {
  Article article;
  article.id = "berita-17";
  article.url = "https://contoh.id/berita/17";
  article.title = "Harga beras turun di Pasar Induk";
  article.body = "Harga beras turun.\nPedagang menyambut baik.";
  article.published = Timestamp{.epoch_seconds = 1715499000, .offset_minutes = 420, .has_time = true};
  article.modified = Timestamp{.epoch_seconds = -86400, .offset_minutes = -300, .has_time = false};
  article.authors = {"Siti Rahma", "Budi"};
  article.source = "contoh.id";
  article.category = "Ekonomi";
  article.tags = {"beras", ""};
  article.language = "id";
  article.extra = {{"editor", "\"Tono\""}, {"views", "12"}};
  return article;
}

std::string random_text(std::mt19937& random, size_t limit) {
  std::string text(random() % limit, '\0');
  for (char& c : text) c = static_cast<char>(random());
  return text;
}

Article random_article(std::mt19937& random) {
  Article article;
  for (std::string* field : {&article.id, &article.url, &article.title, &article.source, &article.category}) {
    *field = random_text(random, 40);
  }
  article.body = random_text(random, 5000);
  for (std::optional<Timestamp>* time : {&article.published, &article.modified}) {
    if (random() % 3 == 0) continue;
    const std::uint64_t seconds = (std::uint64_t{random()} << 32) | random();
    *time = Timestamp{.epoch_seconds = static_cast<std::int64_t>(seconds),
                      .offset_minutes = static_cast<std::int16_t>(random()),
                      .has_time = random() % 2 == 0};
  }
  for (auto n = random() % 4; n > 0; --n) article.authors.push_back(random_text(random, 30));
  for (auto n = random() % 4; n > 0; --n) article.tags.push_back(random_text(random, 30));
  for (auto n = random() % 4; n > 0; --n) article.extra.emplace_back(random_text(random, 9), random_text(random, 30));
  return article;
}

// Sentences of words that many articles share, as news does.
std::vector<Article> similar_articles(size_t count) {
  constexpr const char* kWords[] = {"pemerintah", "mengatakan", "bahwa",   "harga",    "beras", "naik",
                                    "menteri",    "kabupaten",  "sebelum", "presiden", "warga", "banjir"};
  std::mt19937 random(7);
  std::vector<Article> articles(count);
  for (size_t i = 0; i < count; ++i) {
    articles[i].url = "https://contoh.id/berita/" + std::to_string(i);
    articles[i].source = "contoh.id";
    for (int word = 0; word < 300; ++word) articles[i].body += std::string(kWords[random() % 12]) + ' ';
  }
  return articles;
}

TEST(ArticleRecord, RoundTrip) {
  ArticleCodec codec = ArticleCodec::create().value();
  Article long_article;
  long_article.body = std::string(3'000'000, 'a');
  for (const Article& article : {Article(), full_article(), long_article}) {
    EXPECT_EQ(codec.decode(codec.encode(article)).value(), article);
  }
}

TEST(ArticleRecord, RoundTripOfAnyBytes) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  ArticleCodec codec = ArticleCodec::create().value();
  for (int i = 0; i < 500; ++i) {
    const Article article = random_article(random);
    ASSERT_EQ(codec.decode(codec.encode(article)).value(), article);
  }
}

TEST(ArticleRecord, DictionaryMakesRecordsSmaller) {
  const std::vector<Article> articles = similar_articles(1000);
  const std::string dictionary = train_dictionary(articles);
  ASSERT_FALSE(dictionary.empty());
  ASSERT_LE(dictionary.size(), kDictionaryBytes);
  ArticleCodec plain = ArticleCodec::create().value();
  ArticleCodec trained = ArticleCodec::create(dictionary).value();
  const std::string small = trained.encode(articles[3]);
  EXPECT_LT(small.size(), plain.encode(articles[3]).size());
  EXPECT_EQ(trained.decode(small).value(), articles[3]);
  EXPECT_EQ(trained.decode(plain.encode(articles[3])).value(), articles[3]) << "written before there was a dictionary";
  EXPECT_EQ(plain.decode(small).error().code, ExitCode::wrong_version);
}

TEST(ArticleRecord, KnowsWhichRecordsItWouldMakeSo) {
  const std::vector<Article> articles = similar_articles(1000);
  ArticleCodec plain = ArticleCodec::create().value();
  ArticleCodec trained = ArticleCodec::create(train_dictionary(articles)).value();
  const std::string small = trained.encode(articles[3]);
  const std::string large = plain.encode(articles[3]);
  std::string other_layout = small;
  other_layout[0] = 99;
  EXPECT_TRUE(trained.makes_such(small));
  EXPECT_TRUE(plain.makes_such(large));
  EXPECT_FALSE(trained.makes_such(large));
  EXPECT_FALSE(plain.makes_such(small));
  EXPECT_FALSE(trained.makes_such(other_layout));
  EXPECT_FALSE(trained.makes_such(""));
}

TEST(ArticleRecord, TooFewSamplesGiveNoDictionary) {
  EXPECT_EQ(train_dictionary(similar_articles(10)), "");
  EXPECT_EQ(train_dictionary({}), "");
}

TEST(ArticleRecord, RefusesAnUnknownLayoutAndADamagedDictionary) {
  ArticleCodec codec = ArticleCodec::create().value();
  std::string record = codec.encode(full_article());
  record[0] = 99;
  EXPECT_EQ(codec.decode(record).error().code, ExitCode::wrong_version);
  EXPECT_EQ(codec.decode("").error().code, ExitCode::io_error);
  EXPECT_EQ(ArticleCodec::create("no dictionary").error().code, ExitCode::io_error);
}

TEST(ArticleRecord, EveryDamageIsNoticed) {
  ArticleCodec codec = ArticleCodec::create().value();
  const std::string record = codec.encode(full_article());
  for (size_t size = 0; size < record.size(); ++size) {
    EXPECT_FALSE(codec.decode(record.substr(0, size)).has_value()) << size;
  }
  for (size_t offset = 0; offset < record.size(); ++offset) {
    std::string damaged = record;
    damaged[offset] = static_cast<char>(damaged[offset] ^ 0x10);
    const Result<Article> decoded = codec.decode(damaged);
    EXPECT_TRUE(!decoded || *decoded == full_article()) << offset;
  }
}

TEST(ArticleRecord, AClaimOfHugeSizeAllocatesNothing) {
  // A frame header that claims 2^63 bytes, and no block.
  const std::string record("\x01\x28\xB5\x2F\xFD\xE0\x00\x00\x00\x00\x00\x00\x00\x80", 14);
  EXPECT_EQ(ArticleCodec::create().value().decode(record).error().code, ExitCode::io_error);
}

TEST(RecordReader, BrokenBytesYieldEmptyValues) {
  struct Case {
    std::string bytes;
    const char* what;
  };
  const Case cases[] = {
      {"", "nothing"},
      {"\x05"
       "abc",
       "text shorter than its length"},
      {std::string(11, '\xFF'), "number without an end"},
      {"\x80", "number cut short"},
  };
  for (const auto& [bytes, what] : cases) {
    RecordReader reader(bytes);
    EXPECT_EQ(reader.text(), "") << what;
    EXPECT_FALSE(reader.is_complete()) << what;
  }
  RecordReader trailing(
      "\x01"
      "ab");
  EXPECT_EQ(trailing.text(), "a");
  EXPECT_FALSE(trailing.is_complete()) << "a byte is left";
}

TEST(RecordReader, RefusesTimestampsThatNobodyWrote) {
  for (const char* bytes : {"\x03\x02\x02", "\x01\x02\xFF\xFF\x7F"}) {
    RecordReader reader(bytes);
    EXPECT_FALSE(reader.timestamp().has_value());
    EXPECT_FALSE(reader.is_complete());
  }
}

}  // namespace
}  // namespace warta
