// The proxy that the environment names.
#include "indexer/fetch/proxy_environment.h"

#include <cstdlib>

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

constexpr const char* kVariables[] = {"http_proxy", "https_proxy", "HTTPS_PROXY", "HTTP_PROXY",
                                      "all_proxy",  "ALL_PROXY",   "no_proxy",    "NO_PROXY"};

class ProxyEnvironment : public testing::Test {
 protected:
  ProxyEnvironment() {
    for (const char* name : kVariables) ::unsetenv(name);
  }
  ~ProxyEnvironment() override {
    for (const char* name : kVariables) ::unsetenv(name);
  }

  static std::string proxy(const char* url) { return proxy_for(parse_web_url(url).value()); }
};

TEST_F(ProxyEnvironment, IsOfTheScheme) {
  EXPECT_EQ(proxy("http://contoh.id/"), "");
  ::setenv("HTTP_PROXY", "http://jahat:1", 1);
  EXPECT_EQ(proxy("http://contoh.id/"), "");
  ::setenv("ALL_PROXY", "http://semua:1", 1);
  ::setenv("http_proxy", "http://polos:1", 1);
  EXPECT_EQ(proxy("http://contoh.id/"), "http://polos:1");
  EXPECT_EQ(proxy("https://contoh.id/"), "http://semua:1");
  ::setenv("HTTPS_PROXY", "http://aman:1", 1);
  EXPECT_EQ(proxy("https://contoh.id/"), "http://aman:1");
}

TEST_F(ProxyEnvironment, HasExceptions) {
  ::setenv("all_proxy", "http://semua:1", 1);
  ::setenv("no_proxy", "localhost, .dalam.id,contoh.id", 1);
  EXPECT_EQ(proxy("http://contoh.id/"), "");
  EXPECT_EQ(proxy("http://www.contoh.id/"), "");
  EXPECT_EQ(proxy("http://a.dalam.id/"), "");
  EXPECT_EQ(proxy("http://bukancontoh.id/"), "http://semua:1");
  ::setenv("no_proxy", "*", 1);
  EXPECT_EQ(proxy("http://bukancontoh.id/"), "");
}

}  // namespace
}  // namespace warta::indexer
