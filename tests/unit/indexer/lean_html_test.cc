#include "indexer/extract/lean_html.h"

#include <gtest/gtest.h>

#include "indexer/extract/html_document.h"
#include "indexer/extract/markup_text.h"

namespace warta::indexer {
namespace {

TEST(LeanHtml, LeavesOutWhatNoReaderSees) {
  const std::pair<const char*, const char*> cases[] = {
      {"<p>a  b\n\n c</p>", "<p>a b c</p>"},
      {"a<!-- x -->b", "ab"},
      {"a<!-->b", "ab"},
      {"a<!--->b", "ab"},
      {"a<!-- x", "a"},
      {"<script>if (a < b) { x(); }</script>b", "<script></script>b"},
      {"<SCRIPT src=a>x</Script>b", "<SCRIPT src=a></Script>b"},
      {"<script type='application/ld+json'>{\"a\":\n  1}</script>",
       "<script type='application/ld+json'>{\"a\":\n  1}</script>"},
      {"<style>p {}</style>b", "<style></style>b"},
      {"<svg><path/><title>x</title></svg>b", "<svg></svg>b"},
      {"<svg/>b", "<svg/>b"},
      {"<svg <svg  />b", "<svg <svg  />b"},  // one tag: looked at again from each "<svg", many would take seconds
      {"<scripts>a</scripts>", "<scripts>a</scripts>"},
      {"<script>a", "<script>"},
      {"<script", "<script"},
      {"a < b", "a < b"},
      {"", ""},
  };
  for (const auto& [page, expected] : cases) EXPECT_EQ(lean_html(page), expected) << page;
}

TEST(NestingWork, CountsAttributes) {
  std::string tag = "<p ";
  for (int i = 0; i < 20'000; ++i) tag += "a" + std::to_string(i) + "=1 ";
  EXPECT_TRUE(is_nested_too_deeply(tag + ">"));
  EXPECT_FALSE(is_nested_too_deeply("<p title='" + std::string(200'000, ' ') + "'>"));
  EXPECT_FALSE(is_nested_too_deeply("<p title='a > b <c <d'>teks"));
}

TEST(MarkupText, ResolvesReferencesAndTags) {
  const std::pair<const char*, const char*> cases[] = {
      {"Beras &amp; gula", "Beras & gula"},
      {"&#8220;Aman&#8221;", "“Aman”"},
      {"<b>Harga</b> naik", "Harga naik"},
      {"1 < 2 & 3 > 2", "1 < 2 & 3 > 2"},
      {"A&B; C", "A&B; C"},
      {"R&D", "R&D"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(resolved_text(text), expected) << text;
}

}  // namespace
}  // namespace warta::indexer
