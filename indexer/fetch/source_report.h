// What became of one source in a run: the numbers of its log line.
#pragma once

#include <cstdint>
#include <string>

namespace warta::indexer {

struct SourceReport {
  std::string source;             // as messages may show it
  std::uint64_t found = 0;        // pages that its listings name, or itself
  std::uint64_t fresh = 0;        // of these, never seen before
  std::uint64_t fetched = 0;      // articles taken from their pages
  std::uint64_t from_feed = 0;    // articles taken from the feed, because their pages could not be had
  std::uint64_t unchanged = 0;    // known, and not asked for again or answered "not modified"
  std::uint64_t no_article = 0;   // pages without one
  std::uint64_t unindexable = 0;  // pages that ask not to be indexed
  std::uint64_t failed = 0;       // anything that could not be fetched or read
  std::uint64_t left = 0;         // for the next run: beyond the bounds of this one, or a server that wants a rest
  std::string first_problem;      // why, of the first that failed, had no article, or was left
  bool has_failed = false;        // the source itself could not be fetched or read
};

}  // namespace warta::indexer
