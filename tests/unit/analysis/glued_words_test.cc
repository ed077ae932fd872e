// Words that scraping glued together: text -> parts.
#include "analysis/glued_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

using testing::ElementsAreArray;

TEST(GluedWords, PartsWhatIsWrittenInOne) {
  const struct {
    const char* word;
    std::vector<std::string_view> parts;
  } cases[] = {
      {"", {}},
      {"a", {}},
      {"kantor", {}},
      {"Kantor", {}},
      {"KANTOR", {}},
      {"KantorOmbudsman", {"Kantor", "Ombudsman"}},
      {"kataPakSiti", {"kata", "Pak", "Siti"}},
      {"olehKPK", {"oleh", "KPK"}},
      {"olehKPKlagi", {"oleh", "KPKlagi"}},
      {"kata\xC3\xA9Pak", {}},
      // Names that are written so.
      {"iPhone", {}},
      {"McLaren", {}},
      {"MoU", {}},
      {"DPRnya", {}},
      {"GoTo", {}},
      {"vitaminC", {}},
  };
  for (const auto& row : cases) EXPECT_THAT(glued_words(row.word), ElementsAreArray(row.parts)) << row.word;
}

}  // namespace
}  // namespace warta::analysis
