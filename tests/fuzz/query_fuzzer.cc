// Any bytes are a query or an error with its place inside; what was read is printed so that it reads the same again.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/escape.h"
#include "searcher/query/parser.h"

namespace {

void require(bool condition, const char* what, std::string_view query) {
  if (condition) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(query.size()), query.data());
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace warta::searcher;
  constexpr warta::CivilDate kToday{2024, 5, 15};
  const std::string_view query(reinterpret_cast<const char*>(data), size);

  const QueryResult<ParsedQuery> parsed = parse_query(query, kToday);
  if (!parsed) {
    const std::string shown = warta::valid_utf8(query);
    require(parsed.error().begin <= parsed.error().end && parsed.error().end <= shown.size(), "place outside", query);
    require(!render(parsed.error(), shown).empty(), "no message", query);
    return 0;
  }
  const std::string printed = to_query_string(parsed->root);
  if (printed.size() > kMaxQueryBytes) return 0;  // dates are printed in full
  const QueryResult<ParsedQuery> again = parse_query(printed, kToday);
  require(again.has_value(), "printed query is not read", printed);
  require(to_s_expression(again->root) == to_s_expression(parsed->root), "printed query is read otherwise", query);
  return 0;
}
