// A page's links as addresses: what <base> and relative references mean.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// The address that reference has on a page at base (RFC 3986, section 5), cleaned (clean_url). "" for what leads to no
// http(s) address: "javascript:", "mailto:", a relative reference where base is "".
std::string absolute_url(std::string_view base, std::string_view reference);

}  // namespace warta::indexer
