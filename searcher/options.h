// The command line of warta-searcher.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "searcher/facets.h"
#include "searcher/presentation/terminal.h"
#include "searcher/search.h"

namespace warta::searcher {

enum class Format : std::uint8_t { text, json, jsonl, trec };
enum class Command : std::uint8_t { search, stem, analyze };

// A field that an option narrows the search to, as if the query said field:"value".
struct FilterOption {
  std::string field;  // English name
  std::vector<std::string> values;
};

struct Options {
  Command command = Command::search;
  std::vector<std::string> databases;  // searched as one
  unsigned timeout_seconds = kShardTimeout.count();
  std::string query;  // the remaining arguments, joined by spaces; the text for `analyze`
  SearchOptions search;
  Format format = Format::text;
  ColourChoice colours = ColourChoice::automatic;
  std::string batch;  // file of topics, "-" for standard input; empty for one query
  bool is_plain = false;
  bool fails_if_empty = false;
  bool completes = false;      // go on from the letters of the query instead of searching
  unsigned snippet_bytes = 0;  // about so long are passages; 0 is as the format likes
  bool expands_acronyms = true;
  bool expands_synonyms = true;
  std::vector<FilterOption> filters;
  std::string similar;  // URL or id of the article that others are to resemble; empty for a search by words
  std::vector<FacetKind> facets;
  std::size_t facet_size = 10;  // values listed of each facet
  std::string stemmer;
};

// What parsing the command line ends in: options to run, or an exit code after --help, --version or an error, which
// were printed.
struct ParsedOptions {
  bool is_ready = false;
  int exit_code = 0;
  Options options;
};

ParsedOptions parse_options(int argc, const char* const* argv);

}  // namespace warta::searcher
