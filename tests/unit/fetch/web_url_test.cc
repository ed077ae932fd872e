// URLs: their parts, references, and what may be shown.
#include "indexer/fetch/web_url.h"

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

TEST(WebUrl, HasParts) {
  const auto url = parse_web_url("HTTP://www.Contoh.ID/a b?x=1#bagian");
  ASSERT_TRUE(url) << url.error().message;
  EXPECT_EQ(url->scheme, "http");
  EXPECT_EQ(url->host, "www.contoh.id");
  EXPECT_EQ(url->port, "80");
  EXPECT_EQ(url->target, "/a%20b?x=1");
  EXPECT_EQ(url->origin(), "http://www.contoh.id:80");
  EXPECT_EQ(url->server(), "www.contoh.id");
  EXPECT_EQ(parse_web_url("https://contoh.id")->target, "/");
  EXPECT_EQ(parse_web_url("https://contoh.id:8080/")->server(), "contoh.id:8080");
  EXPECT_EQ(parse_web_url("https://contoh.id/#x")->text, "https://contoh.id/");
}

TEST(WebUrl, RefusesWhatIsNoAddressOnTheWeb) {
  for (const char* text : {"", "contoh.id/a", "ftp://contoh.id/", "file:///etc/passwd", "javascript:alert(1)",
                           "http://", "http://a b/", "mailto:a@contoh.id", "gopher://contoh.id/"}) {
    EXPECT_FALSE(parse_web_url(text)) << text;
  }
  EXPECT_FALSE(parse_web_url("https://contoh.id/" + std::string(kLongestUrl, 'a')));
  EXPECT_FALSE(parse_web_url(std::string_view("https://contoh.id/\0a", 20)));
}

TEST(WebUrl, ResolvesReferences) {
  const WebUrl base = parse_web_url("https://contoh.id/a/b?x=1").value();
  struct Case {
    const char* reference;
    const char* url;
  };
  const Case cases[] = {
      {"c", "https://contoh.id/a/c"},       {"/c?d=e", "https://contoh.id/c?d=e"},
      {"../c", "https://contoh.id/c"},      {"?y=2", "https://contoh.id/a/b?y=2"},
      {"//lain.id/c", "https://lain.id/c"}, {"http://lain.id/c d", "http://lain.id/c%20d"},
  };
  for (const Case& item : cases) {
    const auto url = resolve_web_url(base, item.reference);
    ASSERT_TRUE(url) << item.reference;
    EXPECT_EQ(url->text, item.url) << item.reference;
  }
  EXPECT_FALSE(resolve_web_url(base, "file:///etc/passwd"));
  EXPECT_FALSE(resolve_web_url(base, "ftp://lain.id/"));
}

TEST(WebUrl, ShowsNoCredentials) {
  struct Case {
    const char* url;
    const char* shown;
  };
  const Case cases[] = {
      {"https://contoh.id/a?x=1", "https://contoh.id/a?x=1"},
      {"https://siti:gulali@contoh.id/a", "https://contoh.id/a"},
      {"https://siti@contoh.id", "https://contoh.id"},
      {"https://contoh.id/a@b", "https://contoh.id/a@b"},
      {"https://a:b@c@contoh.id/", "https://contoh.id/"},
      {"https://contoh.id/a?x=1&token=abc&y=2", "https://contoh.id/a?x=1&token=***&y=2"},
      {"https://contoh.id/a?API_KEY=abc", "https://contoh.id/a?API_KEY=***"},
      {"https://contoh.id/a?token", "https://contoh.id/a?token"},
      {"bukan url", "bukan url"},
      {"", ""},
  };
  for (const Case& item : cases) EXPECT_EQ(loggable_url(item.url), item.shown) << item.url;
}

}  // namespace
}  // namespace warta::indexer
