#include "indexer/extract/html_document.h"

#include <algorithm>
#include <cctype>
#include <csetjmp>

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

// Elements that HTML closes by itself, or that hold nothing: they do not nest.
constexpr std::string_view kFlatElements[] = {
    "area", "base", "br",     "col", "dd",    "dt",     "embed", "hr", "img", "input", "li",
    "link", "meta", "option", "p",   "param", "source", "td",    "th", "tr",  "track", "wbr",
};

bool is_flat(std::string_view name) {
  return std::find(std::begin(kFlatElements), std::end(kFlatElements), name) != std::end(kFlatElements);
}

// The end of a script's or style's text that begins at `begin`.
std::size_t end_of_raw_text(std::string_view html, std::size_t begin, const std::string& name) {
  for (std::size_t at = html.find("</", begin); at != std::string_view::npos; at = html.find("</", at + 2)) {
    if (lower_ascii(html.substr(at + 2, name.size())) == name) return at;
  }
  return html.size();
}

struct TagEnd {
  std::size_t end = 0;           // behind the last byte before '>'
  std::uint64_t attributes = 0;  // which the parser compares with each other
};

// Reads the tag whose name ends at `begin`; '>' in a quoted value does not end it.
TagEnd find_tag_end(std::string_view html, std::size_t begin) {
  TagEnd tag{begin, 0};
  char quote = '\0';
  bool is_in_word = false;
  for (; tag.end < html.size() && (quote != '\0' || html[tag.end] != '>'); ++tag.end) {
    const char c = html[tag.end];
    if (quote != '\0') {
      quote = c == quote ? '\0' : quote;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else {
      const bool is_part = !is_ascii_space(c) && c != '/';
      tag.attributes += is_part && !is_in_word ? 1 : 0;
      is_in_word = is_part;
    }
  }
  return tag;
}

}  // namespace

std::uint64_t nesting_work(std::string_view utf8) {
  std::uint64_t work = 0;
  std::uint64_t depth = 0;
  constexpr std::uint64_t kFewAttributes = 100;
  for (std::size_t at = utf8.find('<'); at != std::string_view::npos; at = utf8.find('<', at + 1)) {
    const bool is_end_tag = at + 1 < utf8.size() && utf8[at + 1] == '/';
    const std::size_t begin = at + (is_end_tag ? 2 : 1);
    std::size_t end = begin;
    constexpr std::size_t kLongestName = 16;
    while (end < utf8.size() && end - begin < kLongestName && std::isalnum(static_cast<unsigned char>(utf8[end])) != 0)
      ++end;
    const std::string name = lower_ascii(utf8.substr(begin, end - begin));
    if (name.empty()) continue;
    const TagEnd tag = find_tag_end(utf8, end);
    at = tag.end - 1;
    work += depth + (tag.attributes > kFewAttributes ? tag.attributes * tag.attributes : 0);
    if (is_flat(name)) continue;
    if (!is_end_tag && (name == "script" || name == "style")) {
      at = end_of_raw_text(utf8, tag.end, name);  // its end tag is passed over too
      continue;
    }
    if (!is_end_tag) ++depth;
    if (is_end_tag && depth > 0) --depth;
  }
  return work;
}

bool is_nested_too_deeply(std::string_view utf8) {
  constexpr std::uint64_t kMostWork = 50'000'000;  // pages of newspapers stay under a million
  return nesting_work(utf8) > kMostWork;
}

namespace {

// The parser knows no failure of its allocator, so one that fails jumps out of it: it is C, and all that it holds is
// the arena's.
struct BoundedParse {
  TreeArena& arena;
  std::jmp_buf when_too_large;
};

void* allocate(void* parse, std::size_t bytes) {
  auto* bounded = static_cast<BoundedParse*>(parse);
  void* const piece = bounded->arena.allocate(bytes);
  if (piece == nullptr) std::longjmp(bounded->when_too_large, 1);
  return piece;
}

// nullptr where the tree would be too large. No object with a destructor may be added to this function.
GumboOutput* parse(TreeArena& arena, std::string_view text) {
  BoundedParse bounded{arena, {}};
  if (setjmp(bounded.when_too_large) != 0) return nullptr;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  options.userdata = &bounded;
  options.allocator = allocate;
  options.deallocator = [](void*, void*) {};  // all goes with the arena
  return gumbo_parse_with_options(&options, text.data(), text.size());
}

}  // namespace

void* TreeArena::allocate(std::size_t bytes) {
  constexpr std::size_t kAlignment = alignof(std::max_align_t);
  const std::size_t taken = (bytes + kAlignment - 1) / kAlignment * kAlignment;
  const bool is_large = taken > kBlockBytes / 4;
  if (is_large || taken > left_) {
    bytes_ += is_large ? taken : kBlockBytes;
    if (bytes_ > kMostBytes) return nullptr;
  }
  if (is_large) {  // a large piece has a block to itself, so that little is wasted
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(taken));
    return blocks_.back().get();
  }
  if (taken > left_) {
    blocks_.push_back(std::make_unique_for_overwrite<std::byte[]>(kBlockBytes));
    next_ = blocks_.back().get();
    left_ = kBlockBytes;
  }
  std::byte* const piece = next_;
  next_ += taken;
  left_ -= taken;
  return piece;
}

HtmlDocument::HtmlDocument(std::string utf8) : text_(std::move(utf8)) {
  output_ = parse(arena_, text_);
  if (output_ != nullptr) return;
  is_too_large_ = true;
  arena_ = TreeArena();
  text_.clear();
  output_ = parse(arena_, text_);
}

std::string_view attribute(const GumboNode* node, const char* name) {
  if (!is_element(node)) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool is_element(const GumboNode* node) {
  return node->type == GUMBO_NODE_ELEMENT;
}

bool is_element(const GumboNode* node, GumboTag tag) {
  return is_element(node) && node->v.element.tag == tag;
}

const GumboVector* children_of(const GumboNode* node) {
  if (node->type == GUMBO_NODE_ELEMENT) return &node->v.element.children;
  if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
  return nullptr;
}

std::string text_of(const GumboNode* node) {
  std::string text;
  walk(
      node,
      [&](const GumboNode* inner) {
        if (is_text(inner)) text += inner->v.text.text;
        if (is_element(inner, GUMBO_TAG_BR)) text += ' ';
        return !is_element(inner, GUMBO_TAG_SCRIPT) && !is_element(inner, GUMBO_TAG_STYLE);
      },
      [](const GumboNode*) {});
  return folded_space(text);
}

std::string raw_text_of(const GumboNode* node) {
  std::string text;
  const GumboVector* children = children_of(node);
  for (unsigned i = 0; children != nullptr && i < children->length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children->data[i]);
    if (is_text(child)) text += child->v.text.text;
  }
  return text;
}

}  // namespace warta::indexer
