// Ctrl-C and SIGTERM: the first one asks the run to finish and commit, the second one ends the program at once.
#pragma once

#include <atomic>

namespace warta::indexer {

// Installs the handlers, and returns what becomes true at the first signal.
const std::atomic<bool>& watch_for_interruption();

}  // namespace warta::indexer
