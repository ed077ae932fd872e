// Phrases in any form, and words in one sentence, as the terms of the words say: what stands between white space is
// analysed alone, and the terms are compared in their order, of all texts in turn.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "analysis/analyzer.h"
#include "tests/property/plain_scan.h"

namespace warta::test {

class TermScan {
 public:
  // The analyzer must outlive it.
  explicit TermScan(analysis::Analyzer& analyzer) : analyzer_(analyzer) {}

  // The next text.
  void add(const std::string& text);

  // The texts in which the phrase's terms stand side by side in their order. Must and may are the same.
  std::vector<Holders> stemmed(const std::vector<std::string>& phrases);

  // Those that hold the phrase's terms, in any order, in one sentence: chunks side by side without any mark stand in
  // one, chunks of different lines never do.
  std::vector<Holders> in_sentences(const std::vector<std::string>& phrases);

 private:
  using Terms = std::vector<std::uint32_t>;  // numbers
  using Range = std::pair<std::uint32_t, std::uint32_t>;

  // The terms of a text in their order, and where its lines and the runs of chunks without marks begin and end.
  struct Text {
    Terms terms = {};
    Terms distinct = {};  // sorted
    std::vector<Range> lines = {};
    std::vector<Range> runs = {};
  };

  const Terms& terms_of_chunk(const std::string& chunk);
  Terms terms_of(const std::string& phrase);
  void add_line(const std::string& line, Text& text);
  static bool holds(const Text& text, const std::vector<Range>& ranges, const Terms& sorted_terms);

  analysis::Analyzer& analyzer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::string, Terms> chunks_;
  std::vector<Text> texts_;
};

}  // namespace warta::test
