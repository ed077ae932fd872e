#include "indexer/presentation/fetch_report.h"

#include "base/language.h"

namespace warta::indexer {

std::string fetch_report_line(const SourceReport& report) {
  std::string line = localized_format("{}: found {}, new {}, fetched {}, unchanged {}, failed {}",
                                      "{}: ditemukan {}, baru {}, diambil {}, tidak berubah {}, gagal {}",
                                      report.source, grouped(report.found), grouped(report.fresh),
                                      grouped(report.fetched), grouped(report.unchanged), grouped(report.failed));
  const auto add = [&](const char* name, std::uint64_t count) {
    if (count > 0) line += fmt::format(", {} {}", name, grouped(count));
  };
  add(localized("taken from the feed", "diambil dari umpan"), report.from_feed);
  add(localized("without an article", "tanpa artikel"), report.no_article);
  add(localized("not to be indexed", "tidak boleh diindeks"), report.unindexable);
  add(localized("left for the next run", "disisakan untuk proses berikutnya"), report.left);
  if (!report.first_problem.empty()) line += " (" + report.first_problem + ")";
  return line;
}

}  // namespace warta::indexer
