// SQLite behind RAII: a connection, prepared statements, columns by their place.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/result.h"

namespace warta::indexer {

// A prepared statement. Binds and columns are numbered as SQLite numbers them: parameters from 1, columns from 0.
class SqliteStatement {
 public:
  SqliteStatement(sqlite3* connection, std::string_view sql);

  // Text is copied. Both return the statement, so that binds stand one after the other.
  SqliteStatement& bind(int parameter, std::string_view text);
  SqliteStatement& bind(int parameter, std::int64_t number);

  // Moves to the next row. False behind the last one, and when it fails: then SqliteConnection::error says why. After
  // that the statement can be bound anew.
  bool step();

  // The present row is all that is wanted.
  void reset() { sqlite3_reset(statement_.get()); }

  std::string text(int column) const;
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_.get(), column); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

class SqliteConnection {
 public:
  // Opens or makes the file; ":memory:" is none. Errors are ExitCode::io_error and name it.
  static Result<SqliteConnection> open(const std::filesystem::path& file);

  // Runs statements that return nothing.
  Result<void> execute(const char* sql);

  SqliteStatement prepare(std::string_view sql) { return {connection_.get(), sql}; }

  // What went wrong, as an error that names the file.
  Error error() const;
  bool has_failed() const;

 private:
  struct Close {
    void operator()(sqlite3* connection) const { sqlite3_close_v2(connection); }
  };
  std::unique_ptr<sqlite3, Close> connection_;
  std::string name_;
};

}  // namespace warta::indexer
