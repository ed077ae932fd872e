// Reduplications with a stemmer that knows roots: which words stay whole, and which are found by their base.
#include "analysis/hyphen_words.h"

#include <set>

#include <gtest/gtest.h>

namespace warta::analysis {
namespace {

// Strips what the rows below need, and knows a few roots.
class SmallStemmer : public Stemmer {
 public:
  std::string_view stem(std::string_view word) override {
    for (const std::string_view prefix : {"perundang", "berhati", "memata"}) {
      if (word == prefix) return word.substr(word.starts_with("me") ? 2 : 3);
    }
    if (word == "undangan") return "undang";
    if (word == "matai") return "mata";
    if (word == "anaknya") return "anak";
    if (word == "menarik") return "tarik";
    return word;
  }
  StemExplanation explain(std::string_view word) override { return {std::string(stem(word)), "small"}; }
  bool knows(std::string_view word) const override { return roots_.contains(word); }

 private:
  std::set<std::string_view> roots_ = {"undang-undang", "hati-hati", "mata-mata", "anak", "tarik", "sayur", "balik"};
};

TEST(Reduce, AsksForTheWholeWordFirst) {
  SmallStemmer stemmer;
  const std::pair<const char*, const char*> rows[] = {
      {"undang-undang", "undang-undang"},
      {"perundang-undangan", "undang-undang"},
      {"berhati-hati", "hati-hati"},
      {"memata-matai", "mata-mata"},
      {"anak-anak", "anak"},
      {"anak-anaknya", "anak"},
      {"tarik-menarik", "tarik"},
      {"sayur-mayur", "sayur"},
      {"bolak-balik", "balik"},
      {"kelap-kelip", "kelap"},
  };
  for (const auto& [word, term] : rows) EXPECT_EQ(reduce(word, stemmer).stem, term) << word;
}

TEST(IsReduplication, TellsTwoWordsFromOne) {
  const std::pair<const char*, const char*> one[] = {
      {"anak", "anak"},     {"anak", "anaknya"},  {"berlari", "lari"},   {"tarik", "menarik"},  {"menari", "nari"},
      {"sayur", "mayur"},   {"corat", "coret"},   {"sebaik", "baiknya"}, {"kejar", "mengejar"}, {"tolong", "menolong"},
      {"rumah", "rumahku"}, {"dipukul", "pukul"}, {"turun", "temurun"},
  };
  for (const auto& [first, second] : one) EXPECT_TRUE(is_reduplication(first, second)) << first << '-' << second;
  const std::pair<const char*, const char*> two[] = {
      {"jakarta", "bandung"}, {"iran", "irak"}, {"suami", "istri"}, {"pro", "kontra"}, {"a", "b"}, {"tae", "yong"},
  };
  for (const auto& [first, second] : two) EXPECT_FALSE(is_reduplication(first, second)) << first << '-' << second;
}

}  // namespace
}  // namespace warta::analysis
