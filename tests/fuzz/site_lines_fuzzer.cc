// Any bytes as what is known of a site's lines: what can be read is written back without loss.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "indexer/repeated_lines/site_lines.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using warta::indexer::SiteLines;
  const std::string once = SiteLines::parse({reinterpret_cast<const char*>(data), size}).serialised();
  if (SiteLines::parse(once).serialised() != once) std::abort();
  return 0;
}
