// Opening a database that writers may swap away meanwhile: for readers, who have no lock.
#pragma once

#include "base/result.h"

namespace warta {

// A writer that commits faster than it is read is hardly met twice.
inline constexpr int kMostAttempts = 10;

// Calls open(), which gives a Result, until it gives something else than a database that was just swapped away: a
// generation may be removed between the moments in which its name is read and its files are opened. What open() gave
// last comes back.
template <typename Open>
auto open_while_swapped(Open open) -> decltype(open()) {
  for (int attempt = 1;; ++attempt) {
    auto opened = open();
    if (opened || attempt == kMostAttempts) return opened;
    if (opened.error().code != ExitCode::no_database && opened.error().code != ExitCode::changed) return opened;
  }
}

}  // namespace warta
