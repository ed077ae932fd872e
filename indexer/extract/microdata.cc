#include "indexer/extract/microdata.h"

#include <algorithm>

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kArticleTypes[] = {"article", "blogposting", "liveblogposting", "report"};
constexpr std::string_view kPageTypes[] = {"webpage", "itempage", "blog", "website", "creativework"};

template <std::size_t N>
bool ends_with_any(std::string_view type, const std::string_view (&names)[N]) {
  return std::any_of(std::begin(names), std::end(names), [&](std::string_view name) { return type.ends_with(name); });
}

// itemtype, or RDFa's typeof, in lower case.
std::string type_of(const GumboNode* node) {
  std::string_view type = attribute(node, "itemtype");
  if (type.empty()) type = attribute(node, "typeof");
  return lower_ascii(type);
}

// itemprop, or RDFa's property without its prefix, in lower case and between spaces.
std::string properties_of(const GumboNode* node) {
  std::string_view properties = attribute(node, "itemprop");
  if (properties.empty()) {
    properties = attribute(node, "property");
    if (properties.starts_with("schema:")) properties.remove_prefix(std::string_view("schema:").size());
  }
  return properties.empty() ? std::string() : " " + lower_ascii(properties) + " ";
}

bool has_property(const std::string& properties, std::string_view name) {
  const std::size_t at = properties.find(name);
  return at != std::string::npos && properties[at - 1] == ' ' && properties[at + name.size()] == ' ';
}

// The value of a property: an attribute made for machines, else the text.
std::string value_of(const GumboNode* node) {
  for (const char* key : {"content", "datetime", "href", "src"}) {
    if (const auto value = attribute(node, key); !value.empty()) return folded_space(value);
  }
  if (is_element(node, GUMBO_TAG_ABBR)) return folded_space(attribute(node, "title"));
  return text_of(node);
}

// The value of the first property `name` inside of an item, or "".
std::string inner_value(const GumboNode* item, std::string_view name, bool is_address) {
  std::string value;
  walk(
      item,
      [&](const GumboNode* node) {
        if (!value.empty() || !is_element(node)) return value.empty();
        if (node == item || !has_property(properties_of(node), name)) return true;
        value = is_address || is_element(node, GUMBO_TAG_META) ? value_of(node) : text_of(node);
        return false;
      },
      [](const GumboNode*) {});
  return value;
}

class MicrodataReader {
 public:
  PageMetadata read(const GumboNode* root) {
    walk(
        root, [this](const GumboNode* node) { return enter(node); }, [](const GumboNode*) {});
    return std::move(page_);
  }

 private:
  bool enter(const GumboNode* node) {
    if (!is_element(node) || is_element(node, GUMBO_TAG_HEAD)) return !is_element(node);
    const std::string type = type_of(node);
    const bool is_article = ends_with_any(type, kArticleTypes);
    if (is_article) page_.kind = PageKind::article;
    const std::string properties = properties_of(node);
    // Each value may be long, and items may nest: a page of thousands would take minutes.
    if (!properties.empty() && properties_left_ > 0) {
      --properties_left_;
      take(node, properties, !type.empty());
    }
    const bool is_of_article = type.empty() || is_article || ends_with_any(type, kPageTypes);
    return is_of_article && !has_property(properties, "relatedlink");
  }

  void take(const GumboNode* node, const std::string& properties, bool is_item) {
    const auto take_value = [&](std::string_view name, std::string& target) {
      if (target.empty() && has_property(properties, name)) target = value_of(node);
    };
    take_value("datepublished", page_.published);
    take_value("datemodified", page_.modified);
    take_value("articlesection", page_.section);
    take_value("inlanguage", page_.language);
    // In <meta> some sites put the summary there.
    if (page_.headline.empty() && has_property(properties, "headline") && !is_element(node, GUMBO_TAG_META))
      page_.headline = text_of(node);
    if (has_property(properties, "url") || has_property(properties, "mainentityofpage")) take_url(node);
    if (has_property(properties, "keywords")) take_tags(node);
    if (page_.image.empty() && has_property(properties, "image"))
      page_.image = is_item ? inner_value(node, "url", true) : value_of(node);
    if (page_.site_name.empty() && has_property(properties, "publisher"))
      page_.site_name = is_item ? inner_value(node, "name", false) : value_of(node);
    if (has_property(properties, "author") || has_property(properties, "creator")) take_author(node, is_item);
  }

  void take_author(const GumboNode* node, bool is_item) {
    constexpr std::size_t kMostWords = 6;
    std::string name = is_item ? inner_value(node, "name", false) : std::string();
    if (name.empty()) name = is_element(node, GUMBO_TAG_META) ? value_of(node) : text_of(node);
    if (!name.empty() && count_words(name) <= kMostWords) page_.authors.push_back(std::move(name));
  }

  void take_tags(const GumboNode* node) {
    for (std::string& tag : split_list(is_element(node, GUMBO_TAG_META) ? value_of(node) : text_of(node)))
      page_.tags.push_back(std::move(tag));
  }

  void take_url(const GumboNode* node) {
    std::string value = value_of(node);
    if (value.starts_with("http")) page_.urls.push_back(std::move(value));
  }

  PageMetadata page_;
  int properties_left_ = 500;
};

}  // namespace

PageMetadata read_microdata(const HtmlDocument& document) {
  return MicrodataReader().read(document.root());
}

}  // namespace warta::indexer
