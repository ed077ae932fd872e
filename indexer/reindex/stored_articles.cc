#include "indexer/reindex/stored_articles.h"

#include <charconv>

#include "base/language.h"
#include "database/generation.h"
#include "database/schema.h"
#include "database/swapped_database.h"
#include "database/synonym_list.h"
#include "database/xapian_errors.h"
#include "indexer/repeated_lines/learned_furniture.h"

namespace warta::indexer {
namespace {

// 0 where the metadata name none.
int format_of(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(kFormatMetadataKey));
  int format = 0;
  std::from_chars(text.data(), text.data() + text.size(), format);
  return format;
}

Result<void> check_readable(const std::filesystem::path& path, int format) {
  if (format == 0) {
    return failure(ExitCode::no_database,
                   localized_format("{}: no Warta database here", "{}: tidak ada basis data Warta", path.string()));
  }
  if (format <= kDatabaseFormat) return {};
  return failure(ExitCode::wrong_version,
                 localized_format("{}: has database format {}, this program knows {} and older; use the version that "
                                  "made it, or a later one",
                                  "{}: berformat basis data {}, program ini mengenal {} dan yang lebih lama; pakai "
                                  "versi pembuatnya, atau yang lebih baru",
                                  path.string(), format, kDatabaseFormat));
}

}  // namespace

StoredArticles::StoredArticles(std::filesystem::path generation, Xapian::Database database, ArticleCodec codec)
    : generation_(std::move(generation)), database_(std::move(database)), codec_(std::move(codec)) {
  has_present_format_ = format_of(database_) == kDatabaseFormat;
}

Result<StoredArticles> StoredArticles::open(const std::filesystem::path& path) {
  return open_while_swapped([&] { return open_present(path); });
}

Result<StoredArticles> StoredArticles::open_present(const std::filesystem::path& path) {
  auto generation = current_generation(path);
  if (!generation) return tl::unexpected(generation.error());
  auto opened = guard_xapian(path, [&]() -> Result<StoredArticles> {
    const Xapian::Database database(generation->string());
    if (auto readable = check_readable(path, format_of(database)); !readable) return tl::unexpected(readable.error());
    auto codec = ArticleCodec::create(database.get_metadata(std::string(kDictionaryMetadataKey)));
    if (!codec) return tl::unexpected(codec.error());
    return StoredArticles(*generation, database, std::move(*codec));
  });
  if (!opened) return tl::unexpected(opened.error());
  return std::move(*opened);
}

DatabaseSettings StoredArticles::settings(const DatabaseSettings& defaults) const {
  const std::string synonyms = database_.get_metadata(std::string(kSynonymsMetadataKey));
  return {
      .analysis = analysis::settings_for_this_version(database_.get_metadata(std::string(kSettingsMetadataKey)),
                                                      defaults.analysis),
      .dictionary = database_.get_metadata(std::string(kDictionaryMetadataKey)),
      .dictionary_articles = dictionary_articles(database_),
      .synonyms = synonyms.empty() ? defaults.synonyms : synonyms,
  };
}

// The records stand in a stream of values; in databases of format 1, in the documents' data.
std::pair<Xapian::docid, std::string> StoredArticles::next_record(Xapian::docid id) {
  if (has_present_format_) {
    if (id == 0 || records_ == Xapian::ValueIterator() || records_.get_docid() > id) {
      records_ = database_.valuestream_begin(kArticleSlot);
    }
    if (records_ != database_.valuestream_end(kArticleSlot)) records_.skip_to(id + 1);
    if (records_ == database_.valuestream_end(kArticleSlot)) return {0, {}};
    return {records_.get_docid(), *records_};
  }
  Xapian::PostingIterator posting = database_.postlist_begin("");
  posting.skip_to(id + 1);
  if (posting == database_.postlist_end("")) return {0, {}};
  return {*posting, record(*posting)};
}

std::string StoredArticles::record(Xapian::docid id) const {
  const Xapian::Document document = database_.get_document(id);
  std::string record = document.get_value(kArticleSlot);
  return record.empty() && !has_present_format_ ? document.get_data() : record;
}

void StoredArticles::reopen() {
  records_ = Xapian::ValueIterator();
  database_ = Xapian::Database(generation_.string());
}

std::vector<std::pair<std::string, std::string>> StoredArticles::site_metadata() const {
  std::vector<std::pair<std::string, std::string>> metadata;
  const std::string prefix(kSiteLinesMetadataPrefix);
  for (auto key = database_.metadata_keys_begin(prefix); key != database_.metadata_keys_end(prefix); ++key) {
    metadata.emplace_back(*key, database_.get_metadata(*key));
  }
  return metadata;
}

}  // namespace warta::indexer
