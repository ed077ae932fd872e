// robots.txt of any bytes is read, and its rules answer, in bounded time.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "indexer/fetch/robots.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using warta::indexer::RobotsRules;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const RobotsRules rules = RobotsRules::parse(text, "warta-indexer");
  // What a rule forbids is often what stands in it: the text itself is a target too.
  for (const std::string_view target : {std::string_view("/berita/2025/03/04/judul?page=2"), text.substr(0, 4096)}) {
    rules.allows(target);
  }
  if (!rules.allows("/robots.txt")) __builtin_trap();
  return 0;
}
