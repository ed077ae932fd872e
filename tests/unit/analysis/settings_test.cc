// Settings and stop words: what the indexer writes, the searcher reads back, and nothing else passes.
#include "analysis/analysis_settings.h"

#include <gtest/gtest.h>

#include "analysis/stemmer.h"
#include "analysis/stop_words.h"

namespace warta::analysis {
namespace {

TEST(Settings, ComeBackFromMetadata) {
  AnalysisSettings settings;
  settings.stemmer = "none";
  settings.stop_words = "# umum\n[function]\nyang\n\"dari\"\n";
  settings.user_lexicon = "unggah\tunggah\n";
  const auto read = settings_from_metadata(to_metadata(settings));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, settings);
}

TEST(Settings, RefuseWhatTheyDoNotKnow) {
  for (const char* json : {"", "{", "[]", "{}", R"({"version":"1"})", R"({"version":1})", R"({"version":999})",
                           R"({"version":1,"stemmer":7,"stop_words":"","user_lexicon":""})"}) {
    const auto read = settings_from_metadata(json);
    ASSERT_FALSE(read.has_value()) << json;
    EXPECT_EQ(read.error().code, ExitCode::wrong_version) << json;
    EXPECT_FALSE(read.error().message.empty());
  }
}

TEST(Settings, OfAnyVersionCanBeTakenOver) {
  const AnalysisSettings defaults{.stop_words = "yang", .user_lexicon = "akar"};
  const auto taken = [&](const char* json) { return settings_for_this_version(json, defaults); };
  EXPECT_EQ(taken(R"({"version":999,"stemmer":"none","stop_words":"di","user_lexicon":""})"),
            (AnalysisSettings{.stemmer = "none", .stop_words = "di", .user_lexicon = ""}));
  EXPECT_EQ(taken(R"({"version":0,"stemmer":"snowball"})"),
            (AnalysisSettings{.stemmer = "snowball", .stop_words = "yang", .user_lexicon = "akar"}));
  for (const char* json : {"", "{", "[]", R"({"stemmer":7})"}) EXPECT_EQ(taken(json), defaults) << json;
}

TEST(StopWordsList, ReadsBothSections) {
  const auto words = StopWords::parse("ke\n[function]\n  Yang # penghubung\r\n\n# catatan\n[question]\nsiapa");
  ASSERT_TRUE(words.has_value());
  for (const char* word : {"ke", "yang", "siapa"}) EXPECT_TRUE(words->contains(word)) << word;
  for (const char* word : {"", "penghubung", "catatan", "kasus", "[question]"}) {
    EXPECT_FALSE(words->contains(word)) << word;
  }
  EXPECT_TRUE(StopWords::parse("").has_value());
}

TEST(StopWordsList, NamesTheLineOfAnUnknownSection) {
  const auto words = StopWords::parse("yang\n[verbs]\n");
  ASSERT_FALSE(words.has_value());
  EXPECT_EQ(words.error().code, ExitCode::usage);
  EXPECT_NE(words.error().message.find("2"), std::string::npos);
}

TEST(Stemmers, AreMadeByName) {
  for (const std::string_view name : stemmer_names()) {
    AnalysisSettings settings;
    settings.stemmer = name;
    const auto stemmer = make_stemmer(settings);
    ASSERT_TRUE(stemmer.has_value()) << name;
    EXPECT_FALSE((*stemmer)->explain("membaca").reason.empty()) << name;
  }
}

}  // namespace
}  // namespace warta::analysis
