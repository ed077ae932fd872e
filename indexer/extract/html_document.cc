#include "indexer/extract/html_document.h"

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

bool is_text(const GumboNode* node) {
  return node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
}

}  // namespace

HtmlDocument::HtmlDocument(std::string utf8) : text_(std::move(utf8)) {
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  output_ = gumbo_parse_with_options(&options, text_.data(), text_.size());
}

HtmlDocument::~HtmlDocument() {
  gumbo_destroy_output(&kGumboDefaultOptions, output_);
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
