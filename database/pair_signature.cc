#include "database/pair_signature.h"

#include <algorithm>

namespace warta {
namespace {

constexpr std::uint64_t kFreeSlot = 0;

// How many bits a pair has: half of what passes is sifted out by each. What is to be sifted are the articles that hold
// both terms, and of those there are the fewer the rarer the terms are. 11 bits for the commonest make signatures of
// 174 bytes for articles of the usual 240 pairs.
constexpr unsigned kMostBits = 11;

unsigned bits_of(unsigned first_rarity, unsigned second_rarity) {
  const unsigned rarity = first_rarity + second_rarity;
  return rarity < kMostBits ? kMostBits - rarity : 1;
}

// Of a pair: a hash, with the number of its bits in the lowest ones; never kFreeSlot.
constexpr std::uint64_t kBitCountMask = 15;
static_assert(kMostBits <= kBitCountMask);

std::uint64_t pair_of(std::uint64_t first, std::uint64_t second, unsigned bit_count) {
  std::uint64_t hash = first * 0x9E3779B97F4A7C15 + second;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  hash ^= hash >> 32;
  return (hash & ~kBitCountMask) | bit_count;
}

// Calls visit(byte, mask) for each bit of the pair in a signature of so many bytes, until it returns false; returns
// whether it never did. The places come from two hashes (Kirsch and Mitzenmacher, "Less hashing, same performance",
// 2006).
template <typename Visit>
bool for_each_bit(std::uint64_t pair, std::size_t bytes, Visit visit) {
  auto place = static_cast<std::uint32_t>(pair >> 32);
  const auto step = static_cast<std::uint32_t>(pair) | 1;
  for (auto left = pair & kBitCountMask; left > 0; --left, place += step) {
    const std::uint64_t bit = (std::uint64_t{place} * (8 * bytes)) >> 32;
    if (!visit(bit / 8, static_cast<unsigned char>(1U << (bit % 8)))) return false;
  }
  return true;
}

}  // namespace

void PairSignature::clear() {
  begin_text();
  bits_set_ = 0;
  pairs_.clear();
  slots_.resize(kUsualSlots);  // what one huge article needed is given back
  std::ranges::fill(slots_, kFreeSlot);
}

void PairSignature::add_head(std::uint64_t term_hash) {
  const unsigned rarity = rarity_of_term(term_hash);
  if (has_last_) add_pair(last_hash_, last_rarity_, term_hash, rarity);
  pair_tails_with(term_hash, rarity);
}

void PairSignature::pair_tails_with(std::uint64_t term_hash, unsigned rarity) {
  for (const std::uint64_t tail : tails_) add_pair(tail, rarity_of_term(tail), term_hash, rarity);
}

void PairSignature::add_pair(std::uint64_t first, unsigned first_rarity, std::uint64_t second, unsigned second_rarity) {
  if (pairs_.size() > kMostPairs) return;
  if (2 * (pairs_.size() + 1) > slots_.size()) grow();
  const unsigned bit_count = bits_of(first_rarity, second_rarity);
  const std::uint64_t pair = pair_of(first, second, bit_count);
  std::uint64_t& slot = find_slot(pair);
  if (slot == pair) return;
  slot = pair;
  pairs_.push_back(pair);
  bits_set_ += bit_count;
}

std::uint64_t& PairSignature::find_slot(std::uint64_t pair) {
  std::size_t at = (pair >> 32) & (slots_.size() - 1);
  while (slots_[at] != kFreeSlot && slots_[at] != pair) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void PairSignature::grow() {
  slots_.assign(std::max(kUsualSlots, 2 * slots_.size()), kFreeSlot);
  for (const std::uint64_t pair : pairs_) find_slot(pair) = pair;
}

std::string PairSignature::bytes() const {
  if (pairs_.size() > kMostPairs) return {};
  // 1 / ln 2 bits of room for each that is set leave half of them unset, where a Bloom filter is at its best.
  std::string bytes((bits_set_ * 1443 / 1000 + 7) / 8, '\0');
  for (const std::uint64_t pair : pairs_) {
    for_each_bit(pair, bytes.size(), [&](std::size_t byte, unsigned char mask) {
      bytes[byte] = static_cast<char>(static_cast<unsigned char>(bytes[byte]) | mask);
      return true;
    });
  }
  return bytes;
}

TermPair::TermPair(std::string_view first, std::string_view second) {
  const std::uint64_t first_hash = hash_of_term(first);
  const std::uint64_t second_hash = hash_of_term(second);
  pair_ = pair_of(first_hash, second_hash, bits_of(rarity_of_term(first_hash), rarity_of_term(second_hash)));
}

bool TermPair::may_stand_in(std::string_view signature) const {
  return signature.empty() || for_each_bit(pair_, signature.size(), [&](std::size_t byte, unsigned char mask) {
           return (static_cast<unsigned char>(signature[byte]) & mask) != 0;
         });
}

}  // namespace warta
