// noindex, in the header and on the page.
#include "indexer/fetch/index_permission.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

constexpr const char* kProduct = "warta-indexer";

TEST(IndexPermission, ReadsXRobotsTag) {
  const std::pair<const char*, bool> cases[] = {
      {"", false},
      {"noindex", true},
      {"NoIndex, nofollow", true},
      {"none", true},
      {"nofollow", false},
      {"all", false},
      {"noindexes", false},
      {"nofollow\nnoindex\n", true},
      {"googlebot: noindex, nofollow", false},
      {"Warta-Indexer: noindex", true},
      {"googlebot: noindex, warta-indexer: nofollow, noindex", true},
      {"googlebot: noindex\nnofollow", false},
      {"unavailable_after: 25 Jun 2010 15:00:00 PST, noindex", true},
      {"max-snippet: 20, index", false},
  };
  for (const auto& [tags, is_forbidden] : cases) EXPECT_EQ(forbids_indexing(tags, kProduct), is_forbidden) << tags;
}

TEST(IndexPermission, ReadsMetaTags) {
  const std::pair<const char*, bool> cases[] = {
      {"<p>noindex</p>", false},
      {"<meta name='robots' content='index, follow, max-snippet:-1'>", false},
      {"<meta name='ROBOTS' content='NOINDEX,FOLLOW'>", true},
      {"<meta name='robots' content='none'>", true},
      {"<meta name='robots' content='index'><meta name='warta-indexer' content='noindex'>", true},
      {"<meta name='googlebot' content='noindex'>", false},
      {"<meta name='description' content='noindex'>", false},
  };
  for (const auto& [page, is_forbidden] : cases)
    EXPECT_EQ(forbids_indexing(HtmlDocument(page), kProduct), is_forbidden) << page;
}

}  // namespace
}  // namespace warta::indexer
