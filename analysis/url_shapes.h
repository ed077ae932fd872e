// Web and e-mail addresses in running text, with or without their scheme.
#pragma once

#include <string_view>

#include "analysis/token.h"

namespace warta::analysis {

struct UrlMatch {
  size_t end = 0;  // offset after the address; 0 where there is none
  Shape shape = Shape::url;
  std::string_view key;   // an address without scheme, "www." and final slash; an e-mail address whole
  std::string_view host;  // of a web address, without "www."
  size_t examined = 0;    // no address begins before this offset other than the one returned
};

// Reads the address that begins at `begin` of a normalised chunk. A host alone counts when it ends in a top-level
// domain that news mentions: kabar.com, but neither "selesai.Selanjutnya" nor "data.csv".
UrlMatch read_url(std::string_view chunk, size_t begin);

}  // namespace warta::analysis
