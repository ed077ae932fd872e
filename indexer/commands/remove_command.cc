// warta-indexer remove: articles by URL or id out of a database.
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "database/schema.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_options.h"
#include "indexer/database_writer.h"
#include "indexer/interruption.h"
#include "indexer/presentation/run_console.h"

namespace warta::indexer {
namespace {

struct RemoveOptions {
  std::string database;
  std::vector<std::string> keys;
  unsigned wait_seconds = 0;
  bool removes_all = false;  // of several articles that a key names
};

// "-" stands for the lines of standard input.
std::vector<std::string> all_keys(const std::vector<std::string>& arguments) {
  std::vector<std::string> keys;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      keys.push_back(argument);
      continue;
    }
    for (std::string line; std::getline(std::cin, line);) {
      if (!line.empty()) keys.push_back(line);
    }
  }
  return keys;
}

std::string term_of(const std::string& key) {
  std::string term = keyword_term(*find_field("url"), key);
  return term.empty() ? keyword_term(*find_field("id"), key) : term;
}

// An id is its site's: the articles of several sites may have the same one. Error (ExitCode::usage): more than one has
// it; the message names them.
Result<void> check_names_one(const DatabaseWriter& database, const std::string& key) {
  constexpr std::size_t kMostNamed = 10;
  const auto articles = database.articles_sharing(term_of(key), kMostNamed + 1);
  if (!articles) return tl::unexpected(articles.error());
  if (articles->empty()) return {};
  std::string names;
  for (std::size_t i = 0; i < std::min(articles->size(), kMostNamed); ++i) {
    const Article& article = (*articles)[i];
    if (i > 0) names += ", ";
    names += terminal_safe(article.url.empty() ? fmt::format("\"{}\"", article.title) : article.url);
  }
  if (articles->size() > kMostNamed) names += ", ...";
  return failure(ExitCode::usage,
                 localized_format("{}: several articles have this id; name them by URL, or remove them all with --all. "
                                  "Nothing was removed: {}",
                                  "{}: beberapa artikel memakai id ini; sebut dengan URL, atau hapus semuanya dengan "
                                  "--all. Tidak ada yang dihapus: {}",
                                  key, names));
}

ExitCode run_remove(const RemoveOptions& options) {
  auto database = DatabaseWriter::open_existing(options.database, lock_wait(options.wait_seconds));
  if (!database) return report(database.error());
  const std::vector<std::string> keys = all_keys(options.keys);
  if (!options.removes_all) {
    for (const std::string& key : keys) {
      if (const Result<void> checked = check_names_one(*database, key); !checked) return report(checked.error());
    }
  }
  std::uint64_t removed = 0;
  std::uint64_t missing = 0;
  const std::atomic<bool>& is_interrupted = watch_for_interruption();
  for (const std::string& key : keys) {
    if (is_interrupted) break;
    const auto documents = database->remove(term_of(key));
    if (!documents) return report(documents.error());
    removed += *documents;
    if (*documents > 0) continue;
    ++missing;
    report({ExitCode::input_skipped, localized_format("{}: no article has this URL or id",
                                                      "{}: tidak ada artikel dengan URL atau id ini", key)});
  }
  if (auto committed = database->commit_removals(); !committed) return report(committed.error());
  fmt::print(stderr, "warta-indexer: {}\n",
             localized_format("removed {}, not found {}; {} articles in the database",
                              "dihapus {}, tidak ditemukan {}; {} artikel di basis data", grouped(removed),
                              grouped(missing), grouped(database->documents())));
  if (is_interrupted) return ExitCode::interrupted;
  return missing > 0 ? ExitCode::input_skipped : ExitCode::success;
}

}  // namespace

Command remove_command() {
  const auto options = std::make_shared<RemoveOptions>();
  CommandLine line{.name = "remove",
                   .help = localized("Remove articles by URL or id", "Hapus artikel menurut URL atau id")};
  line.add(
      {database_argument(options->database),
       argument("KEY", options->keys,
                localized("URLs or ids; - reads them from standard input, one a line",
                          "URL atau id; - membacanya dari masukan standar, satu per baris")),
       flag("--all", options->removes_all,
            localized("remove all articles of an id that several have",
                      "hapus semua artikel dari id yang dipakai beberapa artikel"))
           .explained("Ids are their sites' own: without --all such an id is refused, and its articles are named."),
       wait_option(options->wait_seconds)});
  return {std::move(line), [options] { return run_remove(*options); }};
}

}  // namespace warta::indexer
