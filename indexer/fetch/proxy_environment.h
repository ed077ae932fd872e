// Which proxy the environment names for a URL: the variables that libcurl and most programs know.
#pragma once

#include <string>

#include "indexer/fetch/web_url.h"

namespace warta::indexer {

// The proxy for url: http_proxy (in lower case only, because a web server hands HTTP_PROXY to its programs),
// https_proxy or HTTPS_PROXY, else all_proxy or ALL_PROXY; "" where there is none, or no_proxy or NO_PROXY excepts the
// host: "*", or names and domains with commas between them. Read here and not by libcurl, because whether a connection
// goes to the proxy decides what the address guard can check.
std::string proxy_for(const WebUrl& url);

}  // namespace warta::indexer
