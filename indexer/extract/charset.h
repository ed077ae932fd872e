// Bytes of a page to UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// Takes, in this order: a byte order mark, as browsers do; UTF-8 where the bytes are UTF-8, whatever header and page
// say (wrong declarations are commoner than text that is UTF-8 by chance); header_charset, as the HTTP header names it;
// the charset that the page declares; what uchardet detects; windows-1252. A name that is not known counts as none. The
// result is valid UTF-8 without control characters but white space; what cannot be decoded is U+FFFD.
std::string to_utf8(std::string_view bytes, std::string_view header_charset = {});

// The charset that the first bytes of a page declare in <meta> or <?xml ...?>, in lower case, or "".
std::string declared_charset(std::string_view bytes);

}  // namespace warta::indexer
