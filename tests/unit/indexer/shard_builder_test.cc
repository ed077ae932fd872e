#include "indexer/shard_builder.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "indexer/compaction.h"
#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

struct Sample {
  std::vector<std::pair<std::string, std::uint32_t>> terms;
  std::vector<std::pair<Xapian::valueno, std::string>> values;
};

IndexDocument document_of(const Sample& sample) {
  IndexDocument document;
  for (const auto& [term, count] : sample.terms) document.add_term(term, count);
  for (const auto& [slot, value] : sample.values) document.add_value(slot, value);
  return document;
}

Xapian::Database built(const std::filesystem::path& path, const std::vector<Sample>& samples) {
  ShardBuilder builder(path);
  for (const Sample& sample : samples) builder.add(document_of(sample));
  EXPECT_EQ(builder.finish().documents, samples.size());
  return Xapian::Database(path.string());
}

// The same by Xapian's own writer: what a shard must not differ from.
Xapian::Database written_by_xapian(const std::filesystem::path& path, const std::vector<Sample>& samples) {
  Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE);
  for (const Sample& sample : samples) database.add_document(to_xapian(document_of(sample)));
  database.commit();
  return database;
}

void describe_documents(const Xapian::Database& database, std::ostream& text) {
  for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id) {
    const Xapian::Document document = database.get_document(*id);
    text << *id << " length " << database.get_doclength(*id) << " count " << id.get_wdf() << '\n';
    for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
      text << "  " << *term << ' ' << term.get_wdf() << '\n';
    }
    for (auto value = document.values_begin(); value != document.values_end(); ++value) {
      text << "  slot " << value.get_valueno() << ' ' << *value << '\n';
    }
  }
}

void describe_terms(const Xapian::Database& database, std::ostream& text) {
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    text << *term << ' ' << term.get_termfreq() << ' ' << database.get_collection_freq(*term) << ':';
    for (auto id = database.postlist_begin(*term); id != database.postlist_end(*term); ++id) {
      text << ' ' << *id << '*' << id.get_wdf();
    }
    text << '\n';
  }
}

// All that a reader can see of a database.
std::string description(const Xapian::Database& database) {
  std::ostringstream text;
  text << database.get_doccount() << ' ' << database.get_lastdocid() << ' ' << database.get_total_length() << ' '
       << database.get_doclength_lower_bound() << ' ' << database.get_doclength_upper_bound() << '\n';
  describe_documents(database, text);
  describe_terms(database, text);
  for (Xapian::valueno slot = 0; slot < 8; ++slot) {
    text << "slot " << slot << ' ' << database.get_value_freq(slot) << ' ' << database.get_value_lower_bound(slot)
         << ' ' << database.get_value_upper_bound(slot) << '\n';
  }
  return text.str();
}

void expect_same_as_xapian(const std::vector<Sample>& samples) {
  const test::ScratchDirectory scratch;
  const Xapian::Database shard = built(scratch.path() / "shard", samples);
  EXPECT_EQ(description(shard), description(written_by_xapian(scratch.path() / "xapian", samples)));
  std::ostringstream details;
  EXPECT_EQ(Xapian::Database::check((scratch.path() / "shard").string(), 0, &details), 0U) << details.str();
}

