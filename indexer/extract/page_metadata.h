// What a page says about itself in data that is meant for machines.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace warta::indexer {

// What a page declares to be.
enum class PageKind : std::uint8_t { unknown, article, listing, search_results, profile, media };

// Empty where the page says nothing. Values are as the page gives them, with white space folded.
struct PageMetadata {
  std::string headline;
  std::vector<std::string> urls;  // in the order of trust; may be relative
  std::string published;
  std::string modified;
  std::vector<std::string> authors;
  std::string section;
  std::vector<std::string> tags;
  std::string image;  // may be relative
  std::string language;
  std::string site_name;
  std::string body;  // paragraphs divided by '\n'
  PageKind kind = PageKind::unknown;

  bool is_article() const { return kind == PageKind::article; }

  // Takes from other what is empty here, and adds its URLs after those that are here.
  void complete_with(const PageMetadata& other);
};

}  // namespace warta::indexer
