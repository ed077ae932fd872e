// Any bytes as a date: what is read can be written, and is read back as the same moment.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "database/civil_time.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  for (const auto parse : {warta::parse_timestamp, warta::parse_timestamp_field}) {
    const warta::Result<warta::Timestamp> timestamp = parse(text, warta::kWibOffsetMinutes);
    if (!timestamp) continue;
    const warta::Result<warta::Timestamp> again = warta::parse_timestamp(warta::to_iso8601(*timestamp));
    if (!again || *again != *timestamp) std::abort();
  }
  return 0;
}
