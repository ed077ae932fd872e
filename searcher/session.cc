#include "searcher/session.h"

#include <filesystem>
#include <utility>

#include "base/language.h"
#include "database/schema.h"
#include "database/xapian_errors.h"

namespace warta::searcher {
namespace {

Result<void> check_format(const Xapian::Database& database, const std::string& path) {
  const std::string format = database.get_metadata(std::string(kFormatMetadataKey));
  if (format.empty()) {
    return failure(ExitCode::no_database,
                   localized_format("{} is no Warta database; make one with: warta-indexer add {} SOURCE",
                                    "{} bukan basis data Warta; buat dengan: warta-indexer add {} SUMBER", path, path));
  }
  if (format == std::to_string(kDatabaseFormat)) return {};
  return failure(ExitCode::wrong_version,
                 localized_format("{} has database format {}, this program reads {}; export its articles with the "
                                  "version that made it, and add them to a new database",
                                  "{} berformat basis data {}, program ini membaca {}; ekspor artikelnya dengan versi "
                                  "pembuatnya, lalu tambahkan ke basis data baru",
                                  path, format, kDatabaseFormat));
}

Result<Xapian::Database> open_database(const std::string& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) {
    return failure(ExitCode::no_database,
                   localized_format("{} does not exist; make it with: warta-indexer add {} SOURCE",
                                    "{} tidak ada; buat dengan: warta-indexer add {} SUMBER", path, path));
  }
  return guard_xapian(path, [&] { return Xapian::Database(path); });
}

}  // namespace

Result<Session> Session::open(const std::string& path) {
  Result<Xapian::Database> database = open_database(path);
  if (!database) return tl::unexpected(database.error());
  std::string settings_json;
  Result<ArticleCodec> codec = failure(ExitCode::io_error, {});
  const Result<Result<void>> read = guard_xapian(path, [&]() -> Result<void> {
    const Result<void> format = check_format(*database, path);
    if (!format) return format;
    settings_json = database->get_metadata(std::string(kSettingsMetadataKey));
    codec = codec_of(*database);
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  if (!*read) return tl::unexpected(read->error());
  if (!codec) return tl::unexpected(codec.error());

  const Result<analysis::AnalysisSettings> settings = analysis::settings_from_metadata(settings_json);
  if (!settings) return tl::unexpected(settings.error());
  Result<analysis::Analyzer> analyzer = analysis::Analyzer::create(*settings);
  if (!analyzer) return tl::unexpected(analyzer.error());
  return Session(path, std::move(*database), std::move(*analyzer), std::move(*codec));
}

Result<void> Session::renew() {
  Result<Session> fresh = open(path_);
  if (!fresh) return tl::unexpected(fresh.error());
  *this = std::move(*fresh);
  return {};
}

}  // namespace warta::searcher
