// Where a range of days begins and ends in its text, before either end is read as a date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace warta::searcher {

// The texts of both ends; an empty one is open.
struct RangeEnds {
  std::string from;
  std::string to;
};

// Nothing where no word and no sign parts two days or opens a range. An end borrows what people write only once, at
// the other one: "12 - 15 Mei 2024", "Mei sampai Juni 2024", "May 12 - 15, 2024".
std::optional<RangeEnds> range_ends(std::string_view text);

// The same where the only hyphen of the text is all that parts the days: "12-15 Mei 2024", "2023-2024". As a hyphen may
// stand for a space within a date, this is for text that is no date as a whole.
std::optional<RangeEnds> ends_at_hyphen(std::string_view text);

}  // namespace warta::searcher
