// robots.txt as RFC 9309 has it, and as sites write it.
#include "indexer/fetch/robots.h"

#include <string>

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

RobotsRules parse(std::string_view text) {
  return RobotsRules::parse(text, "warta-indexer");
}

TEST(Robots, TheLongestRuleDecides) {
  struct Case {
    const char* rules;
    const char* target;
    bool is_allowed;
  };
  const Case cases[] = {
      {"", "/", true},
      {"Disallow:", "/a", true},
      {"Disallow: /", "/a", false},
      {"Disallow: /", "/robots.txt", true},
      {"Disallow: /a", "/abc", false},
      {"Disallow: /a", "/b/a", true},
      {"Disallow: /a/\nAllow: /a/b", "/a/b/c", true},
      {"Allow: /a/b\nDisallow: /a/", "/a/x", false},
      {"Disallow: /a\nAllow: /a", "/a", true},
      {"Disallow: /*.pdf$", "/a/b.pdf", false},
      {"Disallow: /*.pdf$", "/a/b.pdf?x", true},
      {"Disallow: /*?hal=", "/a?hal=2", false},
      {"Disallow: /a*b*c", "/a-b-c", false},
      {"Disallow: /a*b*c", "/a-c-b", true},
      {"Disallow: *", "/a", false},
      {"Disallow: /$", "/", false},
      {"Disallow: /$", "/a", true},
      {"Disallow: /a$", "/a", false},
      {"Disallow: /*a*$", "/xa", false},
      {"Disallow: /a%2Db", "/a-b", false},
      {"Disallow: /a-b", "/a%2db", false},
      {"Disallow: /kaf\xC3\xA9", "/kaf%C3%A9", false},
      {"Disallow: /kaf%c3%a9", "/kaf\xC3\xA9", false},
      {"Disallow: /a%2Fb", "/a/b", true},
      {"disallow : /a # keterangan", "/a", false},
      {"DISALLOW:/a", "/a", false},
      {"Disallow /a", "/a", true},
      {"Disallow: /a%", "/a%", false},
  };
  for (const Case& item : cases) {
    const std::string text = std::string("User-agent: *\n") + item.rules;
    EXPECT_EQ(parse(text).allows(item.target), item.is_allowed) << item.rules << " | " << item.target;
  }
}

TEST(Robots, GroupsOfOneProductCountTogether) {
  struct Case {
    const char* name;
    const char* text;
    bool allows_a;
    bool allows_b;
  };
  const Case cases[] = {
      {"ours stands above all", "User-agent: *\nDisallow: /\nUser-agent: warta-indexer\nDisallow: /b", true, false},
      {"whatever the case", "User-agent: WARTA-Indexer/1.0\nDisallow: /a", false, true},
      {"two groups for us",
       "User-agent: warta-indexer\nDisallow: /a\n\nUser-agent: x\nDisallow: /\n\n"
       "User-agent: warta-indexer\nDisallow: /b",
       false, false},
      {"two groups for all", "User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b", false, false},
      {"one group for two", "User-agent: x\nUser-agent: *\nDisallow: /a", false, true},
      {"another product", "User-agent: warta\nDisallow: /\nUser-agent: warta-indexer-2\nDisallow: /", true, true},
      {"an empty group of ours", "User-agent: *\nDisallow: /\n\nUser-agent: warta-indexer\nDisallow:", true, true},
      {"rules before any group", "Disallow: /a\nUser-agent: *\nDisallow: /b", true, false},
      {"a sitemap does not end a group", "User-agent: *\nSitemap: https://x.id/s.xml\nDisallow: /a", false, true},
      {"a mark, and ends of old and new", "\xEF\xBB\xBFUser-agent: *\rDisallow: /a\r\nDisallow: /b", false, false},
  };
  for (const Case& item : cases) {
    const RobotsRules rules = parse(item.text);
    EXPECT_EQ(rules.allows("/a"), item.allows_a) << item.name;
    EXPECT_EQ(rules.allows("/b"), item.allows_b) << item.name;
  }
}

TEST(Robots, SaysHowOftenAndWhereSitemapsAre) {
  const RobotsRules rules = parse(
      "Sitemap: https://contoh.id/a.xml\nUser-agent: lain\nCrawl-delay: 99\n"
      "User-agent: *\nCrawl-delay: 2.5\nsitemap:https://contoh.id/b.xml");
  EXPECT_EQ(rules.crawl_delay(), std::chrono::milliseconds(2500));
  EXPECT_EQ(rules.sitemaps(), (std::vector<std::string>{"https://contoh.id/a.xml", "https://contoh.id/b.xml"}));
  EXPECT_FALSE(parse("User-agent: *\nCrawl-delay: -1").crawl_delay());
  EXPECT_FALSE(parse("User-agent: *\nCrawl-delay: nan").crawl_delay());
  EXPECT_FALSE(parse("User-agent: *\nCrawl-delay: lambat").crawl_delay());
  EXPECT_EQ(parse("User-agent: *\nCrawl-delay: 1e30").crawl_delay(), std::chrono::hours(24));
}

TEST(Robots, ReadsOnlySoMuch) {
  const std::string long_text =
      "User-agent: *\nDisallow: /a\n#" + std::string(kLongestRobots, 'x') + "\nDisallow: /b\n";
  EXPECT_FALSE(parse(long_text).allows("/a"));
  EXPECT_TRUE(parse(long_text).allows("/b"));
}

TEST(Robots, KnowsTheProductOfAUserAgent) {
  EXPECT_EQ(product_token("warta-indexer/0.1 (+https://contoh.id)"), "warta-indexer");
  EXPECT_EQ(product_token("Mozilla/5.0"), "Mozilla");
  EXPECT_EQ(product_token("*"), "");
  EXPECT_EQ(product_token(""), "");
}

}  // namespace
}  // namespace warta::indexer
