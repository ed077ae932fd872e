#include "searcher/options.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include "analysis/analysis_settings.h"
#include "base/command_line/command_line.h"
#include "base/escape.h"
#include "base/language.h"
#include "base/text_parts.h"
#include "searcher/option_table.h"

namespace warta::searcher {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += text.empty() ? word : ' ' + word;
  return text;
}

// Reads "sumber,bulan"; false where a name is none.
bool add_facets(Options& options, std::string_view names) {
  while (!names.empty()) {
    const std::optional<FacetKind> kind = facet_kind(next_part(names, ','));
    if (!kind) return false;
    if (std::ranges::find(options.facets, *kind) == options.facets.end()) options.facets.push_back(*kind);
  }
  return true;
}

void add_filters(Options& options, const GivenOptions& given) {
  for (const GivenFilter& filter : given.filters) {
    if (!filter.values.empty()) options.filters.push_back({filter.field, filter.values});
  }
  if (!given.after.empty()) options.filters.push_back({"date", {given.after + ".."}});
  if (!given.before.empty()) options.filters.push_back({"date", {".." + given.before}});
}

// Problems of combinations, in the words of the person; empty when there is none.
std::string problem_of(const Options& options) {
  if (options.command != Command::search) return {};
  if (options.databases.empty()) return localized("no database is given", "basis datanya belum disebut");
  const bool asks = !options.query.empty() || !options.batch.empty() || !options.facets.empty() ||
                    options.search.explain || options.search.recency_half_life_days > 0;
  if (!options.similar.empty() && asks) {
    return localized(
        "--similar takes its words from the article: leave the query, --batch, --facets, --explain and "
        "--recency out",
        "--similar mengambil kata dari artikelnya: hilangkan kueri, --batch, --facets, --explain, dan "
        "--recency");
  }
  if (options.batch.empty() && options.query.empty() && options.filters.empty() && options.similar.empty()) {
    return localized("what to look for? write a query behind the database",
                     "apa yang dicari? tulis kueri setelah basis data");
  }
  if (!options.batch.empty() && !options.query.empty()) {
    return localized("--batch takes its queries from the file: remove the one behind the database",
                     "--batch mengambil kueri dari berkas: hapus kueri setelah basis data");
  }
  return {};
}

Result<Options> options_of(const GivenOptions& given, std::string_view command) {
  Options options = given.options;
  if (command == "stem") options.command = Command::stem;
  if (command == "analyze") options.command = Command::analyze;
  if (!given.database.empty()) options.databases.push_back(given.database);
  options.databases.insert(options.databases.end(), given.shards.begin(), given.shards.end());
  options.query = joined(given.query);
  add_filters(options, given);
  // A run for evaluation names every article that was found.
  if (!options.batch.empty() || options.format == Format::trec) options.search.folds_copies = false;
  if (!add_facets(options, given.facets)) {
    return failure(ExitCode::usage, localized("--facets knows source, month, category and author",
                                              "--facets mengenal sumber, bulan, kategori, dan penulis"));
  }
  if (std::string problem = problem_of(options); !problem.empty()) {
    return failure(ExitCode::usage, std::move(problem) + localized("; `warta-searcher --help` says what it takes",
                                                                   "; `warta-searcher --help` menyebutkan pilihannya"));
  }
  return options;
}

ParsedOptions refused(const Error& error) {
  std::cerr << "warta-searcher: " << terminal_safe(error.message) << '\n';
  return {.is_ready = false, .exit_code = static_cast<int>(error.code), .options = {}};
}

}  // namespace

ParsedOptions parse_options(int argc, const char* const* argv) {
  GivenOptions given;
  given.options.stemmer = analysis::AnalysisSettings{}.stemmer;
  const Result<ParsedLine> line = parse(command_line(given), argc, argv);
  if (!line) return refused(line.error());
  if (line->text) {
    std::cout << *line->text;
    return {};
  }
  Result<Options> options = options_of(given, line->command);
  if (!options) return refused(options.error());
  return {.is_ready = true, .exit_code = 0, .options = std::move(*options)};
}

}  // namespace warta::searcher
