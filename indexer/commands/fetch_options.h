// The options that every command has which fetches from the web.
#pragma once

#include <string>
#include <vector>

#include "base/command_line/parameter.h"
#include "indexer/fetch/crawler.h"

namespace warta::indexer {

// As a person gives them.
struct FetchArguments {
  std::uint64_t max_urls = CrawlOptions().max_urls;
  std::uint64_t max_bytes = CrawlOptions().max_listing_bytes;
  unsigned max_seconds = HttpOptions().max_seconds;
  unsigned max_redirects = FetchOptions().max_redirects;
  std::size_t parallel = FetchOptions().parallel;
  double delay_seconds = 1;
  std::string user_agent;
  bool allow_private_addresses = false;
};

std::vector<Parameter> fetch_options(FetchArguments& arguments);

CrawlOptions crawl_options(const FetchArguments& arguments);

}  // namespace warta::indexer
