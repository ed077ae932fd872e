#include "searcher/session.h"

#include <filesystem>
#include <utility>

#include "base/language.h"
#include "database/database_format.h"
#include "database/schema.h"
#include "database/xapian_errors.h"

namespace warta::searcher {
namespace {

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
  std::string synonyms_text;
  Result<ArticleCodec> codec = failure(ExitCode::io_error, {});
  const Result<Result<void>> read = guard_xapian(path, [&]() -> Result<void> {
    const Result<void> format = check_format(*database, path);
    if (!format) return format;
    settings_json = database->get_metadata(std::string(kSettingsMetadataKey));
    synonyms_text = database->get_metadata(std::string(kSynonymsMetadataKey));
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
  Result<SynonymList> synonyms = SynonymList::parse(synonyms_text);
  if (!synonyms) return tl::unexpected(synonyms.error());
  return Session(path, std::move(*database), std::move(*analyzer), std::move(*codec), std::move(*synonyms));
}

Result<void> Session::renew() {
  Result<Session> fresh = open(path_);
  if (!fresh) return tl::unexpected(fresh.error());
  *this = std::move(*fresh);
  return {};
}

}  // namespace warta::searcher
