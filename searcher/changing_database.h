// What a search does when the database changes under it: it asks anew, from the beginning.
//
// A reader sees one state of a generation until its writer has committed twice; then Xapian refuses to go on. And a
// generation may be removed between the moments in which its name is read and its files are opened. Whatever was
// computed from the old state (terms, weights, counts, hits) is thrown away with it: no answer mixes two.
#pragma once

#include <utility>

#include "database/swapped_database.h"
#include "searcher/session.h"

namespace warta::searcher {

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
