#include "indexer/term_numbers.h"

#include <xxhash.h>

#include <algorithm>
#include <utility>

namespace warta::indexer {
namespace {

// The first eight bytes as a number that sorts like them: nearly all comparisons end there.
std::uint64_t beginning(std::string_view text) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {
    number = number << 8 | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0);
  }
  return number;
}

}  // namespace

std::uint32_t TermNumbers::number_of(std::string_view term) {
  if (2 * (texts_.size() + 1) > slots_.size()) grow();
  const auto hash = static_cast<std::uint32_t>(XXH3_64bits(term.data(), term.size()));
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].number != kFree; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash && texts_[slots_[at].number] == term) return slots_[at].number;
  }
  slots_[at] = {hash, size()};
  texts_.push_back(bytes_.store(term));
  return slots_[at].number;
}

void TermNumbers::grow() {
  std::vector<Slot> before(std::max(kFirstSlots, 2 * slots_.size()));
  before.swap(slots_);
  for (const Slot& slot : before) {
    if (slot.number == kFree) continue;
    std::size_t at = slot.hash & (slots_.size() - 1);
    while (slots_[at].number != kFree) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
  }
}

std::vector<std::uint32_t> TermNumbers::sorted() const {
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keyed;
  keyed.reserve(texts_.size());
  for (std::uint32_t number = 0; number < size(); ++number) keyed.emplace_back(beginning(texts_[number]), number);
  std::ranges::sort(keyed, [this](const auto& left, const auto& right) {
    return left.first != right.first ? left.first < right.first : texts_[left.second] < texts_[right.second];
  });
  std::vector<std::uint32_t> numbers;
  numbers.reserve(keyed.size());
  for (const auto& [bytes, number] : keyed) numbers.push_back(number);
  return numbers;
}

}  // namespace warta::indexer
