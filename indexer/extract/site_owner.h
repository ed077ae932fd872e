// Whose site an address is on, so that no page can speak for another's.
#pragma once

#include <string>
#include <string_view>

namespace warta::indexer {

// True when both are http(s) addresses of one owner: "jabar.contoh.co.id" and "www.contoh.co.id". Blogs of one host
// ("a.blogspot.com", "b.blogspot.com") have several owners, by the Public Suffix List, and so has each IP address.
bool is_same_site(std::string_view url, std::string_view other);

// The page of which an address in Google's or Bing's cache of AMP pages is a copy, by what that says:
// "https://contoh.id/a" for "https://contoh-id.cdn.ampproject.org/c/s/contoh.id/a"; "" for any other address.
std::string copied_page(std::string_view url);

}  // namespace warta::indexer
