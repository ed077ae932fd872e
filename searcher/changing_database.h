// What a search does when the database changes under it: it asks anew, from the beginning.
//
// A reader sees one state of a generation until its writer has committed twice; then Xapian refuses to go on. And a
// generation may be removed between the moments in which its name is read and its files are opened. Whatever was
// computed from the old state (terms, weights, counts, hits) is thrown away with it: no answer mixes two.
#pragma once

#include <utility>

#include "searcher/session.h"

namespace warta::searcher {

// A writer that commits faster than a query runs is hardly met twice.
inline constexpr int kMostAttempts = 10;

// Calls open(), which gives a Result, until it gives something else than a database that was just swapped away.
template <typename Open>
auto open_while_swapped(Open open) -> decltype(open()) {
  for (int attempt = 1;; ++attempt) {
    auto opened = open();
    if (opened || attempt == kMostAttempts) return opened;
    if (opened.error().code != ExitCode::no_database && opened.error().code != ExitCode::changed) return opened;
  }
}

// Calls ask(), which asks the session and gives a Result, until the database stays as it is while it does; the session
// is renewed in between. ExitCode::changed where that never comes to pass.
template <typename Ask>
auto ask_while_changed(Session& session, Ask ask) -> decltype(ask()) {
  for (int attempt = 1;; ++attempt) {
    auto answer = ask();
    if (answer || answer.error().code != ExitCode::changed || attempt == kMostAttempts) return answer;
    const Result<void> renewed = open_while_swapped([&] { return session.renew(); });
    if (!renewed) return tl::unexpected(renewed.error());
  }
}

}  // namespace warta::searcher