TEST(ShardBuilder, IsWhatXapianWouldHaveWritten) {
  const Sample usual = {{{"beras", 3}, {"harga", 1}, {"Qberita-1", 0}}, {{0, "tanggal"}, {2, "artikel"}}};
  const struct {
    const char* what;
    std::vector<Sample> samples;
  } cases[] = {
      {"one document", {usual}},
      {"several", {usual, {{{"beras", 1}}, {{2, "lain"}}}, usual}},
      {"terms that come twice", {{{{"beras", 1}, {"harga", 2}, {"beras", 4}, {"Asiti", 0}, {"Asiti", 0}}, {}}}},
      {"terms that are the beginning of others", {{{{"a", 1}, {"ab", 1}, {"abc", 200}, {"b", 1}}, {}}}},
      {"zero bytes", {{{{std::string("D\0\0\xFF", 4), 0}, {std::string("D\0", 2), 0}, {"D", 1}}, {{1, {"\0\0", 2}}}}}},
      {"no counted term", {{{{"Qberita-1", 0}}, {}}, usual}},
      {"no term", {{{}, {{3, "nilai"}}}, usual}},
      {"no value", {{{{"beras", 1}}, {}}}},
      {"an empty value", {{{{"beras", 1}}, {{1, ""}, {4, "x"}}}}},
      {"a long term", {{{{std::string(200, 'a'), 1}}, {}}}},
      {"a value over several blocks", {{{{"beras", 1}}, {{2, std::string(50'000, 'x') + "y"}}}, usual}},
  };
  for (const auto& [what, samples] : cases) {
    SCOPED_TRACE(what);
    expect_same_as_xapian(samples);
  }
}

Sample random_sample(std::mt19937& random, int words) {
  Sample sample;
  std::geometric_distribution<int> word(0.002);
  const int terms = std::uniform_int_distribution<int>(0, 2 * words)(random);
  for (int i = 0; i < terms; ++i) {
    std::string term = std::to_string(word(random));
    if (random() % 50 == 0) term += '\0';
    sample.terms.emplace_back(std::move(term), static_cast<std::uint32_t>(random() % 5 == 0 ? random() % 400 : 1));
  }
  for (const Xapian::valueno slot : {5U, 0U, 2U}) {
    if (random() % 3 != 0) sample.values.emplace_back(slot, std::string(random() % 3000, static_cast<char>(random())));
  }
  return sample;
}

TEST(ShardBuilder, IsWhatXapianWouldHaveWrittenOfManyDocuments) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<Sample> samples;
  for (int i = 0; i < 3000; ++i) samples.push_back(random_sample(random, 30));
  expect_same_as_xapian(samples);
}

TEST(ShardBuilder, IdsOfMoreThanFifteenBits) {
  std::vector<Sample> samples;
  for (int i = 0; i < 40'000; ++i)
    samples.push_back({{{i % 2 == 0 ? "genap" : "ganjil", 1}}, {{1, std::to_string(i)}}});
  expect_same_as_xapian(samples);
}

TEST(ShardBuilder, WritesNothingForNoDocument) {
  const test::ScratchDirectory scratch;
  EXPECT_EQ(ShardBuilder(scratch.path() / "shard").finish().documents, 0U);
  EXPECT_FALSE(std::filesystem::exists(scratch.path() / "shard"));
}

TEST(ShardBuilder, SaysWhereItCannotWrite) {
  const test::ScratchDirectory scratch;
  ShardBuilder builder(scratch.path() / "tidak-ada" / "shard");
  builder.add(document_of({{{"beras", 1}}, {}}));
  EXPECT_THROW(builder.finish(), Xapian::DatabaseError);
}

// Shards merged by Xapian are what it would have made of all documents.
TEST(ShardBuilder, MergesLikeXapiansOwn) {
  const test::ScratchDirectory scratch;
  const unsigned seed = std::random_device()();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  std::vector<Sample> samples;
  std::vector<std::filesystem::path> parts;
  for (const int documents : {1, 700, 3, 400}) {
    std::vector<Sample> of_shard;
    for (int i = 0; i < documents; ++i) of_shard.push_back(random_sample(random, 20));
    parts.push_back(scratch.path() / std::to_string(documents));
    built(parts.back(), of_shard);
    samples.insert(samples.end(), of_shard.begin(), of_shard.end());
  }
  merge_shards(parts, scratch.path() / "merged", Packing::tight);
  const Xapian::Database merged((scratch.path() / "merged").string());
  EXPECT_EQ(description(merged), description(written_by_xapian(scratch.path() / "xapian", samples)));
  EXPECT_EQ(Xapian::Database::check((scratch.path() / "merged").string()), 0U);
}

}  // namespace
}  // namespace warta::indexer
