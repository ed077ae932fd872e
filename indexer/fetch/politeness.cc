#include "indexer/fetch/politeness.h"

#include <algorithm>
#include <iterator>

namespace warta::indexer {

std::optional<Politeness::Ticket> Politeness::take(Clock::time_point now) {
  auto candidate = servers_.upper_bound(last_served_);
  for (std::size_t i = 0; i < servers_.size(); ++i, ++candidate) {
    if (candidate == servers_.end()) candidate = servers_.begin();
    Server& server = candidate->second;
    if (server.is_busy || server.waiting.empty() || server.free_at > now) continue;
    const Ticket ticket = server.waiting.front();
    server.waiting.pop_front();
    server.is_busy = true;
    last_served_ = candidate->first;
    return ticket;
  }
  return std::nullopt;
}

std::optional<Politeness::Clock::time_point> Politeness::next_start() const {
  std::optional<Clock::time_point> earliest;
  for (const auto& [name, server] : servers_) {
    if (server.is_busy || server.waiting.empty()) continue;
    if (!earliest || server.free_at < *earliest) earliest = server.free_at;
  }
  return earliest;
}

bool Politeness::answered(const std::string& name, Clock::time_point now) {
  Server& server = servers_[name];
  server.is_busy = false;
  server.refusals = 0;
  server.free_at = now + std::max(options_.delay, server.delay);
  return server.delay <= options_.longest_wait;
}

bool Politeness::refused(const std::string& name, Clock::time_point now,
                         std::optional<std::chrono::seconds> asked_pause) {
  Server& server = servers_[name];
  server.is_busy = false;
  ++server.refusals;
  const std::chrono::milliseconds grown = options_.back_off * (std::int64_t{1} << std::min(server.refusals - 1, 20U));
  const std::chrono::milliseconds own_delay = std::max(options_.delay, server.delay);
  const std::chrono::milliseconds pause = asked_pause ? std::max<std::chrono::milliseconds>(*asked_pause, own_delay)
                                                      : std::min(grown, options_.longest_wait);
  server.free_at = now + pause;
  return server.refusals < options_.most_refusals && pause <= std::max(options_.longest_wait, own_delay);
}

std::vector<Politeness::Ticket> Politeness::give_up(const std::string& name) {
  Server& server = servers_[name];
  server.is_busy = false;
  std::vector<Ticket> waiting(server.waiting.begin(), server.waiting.end());
  server.waiting.clear();
  return waiting;
}

void Politeness::lengthen_delay(const std::string& name, std::chrono::milliseconds delay) {
  Server& server = servers_[name];
  server.delay = std::max(server.delay, delay);
}

}  // namespace warta::indexer
