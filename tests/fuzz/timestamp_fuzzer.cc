// Any bytes as a date: what is read can be written, and is read back as the same moment.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "database/civil_time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const warta::Result<warta::Timestamp> timestamp =
      warta::parse_timestamp(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!timestamp) return 0;
  const warta::Result<warta::Timestamp> again = warta::parse_timestamp(warta::to_iso8601(*timestamp));
  if (!again || *again != *timestamp) std::abort();
  return 0;
}
