// What an address says about its page: an article, a page of one, or a list of others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warta::indexer {

enum class AddressShape : std::uint8_t {
  other,     // a front page, a section, a list of a tag, a login
  possible,  // a short slug, or a number: an article if the link's text is a headline
  article,   // a headline's words with a date or number, or many words
};

// url is absolute and cleaned.
AddressShape address_shape(std::string_view url);

// True for an address whose path names pictures, a video or a recording: "/foto/...", "/video/...".
bool address_names_media(std::string_view url);

// An address of one of an article's pages, taken apart.
struct PagedAddress {
  std::string article;       // the same for all pages of the article: no page number, scheme or "www."
  unsigned page = 1;         // from 1
  bool is_numbered = false;  // the address names the page
  bool is_all = false;       // the view of all pages: "?page=all"
};

// "https://www.contoh.id/judul-berita?page=2" to {"contoh.id/judul-berita", 2}; so do "/judul-berita/2",
// "/judul-berita/halaman-2" and "/judul-berita/page/2/".
PagedAddress paged_address(std::string_view url);

}  // namespace warta::indexer
