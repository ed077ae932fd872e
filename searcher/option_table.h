// What warta-searcher takes on its command line: each option with its help, and the field that it fills.
#pragma once

#include <string>
#include <vector>

#include "base/command_line/command_line.h"
#include "searcher/options.h"

namespace warta::searcher {

// What an option narrows the search by: the values that were given for a field.
struct GivenFilter {
  const char* field = "";  // English name
  std::vector<std::string> values;
};

// What is given, before it is looked at: texts that options.cc makes Options of.
struct GivenOptions {
  Options options;
  std::string database;
  std::vector<std::string> shards;
  std::vector<std::string> query;
  std::string after;
  std::string before;
  std::string facets;
  std::vector<GivenFilter> filters;
};

// The rows of the program and its commands. They fill `given`, which must outlive them.
CommandLine command_line(GivenOptions& given);

}  // namespace warta::searcher
