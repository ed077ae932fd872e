// A page as a tree: gumbo's HTML5 parser behind RAII, and walks that no depth of nesting can break.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace warta::indexer {

// Memory for a tree that is freed as a whole: the parser asks for many thousands of small pieces a page.
class TreeArena {
 public:
  // nullptr where the tree would outgrow kMostBytes.
  void* allocate(std::size_t bytes);

 private:
  // Trees of ordinary pages take some twenty times the page's bytes. But HTML opens what was left open (<b>, <font>)
  // again in each block that follows, with all attributes: 60 KB of "<p><b id=1>x<p><b id=2>x" have a tree of 2.7 GB.
  static constexpr std::size_t kMostBytes = std::size_t{256} << 20;
  static constexpr std::size_t kBlockBytes = std::size_t{256} << 10;
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t bytes_ = 0;  // of all blocks
};

// Owns the parsed page and its text; nodes live as long as the document.
class HtmlDocument {
 public:
  // utf8 is valid UTF-8 (to_utf8). HTML5's rules make a tree of anything; one that is too large is empty instead.
  explicit HtmlDocument(std::string utf8);
  ~HtmlDocument() = default;
  HtmlDocument(const HtmlDocument&) = delete;
  HtmlDocument& operator=(const HtmlDocument&) = delete;

  const GumboNode* root() const { return output_->root; }
  bool is_too_large() const { return is_too_large_; }
  std::string_view text() const { return text_; }

 private:
  std::string text_;
  TreeArena arena_;
  GumboOutput* output_;
  bool is_too_large_ = false;
};

// A bound on the work of parsing utf8: the sum of the depths at which its tags open, and of the squares of the numbers
// of attributes in tags that have very many. The parser looks through all open elements at many tags, and compares the
// attributes of a tag with each other, so that 300,000 nested divisions in 1.5 MB take it minutes.
std::uint64_t nesting_work(std::string_view utf8);

// True for a page whose parsing would take seconds (nesting_work); no newspaper's page comes near.
bool is_nested_too_deeply(std::string_view utf8);

// The value of an attribute, or "" where there is none.
std::string_view attribute(const GumboNode* node, const char* name);

bool is_element(const GumboNode* node);
bool is_element(const GumboNode* node, GumboTag tag);

// The text inside a node with white space folded; scripts and styles have none.
std::string text_of(const GumboNode* node);

// The raw text inside a script or style element.
std::string raw_text_of(const GumboNode* node);

// Calls enter(node) for node and what it holds, in the order of the page, and leave(node) when its end is reached.
// enter returns false to pass over what the node holds; leave is called then too. Uses no recursion.
template <typename Enter, typename Leave>
void walk(const GumboNode* node, Enter enter, Leave leave);

// The children of an element or document; nullptr for a node that has none by its kind.
const GumboVector* children_of(const GumboNode* node);

template <typename Enter, typename Leave>
void walk(const GumboNode* node, Enter enter, Leave leave) {
  struct Step {
    const GumboNode* node;
    unsigned next_child;
  };
  std::vector<Step> path;
  const auto open = [&](const GumboNode* opened) {
    const bool is_entered = enter(opened);
    const GumboVector* children = is_entered ? children_of(opened) : nullptr;
    path.push_back({opened, children == nullptr ? static_cast<unsigned>(-1) : 0});
  };
  open(node);
  while (!path.empty()) {
    Step& step = path.back();
    const GumboVector* children = children_of(step.node);
    if (children == nullptr || step.next_child >= children->length) {
      leave(step.node);
      path.pop_back();
      continue;
    }
    open(static_cast<const GumboNode*>(children->data[step.next_child++]));
  }
}

}  // namespace warta::indexer
