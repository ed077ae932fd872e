#include "indexer/fetch/fetch_state.h"

#include <utility>

#include <fmt/format.h>

#include "base/language.h"

namespace warta::indexer {
namespace {

constexpr std::int64_t kSchemaVersion = 2;

// "wrta" as a number: what file(1) and the next run know the file by.
constexpr std::int64_t kApplicationId = 0x77727461;

constexpr const char* kSchema = R"(
CREATE TABLE IF NOT EXISTS urls (
  key TEXT PRIMARY KEY, url TEXT NOT NULL, kind INTEGER NOT NULL, parent TEXT NOT NULL,
  etag TEXT NOT NULL, last_modified TEXT NOT NULL, told_modified INTEGER NOT NULL,
  first_seen INTEGER NOT NULL, last_fetched INTEGER NOT NULL, status INTEGER NOT NULL,
  failures INTEGER NOT NULL, next_attempt INTEGER NOT NULL, content_hash INTEGER NOT NULL,
  last_seen INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS seen ON urls (last_seen);
CREATE INDEX IF NOT EXISTS listings ON urls (parent) WHERE kind IN (1, 2, 3);
CREATE INDEX IF NOT EXISTS failed ON urls (parent) WHERE failures > 0;
CREATE TABLE IF NOT EXISTS robots (
  origin TEXT PRIMARY KEY, text TEXT NOT NULL, status INTEGER NOT NULL, fetched INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS servers (server TEXT PRIMARY KEY, not_before INTEGER NOT NULL) WITHOUT ROWID;
)";

// To version 2, before the rest of the schema.
constexpr const char* kFromVersion1 = R"(
ALTER TABLE urls ADD COLUMN last_seen INTEGER NOT NULL DEFAULT 0;
UPDATE urls SET last_seen = max(first_seen, last_fetched);
)";

constexpr std::string_view kColumns =
    "key, url, kind, parent, etag, last_modified, told_modified, first_seen, last_fetched, status, failures, "
    "next_attempt, content_hash, last_seen";

std::string select(std::string_view condition) {
  return fmt::format("SELECT {} FROM urls WHERE {}", kColumns, condition);
}

UrlRecord record_of(const SqliteStatement& row) {
  return {.key = row.text(0),
          .url = row.text(1),
          .kind = static_cast<UrlKind>(row.number(2)),
          .parent = row.text(3),
          .etag = row.text(4),
          .last_modified = row.text(5),
          .told_modified = row.number(6),
          .first_seen = row.number(7),
          .last_fetched = row.number(8),
          .status = row.number(9),
          .failures = row.number(10),
          .next_attempt = row.number(11),
          .content_hash = static_cast<std::uint64_t>(row.number(12)),
          .last_seen = row.number(13)};
}

std::int64_t pragma(SqliteConnection& connection, std::string_view name) {
  SqliteStatement statement = connection.prepare(fmt::format("PRAGMA {}", name));
  const std::int64_t value = statement.step() ? statement.number(0) : -1;
  statement.reset();
  return value;
}

// Makes the tables of a new file, or checks that an old one is ours.
Result<void> prepare_schema(SqliteConnection& connection, const std::filesystem::path& file) {
  const std::int64_t version = pragma(connection, "user_version");
  if (version < 0) return tl::unexpected(connection.error());
  const std::int64_t application = pragma(connection, "application_id");
  const bool is_new = version == 0 && application == 0;
  const bool is_old = application == kApplicationId && version == 1;
  if (!is_new && !is_old && (application != kApplicationId || version != kSchemaVersion)) {
    return failure(
        ExitCode::wrong_version,
        localized_format("{}: was not made by this version of warta-indexer; move it away to fetch everything anew",
                         "{}: tidak dibuat oleh versi warta-indexer ini; pindahkan untuk mengambil semuanya dari awal",
                         file.string()));
  }
  if (is_old) {
    if (auto brought_up = connection.execute(kFromVersion1); !brought_up) return brought_up;
  }
  if (auto made = connection.execute(kSchema); !made) return made;
  const std::string marks =
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplicationId, kSchemaVersion);
  return connection.execute(marks.c_str());
}

}  // namespace

Result<FetchState> FetchState::open(const std::filesystem::path& file) {
  auto connection = SqliteConnection::open(file);
  if (!connection) return tl::unexpected(connection.error());
  if (auto begun = connection->execute("BEGIN IMMEDIATE"); !begun) return tl::unexpected(begun.error());
  if (auto prepared = prepare_schema(*connection, file); !prepared) return tl::unexpected(prepared.error());
  return FetchState(std::move(*connection));
}

