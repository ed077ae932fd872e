// HTTP over libcurl's multi interface: many requests under way at once, each bounded in bytes and time, each only to
// where it may go. One request is one exchange: redirects are the caller's business, so that whatever is checked of a
// URL is checked of each on the way.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/fetch/web_url.h"

namespace warta::indexer {

struct HttpOptions {
  std::string user_agent;
  bool allow_private_addresses = false;  // also addresses that are not of the public Internet
  unsigned max_seconds = 60;             // for a request, from its start to the last byte
  unsigned slow_bytes_per_second = 64;   // a server that is slower than this ...
  unsigned slow_seconds = 20;            // ... for so long is left
};

struct HttpRequest {
  WebUrl url;
  std::string etag;             // as an earlier answer gave it; "" asks unconditionally
  std::string last_modified;    // the same
  std::uint64_t max_bytes = 0;  // of the body, when it is decompressed
};

struct HttpResponse {
  long status = 0;      // 0: there was no answer
  std::string problem;  // why the answer is not whole, in words for the person; empty where it is
  bool is_cut = false;  // it is longer than was asked for: body is its beginning
  std::string body;     // decompressed
  std::string content_type;
  std::string etag;
  std::string last_modified;
  std::string location;
  std::string retry_after;
  std::string robots_tags;  // X-Robots-Tag, a line each
};

class HttpClient {
 public:
  using Ticket = std::uint64_t;
  struct Finished {
    Ticket ticket;
    HttpResponse response;
  };

  explicit HttpClient(HttpOptions options);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  // Begins a request; wait returns its answer under this ticket.
  void start(Ticket ticket, const HttpRequest& request);

  // Lets the requests go on until one is finished, something happens that may need the caller (a signal), or `longest`
  // is over. Returns those that are finished.
  std::vector<Finished> wait(std::chrono::milliseconds longest);

  // Requests under way.
  std::size_t active() const { return transfers_.size() + refused_.size(); }

 private:
  struct Transfer;
  struct FreeMulti {
    void operator()(void* multi) const;
  };

  HttpOptions options_;
  std::unique_ptr<void, FreeMulti> multi_;  // before the transfers, which leave it when they go
  std::unordered_map<void*, std::unique_ptr<Transfer>> transfers_;
  std::vector<Finished> refused_;  // before they were sent
};

}  // namespace warta::indexer
