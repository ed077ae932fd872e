// Deflating without repetitions: any inflater gives the texts back, and the code is the best that deflate allows.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "indexer/glass/evened_counts.h"
#include "indexer/glass/huffman_code.h"
#include "indexer/glass/literal_deflater.h"

namespace warta::indexer::glass {
namespace {

std::string inflated(const std::string& deflated, std::size_t bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, -15), Z_OK);
  std::string text(bytes + 1, '\0');
  std::string input = deflated;
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END) << (stream.msg != nullptr ? stream.msg : "");
  EXPECT_EQ(stream.avail_in, 0U);
  text.resize(stream.total_out);
  inflateEnd(&stream);
  return text;
}

void expect_round_trip(const std::vector<std::string>& texts) {
  ByteCounts counts;
  counts.add(std::accumulate(texts.begin(), texts.end(), std::string()), texts.size());
  const LiteralDeflater deflater(counts);
  std::string deflated;
  for (const std::string& text : texts) {
    deflater.deflate(text, deflated);
    EXPECT_EQ(inflated(deflated, text.size()), text);
  }
}

TEST(LiteralDeflaterTest, AnyInflaterGivesTheTextsBack) {
  std::string all_bytes(256, '\0');
  std::iota(all_bytes.begin(), all_bytes.end(), '\0');
  expect_round_trip({"a"});
  expect_round_trip({"aaaaaaaaaaaaaaaaaaaaaaaaa", ""});
  expect_round_trip({all_bytes});
  expect_round_trip({"pasar beras naik", "harga pasar", std::string("\0\xFF", 2)});
  expect_round_trip({std::string(100'000, 'x') + all_bytes, all_bytes + all_bytes});
}

TEST(LiteralDeflaterTest, RandomTexts) {
  constexpr unsigned kSeed = 20240515;
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> texts;
    const auto alphabet = 1 + random() % 256;
    for (auto i = random() % 5 + 1; i > 0; --i) {
      std::string text(1 + random() % 2000, '\0');
      // Bytes that come often, and some that hardly come: codes of all lengths.
      std::ranges::generate(text, [&] { return static_cast<char>(random() % (1 + random() % alphabet)); });
      texts.push_back(std::move(text));
    }
    expect_round_trip(texts);
  }
}

// Frequencies that double or add up like Fibonacci's numbers ask for codes longer than deflate has.
TEST(LiteralDeflaterTest, NoCodeIsTooLong) {
  std::string text;
  for (unsigned symbol = 0; symbol < 20; ++symbol) text.append(std::size_t{1} << symbol, static_cast<char>(symbol));
  expect_round_trip({text});
}

TEST(HuffmanCodesTest, AreAsLongAsTheyShouldBe) {
  const struct {
    std::vector<std::uint32_t> counts;
    unsigned longest;
    std::vector<int> lengths;
  } rows[] = {
      {{1, 1}, 15, {1, 1}},
      {{5, 0, 7}, 15, {1, 0, 1}},
      {{1, 2, 4, 8}, 15, {3, 3, 2, 1}},
      {{1, 2, 4, 8}, 2, {2, 2, 2, 2}},
      {{8, 1, 1, 2, 4}, 3, {1, 3, 3, 3, 3}},
      {{45, 13, 12, 16, 9, 5}, 15, {1, 3, 3, 3, 4, 4}},  // Cormen, Leiserson, Rivest and Stein: 16.3
  };
  for (const auto& row : rows) {
    std::vector<int> lengths;
    for (const HuffmanCode& code : huffman_codes(row.counts, row.longest)) lengths.push_back(code.length);
    EXPECT_EQ(lengths, row.lengths);
  }
}

TEST(HuffmanCodesTest, AreNumberedAsDeflateDoes) {
  // The example of RFC 1951, 3.2.2: lengths (3, 3, 3, 3, 3, 2, 4, 4).
  const std::array<std::uint32_t, 8> counts{4, 4, 4, 4, 4, 9, 2, 2};
  const auto codes = huffman_codes(counts, 15);
  EXPECT_EQ(codes[5].length, 2);
  EXPECT_EQ(codes[5].bits, 0b00);
  EXPECT_EQ(codes[0].bits, 0b010);
  EXPECT_EQ(codes[1].bits, 0b110);
  EXPECT_EQ(codes[6].length, 4);
  EXPECT_EQ(codes[6].bits, 0b0111);
  EXPECT_EQ(codes[7].bits, 0b1111);
}

TEST(EvenedCountsTest, NeighboursAlikeBecomeOneRun) {
  const std::vector<std::uint32_t> counts{40, 44, 39, 41, 40, 42, 0, 0, 0, 0, 9000, 3, 2, 1, 0, 1};
  EXPECT_THAT(evened_counts(counts, 1),
              ::testing::ElementsAre(41, 41, 41, 41, 41, 41, 0, 0, 0, 0, 9000, 1, 1, 1, 1, 1));
}

TEST(EvenedCountsTest, NoByteThatComesIsForgotten) {
  std::vector<std::uint32_t> counts(257);
  counts[7] = 1;
  counts[256] = 1;
  const std::vector<std::uint32_t> evened = evened_counts(counts, 1000);
  EXPECT_GE(evened[7], 1U);
  EXPECT_GE(evened[256], 1U);
}

}  // namespace
}  // namespace warta::indexer::glass
