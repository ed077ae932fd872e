#include "indexer/fetch/sqlite.h"

#include <fmt/format.h>

namespace warta::indexer {

SqliteStatement::SqliteStatement(sqlite3* connection, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement,
                     nullptr);
  statement_.reset(statement);
}

SqliteStatement& SqliteStatement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                      SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}

SqliteStatement& SqliteStatement::bind(int parameter, std::int64_t number) {
  sqlite3_bind_int64(statement_.get(), parameter, number);
  return *this;
}

bool SqliteStatement::step() {
  if (sqlite3_step(statement_.get()) == SQLITE_ROW) return true;
  sqlite3_reset(statement_.get());
  return false;
}

std::string SqliteStatement::text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_.get(), column);
  if (text == nullptr) return {};
  const int bytes = sqlite3_column_bytes(statement_.get(), column);
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(bytes)};
}

Result<SqliteConnection> SqliteConnection::open(const std::filesystem::path& file) {
  SqliteConnection result;
  result.name_ = file.string();
  sqlite3* connection = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
  result.connection_.reset(connection);
  if (code != SQLITE_OK) return tl::unexpected(result.error());
  return result;
}

Result<void> SqliteConnection::execute(const char* sql) {
  if (sqlite3_exec(connection_.get(), sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return tl::unexpected(error());
}

Error SqliteConnection::error() const {
  return {ExitCode::io_error, fmt::format("{}: {}", name_, sqlite3_errmsg(connection_.get()))};
}

bool SqliteConnection::has_failed() const {
  const int code = sqlite3_errcode(connection_.get());
  return code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE;
}

}  // namespace warta::indexer
