// The list of what to fetch from: a file with a URL a line, and URLs on the command line.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace warta::indexer {

// A feed, a sitemap, a front page or an article: which one shows when it comes.
struct CrawlSource {
  std::string url;
  std::chrono::milliseconds delay{0};  // between two requests, where that is longer than the one for all
  std::uint64_t max_urls = 0;          // of a run; 0: only the bound for all
};

// Reads one line: a URL, then options name=value (delay=SECONDS, max-urls=N) after white space. A source with an empty
// URL where the line is empty or a comment (#). Errors (ExitCode::usage) are the reason alone.
Result<CrawlSource> parse_source_line(std::string_view line);

// Reads the file; "-" is standard input. Each source once. Errors name the file and, for a line that cannot be read
// (ExitCode::usage), the line.
Result<std::vector<CrawlSource>> read_source_list(const std::string& file_name);

}  // namespace warta::indexer
