// When a URL that is known is asked for again, and when one that failed.
#pragma once

#include <cstdint>
#include <optional>

#include "indexer/fetch/fetch_state.h"

namespace warta::indexer {

enum class Failure : std::uint8_t {
  passing,  // no connection, a broken answer, HTTP 5xx: it may well work the next time
  lasting,  // HTTP 404, robots.txt, a page without an article: a few attempts show whether it stays so
};

// True where a page is to be asked for: one that is new, that is told to have been modified since it was taken, or that
// failed and is due. `told_modified` is what its feed or sitemap says (0: nothing).
bool is_page_wanted(const std::optional<UrlRecord>& known, std::int64_t told_modified, std::int64_t now);

// True where a feed or sitemap below another one is to be asked for: unless that one tells when it was modified last,
// and it was taken whole since. `told_modified` as above.
bool is_listing_wanted(const std::optional<UrlRecord>& known, std::int64_t told_modified);

// True after the last attempt: only a modification makes the URL be asked for again.
bool is_given_up(const UrlRecord& record);

// Counts a failure in the record, and sets when the page is tried again: at the next run after the first failure, then
// after pauses that grow, and never after the last attempt of its kind (until it is told to be modified).
void note_failure(UrlRecord& record, Failure failure, std::int64_t now);

}  // namespace warta::indexer
