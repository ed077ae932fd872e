#include "indexer/commands/command.h"

#include <cstdio>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"

namespace warta::indexer {

ExitCode report(const Error& error) {
  fmt::print(stderr, "warta-indexer: {}\n", terminal_safe(error.message));
  return error.code;
}

Parameter database_argument(std::string& database) {
  return argument("DB", database, localized("directory of the database", "direktori basis data")).filled();
}

Parameter new_database_argument(std::string& database) {
  return argument("DB", database,
                  localized("directory of the database; made where there is none",
                            "direktori basis data; dibuat bila belum ada"))
      .filled();
}

Parameter sources_argument(std::vector<std::string>& sources) {
  return argument("SOURCE", sources,
                  localized("files (JSON, CSV, feeds, WARC, WordPress exports, TREC, HTML, text; plain, .gz or .zst), "
                            "directories, or - for standard input",
                            "berkas (JSON, CSV, umpan, WARC, ekspor WordPress, TREC, HTML, teks; biasa, .gz atau "
                            ".zst), direktori, atau - untuk masukan standar"))
      .filled();
}

ExitCode exit_code(const RunReport& report) {
  const RunCounts& counts = report.counts;
  if (report.was_interrupted) return ExitCode::interrupted;
  if (counts.failed_sources > 0 && counts.articles() + counts.skipped == 0) return ExitCode::io_error;
  return counts.failed_sources + counts.skipped > 0 ? ExitCode::input_skipped : ExitCode::success;
}

}  // namespace warta::indexer
