// The lines of one site: those seen lately, and those learned to be furniture.
//
// A line is furniture once it stood in kLeastTopics pages of different topics, foreign to each of them, and on at most
// half of all pages that had it like a cross-head (page_lines.h). Background that follow-up stories repeat fails both
// conditions of the first kind: its names stand in each story, whose titles share words. "Kronologi" fails the second.
//
// Memory is bounded: about twice kGenerationLines lines are remembered, those seen least lately are forgotten, so that
// a line is learned only where it comes again within some hundred pages.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/repeated_lines/page_lines.h"

namespace warta::indexer {

class SiteLines {
 public:
  static constexpr std::size_t kLeastTopics = 5;
  static constexpr std::size_t kGenerationLines = 1024;
  static constexpr std::size_t kMostLearned = 512;

  // Takes note of a line of a page. Where this sight makes it furniture, returns the keys of the pages of this run that
  // had it, the present one among them; nothing otherwise.
  std::vector<std::uint64_t> note(const PageLine& line, std::string_view text, const Topic& topic, std::uint64_t page);

  bool is_learned(std::uint64_t hash) const { return learned_.contains(hash); }

  // The learned lines by hash, as they were first written.
  const std::map<std::uint64_t, std::string>& learned() const { return learned_; }

  // Lines that are remembered and not learned.
  std::size_t remembered() const { return recent_.size() + older_.size(); }

  // Forgets all but what was learned.
  void forget();

  // Bytes that keep everything but the pages, and back; what parse cannot read is left out.
  std::string serialised() const;
  static SiteLines parse(std::string_view bytes);

 private:
  struct Seen {
    std::vector<Topic> topics;  // different ones of the pages on which the line was foreign, at most kLeastTopics
    std::uint32_t sights = 0;
    std::uint32_t sights_like_head = 0;
    std::vector<std::uint64_t> pages;  // of this run, at most kMostPages
    bool is_text = false;              // came often, and always of few topics: no furniture, and no more counted
  };
  using Generation = std::unordered_map<std::uint64_t, Seen>;

  // So many pages of fewer than kLeastTopics topics settle that a line is text.
  static constexpr std::size_t kMostPages = 64;

  Seen& recall(std::uint64_t hash);

  std::map<std::uint64_t, std::string> learned_;
  Generation recent_;  // seen since the last change of generations
  Generation older_;
};

}  // namespace warta::indexer