FetchState::FetchState(SqliteConnection connection)
    : connection_(std::move(connection)),
      find_(connection_.prepare(select("key = ?"))),
      put_(connection_.prepare(
          fmt::format("INSERT OR REPLACE INTO urls ({}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", kColumns))),
      seen_(connection_.prepare("UPDATE urls SET last_seen = ? WHERE key = ?")),
      listings_(connection_.prepare(select("parent = ? AND kind IN (1, 2, 3) ORDER BY key"))),
      due_pages_(connection_.prepare(select(
          "parent = ? AND failures > 0 AND next_attempt <= ? AND kind NOT IN (1, 2, 3) ORDER BY next_attempt, key"))),
      robots_(connection_.prepare("SELECT text, status, fetched FROM robots WHERE origin = ?")),
      put_robots_(
          connection_.prepare("INSERT OR REPLACE INTO robots (origin, text, status, fetched) VALUES (?,?,?,?)")),
      not_before_(connection_.prepare("SELECT not_before FROM servers WHERE server = ?")),
      put_not_before_(connection_.prepare("INSERT OR REPLACE INTO servers (server, not_before) VALUES (?,?)")) {}

std::optional<UrlRecord> FetchState::find(const std::string& key) {
  find_.bind(1, key);
  if (!find_.step()) return std::nullopt;
  UrlRecord record = record_of(find_);
  find_.reset();
  return record;
}

void FetchState::put(const UrlRecord& record) {
  put_.bind(1, record.key).bind(2, record.url).bind(3, static_cast<std::int64_t>(record.kind)).bind(4, record.parent);
  put_.bind(5, record.etag).bind(6, record.last_modified).bind(7, record.told_modified).bind(8, record.first_seen);
  put_.bind(9, record.last_fetched).bind(10, record.status).bind(11, record.failures).bind(12, record.next_attempt);
  put_.bind(13, static_cast<std::int64_t>(record.content_hash)).bind(14, record.last_seen);
  write(put_);
}

void FetchState::note_seen(const UrlRecord& record, std::int64_t now) {
  if (record.last_seen < now - kSeenSeconds) write(seen_.bind(1, now).bind(2, record.key));
}

void FetchState::forget_before(std::int64_t moment) {
  for (const char* rows : {"urls WHERE last_seen < ?", "robots WHERE fetched < ?", "servers WHERE not_before < ?"}) {
    SqliteStatement forget = connection_.prepare(fmt::format("DELETE FROM {}", rows));
    write(forget.bind(1, moment));
  }
}

std::vector<UrlRecord> FetchState::records(SqliteStatement& statement) {
  std::vector<UrlRecord> found;
  while (statement.step()) found.push_back(record_of(statement));
  return found;
}

std::vector<UrlRecord> FetchState::listings_of(const std::string& parent) {
  return records(listings_.bind(1, parent));
}

std::vector<UrlRecord> FetchState::due_pages_of(const std::string& parent, std::int64_t now) {
  return records(due_pages_.bind(1, parent).bind(2, now));
}

std::optional<RobotsRecord> FetchState::robots(const std::string& origin) {
  robots_.bind(1, origin);
  if (!robots_.step()) return std::nullopt;
  RobotsRecord record{robots_.text(0), robots_.number(1), robots_.number(2)};
  robots_.reset();
  return record;
}

void FetchState::put_robots(const std::string& origin, const RobotsRecord& record) {
  write(put_robots_.bind(1, origin).bind(2, record.text).bind(3, record.status).bind(4, record.fetched));
}

std::int64_t FetchState::not_before(const std::string& server) {
  not_before_.bind(1, server);
  if (!not_before_.step()) return 0;
  const std::int64_t moment = not_before_.number(0);
  not_before_.reset();
  return moment;
}

void FetchState::put_not_before(const std::string& server, std::int64_t moment) {
  write(put_not_before_.bind(1, server).bind(2, moment));
}

void FetchState::write(SqliteStatement& statement) {
  statement.step();
  if (!first_error_ && connection_.has_failed()) first_error_ = connection_.error();
}

Result<void> FetchState::commit() {
  if (first_error_) return tl::unexpected(*first_error_);
  return connection_.execute("COMMIT; BEGIN IMMEDIATE");
}

}  // namespace warta::indexer
