// When an article was published: what the page declares, checked against what it shows.
#pragma once

#include <optional>
#include <string_view>

#include "database/civil_time.h"
#include "indexer/extract/content_blocks.h"
#include "indexer/extract/html_document.h"

namespace warta::indexer {

// Where on the page a date would belong to the article.
struct ArticlePlace {
  std::size_t title_block = 0;  // the number of blocks where the title is not shown
  std::size_t first_body_block = 0;
  std::size_t end_body_block = 0;
};

// The date that the page shows near its title: after it, else before it; one with a time of day before one without.
std::optional<Timestamp> shown_date(const PageBlocks& page, const ArticlePlace& place);

// The first <time datetime="..."> or <abbr class="published" title="..."> behind the title's element that can be read,
// else the first of the page. title may be nullptr.
std::optional<Timestamp> time_element(const HtmlDocument& document, const GumboNode* title);

// The day in a URL such as /2024/05/12/ or /2024-05-12/.
std::optional<Timestamp> date_of_url(std::string_view url);

// The better of a declared and a shown time. Declared times are finer, but some sites declare the local time as UTC:
// where both show the same hands of the clock, the zone is the shown one. A declared day takes a shown time of day.
std::optional<Timestamp> reconciled(const std::optional<Timestamp>& declared, const std::optional<Timestamp>& shown);

}  // namespace warta::indexer
