// The region of the body to paragraphs: furniture out, what it says about author and time kept.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/byline.h"
#include "indexer/extract/content_blocks.h"

namespace warta::indexer {

struct ArticleBody {
  std::vector<std::string> paragraphs;
  std::vector<std::string> authors;  // of credit lines in the region
  std::size_t first_block = 0;       // where the region begins on the page
  std::size_t end_block = 0;
  std::size_t first_prose_block = 0;   // the first paragraph that is a sentence; end_block where there is none
  std::size_t dropped_link_words = 0;  // of links that stood among the text
};

// The paragraphs of a region (find_body_region). title is dropped where the region repeats it.
ArticleBody assemble_body(const PageBlocks& page, const std::vector<BlockSpan>& region, std::string_view title);

// The paragraphs of a text whose structure is not known, divided by '\n', without lines of furniture.
std::vector<std::string> text_paragraphs(std::string_view text);

// Removes what stands before the first paragraph of prose: names of site and section, as "WARTA NUSANTARA", "BERANDA".
void drop_labels_before_prose(std::vector<std::string>& paragraphs);

// True for more than five words that end as a sentence does. A caption that ends with its source in brackets, and a
// line of credits, are none.
bool is_sentence(std::string_view text);

// True for a line that says when its article was published or updated, and is none of its text. Once the text has begun
// (is_in_text), a line that says anything besides is text: a schedule, an announcement.
bool is_date_line(std::string_view line, const DateLine& dates, bool is_in_text);

// Paragraphs joined by '\n'.
std::string joined(const std::vector<std::string>& paragraphs);

}  // namespace warta::indexer
