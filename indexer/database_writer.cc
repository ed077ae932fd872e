#include "indexer/database_writer.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/language.h"
#include "database/acronym_table.h"
#include "database/schema.h"
#include "database/xapian_errors.h"
#include "indexer/compaction.h"
#include "indexer/scratch_space.h"

namespace warta::indexer {
namespace {

namespace fs = std::filesystem;

// Writing one document into a generation costs as much as merging about twenty, and leaves it less tightly packed.
constexpr Xapian::doccount kMergeCostRatio = 20;

// So many documents become visible together, and lasting, when they are written in place. Xapian holds them in memory
// until then: some 20 kB each.
constexpr Xapian::doccount kDocumentsPerTransaction = 5000;

std::string unique_term(const Xapian::Document& document) {
  Xapian::TermIterator term = document.termlist_begin();
  term.skip_to(std::string(kIdentityPrefix));
  return *term;
}

// Of documents with the same identity, the last one stays: ids follow the order of the input.
void remove_replaced(Xapian::WritableDatabase& database) {
  std::vector<Xapian::docid> replaced;
  const std::string prefix(kIdentityPrefix);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    if (term.get_termfreq() < 2) continue;
    replaced.insert(replaced.end(), database.postlist_begin(*term), database.postlist_end(*term));
    replaced.pop_back();
  }
  for (const Xapian::docid id : replaced) database.delete_document(id);
}

void write_metadata(const Additions& additions, Xapian::WritableDatabase& database) {
  add_acronyms(database, additions.learned.acronyms);
  add_vocabulary(database, additions.learned.words);
  for (const auto& [key, value] : additions.metadata) database.set_metadata(key, value);
}

template <typename T>
bool differs(const std::optional<T>& requested, const T& present) {
  return requested && *requested != present;
}

Result<void> check_requested(const fs::path& path, const RequestedSettings& requested,
                             const analysis::AnalysisSettings& present) {
  const bool differ = differs(requested.stemmer, present.stemmer) ||
                      differs(requested.stop_words, present.stop_words) ||
                      differs(requested.user_lexicon, present.user_lexicon);
  if (!differ) return {};
  return failure(
      ExitCode::usage,
      localized_format("{}: was made with other settings (stemmer \"{}\"), and every article needs the same; "
                       "leave --stemmer, --stop-words and --lexicon out, or make a new database",
                       "{}: dibuat dengan setelan lain (stemmer \"{}\"), dan semua artikel perlu setelan yang "
                       "sama; hilangkan --stemmer, --stop-words dan --lexicon, atau buat basis data baru",
                       path.string(), present.stemmer));
}

Result<NewDirectory> prepare_directory(const fs::path& path) {
  std::error_code error;
  const bool made = fs::create_directories(path, error);
  if (error) return system_failure(path.string(), error.value());
  if (made) return NewDirectory(path);
  const auto current = current_generation(path);
  if (current || holds_only_our_beginnings(path)) return NewDirectory();
  // Another writer may have published its first generation since the question.
  if (current_generation(path)) return NewDirectory();
  const bool is_unreadable = current.error().code == ExitCode::io_error;
  if (is_unreadable || !stranded_generations(path).empty()) return tl::unexpected(current.error());
  return failure(ExitCode::usage,
                 localized_format("{}: exists, and is not a Warta database; name another directory",
                                  "{}: sudah ada, dan bukan basis data Warta; pilih direktori lain", path.string()));
}

// Removes everything but the lock, which the caller holds.
Result<void> empty_directory(const fs::path& path) {
  std::error_code error;
  std::vector<fs::path> doomed;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().filename() != kLockName) doomed.push_back(entry->path());
  }
  for (auto entry = doomed.begin(); !error && entry != doomed.end(); ++entry) fs::remove_all(*entry, error);
  if (error) return system_failure(path.string(), error.value());
  return {};
}

}  // namespace

NewDirectory::~NewDirectory() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

DatabaseWriter::DatabaseWriter(fs::path path, DatabaseLock lock) : path_(std::move(path)), lock_(std::move(lock)) {}

