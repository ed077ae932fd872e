// Days that count from today, in Indonesian and English words.
#pragma once

#include <optional>
#include <span>

#include "searcher/query/calendar.h"
#include "searcher/query/date_pieces.h"

namespace warta::searcher {

// kemarin, hari ini; "minggu lalu" (the calendar week before this one), "2 bulan lalu" (the month two before this one),
// "3 hari yang lalu" (that day); "7 hari terakhir", "seminggu terakhir" (up to today); and the English of these.
// Numbers up to ten may be words. Nothing where the pieces say something else.
std::optional<DayRange> relative_days(std::span<const DatePiece> pieces, const CivilDate& today);

// Whether they say such days so long ago that the calendar has none: "9999 tahun lalu".
bool is_before_our_era(std::span<const DatePiece> pieces, const CivilDate& today);

}  // namespace warta::searcher
