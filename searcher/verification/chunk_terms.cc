#include "searcher/verification/chunk_terms.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "analysis/characters.h"

namespace warta::searcher {
namespace {

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15;

// Of a few bytes, eight at a time.
std::uint64_t hash_of(std::string_view text, std::uint64_t seed) {
  std::uint64_t hash = (text.size() + 1 + (seed << 32)) * kMultiplier;
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t bytes = std::min(text.size(), sizeof word);
    std::memcpy(&word, text.data(), bytes);
    hash = (hash ^ word) * kMultiplier;
    hash ^= hash >> 29;
    text.remove_prefix(bytes);
  }
  return hash;
}

bool is_space(char c) {
  return analysis::byte_class(c) == analysis::kSpace;
}

// Where such a stretch is longer, it is no word.
constexpr std::size_t kLongestChunk = std::numeric_limits<std::uint8_t>::max();

}  // namespace

// Bit i of `matched` says that the units up to the i-th stand right before here (the shift-and algorithm of Baeza-Yates
// and Gonnet, "A new approach to text searching", 1992).
bool ChunkTerms::hold_in_order(const std::vector<Unit>& units, std::string_view text, analysis::Analyzer& analyzer,
                               analysis::Stemming stemming) {
  mark(units, true);
  std::uint64_t matched = 0;
  const std::uint64_t whole = std::uint64_t{1} << (units.size() - 1);
  bool is_found = false;
  for (std::size_t begin = 0, end = 0; begin < text.size() && !is_found; begin = end + 1) {
    end = begin;
    while (end < text.size() && !is_space(text[end])) ++end;
    if (end == begin) continue;
    for (const std::uint32_t term : terms_of(text.substr(begin, end - begin), analyzer, stemming)) {
      matched = (matched << 1 | 1) & places_[term];
      is_found = is_found || (matched & whole) != 0;
    }
  }
  mark(units, false);
  return is_found;
}

void ChunkTerms::make_room() {
  if (is_full()) *this = {};
}

std::uint32_t ChunkTerms::number_of(std::string_view term) {
  const auto [entry, is_new] = terms_.try_emplace(std::string(term), static_cast<std::uint32_t>(places_.size()));
  if (is_new) places_.push_back(0);
  return entry->second;
}

void ChunkTerms::mark(const std::vector<Unit>& units, bool is_marked) {
  std::uint64_t place = 1;
  for (const Unit& unit : units) {
    const auto mark_term = [&](std::string_view term) {
      std::uint64_t& places = places_[number_of(term)];
      places = is_marked ? places | place : 0;
    };
    mark_term(unit.terms.front());
    if (!unit.unstemmed.empty() && !unit.unstemmed.front().term.empty()) mark_term(unit.unstemmed.front().term);
    place <<= 1;
  }
}

std::span<const std::uint32_t> ChunkTerms::terms_of(std::string_view chunk, analysis::Analyzer& analyzer,
                                                    analysis::Stemming stemming) {
  if (2 * (count_ + 1) > slots_.size()) grow();
  const std::uint64_t hash = hash_of(chunk, static_cast<std::uint64_t>(stemming));
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].length != 0; at = (at + 1) & (slots_.size() - 1)) {
    const Chunk& slot = slots_[at];
    if (slot.hash == hash && std::string_view(texts_).substr(slot.text_begin, slot.length) == chunk) {
      return terms_in(slot);
    }
  }
  analyze(chunk, analyzer, stemming);
  if (!is_full() && chunk.size() <= kLongestChunk && analyzed_.size() <= kLongestChunk) {
    slots_[at].hash = hash;
    keep(chunk, slots_[at]);
  }
  return analyzed_;
}

void ChunkTerms::analyze(std::string_view chunk, analysis::Analyzer& analyzer, analysis::Stemming stemming) {
  tokens_.clear();
  analyzer.analyze(chunk, tokens_, stemming);
  analyzed_.clear();
  for (const analysis::AnalyzedToken& token : tokens_) {
    if (!token.overlapping) analyzed_.push_back(number_of(token.term));
  }
}

std::span<const std::uint32_t> ChunkTerms::terms_in(const Chunk& slot) const {
  if (slot.term_count == 1) return {&slot.terms, 1};
  return std::span(numbers_).subspan(slot.terms, slot.term_count);
}

void ChunkTerms::keep(std::string_view chunk, Chunk& slot) {
  slot.text_begin = static_cast<std::uint32_t>(texts_.size());
  slot.length = static_cast<std::uint8_t>(chunk.size());
  slot.term_count = static_cast<std::uint8_t>(analyzed_.size());
  slot.terms = analyzed_.size() == 1 ? analyzed_.front() : static_cast<std::uint32_t>(numbers_.size());
  if (analyzed_.size() > 1) numbers_.insert(numbers_.end(), analyzed_.begin(), analyzed_.end());
  texts_ += chunk;
  ++count_;
}

void ChunkTerms::grow() {
  std::vector<Chunk> old(std::max(kFirstSlots, 2 * slots_.size()));
  old.swap(slots_);
  for (const Chunk& chunk : old) {
    if (chunk.length == 0) continue;
    std::size_t at = chunk.hash & (slots_.size() - 1);
    while (slots_[at].length != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = chunk;
  }
}

}  // namespace warta::searcher
