#include "indexer/extract/content_blocks.h"

#include <algorithm>
#include <unordered_map>

#include "indexer/extract/element_hints.h"
#include "indexer/extract/furniture.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// Words outside of links in each element, so that a class name alone never throws away most of a page.
using PlainWords = std::unordered_map<const GumboNode*, std::size_t>;

std::string_view text_node(const GumboNode* node) {
  const bool is_text = node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA;
  return is_text ? std::string_view(node->v.text.text) : std::string_view();
}

PlainWords count_plain_words(const GumboNode* root) {
  PlainWords counts;
  std::vector<std::size_t> sums{0};
  walk(
      root,
      [&](const GumboNode* node) {
        sums.push_back(count_words(text_node(node)));
        return !is_textless(node) && !is_element(node, GUMBO_TAG_A);
      },
      [&](const GumboNode* node) {
        const std::size_t sum = sums.back();
        sums.pop_back();
        sums.back() += sum;
        if (is_element(node)) counts[node] = sum;
      });
  return counts;
}

class BlockBuilder {
 public:
  explicit BlockBuilder(const GumboNode* root)
      : plain_words_(count_plain_words(root)), all_words_(plain_words_[root]) {}

  PageBlocks build(const GumboNode* root) {
    walk(
        root, [this](const GumboNode* node) { return enter(node); }, [this](const GumboNode* node) { leave(node); });
    finish_block();
    return std::move(page_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (!is_element(node)) {
      add_text(node);
      return true;
    }
    if (is_element(node, GUMBO_TAG_BR)) finish_block();
    text_ += is_short_cell(node) ? " " : "";
    if (is_block(node)) {
      finish_block();
      containers_.push_back(node);
      page_.spans[node] = {page_.blocks.size(), 0, words_, link_words_in_all_};
    }
    if (is_element(node, GUMBO_TAG_A)) enter_link();
    if (is_heading_element(node)) ++heading_depth_;
    // Inside of furniture everything is: its names need no look.
    if (unlikely_depth_ > 0 || is_unlikely(node)) ++unlikely_depth_;
    return !is_textless(node);
  }

  void leave(const GumboNode* node) {
    if (!is_element(node)) return;
    if (is_block(node)) {
      finish_block();
      containers_.pop_back();
      BlockSpan& span = page_.spans[node];
      span.end = page_.blocks.size();
      span.words = words_ - span.words;
      span.link_words = link_words_in_all_ - span.link_words;
    }
    if (is_element(node, GUMBO_TAG_A)) leave_link();
    if (is_heading_element(node)) --heading_depth_;
    if (unlikely_depth_ > 0) --unlikely_depth_;
  }

  void enter_link() {
    if (++link_depth_ > 1) return;
    link_begin_ = text_.size();
    words_before_link_ = link_words_;
    // The words that announce a link to another article go with it, and the sentence before them stays.
    constexpr std::size_t kLongestLabel = 40;
    const std::size_t tail = text_.size() - std::min(text_.size(), kLongestLabel);
    const std::size_t label = pointer_label_begin(std::string_view(text_).substr(tail));
    if (label != std::string_view::npos && tail + label > 0) link_begin_ = tail + label;
    is_pointer_ = link_begin_ < text_.size();
  }

  void leave_link() {
    if (link_depth_ == 0 || --link_depth_ > 0) return;
    if (link_begin_ > text_.size()) return;  // a block ended inside of the link
    is_pointer_ = is_pointer_ || (link_begin_ > 0 && says_pointer(std::string_view(text_).substr(link_begin_)));
    if (!is_pointer_) return;
    text_.resize(link_begin_);
    while (text_.ends_with('(') || text_.ends_with('[')) text_.pop_back();
    link_words_ = words_before_link_;
    is_pointer_ = false;
    is_behind_pointer_ = true;
  }

  // "Baca juga: Judul" as a link's own text.
  static bool says_pointer(std::string_view link_text) {
    const std::size_t colon = link_text.find(':');
    return colon != std::string_view::npos && pointer_label_begin(link_text.substr(0, colon + 1)) == 0;
  }

  // A cell of a table of data, whose row reads as one line; a layout table has its text in cells.
  bool is_short_cell(const GumboNode* node) {
    constexpr std::size_t kLongestRowWords = 30;
    const bool is_cell = is_element(node, GUMBO_TAG_TD) || is_element(node, GUMBO_TAG_TH);
    return is_cell && node->parent != nullptr && plain_words_[node->parent] <= kLongestRowWords;
  }

  bool is_block(const GumboNode* node) { return is_block_element(node) && !is_short_cell(node); }

  void add_text(const GumboNode* node) {
    if (node->type == GUMBO_NODE_WHITESPACE) text_ += ' ';
    const std::string_view text = text_node(node);
    if (text.empty()) return;
    text_ += is_behind_pointer_ && text.starts_with(')') ? text.substr(1) : text;
    is_behind_pointer_ = false;
    if (link_depth_ > 0) link_words_ += count_words(text);
    is_heading_ = is_heading_ || heading_depth_ > 0;
    is_unlikely_ = is_unlikely_ || unlikely_depth_ > 0;
  }

  // Where most of the page's words stand is no furniture, whatever its name.
  bool is_unlikely(const GumboNode* node) {
    constexpr double kMostOfPage = 0.6;
    constexpr std::size_t kLongestCaption = 100;
    const std::size_t words = plain_words_[node];
    if (static_cast<double>(words) >= kMostOfPage * static_cast<double>(all_words_)) return false;
    return (words <= kLongestCaption && is_caption(node)) || is_furniture_element(node);
  }

  void finish_block() {
    ContentBlock block;
    block.text = folded_space(text_);
    if (!block.text.empty()) {
      block.container = containers_.empty() ? nullptr : containers_.back();
      block.words = count_words(block.text);
      block.link_words = std::min(link_words_, block.words);
      block.is_heading = is_heading_;
      block.is_unlikely = is_unlikely_;
      words_ += block.words;
      link_words_in_all_ += block.link_words;
      page_.blocks.push_back(std::move(block));
    }
    text_.clear();
    link_begin_ = std::string::npos;
    is_pointer_ = false;
    is_behind_pointer_ = false;
    link_words_ = 0;
    is_heading_ = false;
    is_unlikely_ = false;
  }

  PlainWords plain_words_;
  std::size_t all_words_;
  PageBlocks page_;
  std::size_t words_ = 0;  // of all blocks so far
  std::size_t link_words_in_all_ = 0;
  std::vector<const GumboNode*> containers_;
  unsigned link_depth_ = 0;
  unsigned heading_depth_ = 0;
  unsigned unlikely_depth_ = 0;
  std::string text_;
  std::size_t link_begin_ = std::string::npos;  // where the link, or what announces it, begins in text_
  std::size_t words_before_link_ = 0;
  bool is_pointer_ = false;         // the link leads to another article, and is not of the text
  bool is_behind_pointer_ = false;  // a closing bracket would be left over
  std::size_t link_words_ = 0;
  bool is_heading_ = false;
  bool is_unlikely_ = false;
};

}  // namespace

PageBlocks content_blocks(const HtmlDocument& document) {
  return content_blocks(document.root());
}

PageBlocks content_blocks(const GumboNode* element) {
  return BlockBuilder(element).build(element);
}

double link_density(const ContentBlock& block) {
  return block.words == 0 ? 0 : static_cast<double>(block.link_words) / static_cast<double>(block.words);
}

}  // namespace warta::indexer
