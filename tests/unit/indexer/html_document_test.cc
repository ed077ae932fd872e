#include "indexer/extract/html_document.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(HtmlDocument, GivesText) {
  const HtmlDocument document("<p>Harga&nbsp;<b>beras</b><br>naik<script>var a;</script> &amp; turun");
  EXPECT_EQ(text_of(document.root()), "Harga beras naik & turun");
}

TEST(HtmlDocument, WalksDeepTreesWithoutRecursion) {
  std::string html;
  for (int i = 0; i < 5000; ++i) html += "<div>";
  const HtmlDocument document(html + "dalam");
  EXPECT_EQ(text_of(document.root()), "dalam");
}

TEST(HtmlDocument, IsBoundedWhereOpenElementsAreOpenedAgain) {
  std::string html;
  for (int i = 0; i < 2000; ++i) html += "<p><b id=" + std::to_string(i) + ">x";
  EXPECT_FALSE(HtmlDocument(html.substr(0, html.size() / 10)).is_too_large());
  const HtmlDocument document(html);
  EXPECT_TRUE(document.is_too_large());
  EXPECT_EQ(text_of(document.root()), "");
}

TEST(NestingWork, GrowsWithDepthOnly) {
  EXPECT_EQ(nesting_work(""), 0u);
  EXPECT_EQ(nesting_work("<p>a<p>b<br><img src=x>"), 0u);
  EXPECT_EQ(nesting_work("<div><div></div></div>"), 0u + 1 + 2 + 1);
  EXPECT_EQ(nesting_work("<script>if (a<b) x = '<div><div>';</script><div></div>"), 1u);
  EXPECT_EQ(nesting_work("</div></div>< div><"), 0u);
}

}  // namespace
}  // namespace warta::indexer