Result<DatabaseWriter> DatabaseWriter::open(const fs::path& path, const RequestedSettings& requested, LockWait wait) {
  auto directory = prepare_directory(path);
  if (!directory) return tl::unexpected(directory.error());
  auto lock = DatabaseLock::acquire(path, wait);
  // Another writer may have got the lock of the directory that was made here: then what is in it is that one's.
  const bool is_anothers = lock ? current_generation(path).has_value() : lock.error().code == ExitCode::locked;
  if (is_anothers) directory->keep();
  if (!lock) return tl::unexpected(lock.error());
  DatabaseWriter writer(path, std::move(*lock));
  writer.new_directory_ = std::move(*directory);
  remove_leftover_scratch(path);
  auto cleaned =
      finish_first_publishing(path).and_then([&] { return remove_old_generations(path, retention_of(path)); });
  if (!cleaned) return tl::unexpected(cleaned.error());
  if (!current_generation(path)) {
    writer.settings_ = with_requested(default_settings(), requested);
    writer.settings_changed_ = true;
    return writer;
  }
  if (auto opened = writer.open_current(wait); !opened) return tl::unexpected(opened.error());
  if (auto checked = check_requested(path, requested, writer.settings_.analysis); !checked) {
    return tl::unexpected(checked.error());
  }
  DatabaseSettings settings = with_requested(writer.settings_, requested);
  writer.settings_changed_ = settings.synonyms != writer.settings_.synonyms;
  writer.settings_ = std::move(settings);
  return writer;
}

Result<DatabaseWriter> DatabaseWriter::open_existing(const fs::path& path, LockWait wait) {
  if (auto current = current_generation(path); !current) return tl::unexpected(current.error());
  return open(path, {}, wait);
}

Result<DatabaseWriter> DatabaseWriter::open_staging(const fs::path& path, const DatabaseSettings& settings,
                                                    bool resumes) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return system_failure(path.string(), error.value());
  auto lock = DatabaseLock::acquire(path);
  if (!lock) return tl::unexpected(lock.error());
  DatabaseWriter writer(path, std::move(*lock));
  remove_leftover_scratch(path);
  if (auto cleaned = remove_old_generations(path, {.generations = 0}); !cleaned) {
    return tl::unexpected(cleaned.error());
  }
  const auto present = open_database(path);
  const bool fits = resumes && present && present->settings.analysis == settings.analysis &&
                    present->settings.synonyms == settings.synonyms && writer.open_current();
  if (fits) return writer;
  if (auto emptied = empty_directory(path); !emptied) return tl::unexpected(emptied.error());
  writer.current_.reset();
  writer.new_directory_ = NewDirectory(path);
  writer.settings_ = settings;
  writer.settings_changed_ = true;
  return writer;
}

Result<void> DatabaseWriter::open_current(LockWait wait) {
  auto reader = open_database(path_);
  if (!reader) return tl::unexpected(reader.error());
  settings_ = std::move(reader->settings);
  current_ = reader->generation;
  while (true) {
    auto opened =
        guard_xapian(path_, [this] { database_ = Xapian::WritableDatabase(current_->string(), Xapian::DB_OPEN); });
    if (opened || opened.error().code != ExitCode::locked || !wait.sleep()) return opened;
  }
}

void DatabaseWriter::set_dictionary(std::string dictionary) {
  settings_.dictionary = std::move(dictionary);
  settings_changed_ = true;
  has_new_dictionary_ = true;
}

Result<void> DatabaseWriter::commit(const Additions& additions, const fs::path& scratch) {
  Xapian::doccount documents = 0;
  for (const Shard& shard : additions.shards) documents += shard.documents;
  if (current_ && documents == 0 && !settings_changed_) return {};
  if (std::exchange(has_new_dictionary_, false)) settings_.dictionary_articles = this->documents() + documents;
  const bool in_place = current_ && documents <= database_.get_doccount() / kMergeCostRatio;
  if (in_place) return guard_xapian(path_, [&] { replace_in_place(additions); });

  const fs::path built = building_directory(path_);
  auto merged = guard_xapian(path_, [&] { merge_into(built, additions, scratch); });
  if (merged) merged = publish_new_generation(path_, built);
  if (!merged) {
    std::error_code ignored;
    fs::remove_all(built, ignored);
    return merged;
  }
  new_directory_.keep();
  if (auto opened = open_current(); !opened) return opened;
  settings_changed_ = false;
  return remove_old_generations(path_, retention_of(path_));
}

