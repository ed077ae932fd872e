#include "indexer/document_walk.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "tests/support/scratch.h"

namespace warta::indexer {
namespace {

using testing::ElementsAre;

// A database of documents with one value each: the number of the state that they were written in.
class DocumentWalkTest : public testing::Test {
 protected:
  static constexpr Xapian::docid kDocuments = 500;  // of several blocks, so that a stale handle notices

  DocumentWalkTest() : writer_(path(), Xapian::DB_CREATE) {
    for (Xapian::docid id = 1; id <= kDocuments; ++id) write(id);
    writer_.commit();
  }

  std::string path() const { return (scratch_.path() / "gen-000001").string(); }

  void write(Xapian::docid id) {
    Xapian::Document document;
    document.add_value(0, std::to_string(state_) + std::string(100, ' '));
    document.add_boolean_term("Q" + std::to_string(id));
    writer_.replace_document(id, document);
  }

  // Every document is another one, twice: whoever has the database open cannot go on.
  void overtake() {
    for (int commit = 0; commit < 2; ++commit) {
      ++state_;
      for (Xapian::docid id = 2; id <= kDocuments; ++id) write(id);
      writer_.add_document(Xapian::Document());
      writer_.commit();
    }
  }

  test::ScratchDirectory scratch_;
  Xapian::WritableDatabase writer_;
  int state_ = 0;
};

TEST_F(DocumentWalkTest, GoesOnInTheStateThatCame) {
  Xapian::Database database(path());
  DocumentWalk walk(path(), database);
  std::vector<Xapian::docid> visited;
  walk.run([&](Xapian::docid id) {
    const std::string value = database.get_document(id).get_value(0);
    EXPECT_EQ(value.empty(), false) << "document " << id;
    if (id % 100 == 0) overtake();
    visited.push_back(id);
    return true;
  });
  std::vector<Xapian::docid> all(kDocuments);
  for (Xapian::docid id = 1; id <= kDocuments; ++id) all[id - 1] = id;
  EXPECT_EQ(visited, all) << "each that stood at the beginning, once";
  EXPECT_TRUE(walk.has_changed());
}

TEST_F(DocumentWalkTest, EndsWhereTheVisitorHasEnough) {
  Xapian::Database database(path());
  DocumentWalk walk(path(), database);
  std::vector<Xapian::docid> visited;
  walk.run([&](Xapian::docid id) {
    visited.push_back(id);
    return id < 3;
  });
  EXPECT_THAT(visited, ElementsAre(1, 2, 3));
  EXPECT_FALSE(walk.has_changed());
}

TEST_F(DocumentWalkTest, GivesUpWhereAWriterIsAlwaysFaster) {
  Xapian::Database database(path());
  DocumentWalk walk(path(), database);
  int visits = 0;
  const auto visit = [&](Xapian::docid) -> bool {
    ++visits;
    throw Xapian::DatabaseModifiedError("again");
  };
  EXPECT_THROW(walk.run(visit), Xapian::DatabaseModifiedError);
  EXPECT_EQ(visits, 10);
}

TEST_F(DocumentWalkTest, SaysThatItChangedWhereTheGenerationIsGone) {
  Xapian::Database database(path());
  DocumentWalk walk(path(), database);
  EXPECT_THROW(walk.run([&](Xapian::docid id) -> bool {
    if (id < 5) return true;
    std::filesystem::remove_all(path());
    throw Xapian::DatabaseModifiedError("overtaken");
  }),
               Xapian::DatabaseModifiedError);
}

}  // namespace
}  // namespace warta::indexer
