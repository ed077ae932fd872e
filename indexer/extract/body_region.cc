#include "indexer/extract/body_region.h"

#include <algorithm>

#include "indexer/extract/element_hints.h"

namespace warta::indexer {
namespace {

using Scores = std::unordered_map<const GumboNode*, double>;

constexpr double kMostLinkDensity = 0.4;

// The share of a paragraph's worth that elements above it get, the nearest first.
constexpr double kShares[] = {1.0, 1.0 / 2, 1.0 / 6, 1.0 / 9};

bool is_running_text(const ContentBlock& block) {
  constexpr std::size_t kFewestBytes = 40;
  return !block.is_heading && block.text.size() >= kFewestBytes && link_density(block) < kMostLinkDensity;
}

double worth(const ContentBlock& block) {
  constexpr double kBytesPerPoint = 100;
  constexpr double kMostLengthPoints = 3;
  const auto commas = static_cast<double>(std::count(block.text.begin(), block.text.end(), ','));
  const double length_points = std::min(static_cast<double>(block.text.size()) / kBytesPerPoint, kMostLengthPoints);
  return (1 + commas + length_points) * (1 - link_density(block));
}

// Holds no more than one block, or is no block itself, and is not named as the place of a text: a wrapper.
bool is_wrapper(const PageBlocks& page, const GumboNode* element) {
  const auto span = page.spans.find(element);
  if (span == page.spans.end()) return true;
  return span->second.end - span->second.first == 1 && content_promise(element) == 0 &&
         !is_element(element, GUMBO_TAG_BODY);
}

// A paragraph speaks for the element around it, behind all wrappers, as some sites give each paragraph its own;
// several blocks that stand in a division itself speak for that division.
const GumboNode* scored_element(const PageBlocks& page, const GumboNode* container) {
  const GumboNode* element = container;
  for (const GumboTag tag : {GUMBO_TAG_P, GUMBO_TAG_PRE, GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_LI, GUMBO_TAG_DD}) {
    if (is_element(container, tag)) element = container->parent;
  }
  while (is_wrapper(page, element) && element->parent != nullptr && is_element(element->parent))
    element = element->parent;
  return element;
}

Scores score_elements(const PageBlocks& page, bool with_unlikely) {
  Scores scores;
  for (const ContentBlock& block : page.blocks) {
    if (block.container == nullptr || !is_running_text(block) || (block.is_unlikely && !with_unlikely)) continue;
    const GumboNode* element = scored_element(page, block.container);
    for (const double share : kShares) {
      if (element == nullptr || !is_element(element)) break;
      scores[element] += worth(block) * share;
      element = element->parent;
    }
  }
  return scores;
}

double link_share(const BlockSpan& span) {
  return static_cast<double>(span.link_words) / static_cast<double>(span.words);
}

// Where another page's or article's first heading stands behind the title; the number of blocks where none does.
std::size_t find_other_heading(const PageBlocks& page, std::size_t title_block) {
  for (std::size_t i = title_block + 1; i < page.blocks.size(); ++i) {
    const ContentBlock& block = page.blocks[i];
    if (is_element(block.container, GUMBO_TAG_H1) && block.text != page.blocks[title_block].text) return i;
  }
  return page.blocks.size();
}

double final_score(const PageBlocks& page, std::size_t title_block, std::size_t other_heading, const GumboNode* element,
                   double score) {
  constexpr double kPromiseBonus = 0.25;
  constexpr double kAwayFromTitle = 0.4;
  const auto span = page.spans.find(element);
  if (span == page.spans.end() || span->second.words == 0) return 0;
  const bool is_away =
      title_block < page.blocks.size() && (span->second.end <= title_block || span->second.first >= other_heading);
  return score * (1 - link_share(span->second)) * (1 + kPromiseBonus * content_promise(element)) *
         (is_away ? kAwayFromTitle : 1);
}

struct Best {
  const GumboNode* element = nullptr;
  double score = 0;
};

Best find_best(const PageBlocks& page, std::size_t title_block, const Scores& scores) {
  const std::size_t other_heading = find_other_heading(page, title_block);
  Best best;
  std::size_t best_first = 0;
  for (const auto& [element, score] : scores) {
    const double final = final_score(page, title_block, other_heading, element, score);
    const auto span = page.spans.find(element);
    if (span == page.spans.end()) continue;
    // Of equals the first on the page, so that the order of the table changes nothing.
    if (final < best.score || (final == best.score && best.element != nullptr && span->second.first >= best_first))
      continue;
    best = {element, final};
    best_first = span->second.first;
  }
  return best;
}

// A part of the same article beside the best element: a second division of text after an advertisement, a lone
// paragraph between divisions.
bool joins(const PageBlocks& page, const Scores& scores, const GumboNode* sibling, const Best& best) {
  constexpr double kSiblingShare = 0.2;
  constexpr std::size_t kParagraphWords = 15;
  const auto span = page.spans.find(sibling);
  if (span == page.spans.end() || span->second.words == 0) return false;
  if (link_share(span->second) > kMostLinkDensity / 2) return false;
  if (is_element(sibling, GUMBO_TAG_P)) return span->second.words >= kParagraphWords;
  const auto score = scores.find(sibling);
  if (score == scores.end()) return false;
  const bool is_same_class = attribute(sibling, "class") == attribute(best.element, "class");
  return score->second >= best.score * (is_same_class ? kSiblingShare / 2 : kSiblingShare);
}

bool is_alike(const GumboNode* a, const GumboNode* b) {
  return is_element(a) && a->v.element.tag == b->v.element.tag && attribute(a, "class") == attribute(b, "class");
}

// Running text outside of furniture in a span.
std::size_t running_words(const PageBlocks& page, const BlockSpan& span) {
  std::size_t words = 0;
  for (std::size_t i = span.first; i < span.end; ++i) {
    const ContentBlock& block = page.blocks[i];
    if (!block.is_unlikely && is_running_text(block)) words += block.words - block.link_words;
  }
  return words;
}

// Another part of an article that is divided among elements of one kind, each with wrappers of its own. Another
// article on the same page has a heading that is a link, or the element of an article.
bool continues(const PageBlocks& page, const GumboNode* cousin) {
  constexpr std::size_t kFewestWords = 20;
  const auto span = page.spans.find(cousin);
  if (span == page.spans.end() || span->second.words == 0) return false;
  if (link_share(span->second) > kMostLinkDensity / 2 || is_element(cousin, GUMBO_TAG_ARTICLE)) return false;
  for (std::size_t i = span->second.first; i < span->second.end; ++i) {
    const ContentBlock& block = page.blocks[i];
    if (block.is_heading && block.link_words > 0 && !block.is_unlikely) return false;
    if (is_element(block.container, GUMBO_TAG_H1)) return false;
  }
  return running_words(page, span->second) >= kFewestWords;
}

std::vector<BlockSpan> with_siblings(const PageBlocks& page, const Scores& scores, const Best& best) {
  std::vector<BlockSpan> region;
  const GumboVector* siblings = best.element->parent == nullptr ? nullptr : children_of(best.element->parent);
  for (unsigned i = 0; siblings != nullptr && i < siblings->length; ++i) {
    const auto* sibling = static_cast<const GumboNode*>(siblings->data[i]);
    const bool is_taken = sibling == best.element || joins(page, scores, sibling, best);
    if (is_taken) region.push_back(page.spans.at(sibling));
  }
  if (siblings == nullptr) region.push_back(page.spans.at(best.element));
  return region;
}

// Elements that are alike to those around the best one, and go on with the text.
void add_cousins(const PageBlocks& page, const GumboNode* best, std::vector<BlockSpan>& region) {
  constexpr int kMostLevels = 3;
  const GumboNode* element = best->parent;
  for (int level = 0; level < kMostLevels && element != nullptr && is_element(element); ++level) {
    const GumboNode* parent = element->parent;
    if (parent == nullptr || !is_element(parent) || is_element(element, GUMBO_TAG_BODY)) return;
    const GumboVector* children = children_of(parent);
    for (unsigned i = 0; i < children->length; ++i) {
      const auto* cousin = static_cast<const GumboNode*>(children->data[i]);
      if (cousin != element && is_alike(cousin, element) && continues(page, cousin))
        region.push_back(page.spans.at(cousin));
    }
    element = parent;
  }
  std::sort(region.begin(), region.end(), [](const BlockSpan& a, const BlockSpan& b) { return a.first < b.first; });
}

}  // namespace

std::vector<BlockSpan> find_body_region(const PageBlocks& page, std::size_t title_block) {
  constexpr double kLeastScore = 2.5;  // less is no paragraph worth the name
  const Scores scores = score_elements(page, false);
  const Best best = find_best(page, title_block, scores);
  if (best.element == nullptr || best.score < kLeastScore) return {};
  std::vector<BlockSpan> region = with_siblings(page, scores, best);
  add_cousins(page, best.element, region);
  return region;
}

const GumboNode* find_misnamed_body(const PageBlocks& page, std::size_t title_block, std::size_t end) {
  constexpr double kLeastScore = 6;
  constexpr std::size_t kFewestWords = 60;
  if (title_block >= page.blocks.size()) return nullptr;
  std::size_t words = 0;
  for (std::size_t i = title_block; i < std::min(end, page.blocks.size()); ++i)
    words += is_running_text(page.blocks[i]) ? page.blocks[i].words : 0;
  if (words < kFewestWords) return nullptr;
  Scores scores = score_elements(page, true);
  std::erase_if(scores, [&](const auto& scored) {
    const auto span = page.spans.find(scored.first);
    const bool is_between = span != page.spans.end() && span->second.first >= title_block && span->second.end <= end;
    return !is_between || is_in_other_text(scored.first);
  });
  const Best best = find_best(page, title_block, scores);
  return best.score < kLeastScore ? nullptr : best.element;
}

}  // namespace warta::indexer
