// Scores of a run of documents with neighbouring ids, which one posting list after the other adds to.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <xapian.h>

namespace warta::searcher {

class ScoreWindow {
 public:
  static constexpr Xapian::docid kDocuments = 4096;  // scores fill half of a processor's nearest cache

  // Documents from here on, so many of them (at most kDocuments). All are without a score.
  void begin_at(Xapian::docid first, Xapian::docid documents) {
    first_ = first;
    end_ = first > kGreatest - documents ? kGreatest : first + documents;
  }

  // The first document behind it.
  Xapian::docid end() const { return end_; }

  // The document must be in the window.
  void add(Xapian::docid document, double score) {
    const std::size_t at = document - first_;
    scores_[at] += score;
    scored_[at / kBits] |= std::uint64_t{1} << at % kBits;
  }

  // Calls visit(document, score) for each document that has one, in their order, and takes it away.
  template <typename Visit>
  void take_all(Visit visit) {
    for (std::size_t word = 0; word < scored_.size(); ++word) {
      for (std::uint64_t bits = scored_[word]; bits != 0; bits &= bits - 1) {
        const std::size_t at = word * kBits + static_cast<std::size_t>(std::countr_zero(bits));
        const double score = scores_[at];
        scores_[at] = 0;
        visit(first_ + static_cast<Xapian::docid>(at), score);
      }
      scored_[word] = 0;
    }
  }

 private:
  static constexpr Xapian::docid kGreatest = ~Xapian::docid{0};
  static constexpr std::size_t kBits = 64;

  Xapian::docid first_ = 0;
  Xapian::docid end_ = 0;
  std::array<double, kDocuments> scores_ = {};
  std::array<std::uint64_t, kDocuments / kBits> scored_ = {};
};

}  // namespace warta::searcher
