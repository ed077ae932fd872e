#include "indexer/sources/html_text.h"

#include <vector>

#include "indexer/extract/article_body.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// What WordPress appends to the items of its feeds: "The post <title> appeared first on <site>."
bool is_feed_credit(std::string_view paragraph) {
  struct Credit {
    std::string_view begin;
    std::string_view inside;
  };
  constexpr Credit kCredits[] = {
      {"The post ", " appeared first on "},       {"Artikel ", " pertama kali tampil pada "},
      {"Pos ", " pertama kali tampil pada "},     {"Postingan ", " pertama kali tampil pada "},
      {"Postingan ", " muncul pertama kali di "},
  };
  for (const Credit& credit : kCredits) {
    if (paragraph.starts_with(credit.begin) && paragraph.find(credit.inside) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string paragraphs_of_html(std::string_view html, std::string_view title) {
  if (is_nested_too_deeply(html)) return {};
  const HtmlDocument document{std::string(html)};
  const PageBlocks page = content_blocks(document);
  ArticleBody body = assemble_body(page, {{0, page.blocks.size(), 0, 0}}, title);
  std::erase_if(body.paragraphs, is_feed_credit);
  if (!body.paragraphs.empty()) return joined(body.paragraphs);
  std::string all = text_of(document.root());  // a summary of a few words, which alone reads like a label
  return is_feed_credit(all) ? std::string() : all;
}

std::string paragraphs_of_text(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const std::string_view line : split_lines(text)) {
    if (std::string paragraph = folded_space(line); !paragraph.empty()) paragraphs.push_back(std::move(paragraph));
  }
  return joined(paragraphs);
}

}  // namespace warta::indexer
