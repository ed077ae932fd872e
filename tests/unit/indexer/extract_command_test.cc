#include "indexer/commands/extract_command.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(ExtractCommand, PrintsOneLineAnArticle) {
  Article article;
  article.url = "https://contoh.id/a";
  article.title = "Judul \"satu\"";
  article.body = "Satu.\nDua.";
  article.authors = {"Sari"};
  article.published = *parse_timestamp("12 Mei 2024 14:30 WIB");
  EXPECT_EQ(
      extracted_json("a.html", article),
      R"({"file":"a.html","url":"https://contoh.id/a","title":"Judul \"satu\"","authors":["Sari"],)"
      R"("published":"2024-05-12T14:30:00+07:00","modified":null,"source":"","section":"","tags":[],"language":"",)"
      R"("body":"Satu.\nDua."})");
}

TEST(ExtractCommand, GoesOnAfterWhatItCannotRead) {
  const std::string path = testing::TempDir() + "warta-extract.jsonl";
  std::ofstream(path) << "rusak\n{\"title\":\"Judul\"}\n";
  std::ostringstream output;
  std::vector<std::string> reports;
  const ExitCode code = run_extract({"/tidak/ada.html", path}, {}, output,
                                    [&](const std::string& message) { reports.push_back(message); });
  std::filesystem::remove(path);
  EXPECT_EQ(code, ExitCode::input_skipped);
  EXPECT_THAT(reports,
              testing::ElementsAre(testing::HasSubstr("/tidak/ada.html: "), testing::HasSubstr(path + ":1: ")));
  EXPECT_THAT(output.str(), testing::HasSubstr("\"title\":\"Judul\""));
}

}  // namespace
}  // namespace warta::indexer
