#include "indexer/glass/literal_deflater.h"

#include <algorithm>
#include <cstddef>
#include <span>

#include "indexer/glass/evened_counts.h"

namespace warta::indexer::glass {
namespace {

constexpr std::size_t kEndOfText = 256;
constexpr unsigned kLongestCode = 15;
constexpr unsigned kLongestCodeOfLengths = 7;

// Writes bits into memory that has room for eight bytes more than it is given bits.
class BitWriter {
 public:
  explicit BitWriter(char* bytes) : next_(bytes) {}

  void add(HuffmanCode code) { add(code.bits, code.length); }
  void add(std::uint32_t bits, unsigned length) {  // at most 16
    waiting_ |= std::uint64_t{bits} << count_;
    count_ += length;
    if (count_ >= 48) flush();
  }

  // Moves whole bytes out; up to seven bits wait.
  void flush() {
    for (unsigned i = 0; i < 8; ++i) next_[i] = static_cast<char>(waiting_ >> (8 * i));
    next_ += count_ / 8;
    waiting_ >>= count_ / 8 * 8;
    count_ %= 8;
  }

  // After flush(): what waits, and where the whole bytes end.
  HuffmanCode waiting() const { return {static_cast<std::uint16_t>(waiting_), static_cast<std::uint8_t>(count_)}; }
  char* end() const { return next_; }

 private:
  char* next_;
  std::uint64_t waiting_ = 0;
  unsigned count_ = 0;
};

// The lengths of codes as deflate lists them: a symbol for each length, or for a run of one, and what follows it.
struct LengthSymbol {
  std::uint8_t symbol;
  std::uint8_t extra = 0;
  std::uint8_t extra_bits = 0;
};
constexpr std::size_t kLengthSymbols = 19;
constexpr std::uint8_t kRepeatLength = 16;  // the length before, three to six times
constexpr std::uint8_t kFewZeros = 17;      // three to ten
constexpr std::uint8_t kManyZeros = 18;     // 11 to 138
constexpr std::size_t kMostZeros = 138;
constexpr std::uint8_t kOrderOfLengths[kLengthSymbols] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                                          11, 4,  12, 3, 13, 2, 14, 1, 15};

void append_zeros(std::size_t count, std::vector<LengthSymbol>& symbols) {
  while (count > 0) {
    const std::size_t run = std::min(count, kMostZeros);
    if (run < 3) {
      symbols.insert(symbols.end(), run, {.symbol = 0});
    } else if (run <= 10) {
      symbols.push_back({kFewZeros, static_cast<std::uint8_t>(run - 3), 3});
    } else {
      symbols.push_back({kManyZeros, static_cast<std::uint8_t>(run - 11), 7});
    }
    count -= run;
  }
}

void append_length(std::uint8_t length, std::size_t count, std::vector<LengthSymbol>& symbols) {
  symbols.push_back({.symbol = length});
  for (--count; count >= 3;) {
    const std::size_t run = std::min<std::size_t>(count, 6);
    symbols.push_back({kRepeatLength, static_cast<std::uint8_t>(run - 3), 2});
    count -= run;
  }
  symbols.insert(symbols.end(), count, {.symbol = length});
}

std::vector<LengthSymbol> list_lengths(std::span<const HuffmanCode> codes) {
  std::vector<LengthSymbol> symbols;
  for (auto code = codes.begin(); code != codes.end();) {
    const std::uint8_t length = code->length;
    const auto end = std::find_if(code, codes.end(), [&](const HuffmanCode& other) { return other.length != length; });
    const auto count = static_cast<std::size_t>(end - code);
    if (length == 0) {
      append_zeros(count, symbols);
    } else {
      append_length(length, count, symbols);
    }
    code = end;
  }
  symbols.push_back({.symbol = 0});  // of one distance, which never comes
  return symbols;
}

// RFC 1951, 3.2.7: the last block, with codes of its own, which are listed.
void write_header(std::span<const HuffmanCode> codes, BitWriter& bits) {
  const std::vector<LengthSymbol> symbols = list_lengths(codes);
  std::array<std::uint32_t, kLengthSymbols> counts{};
  for (const LengthSymbol& symbol : symbols) ++counts[symbol.symbol];
  const std::vector<HuffmanCode> codes_of_lengths = huffman_codes(counts, kLongestCodeOfLengths);

  bits.add(0b101, 3);
  bits.add(0, 5);                   // of 257 literals
  bits.add(0, 5);                   // of one distance
  bits.add(kLengthSymbols - 4, 4);  // of all lengths
  for (const std::uint8_t symbol : kOrderOfLengths) bits.add(codes_of_lengths[symbol].length, 3);
  for (const LengthSymbol& symbol : symbols) {
    bits.add(codes_of_lengths[symbol.symbol]);
    bits.add(symbol.extra, symbol.extra_bits);
  }
}

}  // namespace

void ByteCounts::add(std::string_view texts, std::size_t count) {
  for (const char c : texts) ++counts_[static_cast<unsigned char>(c)];
  counts_[kEndOfText] += static_cast<std::uint32_t>(count);
}

LiteralDeflater::LiteralDeflater(const ByteCounts& texts)
    : codes_(huffman_codes(evened_counts(texts.counts(), texts.counts()[kEndOfText]), kLongestCode)) {
  header_.resize(2 * codes_.size());  // a length takes 14 bits at most
  BitWriter bits(header_.data());
  write_header(codes_, bits);
  bits.flush();
  rest_of_header_ = bits.waiting();
  header_.resize(static_cast<std::size_t>(bits.end() - header_.data()));
}

void LiteralDeflater::deflate(std::string_view text, std::string& deflated) const {
  deflated.resize(header_.size() + 2 * text.size() + 16);
  std::ranges::copy(header_, deflated.begin());
  BitWriter bits(deflated.data() + header_.size());
  bits.add(rest_of_header_);
  for (const char c : text) bits.add(codes_[static_cast<unsigned char>(c)]);
  bits.add(codes_[kEndOfText]);
  bits.flush();
  const bool has_rest = bits.waiting().length > 0;
  deflated.resize(static_cast<std::size_t>(bits.end() - deflated.data()) + (has_rest ? 1 : 0));
}

}  // namespace warta::indexer::glass
