#include "indexer/extract/page_metadata.h"

namespace warta::indexer {

void PageMetadata::complete_with(const PageMetadata& other) {
  const auto complete = [](auto& mine, const auto& theirs) {
    if (mine.empty()) mine = theirs;
  };
  complete(headline, other.headline);
  urls.insert(urls.end(), other.urls.begin(), other.urls.end());
  complete(published, other.published);
  complete(modified, other.modified);
  complete(authors, other.authors);
  complete(section, other.section);
  complete(tags, other.tags);
  complete(image, other.image);
  complete(language, other.language);
  complete(site_name, other.site_name);
  complete(body, other.body);
  if (kind == PageKind::unknown || other.is_article()) kind = other.kind == PageKind::unknown ? kind : other.kind;
}

}  // namespace warta::indexer
