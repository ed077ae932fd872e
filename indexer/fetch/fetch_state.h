// What fetching remembers from run to run: each URL with what came of it, and each site's robots.txt. An SQLite file in
// the database's directory. Everything of a run is one transaction, which is committed after the database is: a run
// that ends in between repeats its work, and loses none.
#pragma once

#include <cstdint>
#include <ctime>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "indexer/fetch/sqlite.h"

namespace warta::indexer {

// Now, in seconds since the epoch, as the state keeps times.
inline std::int64_t now_seconds() {
  return static_cast<std::int64_t>(std::time(nullptr));
}

enum class UrlKind : std::uint8_t {
  unknown = 0,  // nothing came yet
  feed = 1,
  sitemap = 2,
  front_page = 3,
  article = 4,
  no_article = 5,  // a page without one
};

// Times are seconds since the epoch, 0 where there is none.
struct UrlRecord {
  std::string key = {};  // canonical_url
  std::string url = {};  // as it was asked for, without credentials
  UrlKind kind = UrlKind::unknown;
  std::string parent = {};  // key of the feed, sitemap or front page that named it first; "" for a source
  std::string etag = {};    // the validators of the answer that was taken; "" asks unconditionally
  std::string last_modified = {};
  std::int64_t told_modified = 0;  // when the parent says it was modified last
  std::int64_t first_seen = 0;
  std::int64_t last_fetched = 0;   // an answer came that was taken, or that nothing has changed
  std::int64_t status = 0;         // of the last answer; 0: none
  std::int64_t failures = 0;       // one after the other
  std::int64_t next_attempt = 0;   // not to be asked before, when it has failed
  std::uint64_t content_hash = 0;  // of the bytes that came; 0: not known, or not all of it was taken
  std::int64_t last_seen = 0;      // a source or a listing named it, give or take kSeenSeconds
};

struct RobotsRecord {
  std::string text;
  std::int64_t status = 0;
  std::int64_t fetched = 0;
};

// How exactly last_seen is kept: most URLs are named again in every run, and are not written each time.
inline constexpr std::int64_t kSeenSeconds = std::int64_t{30} * 24 * 60 * 60;

// What nothing has named for so long is forgotten: two years. Named again, it counts as new.
inline constexpr std::int64_t kForgottenSeconds = std::int64_t{730} * 24 * 60 * 60;

class FetchState {
 public:
  // Opens or makes the file and begins the run's transaction; a file of an earlier version is brought up to this one.
  // ExitCode::wrong_version for a file of a later version, ExitCode::io_error for one that is no such file. With
  // ":memory:" nothing is remembered.
  static Result<FetchState> open(const std::filesystem::path& file);

  std::optional<UrlRecord> find(const std::string& key);
  void put(const UrlRecord& record);

  // A listing names the URL still.
  void note_seen(const UrlRecord& record, std::int64_t now);

  // Forgets URLs, and what servers said, that nothing has asked for since the moment.
  void forget_before(std::int64_t moment);

  // The feeds, sitemaps and front pages that were found in parent.
  std::vector<UrlRecord> listings_of(const std::string& parent);

  // The pages that were found in parent, have failed, and are due for another attempt.
  std::vector<UrlRecord> due_pages_of(const std::string& parent, std::int64_t now);

  std::optional<RobotsRecord> robots(const std::string& origin);
  void put_robots(const std::string& origin, const RobotsRecord& record);

  // Until when a server has asked to be left alone.
  std::int64_t not_before(const std::string& server);
  void put_not_before(const std::string& server, std::int64_t moment);

  // Makes all that was put lasting. The first error of any call since open is returned here.
  Result<void> commit();

 private:
  explicit FetchState(SqliteConnection connection);

  void write(SqliteStatement& statement);
  std::vector<UrlRecord> records(SqliteStatement& statement);

  SqliteConnection connection_;
  SqliteStatement find_;
  SqliteStatement put_;
  SqliteStatement seen_;
  SqliteStatement listings_;
  SqliteStatement due_pages_;
  SqliteStatement robots_;
  SqliteStatement put_robots_;
  SqliteStatement not_before_;
  SqliteStatement put_not_before_;
  std::optional<Error> first_error_;
};

// The file's name in a database's directory.
inline constexpr std::string_view kFetchStateName = "fetch.sqlite";

}  // namespace warta::indexer
