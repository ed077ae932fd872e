// What a page tells of its lines: which of them could be furniture, and what the page is about. Everything that needs
// the text is done here, by the thread that parsed it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "database/article.h"

namespace warta::indexer {

// The words that tell a page's topic: hashes of the longest words of its title, sorted, without small words.
struct Topic {
  static constexpr std::size_t kMostWords = 8;
  std::array<std::uint16_t, kMostWords> words = {};
  std::uint8_t size = 0;

  bool operator==(const Topic&) const = default;
};

// True for two pages that seem to tell of one thing: follow-up stories, copies, versions. Two words of the titles, or
// half of the shorter one, are enough.
bool are_of_one_topic(const Topic& left, const Topic& right);

struct PageLine {
  std::uint64_t hash = 0;  // line_hash

  // Whether the line may be a cross-head: a few words, or what ends in a colon, between paragraphs of prose, and once.
  bool is_like_head = false;

  // Whether it is none, nor a dateline, and most of its content words stand nowhere else on the page, so that it is
  // not of the page's story.
  bool is_foreign = false;
};

struct PageLines {
  Topic topic;
  std::vector<PageLine> lines;  // those of the body, in order
};

// Case, white space and numbers do not matter: "Dibaca 98 kali" is "dibaca 1.234 kali".
std::uint64_t line_hash(std::string_view line);

PageLines lines_of_page(const Article& article);

}  // namespace warta::indexer
