// An archive of fifty articles to be indexed again, with another stemmer.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "database/generation.h"
#include "indexer/database_check.h"
#include "indexer/reindex/reindex.h"
#include "tests/support/index_lines.h"
#include "tests/support/scratch.h"

namespace warta::indexer {

class ReindexTest : public testing::Test {
 protected:
  ReindexTest() {
    test::index_lines(path(), test::json_lines(50, "mengatakan harga beras"));
    options_.settings.stemmer = "none";
  }

  // With another stemmer, so that the generations differ; at_merge is called when the stored articles were read.
  Result<ReindexReport> run(std::function<void()> at_merge = [] {}) {
    test::QuietListener listener(std::move(at_merge));
    return reindex(path(), options_, listener, stop_);
  }

  void expect_sound() {
    std::vector<std::string> problems;
    const auto report = check_database(path(), [&](const std::string& problem) { problems.push_back(problem); });
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_THAT(problems, testing::IsEmpty());
  }

  std::string stemmer() { return open_database(path()).value().settings.analysis.stemmer; }
  std::string generation() { return current_generation(path()).value().filename().string(); }

  // Changes the current generation behind the back of Warta.
  void tamper(const std::function<void(Xapian::WritableDatabase&)>& change) {
    Xapian::WritableDatabase database(current_generation(path()).value().string(), Xapian::DB_OPEN);
    change(database);
    database.commit();
  }

  // Format 1 kept the record in the document's data; and the analysis was an older one.
  void make_old() {
    tamper([](Xapian::WritableDatabase& database) {
      for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
        Xapian::Document document = database.get_document(id);
        document.set_data(document.get_value(kArticleSlot));
        document.remove_value(kArticleSlot);
        database.replace_document(id, document);
      }
      database.set_metadata(std::string(kFormatMetadataKey), "1");
      database.set_metadata(std::string(kSettingsMetadataKey), R"({"version":0,"stemmer":"snowball"})");
    });
  }

  std::filesystem::path path() const { return scratch_.path() / "berita.db"; }

  test::ScratchDirectory scratch_;
  ReindexOptions options_;
  std::atomic<bool> stop_ = false;
};

}  // namespace warta::indexer
