// Keeps fetching out of networks that are not the public Internet: a page, a feed or a redirect may name any host, and
// any host's name may resolve to an address of the machine's own network.
#pragma once

#include <string_view>

#include <sys/socket.h>

namespace warta::indexer {

// True for an IPv4 or IPv6 address that is global unicast: not private, loopback, link-local, shared (CGNAT),
// multicast, reserved or for documentation (IANA's special-purpose registries, RFC 6890). IPv4 addresses inside IPv6
// ones (mapped, NAT64) count as what they hold; the tunnels 6to4 and Teredo are refused.
bool is_public_address(const sockaddr& address);

// False for a host in a URL that needs no resolution to be seen as not public: such an address, "localhost" and the
// names below it. For connections through a proxy, which resolves names itself.
bool may_be_public_host(std::string_view host);

}  // namespace warta::indexer
