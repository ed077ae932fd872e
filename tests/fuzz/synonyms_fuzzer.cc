// Any bytes as a list of double names, then each of its lines as a name: a line that cannot be read is an error, and a
// name stands for others only where the list says so of them too.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "database/synonym_list.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const warta::Result<warta::SynonymList> list = warta::SynonymList::parse(text);
  if (!list) return 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("=\n", begin), text.size());
    const std::string name = warta::SynonymList::folded(text.substr(begin, end - begin));
    for (const std::string& other : list->others(name)) {
      const auto back = list->others(warta::SynonymList::folded(other));
      if (std::ranges::find(back, name, warta::SynonymList::folded) == back.end()) std::abort();
    }
    begin = end + 1;
  }
  return 0;
}
