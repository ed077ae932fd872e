// JSON-LD in a page: schema.org's NewsArticle and its kin.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

// Gathers what all scripts of a page say.
class JsonLdReader {
 public:
  // Reads one <script type="application/ld+json">: things at its top, in arrays, in @graph, mainEntity and
  // mainEntityOfPage. Broken JSON that no repair helps says nothing.
  void read(std::string_view script);

  // What is said of the page's article. Of several articles it is the one with one of the page's addresses or titles;
  // a page that names many others, and none as its own, is a listing. What articles leave open, the WebPage and the
  // BreadcrumbList complete.
  PageMetadata metadata(const std::vector<std::string>& page_urls, const std::vector<std::string>& page_titles) const;

  struct Found {
    std::vector<PageMetadata> articles;
    PageMetadata page;
    std::map<std::string, std::string> names;  // of persons and organizations, by @id
  };

 private:
  Found found_;
};

}  // namespace warta::indexer
