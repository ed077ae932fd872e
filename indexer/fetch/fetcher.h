// From a URL to what came of it: asks robots.txt, waits for the server's turn, follows redirects one by one, comes back
// when a server says "later". Many at once, one for each server.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>

#include "indexer/fetch/fetch_state.h"
#include "indexer/fetch/http_client.h"
#include "indexer/fetch/politeness.h"
#include "indexer/fetch/robots_store.h"
#include "indexer/fetch/web_url.h"

namespace warta::indexer {

struct FetchOptions {
  HttpOptions http;
  PolitenessOptions politeness;
  std::size_t parallel = 8;     // requests under way at once
  unsigned max_redirects = 10;  // on the way to one answer
};

struct FetchRequest {
  std::string url;
  std::string etag = {};  // validators as an earlier answer gave them; "" asks unconditionally
  std::string last_modified = {};
  std::uint64_t max_bytes = 0;         // of the body, when it is decompressed
  std::chrono::milliseconds delay{0};  // for its server, where that is longer than the one for all
};

enum class FetchVerdict : std::uint8_t {
  fetched,    // HTTP 2xx, and all of it
  unchanged,  // HTTP 304
  forbidden,  // by robots.txt
  failed,     // otherwise; passing where it may work later
  postponed,  // not asked: the server wants to be left alone for longer than this run waits
};

struct FetchOutcome {
  std::uint64_t ticket = 0;
  FetchVerdict verdict = FetchVerdict::failed;
  bool is_passing = false;  // of a failure
  std::string problem;      // why nothing was fetched, in words for the person
  std::string url;          // where the last redirect led
  HttpResponse response;
};

class Fetcher {
 public:
  using Ticket = std::uint64_t;

  // `state`, which holds robots.txt and the servers' wishes, must outlive the fetcher.
  Fetcher(FetchOptions options, FetchState& state);

  // Takes a request in; next returns its outcome under the ticket.
  Ticket submit(const FetchRequest& request);

  // Goes on until a request has its outcome. Nothing when all have theirs, or when is_stopped says so, which is asked
  // several times a second: what is under way goes on at the next call.
  std::optional<FetchOutcome> next(const std::function<bool()>& is_stopped);

  // The sitemaps that the robots.txt of the URL's site names, where that was read in this run or the day before.
  std::vector<std::string> sitemaps_of(const std::string& url);

 private:
  struct Job {
    FetchRequest request;
    WebUrl url;
    std::string server;  // whose turn it takes; that of url
    unsigned redirects = 0;
    std::optional<Ticket> for_job;  // of a robots.txt: the request that waits for it
    std::string robots_origin;      // and whose it is
  };

  void enqueue(Ticket ticket, bool is_first);
  void start_what_may();
  void start(Ticket ticket);
  void ask(Ticket ticket);
  void ask_for_robots(Ticket ticket);
  void take(Ticket ticket, HttpResponse&& response);
  void take_robots(Ticket ticket, const HttpResponse& response);
  void take_answer(Ticket ticket, HttpResponse&& response);
  void follow(Ticket ticket, const HttpResponse& response);
  void take_refusal(Ticket ticket, const HttpResponse& response);
  void take_failure(Ticket ticket, HttpResponse&& response);
  void give_up(const std::string& server, const std::string& reason);
  void answered(const std::string& server);
  void postpone(Ticket ticket, const std::string& reason);
  void finish(Ticket ticket, FetchVerdict verdict, std::string problem, bool is_passing = false,
              HttpResponse response = {});

  FetchOptions options_;
  FetchState& state_;
  HttpClient client_;
  RobotsStore robots_;
  Politeness politeness_;
  std::unordered_map<Ticket, Job> jobs_;
  std::unordered_map<std::string, std::string> given_up_;  // server -> why
  std::deque<FetchOutcome> outcomes_;
  Ticket last_ticket_ = 0;
};

}  // namespace warta::indexer
