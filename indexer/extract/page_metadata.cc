#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

void PageMetadata::complete_with(const PageMetadata& other) {
  const auto complete = [](auto& mine, const auto& theirs) {
    if (mine.empty()) mine = theirs;
  };
  complete(headline, other.headline);
  complete(url, other.url);
  complete(published, other.published);
  complete(modified, other.modified);
  complete(authors, other.authors);
  complete(section, other.section);
  complete(tags, other.tags);
  complete(language, other.language);
  complete(site_name, other.site_name);
  complete(body, other.body);
  is_article = is_article || other.is_article;
  is_listing = is_listing || other.is_listing;
}

}  // namespace warta::indexer
