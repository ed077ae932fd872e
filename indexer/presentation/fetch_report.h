// The log line of a source that was fetched from.
#pragma once

#include <string>

#include "indexer/fetch/source_report.h"

namespace warta::indexer {

// "https://contoh.id/feed: found 20, new 5, fetched 5, unchanged 15, failed 0", with what else happened where it did,
// and why: one line, in the language of the person.
std::string fetch_report_line(const SourceReport& report);

}  // namespace warta::indexer
