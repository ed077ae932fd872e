// A database that changes under a search: the search is asked anew, and no answer mixes two states.
#include "searcher/changing_database.h"

#include <gtest/gtest.h>

#include <atomic>
#include <set>
#include <sstream>
#include <thread>

#include "database/generation.h"
#include "database/xapian_errors.h"
#include "searcher/pipeline.h"
#include "tests/support/test_database.h"

namespace warta::searcher {
namespace {

// Enough that a search reads more than what its first blocks hold.
constexpr int kArticles = 300;

std::vector<Article> articles_of_version(int version) {
  std::vector<Article> articles;
  for (int i = 0; i < kArticles; ++i) {
    Article article;
    article.id = std::to_string(i);
    article.title = "Berita";
    article.body = "Kabar putaran versi" + std::to_string(version) + " nomor" + std::to_string(i * 7919);
    articles.push_back(std::move(article));
  }
  return articles;
}

// Writes the next version of every article into the generation that stands, in one commit.
class InPlaceWriter {
 public:
  explicit InPlaceWriter(const std::string& path)
      : database_(current_generation(path)->string(), Xapian::DB_OPEN),
        builder_(indexer::make_document_builder(indexer::open_database(path)->settings).value()) {}

  void write_version(int version) {
    for (const Article& article : articles_of_version(version)) {
      database_.replace_document(identity_term(article), indexer::to_xapian(builder_.build(article)));
    }
    database_.commit();
  }

 private:
  Xapian::WritableDatabase database_;
  indexer::DocumentBuilder builder_;
};

Options page(const std::string& database, unsigned offset) {
  Options options;
  options.databases = {database};
  options.query = "kabar";
  options.format = Format::jsonl;
  options.search.limit = 20;
  options.search.offset = offset;
  return options;
}

TEST(ChangingDatabase, IsNoticedAndAskedAnew) {
  const test::TestDatabase database(articles_of_version(0));
  Session session = Session::open(database.path()).value();
  InPlaceWriter writer(database.path());
  int asked = 0;
  const auto read_all = [&]() -> Result<std::set<std::string>> {
    ++asked;
    if (asked == 1) {
      for (int version = 1; version <= 3; ++version) writer.write_version(version);
    }
    return guard_xapian(session.path(), [&] {
      std::set<std::string> values;
      for (auto id = session.database().postlist_begin(""); id != session.database().postlist_end(""); ++id) {
        values.insert(session.database().get_document(*id).get_value(kContentHashSlot));
      }
      return values;
    });
  };
  const auto values = ask_while_changed(session, read_all);
  ASSERT_TRUE(values.has_value()) << values.error().message;
  EXPECT_EQ(asked, 2) << "the first time the database changed under the reader";
  EXPECT_EQ(values->size(), static_cast<std::size_t>(kArticles));
}

TEST(ChangingDatabase, GivesUpWhereItNeverStands) {
  const test::TestDatabase database(articles_of_version(0));
  Session session = Session::open(database.path()).value();
  int asked = 0;
  const auto answer = ask_while_changed(session, [&]() -> Result<int> {
    ++asked;
    return failure(ExitCode::changed, "berubah");
  });
  EXPECT_EQ(answer.error().code, ExitCode::changed);
  EXPECT_EQ(asked, kMostAttempts);
}

TEST(ChangingDatabase, OpeningTriesAgainWhereAGenerationWasSwappedAway) {
  const test::TestDatabase database(articles_of_version(0));
  int tries = 0;
  const auto session =
      open_while_swapped([&] { return Session::open(++tries < 3 ? "tidak-ada.db" : database.path()); });
  EXPECT_TRUE(session.has_value());
  EXPECT_EQ(open_while_swapped([] { return Session::open("tidak-ada.db"); }).error().code, ExitCode::no_database);
}

// A writer that commits again and again, and a reader that pages through its results.
TEST(ChangingDatabase, EveryPageIsWholeWhileAWriterCommits) {
  const test::TestDatabase database(articles_of_version(0));
  std::atomic<bool> is_done = false;
  std::jthread writing([&] {
    InPlaceWriter writer(database.path());
    for (int version = 1; version <= 15; ++version) writer.write_version(version);
    is_done = true;
  });
  for (unsigned offset = 0; !is_done; offset = (offset + 20) % 200) {
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream messages;
    const auto code = run(page(database.path(), offset), in, out, messages);
    ASSERT_TRUE(code.has_value()) << code.error().message;
    std::istringstream lines(out.str());
    std::set<std::string> versions;
    int hits = 0;
    for (std::string line; std::getline(lines, line); ++hits) {
      const std::size_t begin = line.find("versi");
      ASSERT_NE(begin, std::string::npos) << line;
      const std::size_t digits = begin + 5;
      versions.insert(line.substr(digits, line.find_first_not_of("0123456789", digits) - digits));
    }
    EXPECT_EQ(hits, 20);
    EXPECT_EQ(versions.size(), 1U) << "a page of several states";
  }
}

}  // namespace
}  // namespace warta::searcher
