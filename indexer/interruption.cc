#include "indexer/interruption.h"

#include <csignal>

namespace warta::indexer {
namespace {

std::atomic<bool> is_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may set nothing else");

}  // namespace

const std::atomic<bool>& watch_for_interruption() {
  struct sigaction action = {};
  action.sa_handler = [](int) { is_interrupted = true; };
  action.sa_flags = SA_RESETHAND;  // and without SA_RESTART, so that waiting for input ends
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
  return is_interrupted;
}

}  // namespace warta::indexer
