#include "indexer/fetch/address_guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

struct Network4 {
  std::uint32_t address;
  unsigned bits;
};

constexpr std::uint32_t ipv4(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

constexpr Network4 kSpecial4[] = {
    {ipv4(0, 0, 0, 0), 8},        // this network
    {ipv4(10, 0, 0, 0), 8},       // private
    {ipv4(100, 64, 0, 0), 10},    // shared between providers and their customers
    {ipv4(127, 0, 0, 0), 8},      // loopback
    {ipv4(169, 254, 0, 0), 16},   // link-local; metadata of cloud machines
    {ipv4(172, 16, 0, 0), 12},    // private
    {ipv4(192, 0, 0, 0), 24},     // protocol assignments
    {ipv4(192, 0, 2, 0), 24},     // documentation
    {ipv4(192, 88, 99, 0), 24},   // 6to4 relays
    {ipv4(192, 168, 0, 0), 16},   // private
    {ipv4(198, 18, 0, 0), 15},    // benchmarks
    {ipv4(198, 51, 100, 0), 24},  // documentation
    {ipv4(203, 0, 113, 0), 24},   // documentation
    {ipv4(224, 0, 0, 0), 4},      // multicast
    {ipv4(240, 0, 0, 0), 4},      // reserved, broadcast
};

struct Network6 {
  std::array<std::uint8_t, 16> address;
  unsigned bits;
};

constexpr Network6 kGlobalUnicast6 = {{0x20}, 3};
constexpr Network6 kMappedIpv4 = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 96};
constexpr Network6 kNat64 = {{0x00, 0x64, 0xFF, 0x9B}, 96};
constexpr Network6 kSpecial6[] = {
    {{0x20, 0x01}, 23},              // protocol assignments, Teredo among them
    {{0x20, 0x01, 0x0D, 0xB8}, 32},  // documentation
    {{0x20, 0x02}, 16},              // 6to4
    {{0x3F, 0xFF}, 20},              // documentation
};

bool is_public(std::uint32_t address) {
  return std::none_of(std::begin(kSpecial4), std::end(kSpecial4), [&](const Network4& network) {
    const std::uint32_t mask = ~std::uint32_t{0} << (32 - network.bits);
    return (address & mask) == network.address;
  });
}

bool is_in(std::span<const std::uint8_t, 16> address, const Network6& network) {
  const std::size_t bytes = network.bits / 8;
  if (!std::equal(network.address.begin(), network.address.begin() + bytes, address.begin())) return false;
  const unsigned rest = network.bits % 8;
  return rest == 0 || (address[bytes] ^ network.address[bytes]) >> (8 - rest) == 0;
}

bool is_public(std::span<const std::uint8_t, 16> address) {
  if (is_in(address, kMappedIpv4) || is_in(address, kNat64)) {
    return is_public(ipv4(address[12], address[13], address[14], address[15]));
  }
  return is_in(address, kGlobalUnicast6) &&
         std::none_of(std::begin(kSpecial6), std::end(kSpecial6),
                      [&](const Network6& network) { return is_in(address, network); });
}

bool is_public(const in6_addr& address) {
  return is_public(std::span<const std::uint8_t, 16>(address.s6_addr));
}

}  // namespace

bool is_public_address(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in inet{};
    std::memcpy(&inet, &address, sizeof inet);
    return is_public(ntohl(inet.sin_addr.s_addr));
  }
  if (address.sa_family == AF_INET6) {
    sockaddr_in6 inet{};
    std::memcpy(&inet, &address, sizeof inet);
    return is_public(inet.sin6_addr);
  }
  return false;
}

bool may_be_public_host(std::string_view host) {
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.ends_with('.')) host.remove_suffix(1);
  const std::string name = lower_ascii(host.substr(0, host.find('%')));  // without the zone of an IPv6 address
  if (name == "localhost" || name.ends_with(".localhost")) return false;
  in_addr address4{};
  if (::inet_aton(name.c_str(), &address4) != 0) return is_public(ntohl(address4.s_addr));
  in6_addr address6{};
  if (::inet_pton(AF_INET6, name.c_str(), &address6) == 1) return is_public(address6);
  return true;
}

}  // namespace warta::indexer
