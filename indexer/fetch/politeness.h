// Which server may be asked when: one request at a time for each, a pause after each, longer pauses where it asks for
// them or refuses, and an end for this run where it goes on refusing. Knows no network and no clock: both are given.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace warta::indexer {

struct PolitenessOptions {
  std::chrono::milliseconds delay{1000};          // between the end of a request and the next one
  std::chrono::milliseconds back_off{5000};       // after the first refusal without Retry-After; doubles with each
  std::chrono::milliseconds longest_wait{60000};  // a server that asks for more is left for the next run
  unsigned most_refusals = 3;                     // one after the other; then the server is left for the next run
};

class Politeness {
 public:
  using Ticket = std::uint64_t;
  using Clock = std::chrono::steady_clock;

  explicit Politeness(PolitenessOptions options) : options_(options) {}

  // A request for the server joins its queue, behind all or before all.
  void push_back(const std::string& server, Ticket ticket) { servers_[server].waiting.push_back(ticket); }
  void push_front(const std::string& server, Ticket ticket) { servers_[server].waiting.push_front(ticket); }

  // The next request that may start now, if any; its server is busy from then on. Servers take turns.
  std::optional<Ticket> take(Clock::time_point now);

  // When take will have something, as far as waiting decides it; nothing where only busy servers have requests.
  std::optional<Clock::time_point> next_start() const;

  // The busy server is free again: after an answer (of any kind), or without having been asked. False: it has answered,
  // but wants a longer pause than the longest wait; give it up.
  bool answered(const std::string& server, Clock::time_point now);
  void released(const std::string& server) { servers_[server].is_busy = false; }

  // The busy server refused (429, 503) or could not be reached. True: it is free again after a pause, the one that it
  // asked for or one that grows. False: it has refused too often or asks for too long a pause; give it up.
  bool refused(const std::string& server, Clock::time_point now, std::optional<std::chrono::seconds> asked_pause);

  // The server is not asked again in this run. Returns its waiting requests; the caller sends no more of them here.
  std::vector<Ticket> give_up(const std::string& server);

  // A longer pause after each request than the one for all, as Crawl-delay asks for it; the longest counts.
  void lengthen_delay(const std::string& server, std::chrono::milliseconds delay);

 private:
  struct Server {
    std::deque<Ticket> waiting;
    Clock::time_point free_at{};
    std::chrono::milliseconds delay{0};
    unsigned refusals = 0;
    bool is_busy = false;
  };

  PolitenessOptions options_;
  std::map<std::string, Server> servers_;
  std::string last_served_;  // turns go on behind it
};

}  // namespace warta::indexer