void DatabaseWriter::replace_in_place(const Additions& additions) {
  // A transaction, for what is not committed when something fails must not be committed by the destructor.
  database_.begin_transaction();
  if (settings_changed_) write_settings(settings_, database_);
  Xapian::doccount written = 0;
  for (const Shard& shard : additions.shards) {
    const Xapian::Database source(shard.path.string());
    for (auto id = source.postlist_begin(""); id != source.postlist_end(""); ++id) {
      const Xapian::Document document = source.get_document(*id);
      database_.replace_document(unique_term(document), document);
      if (++written % kDocumentsPerTransaction != 0) continue;
      database_.commit_transaction();
      database_.begin_transaction();
    }
  }
  write_metadata(additions, database_);
  database_.commit_transaction();
  settings_changed_ = false;
}

void DatabaseWriter::merge_into(const fs::path& generation, const Additions& additions, const fs::path& scratch) {
  std::vector<fs::path> parts;
  {
    // A part without documents, first: so its settings count. What it knows of acronyms and words is added to what
    // stands.
    const fs::path metadata = scratch / "metadata";
    Xapian::WritableDatabase part(metadata.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
    if (settings_changed_) write_settings(settings_, part);
    write_metadata(additions, part);
    part.commit();
    parts.push_back(metadata);
  }
  if (current_) parts.push_back(*current_);
  for (const Shard& shard : additions.shards) parts.push_back(shard.path);
  merge_shards(parts, generation, Packing::tight);
  if (!additions.has_replacements) return;
  Xapian::WritableDatabase merged(generation.string(), Xapian::DB_OPEN);
  remove_replaced(merged);
  merged.commit();
}

Result<std::vector<Article>> DatabaseWriter::articles_sharing(const std::string& term, std::size_t most) const {
  std::vector<Article> articles;
  if (term.empty()) return articles;  // to Xapian that is every document
  auto codec = ArticleCodec::create(settings_.dictionary);
  if (!codec) return tl::unexpected(codec.error());
  auto records = guard_xapian(path_, [&] {
    std::vector<std::string> found;
    if (database_.get_termfreq(term) < 2) return found;
    const auto end = database_.postlist_end(term);
    for (auto document = database_.postlist_begin(term); document != end && found.size() < most; ++document) {
      found.push_back(database_.get_document(*document).get_value(kArticleSlot));
    }
    return found;
  });
  if (!records) return tl::unexpected(records.error());
  for (const std::string& record : *records) {
    Result<Article> article = codec->decode(record);
    if (!article) return tl::unexpected(article.error());
    articles.push_back(std::move(*article));
  }
  return articles;
}

Result<Xapian::doccount> DatabaseWriter::remove(const std::string& term) {
  if (term.empty()) return 0;  // to Xapian that is every document
  return guard_xapian(path_, [&] {
    const Xapian::doccount documents = database_.get_termfreq(term);
    if (documents > 0) database_.delete_document(term);
    return documents;
  });
}

Result<void> DatabaseWriter::commit_removals() {
  return guard_xapian(path_, [this] { database_.commit(); });
}

Result<void> DatabaseWriter::set_metadata(const std::vector<std::pair<std::string, std::string>>& metadata) {
  return guard_xapian(path_, [&] {
    for (const auto& [key, value] : metadata) database_.set_metadata(key, value);
    database_.commit();
  });
}

Result<void> DatabaseWriter::hand_over_to(const fs::path& database) {
  if (auto closed = guard_xapian(path_, [this] { database_.close(); }); !closed) return closed;
  if (auto published = publish_new_generation(database, *current_); !published) return published;
  new_directory_ = NewDirectory(path_);
  return {};
}

}  // namespace warta::indexer
