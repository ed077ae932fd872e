#include "indexer/database_settings.h"

#include <charconv>
#include <utility>

#include "database/database_format.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/swapped_database.h"
#include "database/synonym_list.h"
#include "database/xapian_errors.h"

namespace warta::indexer {
namespace {

std::string metadata(const Xapian::Database& database, std::string_view key) {
  return database.get_metadata(std::string(key));
}

Result<OpenDatabase> open_present(const std::filesystem::path& path) {
  auto generation = current_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  auto database = guard_xapian(path, [&] { return Xapian::Database(generation->string()); });
  if (!database) return tl::unexpected(database.error());
  OpenDatabase open{std::move(*database), std::move(*generation), {}};
  std::string analysis;
  const auto read = guard_xapian(path, [&] {
    analysis = metadata(open.database, kSettingsMetadataKey);
    open.settings.dictionary = metadata(open.database, kDictionaryMetadataKey);
    open.settings.dictionary_articles = dictionary_articles(open.database);
    open.settings.synonyms = metadata(open.database, kSynonymsMetadataKey);
    return check_format(open.database, path.string());
  });
  if (!read) return tl::unexpected(read.error());
  if (!*read) return tl::unexpected(read->error());
  auto settings = analysis::settings_from_metadata(analysis);
  if (!settings) return tl::unexpected(settings.error());
  open.settings.analysis = std::move(*settings);
  return open;
}

}  // namespace

Result<OpenDatabase> open_database(const std::filesystem::path& path) {
  return open_while_swapped([&] { return open_present(path); });
}

std::uint64_t dictionary_articles(const Xapian::Database& database) {
  const std::string text = metadata(database, kDictionaryArticlesMetadataKey);
  std::uint64_t articles = 0;
  std::from_chars(text.data(), text.data() + text.size(), articles);
  return articles;
}

void write_settings(const DatabaseSettings& settings, Xapian::WritableDatabase& database) {
  database.set_metadata(std::string(kFormatMetadataKey), std::to_string(kDatabaseFormat));
  database.set_metadata(std::string(kSettingsMetadataKey), analysis::to_metadata(settings.analysis));
  database.set_metadata(std::string(kDictionaryMetadataKey), settings.dictionary);
  database.set_metadata(std::string(kDictionaryArticlesMetadataKey),
                        settings.dictionary_articles > 0 ? std::to_string(settings.dictionary_articles) : "");
  database.set_metadata(std::string(kSynonymsMetadataKey), settings.synonyms);
}

Result<DocumentBuilder> make_document_builder(const DatabaseSettings& settings) {
  auto analyzer = analysis::Analyzer::create(settings.analysis);
  if (!analyzer) return tl::unexpected(analyzer.error());
  auto codec = ArticleCodec::create(settings.dictionary);
  if (!codec) return tl::unexpected(codec.error());
  return DocumentBuilder(std::move(*analyzer), std::move(*codec));
}

}  // namespace warta::indexer
