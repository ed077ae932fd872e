// The one writer of a database: holds its lock, and brings a run's shards into it so that readers see all or nothing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "analysis/acronyms.h"
#include "base/result.h"
#include "database/generation.h"
#include "database/vocabulary.h"
#include "indexer/database_settings.h"
#include "indexer/requested_settings.h"
#include "indexer/shard_builder.h"

namespace warta::indexer {

// What the articles of a run say about the language of the archive.
struct Learned {
  analysis::AcronymCounts acronyms = {};
  Vocabulary words = {};
};

// What a run adds to a database.
struct Additions {
  std::vector<Shard> shards;
  bool has_replacements = false;  // some document may have the identity of another one, here or in the database
  Learned learned = {};
  std::vector<std::pair<std::string, std::string>> metadata = {};  // keys and their new values
};

// A directory that was made for a database, and goes again unless something was kept in it.
class NewDirectory {
 public:
  NewDirectory() = default;
  explicit NewDirectory(std::filesystem::path path) : path_(std::move(path)) {}
  NewDirectory(NewDirectory&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  NewDirectory& operator=(NewDirectory&& other) noexcept {
    std::swap(path_, other.path_);
    return *this;
  }
  ~NewDirectory();

  void keep() { path_.clear(); }

 private:
  std::filesystem::path path_;
};

class DatabaseWriter {
 public:
  // Opens the database at path or, where there is none, prepares to make it: it exists from the first commit on.
  // ExitCode::locked while another writer is at work, ExitCode::usage where an existing database has other settings
  // than those requested, or where path holds something else.
  static Result<DatabaseWriter> open(const std::filesystem::path& path, const RequestedSettings& requested,
                                     LockWait wait = {});
  // The same, but the database must exist.
  static Result<DatabaseWriter> open_existing(const std::filesystem::path& path, LockWait wait = {});
  // Opens the database at path where `resumes` and it has exactly these settings (a dictionary is its own affair), else
  // empties the directory to make one that has. For a directory that holds nothing else of worth.
  static Result<DatabaseWriter> open_staging(const std::filesystem::path& path, const DatabaseSettings& settings,
                                             bool resumes);

  const std::filesystem::path& path() const { return path_; }
  const DatabaseSettings& settings() const { return settings_; }

  // Sets the dictionary of a database that has none yet; written by the next commit.
  void set_dictionary(std::string dictionary);

  // Articles in the database as last committed.
  Xapian::doccount documents() const { return current_ ? database_.get_doccount() : 0; }

  // The generation that readers see, or nothing before the first commit.
  const std::optional<std::filesystem::path>& current() const { return current_; }

  // Adds the documents of the shards, in that order, each in the place of the one with its identity, if any. Few
  // documents go into the current generation; many are merged with it into the next one, which then becomes current.
  // On an error readers see what they saw before, or that and a beginning of the few.
  Result<void> commit(const Additions& additions, const std::filesystem::path& scratch);

  // Where several documents have this term, their articles in the order of the documents, `most` at most.
  Result<std::vector<Article>> articles_sharing(const std::string& term, std::size_t most) const;

  // Removes the documents with this term, and returns how many there were. Lasting after commit_removals.
  Result<Xapian::doccount> remove(const std::string& term);
  Result<void> commit_removals();

  // Sets metadata of a database that exists, and commits.
  Result<void> set_metadata(const std::vector<std::pair<std::string, std::string>>& metadata);

  // Moves the current generation into the directory of another database, whose lock the caller holds, and publishes it
  // there. Nothing is left to be written here; the directory goes with the writer.
  Result<void> hand_over_to(const std::filesystem::path& database);

 private:
  DatabaseWriter(std::filesystem::path path, DatabaseLock lock);

  Result<void> open_current(LockWait wait = {});
  void replace_in_place(const Additions& additions);
  void merge_into(const std::filesystem::path& generation, const Additions& additions,
                  const std::filesystem::path& scratch);

  std::filesystem::path path_;
  DatabaseLock lock_;
  NewDirectory new_directory_;
  DatabaseSettings settings_;
  bool settings_changed_ = false;
  bool has_new_dictionary_ = false;
  std::optional<std::filesystem::path> current_;
  Xapian::WritableDatabase database_;  // the current generation; also keeps every other Xapian program from writing
};

}  // namespace warta::indexer
