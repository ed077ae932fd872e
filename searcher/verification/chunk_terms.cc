#include "searcher/verification/chunk_terms.h"

#include <algorithm>
#include <limits>

#include "searcher/verification/chunks.h"

namespace warta::searcher {
namespace {

// Of more terms than a slot can count, a chunk is no word.
constexpr std::size_t kMostTerms = std::numeric_limits<std::uint8_t>::max();

std::uint64_t bit_of(std::uint32_t term) {
  return std::uint64_t{1} << (term % 64);
}

}  // namespace

// Bit i of `matched` says that the units up to the i-th stand right before here (the shift-and algorithm of Baeza-Yates
// and Gonnet, "A new approach to text searching", 1992).
bool ChunkTerms::hold_in_order(const std::vector<Unit>& units, std::string_view text, analysis::Analyzer& analyzer,
                               analysis::Stemming stemming) {
  mark(units);
  std::uint64_t matched = 0;
  const std::uint64_t whole = std::uint64_t{1} << (units.size() - 1);
  bool is_found = false;
  for (std::size_t begin = 0, end = 0; begin < text.size() && !is_found; begin = end + 1) {
    end = begin;
    while (end < text.size() && !is_between_chunks(text[end])) ++end;
    if (end == begin) continue;
    for (const std::uint32_t term : terms_of(text.substr(begin, end - begin), analyzer, stemming)) {
      matched = (marked_bits_ & bit_of(term)) == 0 ? 0 : (matched << 1 | 1) & places_[term];
      is_found = is_found || (matched & whole) != 0;
    }
  }
  unmark();
  return is_found;
}

std::uint32_t ChunkTerms::number_of(std::string_view term) {
  const auto [entry, is_new] = terms_.try_emplace(std::string(term), static_cast<std::uint32_t>(places_.size()));
  if (is_new) places_.push_back(0);
  return entry->second;
}

std::uint32_t ChunkTerms::known_number_of(std::string_view term) const {
  const auto entry = terms_.find(std::string(term));
  return entry == terms_.end() ? kNoTerm : entry->second;
}

void ChunkTerms::mark(const std::vector<Unit>& units) {
  std::uint64_t place = 1;
  for (const Unit& unit : units) {
    const auto mark_term = [&](std::string_view term) {
      const std::uint32_t number = number_of(term);
      places_[number] |= place;
      marked_.push_back(number);
      marked_bits_ |= bit_of(number);
    };
    mark_term(unit.terms.front());
    if (!unit.unstemmed.empty() && !unit.unstemmed.front().term.empty()) mark_term(unit.unstemmed.front().term);
    place <<= 1;
  }
}

void ChunkTerms::unmark() {
  for (const std::uint32_t term : marked_) places_[term] = 0;
  marked_.clear();
  marked_bits_ = 0;
}

std::span<const std::uint32_t> ChunkTerms::terms_of(std::string_view chunk, analysis::Analyzer& analyzer,
                                                    analysis::Stemming stemming) {
  if (2 * (count_ + 1) > slots_.size()) grow();
  const XXH128_hash_t hash = XXH3_128bits_withSeed(chunk.data(), chunk.size(), static_cast<std::uint64_t>(stemming));
  Chunk& slot = find_slot(hash);
  if (slot.is_known) return terms_in(slot);
  analyze(chunk, analyzer, stemming);
  if (!is_full() && analyzed_.size() <= kMostTerms) keep(hash, slot);
  return analyzed_;
}

void ChunkTerms::analyze(std::string_view chunk, analysis::Analyzer& analyzer, analysis::Stemming stemming) {
  tokens_.clear();
  analyzer.analyze(chunk, tokens_, stemming);
  analyzed_.clear();
  for (const analysis::AnalyzedToken& token : tokens_) {
    if (token.overlapping) continue;
    analyzed_.push_back(is_full() ? known_number_of(token.term) : number_of(token.term));
  }
}

std::span<const std::uint32_t> ChunkTerms::terms_in(const Chunk& slot) const {
  if (slot.term_count == 1) return {&slot.terms, 1};
  return std::span(numbers_).subspan(slot.terms, slot.term_count);
}

void ChunkTerms::keep(const XXH128_hash_t& hash, Chunk& slot) {
  slot.hash = hash;
  slot.is_known = true;
  slot.term_count = static_cast<std::uint8_t>(analyzed_.size());
  slot.terms = analyzed_.size() == 1 ? analyzed_.front() : static_cast<std::uint32_t>(numbers_.size());
  if (analyzed_.size() > 1) numbers_.insert(numbers_.end(), analyzed_.begin(), analyzed_.end());
  ++count_;
}

ChunkTerms::Chunk& ChunkTerms::find_slot(const XXH128_hash_t& hash) {
  std::size_t at = hash.low64 & (slots_.size() - 1);
  while (slots_[at].is_known && XXH128_isEqual(slots_[at].hash, hash) == 0) at = (at + 1) & (slots_.size() - 1);
  return slots_[at];
}

void ChunkTerms::grow() {
  std::vector<Chunk> old(std::max(kFirstSlots, 2 * slots_.size()));
  old.swap(slots_);
  for (const Chunk& chunk : old) {
    if (chunk.is_known) find_slot(chunk.hash) = chunk;
  }
}

}  // namespace warta::searcher
