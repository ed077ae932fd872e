// The words of a text as hashes, and the dates that it names: one pass over the bytes, for sketches.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace warta::indexer {

// The dates that a text names, day and month of each: "12/5", "(12 / 5/2024)", "12 Mei". Each is one of 61 bits, chosen
// so that days within two months of each other have bits of their own.
struct NamedDates {
  std::uint64_t all = 0;
  std::uint8_t first = 0;  // 1 + the bit of the first one; 0 where there is none

  bool operator==(const NamedDates&) const = default;
};

// True where both name dates, and neither begins with one that the other names too: two days' schedules, say.
bool contradict(const NamedDates& one, const NamedDates& other);

// Words are runs of letters and digits; ASCII letters count in any case. Punctuation and spaces part them, those beyond
// ASCII too: curly quotation marks, dashes, the no-break space. Looser than the analyzer, and many times as fast.
class WordScanner {
 public:
  explicit WordScanner(std::string_view text) : text_(text) {}

  // Goes to the next word; false at the end.
  bool next();

  // Of the word: equal for equal words.
  std::uint64_t hash() const { return hash_; }

  // Whether the word begins with a digit.
  bool is_number() const { return is_number_; }

  // Those among the words so far.
  const NamedDates& dates() const { return dates_; }

 private:
  void skip_gap();
  void look_for_date(std::size_t begin);
  void add(std::uint32_t day, std::uint32_t month);

  std::string_view text_;
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  bool is_number_ = false;
  bool gap_has_slash_ = false;
  std::uint32_t previous_number_ = 0;  // where the word before is a number that can be a day
  NamedDates dates_;
};

}  // namespace warta::indexer
