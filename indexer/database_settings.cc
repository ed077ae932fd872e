#include "indexer/database_settings.h"

#include <utility>

#include "base/language.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/xapian_errors.h"

namespace warta::indexer {
namespace {

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

Result<void> check_format(const std::filesystem::path& path, const std::string& format) {
  if (format == std::to_string(kDatabaseFormat)) return {};
  if (format.empty()) {
    return failure(ExitCode::no_database,
                   localized_format("{}: this Xapian database was not made by Warta",
                                    "{}: basis data Xapian ini tidak dibuat oleh Warta", path.string()));
  }
  return failure(
      ExitCode::wrong_version,
      localized_format("{}: made in format {} by another version of Warta, this one has format {}; build it "
                       "again from its sources, or from what that version exports",
                       "{}: dibuat dengan format {} oleh versi Warta yang lain, versi ini memakai format {}; "
                       "bangun lagi dari sumbernya, atau dari hasil export versi itu",
                       path.string(), format, kDatabaseFormat));
}

}  // namespace

Result<OpenDatabase> open_database(const std::filesystem::path& path) {
  auto generation = current_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  auto database = guard_xapian(path, [&] { return Xapian::Database(generation->string()); });
  if (!database) return tl::unexpected(database.error());
  OpenDatabase open{std::move(*database), std::move(*generation), {}};
  std::string format;
  std::string analysis;
  const auto read = guard_xapian(path, [&] {
    format = metadata(open.database, kFormatMetadataKey);
    analysis = metadata(open.database, kSettingsMetadataKey);
    open.settings.dictionary = metadata(open.database, kDictionaryMetadataKey);
  });
  if (!read) return tl::unexpected(read.error());
  if (auto checked = check_format(path, format); !checked) return tl::unexpected(checked.error());
  auto settings = analysis::settings_from_metadata(analysis);
  if (!settings) return tl::unexpected(settings.error());
  open.settings.analysis = std::move(*settings);
  return open;
}

void write_settings(const DatabaseSettings& settings, Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(kFormatMetadataKey), std::to_string(kDatabaseFormat));
  database.set_metadata(std::string(kSettingsMetadataKey), analysis::to_metadata(settings.analysis));
  database.set_metadata(std::string(kDictionaryMetadataKey), settings.dictionary);
}

Result<DocumentBuilder> make_document_builder(const DatabaseSettings& settings) {
  auto analyzer = analysis::Analyzer::create(settings.analysis);
  if (!analyzer) return tl::unexpected(analyzer.error());
  auto codec = ArticleCodec::create(settings.dictionary);
  if (!codec) return tl::unexpected(codec.error());
  return DocumentBuilder(std::move(*analyzer), std::move(*codec));
}

}  // namespace warta::indexer
