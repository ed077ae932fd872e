#include "indexer/extract/article_body.h"

#include <algorithm>
#include <optional>

#include "indexer/extract/furniture.h"
#include "indexer/extract/markup_text.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kShortLineWords = 12;
constexpr std::size_t kLongestLabelWords = 5;

bool ends_sentence(std::string_view text) {
  if (text.empty()) return false;
  if (text.ends_with("\xE2\x80\x9D") || text.ends_with("\xE2\x80\xA6")) return true;
  return std::string_view(".!?:;\")]'").find(text.back()) != std::string_view::npos;
}

// A paragraph of the article without what sites put into it; references that were escaped twice are resolved.
std::string clean_paragraph(std::string_view text) {
  std::string clean = without_insertions(without_trailing_pointer(without_reporter_code(text)));
  return has_character_reference(clean) ? resolved_text(clean) : clean;
}

class BodyAssembler {
 public:
  BodyAssembler(const PageBlocks& page, std::string_view title) : page_(page), title_(lower_ascii(title)) {}

  ArticleBody assemble(const std::vector<BlockSpan>& region) {
    body_.first_block = region.empty() ? 0 : region.front().first;
    body_.end_block = region.empty() ? 0 : region.back().end;
    for (const BlockSpan& span : region) {
      for (std::size_t i = span.first; i < span.end && !is_tail_; ++i) {
        is_tail_ = words_ >= kFewestWordsBeforeTail && begins_teasers(i, span.end);
        if (!is_tail_) take(i);
        if (is_tail_) body_.end_block = i;
      }
    }
    drop_labels_before_prose(body_.paragraphs);
    body_.first_prose_block = first_prose_block_.value_or(body_.end_block);
    return std::move(body_);
  }

 private:
  // A tail's head before much text is a jump link at the top of the page.
  static constexpr std::size_t kFewestWordsBeforeTail = 40;

  static bool is_linked_title(const ContentBlock& block) { return block.words >= 3 && block.link_words == block.words; }

  // The head of a list of other articles ("Berita Lainnya") of which each has a linked title and a teaser.
  bool begins_teasers(std::size_t head, std::size_t end) const {
    constexpr std::size_t kFewestTeasers = 3;
    constexpr std::size_t kBlocksATeaser = 5;
    if (page_.blocks[head].words > kShortLineWords || classify_line(page_.blocks[head].text) != LineKind::furniture)
      return false;
    std::size_t teasers = 0;
    const std::size_t last = std::min(end, head + 1 + kFewestTeasers * kBlocksATeaser);
    for (std::size_t i = head + 1; i + 1 < last; ++i)
      teasers += is_linked_title(page_.blocks[i]) && page_.blocks[i + 1].link_words < page_.blocks[i + 1].words ? 1 : 0;
    return teasers >= kFewestTeasers && is_linked_title(page_.blocks[head + 1]);
  }

  void take(std::size_t number) {
    const ContentBlock& block = page_.blocks[number];
    const LineKind kind = classify_line(block.text);
    if (kind == LineKind::tail && words_ >= kFewestWordsBeforeTail) is_tail_ = true;
    collect_authors(block.text);
    if (kind != LineKind::text || is_furniture(block)) return;
    std::string text = clean_paragraph(block.text);
    if (text.empty()) return;
    if (!first_prose_block_ && is_sentence(text)) first_prose_block_ = number;
    words_ += block.words;
    body_.paragraphs.push_back(std::move(text));
  }

  void collect_authors(const std::string& line) {
    if (body_.authors.empty()) body_.authors = authors_of_line(line);
  }

  bool is_furniture(const ContentBlock& block) {
    constexpr double kLinkLine = 0.6;
    if (block.is_unlikely) return true;
    if (link_density(block) >= kLinkLine) {
      body_.dropped_link_words += block.link_words;
      return true;
    }
    if (lower_ascii(block.text) == title_) return true;
    // A page of thousands of dates is no article, and reading them all would take minutes.
    if (date_lines_left_ == 0) return false;
    const std::optional<DateLine> dates = find_date_line(block.text);
    date_lines_left_ -= dates ? 1 : 0;
    return dates && is_date_line(block.text, *dates, first_prose_block_.has_value());
  }

  const PageBlocks& page_;
  std::string title_;
  ArticleBody body_;
  std::optional<std::size_t> first_prose_block_;
  std::size_t words_ = 0;
  int date_lines_left_ = 500;
  bool is_tail_ = false;
};

}  // namespace

ArticleBody assemble_body(const PageBlocks& page, const std::vector<BlockSpan>& region, std::string_view title) {
  return BodyAssembler(page, title).assemble(region);
}

std::vector<std::string> text_paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const std::string_view line : split_lines(text)) {
    if (classify_line(line) != LineKind::text) continue;
    std::string paragraph = clean_paragraph(line);
    if (!paragraph.empty()) paragraphs.push_back(std::move(paragraph));
  }
  return paragraphs;
}

void drop_labels_before_prose(std::vector<std::string>& paragraphs) {
  const auto first = std::find_if(paragraphs.begin(), paragraphs.end(), [](const std::string& text) {
    return count_words(text) > kLongestLabelWords || ends_sentence(text);
  });
  paragraphs.erase(paragraphs.begin(), first);
}

bool is_sentence(std::string_view text) {
  return count_words(text) > kLongestLabelWords && ends_sentence(text) && !text.ends_with(')') && !text.ends_with(']');
}

bool is_date_line(std::string_view line, const DateLine& dates, bool is_in_text) {
  if (dates.is_whole_line) return true;
  return dates.has_time && !is_in_text && !is_sentence(line) && count_words(line) <= kShortLineWords;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string body;
  for (const std::string& paragraph : paragraphs) {
    if (!body.empty()) body += '\n';
    body += paragraph;
  }
  return body;
}

}  // namespace warta::indexer
