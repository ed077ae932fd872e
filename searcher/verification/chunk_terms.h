// Stemmed phrases in texts, without analysing each text anew: what stands between white space is remembered with its
// terms, which are the same wherever it stands (analysis/chunk_tokenizer.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analysis/analyzer.h"
#include "searcher/query/clause.h"

namespace warta::searcher {

// One a session, for one way of analysis. The chunks of 200 articles are nearly all that the next ones have too.
class ChunkTerms {
 public:
  // Phrases of more units than this are not looked for here.
  static constexpr std::size_t kMostUnits = 64;

  // Whether the units stand in the text side by side, in their order: the same as in the tokens of the whole text. The
  // analyzer keeps what it makes of new chunks until it is cleared.
  bool hold_in_order(const std::vector<Unit>& units, std::string_view text, analysis::Analyzer& analyzer,
                     analysis::Stemming stemming);

  // Forgets all chunks where there are too many of them.
  void make_room();

 private:
  // A stretch without white space, and the numbers of its terms. Where there is one, as mostly, it stands here.
  struct Chunk {
    std::uint64_t hash = 0;
    std::uint32_t text_begin = 0;  // in texts_
    std::uint32_t terms = 0;       // the number of the one term, or where they begin in numbers_
    std::uint8_t length = 0;       // in bytes; 0 is no chunk
    std::uint8_t term_count = 0;
  };

  std::uint32_t number_of(std::string_view term);
  void mark(const std::vector<Unit>& units, bool is_marked);

  // The numbers of the chunk's terms in their order, valid until the next call.
  std::span<const std::uint32_t> terms_of(std::string_view chunk, analysis::Analyzer& analyzer,
                                          analysis::Stemming stemming);
  void analyze(std::string_view chunk, analysis::Analyzer& analyzer, analysis::Stemming stemming);
  std::span<const std::uint32_t> terms_in(const Chunk& slot) const;
  void keep(std::string_view chunk, Chunk& slot);
  bool is_full() const { return count_ >= kMostChunks; }
  void grow();

  static constexpr std::size_t kMostChunks = std::size_t{1} << 17;
  static constexpr std::size_t kFirstSlots = 4096;  // a power of two, as every size of the table

  std::vector<Chunk> slots_;  // probed linearly
  std::size_t count_ = 0;     // of the chunks in slots_
  std::string texts_;
  std::vector<std::uint32_t> numbers_;
  std::unordered_map<std::string, std::uint32_t> terms_;
  std::vector<std::uint64_t> places_;            // by number of a term: the units of the phrase at work that it is
  std::vector<analysis::AnalyzedToken> tokens_;  // kept for its memory
  std::vector<std::uint32_t> analyzed_;          // the terms of the chunk that was analysed last
};

}  // namespace warta::searcher
