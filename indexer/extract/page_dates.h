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
  std::size_t first_prose_block = 0;  // end_body_block where there is none
};

// What lines of the page say.
struct ShownDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> modified;
};

// The dates that the page shows near its title: after it, else before it, but not in the site's own head, where a clock
// may stand; one with a time of day before one without. From the first prose on only lines that are nothing but dates
// or credits count, for the text has dates of its own, and behind the text none do: readers' comments are dated too.
ShownDates shown_dates(const PageBlocks& page, const ArticlePlace& place);

// The first <time datetime="..."> or <abbr class="published" title="..."> behind the title's element that can be read,
// else the first of the page. title may be nullptr.
std::optional<Timestamp> time_element(const HtmlDocument& document, const GumboNode* title);

// The day in a URL such as /2024/05/12/ or /2024-05-12/.
std::optional<Timestamp> date_of_url(std::string_view url);

// The better of a declared and a shown time. Declared times are finer, but some sites declare the local time as UTC:
// where both show the same hands of the clock, the zone is the shown one. A declared day takes a shown time of day.
std::optional<Timestamp> reconciled(const std::optional<Timestamp>& declared, const std::optional<Timestamp>& shown);

}  // namespace warta::indexer
