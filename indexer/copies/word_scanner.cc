#include "indexer/copies/word_scanner.h"

#include <algorithm>
#include <array>

namespace warta::indexer {
namespace {

constexpr unsigned char kGap = 0;   // parts words
constexpr unsigned char kGap2 = 1;  // the first byte of two: U+0080 to U+00BF, signs of Latin-1
constexpr unsigned char kGap3 = 2;  // the first byte of three: U+2000 to U+2FFF, punctuation and signs

// What a byte is: one of the above, or the byte of a word in lower case.
constexpr std::array<unsigned char, 256> kBytes = [] {
  std::array<unsigned char, 256> bytes{};
  for (unsigned c = '0'; c <= '9'; ++c) bytes[c] = static_cast<unsigned char>(c);
  for (unsigned c = 'a'; c <= 'z'; ++c) bytes[c] = bytes[c - 'a' + 'A'] = static_cast<unsigned char>(c);
  for (unsigned c = 0x80; c <= 0xFF; ++c) bytes[c] = static_cast<unsigned char>(c);
  bytes[0xC2] = kGap2;
  bytes[0xE2] = kGap3;
  return bytes;
}();

unsigned char kind(char byte) {
  return kBytes[static_cast<unsigned char>(byte)];
}

constexpr std::uint32_t kDateBits = 61;

// FNV-1a.
constexpr std::uint64_t kFirstHash = 0xCBF29CE484222325;
constexpr std::uint64_t with_byte(std::uint64_t hash, unsigned char byte) {
  return (hash ^ byte) * 0x100000001B3;
}

constexpr std::uint64_t hash_of(std::string_view word) {
  std::uint64_t hash = kFirstHash;
  for (const char c : word) hash = with_byte(hash, static_cast<unsigned char>(c));
  return hash;
}

struct Month {
  std::uint64_t name;
  std::uint32_t number;
};

constexpr std::array kMonths = {
    Month{hash_of("januari"), 1},  Month{hash_of("jan"), 1},       Month{hash_of("februari"), 2},
    Month{hash_of("pebruari"), 2}, Month{hash_of("feb"), 2},       Month{hash_of("maret"), 3},
    Month{hash_of("mar"), 3},      Month{hash_of("april"), 4},     Month{hash_of("apr"), 4},
    Month{hash_of("mei"), 5},      Month{hash_of("juni"), 6},      Month{hash_of("jun"), 6},
    Month{hash_of("juli"), 7},     Month{hash_of("jul"), 7},       Month{hash_of("agustus"), 8},
    Month{hash_of("agu"), 8},      Month{hash_of("agt"), 8},       Month{hash_of("september"), 9},
    Month{hash_of("sept"), 9},     Month{hash_of("sep"), 9},       Month{hash_of("oktober"), 10},
    Month{hash_of("okt"), 10},     Month{hash_of("november"), 11}, Month{hash_of("nopember"), 11},
    Month{hash_of("nov"), 11},     Month{hash_of("desember"), 12}, Month{hash_of("des"), 12},
};

// The value of a word of one or two digits, else 0.
std::uint32_t small_number(std::string_view word) {
  std::uint32_t value = 0;
  if (word.size() > 2) return 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return 0;
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

std::uint32_t month_named(std::uint64_t hash) {
  const auto month = std::ranges::find(kMonths, hash, &Month::name);
  return month == kMonths.end() ? 0 : month->number;
}

}  // namespace

bool contradict(const NamedDates& one, const NamedDates& other) {
  const auto names = [](const NamedDates& dates, std::uint8_t date) { return (dates.all >> (date - 1) & 1) != 0; };
  return one.first != 0 && other.first != 0 && !names(one, other.first) && !names(other, one.first);
}

void WordScanner::add(std::uint32_t day, std::uint32_t month) {
  const std::uint32_t bit = (31 * month + day) % kDateBits;
  dates_.all |= std::uint64_t{1} << bit;
  if (dates_.first == 0) dates_.first = static_cast<std::uint8_t>(1 + bit);
}

void WordScanner::skip_gap() {
  gap_has_slash_ = false;
  while (at_ < text_.size()) {
    const unsigned char byte = kind(text_[at_]);
    if (byte > kGap3) return;
    gap_has_slash_ = gap_has_slash_ || text_[at_] == '/';
    at_ += 1U + byte;
  }
}

bool WordScanner::next() {
  skip_gap();
  if (at_ >= text_.size()) return false;
  const std::size_t begin = at_;
  is_number_ = text_[begin] >= '0' && text_[begin] <= '9';
  hash_ = kFirstHash;
  for (; at_ < text_.size(); ++at_) {
    const unsigned char byte = kind(text_[at_]);
    if (byte <= kGap3) break;
    hash_ = with_byte(hash_, byte);
  }
  look_for_date(begin);
  return true;
}

void WordScanner::look_for_date(std::size_t begin) {
  const std::string_view word = text_.substr(begin, at_ - begin);
  const std::uint32_t number = small_number(word);
  if (previous_number_ != 0) {
    const std::uint32_t month = number == 0 ? month_named(hash_) : (gap_has_slash_ ? number : 0);
    if (month >= 1 && month <= 12) add(previous_number_, month);
  }
  previous_number_ = number >= 1 && number <= 31 ? number : 0;
}

}  // namespace warta::indexer
