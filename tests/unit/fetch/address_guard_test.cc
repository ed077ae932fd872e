// Which addresses belong to the public Internet.
#include "indexer/fetch/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <gtest/gtest.h>

namespace warta::indexer {
namespace {

bool is_public(const char* text) {
  sockaddr_in address4{};
  address4.sin_family = AF_INET;
  if (::inet_pton(AF_INET, text, &address4.sin_addr) == 1) {
    return is_public_address(reinterpret_cast<const sockaddr&>(address4));
  }
  sockaddr_in6 address6{};
  address6.sin6_family = AF_INET6;
  EXPECT_EQ(::inet_pton(AF_INET6, text, &address6.sin6_addr), 1) << text;
  return is_public_address(reinterpret_cast<const sockaddr&>(address6));
}

TEST(AddressGuard, TakesGlobalUnicast) {
  for (const char* text : {"1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "172.15.0.1",
                           "172.32.0.1", "192.167.1.1", "223.255.255.255", "2606:4700::1111", "2404:6800:4003::1",
                           "::ffff:1.1.1.1", "64:ff9b::1.1.1.1"}) {
    EXPECT_TRUE(is_public(text)) << text;
  }
}

TEST(AddressGuard, RefusesEverythingElse) {
  for (const char* text : {"0.0.0.0",
                           "10.1.2.3",
                           "100.64.0.1",
                           "127.0.0.1",
                           "127.255.0.1",
                           "169.254.169.254",
                           "172.16.0.1",
                           "172.31.255.255",
                           "192.168.1.1",
                           "192.0.0.1",
                           "192.0.2.1",
                           "198.18.0.1",
                           "198.19.255.255",
                           "198.51.100.7",
                           "203.0.113.9",
                           "224.0.0.1",
                           "240.0.0.1",
                           "255.255.255.255",
                           "::",
                           "::1",
                           "fe80::1",
                           "fc00::1",
                           "fd12::1",
                           "ff02::1",
                           "::ffff:10.0.0.1",
                           "::ffff:127.0.0.1",
                           "64:ff9b::7f00:1",
                           "2002:7f00:1::",
                           "2001:db8::1",
                           "2001::1",
                           "::127.0.0.1",
                           "fec0::1",
                           "100::1",
                           "64:ff9b:1::a00:1",
                           "3fff::1"}) {
    EXPECT_FALSE(is_public(text)) << text;
  }
}

TEST(AddressGuard, SeesHostsThatNeedNoResolution) {
  for (const char* host : {"contoh.id", "localhost.id", "1.1.1.1", "[2606:4700::1111]"}) {
    EXPECT_TRUE(may_be_public_host(host)) << host;
  }
  for (const char* host : {"localhost", "LOCALHOST", "localhost.", "a.localhost", "127.0.0.1", "127.1", "0x7f.1",
                           "2130706433", "[::1]", "[fe80::1%25eth0]", "192.168.0.1"}) {
    EXPECT_FALSE(may_be_public_host(host)) << host;
  }
}

}  // namespace
}  // namespace warta::indexer
