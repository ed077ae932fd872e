#include "indexer/fetch/fetcher.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/fetch/retry_after.h"

namespace warta::indexer {
namespace {

using Clock = Politeness::Clock;

// How long a wait may keep from looking at is_stopped.
constexpr std::chrono::milliseconds kLongestPoll{200};

constexpr unsigned kRobotsRedirects = 5;

bool is_success(long status) {
  return status >= 200 && status < 300;
}

bool is_redirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

// The server says: not now. (429 Too Many Requests, 503 Service Unavailable)
bool is_refusal(long status) {
  return status == 429 || status == 503;
}

std::string http_status(long status) {
  return fmt::format("HTTP {}", status);
}

}  // namespace

Fetcher::Fetcher(FetchOptions options, FetchState& state)
    : options_(std::move(options)),
      state_(state),
      client_(options_.http),
      robots_(state, product_token(options_.http.user_agent)),
      politeness_(options_.politeness) {}

Fetcher::Ticket Fetcher::submit(const FetchRequest& request) {
  const Ticket ticket = ++last_ticket_;
  Job& job = jobs_[ticket];
  job.request = request;
  auto url = parse_web_url(request.url);
  if (!url) {
    finish(ticket, FetchVerdict::failed, localized("this is no http or https URL", "bukan URL http atau https"));
    return ticket;
  }
  job.url = std::move(*url);
  enqueue(ticket, false);
  return ticket;
}

// Puts a request into the queue of the server of its URL, which a redirect may have changed.
void Fetcher::enqueue(Ticket ticket, bool is_first) {
  Job& job = jobs_.at(ticket);
  job.server = job.url.server();
  if (!given_up_.contains(job.server) && state_.not_before(job.server) > now_seconds()) {
    give_up(job.server, localized("the server asked to be left alone for longer; the next run tries again",
                                  "server meminta jeda lebih lama; dicoba lagi pada proses berikutnya"));
  }
  if (const auto given_up = given_up_.find(job.server); given_up != given_up_.end()) {
    return postpone(ticket, given_up->second);
  }
  politeness_.lengthen_delay(job.server, job.request.delay);
  is_first ? politeness_.push_front(job.server, ticket) : politeness_.push_back(job.server, ticket);
}

std::optional<FetchOutcome> Fetcher::next(const std::function<bool()>& is_stopped) {
  while (outcomes_.empty() && !is_stopped()) {
    if (jobs_.empty()) return std::nullopt;
    start_what_may();
    if (!outcomes_.empty()) break;
    auto pause = kLongestPoll;
    if (const auto start = politeness_.next_start(); start && client_.active() < options_.parallel) {
      const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*start - Clock::now());
      pause = std::clamp(wait, std::chrono::milliseconds{0}, kLongestPoll);
    }
    for (HttpClient::Finished& finished : client_.wait(pause)) take(finished.ticket, std::move(finished.response));
  }
  if (outcomes_.empty()) return std::nullopt;
  FetchOutcome outcome = std::move(outcomes_.front());
  outcomes_.pop_front();
  return outcome;
}

std::vector<std::string> Fetcher::sitemaps_of(const std::string& url) {
  const auto parsed = parse_web_url(url);
  const RobotsRules* rules = parsed ? robots_.find(parsed->origin(), now_seconds()) : nullptr;
  return rules == nullptr ? std::vector<std::string>() : rules->sitemaps();
}

void Fetcher::start_what_may() {
  while (client_.active() < options_.parallel) {
    const std::optional<Ticket> ticket = politeness_.take(Clock::now());
    if (!ticket) return;
    start(*ticket);
  }
}

// The server is ours. First comes its robots.txt, then what it allows.
void Fetcher::start(Ticket ticket) {
  Job& job = jobs_.at(ticket);
  const RobotsRules* rules = robots_.find(job.url.origin(), now_seconds());
  if (rules == nullptr) return ask_for_robots(ticket);
  if (const auto delay = rules->crawl_delay()) politeness_.lengthen_delay(job.server, *delay);
  if (rules->allows(job.url.target)) return ask(ticket);
  politeness_.released(job.server);
  if (const std::string trouble = robots_.trouble(job.url.origin()); !trouble.empty()) {
    return finish(ticket, FetchVerdict::failed,
                  localized_format("nothing is asked for, because robots.txt cannot be read: {}",
                                   "tidak ada yang diminta, karena robots.txt tidak dapat dibaca: {}", trouble),
                  true);
  }
  finish(ticket, FetchVerdict::forbidden, localized("robots.txt forbids it", "dilarang oleh robots.txt"));
}

void Fetcher::ask(Ticket ticket) {
  const Job& job = jobs_.at(ticket);
  client_.start(ticket, {.url = job.url,
                         .etag = job.request.etag,
                         .last_modified = job.request.last_modified,
                         .max_bytes = job.request.max_bytes});
}

void Fetcher::ask_for_robots(Ticket ticket) {
  const Job& job = jobs_.at(ticket);
  Job robots;
  robots.server = job.server;
  robots.for_job = ticket;
  robots.robots_origin = job.url.origin();
  robots.request.max_bytes = kLongestRobots;
  robots.url = *parse_web_url(job.url.origin() + "/robots.txt");
  const Ticket robots_ticket = ++last_ticket_;
  jobs_.emplace(robots_ticket, std::move(robots));
  ask(robots_ticket);
}

void Fetcher::take(Ticket ticket, HttpResponse&& response) {
  if (jobs_.at(ticket).for_job) {
    take_robots(ticket, response);
  } else {
    take_answer(ticket, std::move(response));
  }
}

// Redirects of a robots.txt are followed at once (RFC 9309, 2.3.1.2). No pause follows it: with robots.txt the first
// page costs one request more, not one pause more.
void Fetcher::take_robots(Ticket ticket, const HttpResponse& response) {
  Job& job = jobs_.at(ticket);
  if (is_redirect(response.status) && !response.location.empty() && job.redirects++ < kRobotsRedirects) {
    if (auto url = resolve_web_url(job.url, response.location)) {
      job.url = std::move(*url);
      return ask(ticket);
    }
  }
  // A chain of redirects that leads nowhere counts as a file that is not there.
  HttpResponse answer = response;
  if (is_redirect(response.status)) answer.status = 404;
  robots_.take(job.robots_origin, answer, now_seconds());
  const auto pause =
      is_refusal(response.status) ? parse_retry_after(response.retry_after, now_seconds()) : std::nullopt;
  if (pause) state_.put_not_before(job.server, now_seconds() + pause->count());
  const Ticket waiting = *job.for_job;
  politeness_.released(job.server);
  politeness_.push_front(job.server, waiting);
  jobs_.erase(ticket);
}

void Fetcher::take_answer(Ticket ticket, HttpResponse&& response) {
  if (response.status == 0 || !response.problem.empty()) return take_failure(ticket, std::move(response));
  if (is_refusal(response.status)) return take_refusal(ticket, response);
  answered(jobs_.at(ticket).server);
  if (is_redirect(response.status) && !response.location.empty()) return follow(ticket, response);
  const long status = response.status;
  if (status == 304) return finish(ticket, FetchVerdict::unchanged, {}, false, std::move(response));
  if (is_success(status)) return finish(ticket, FetchVerdict::fetched, {}, false, std::move(response));
  finish(ticket, FetchVerdict::failed, http_status(status), status >= 500 || status == 408, std::move(response));
}

void Fetcher::follow(Ticket ticket, const HttpResponse& response) {
  Job& job = jobs_.at(ticket);
  if (++job.redirects > options_.max_redirects) {
    return finish(ticket, FetchVerdict::failed,
                  localized_format("more than {} redirects", "lebih dari {} pengalihan", options_.max_redirects));
  }
  auto url = resolve_web_url(job.url, response.location);
  if (!url) {
    return finish(ticket, FetchVerdict::failed,
                  localized_format("redirected to {}", "dialihkan ke {}", url.error().message));
  }
  job.url = std::move(*url);
  enqueue(ticket, true);
}

// The request on which the server is given up has failed, where the others are only postponed: a page that is refused
// for ever must not keep those behind it from their turn in every run.
void Fetcher::take_refusal(Ticket ticket, const HttpResponse& response) {
  const std::string server = jobs_.at(ticket).server;
  const auto pause = parse_retry_after(response.retry_after, now_seconds());
  if (politeness_.refused(server, Clock::now(), pause)) return politeness_.push_front(server, ticket);
  if (pause) state_.put_not_before(server, now_seconds() + pause->count());
  const std::string reason =
      localized_format("the server refuses ({}); the next run tries again",
                       "server menolak ({}); dicoba lagi pada proses berikutnya", http_status(response.status));
  finish(ticket, FetchVerdict::failed, reason, true);
  give_up(server, reason);
}

// A server that cannot be reached is asked for its other pages a few times more, not for all of them.
void Fetcher::take_failure(Ticket ticket, HttpResponse&& response) {
  const std::string server = jobs_.at(ticket).server;
  const bool was_reached = response.status != 0;
  std::string problem = response.problem;
  finish(ticket, FetchVerdict::failed, problem, true, std::move(response));
  if (was_reached) return answered(server);
  if (!politeness_.refused(server, Clock::now(), std::chrono::seconds(0))) give_up(server, problem);
}

void Fetcher::answered(const std::string& server) {
  if (politeness_.answered(server, Clock::now())) return;
  give_up(server,
          localized("robots.txt asks for a longer pause than a run waits; the next run goes on",
                    "robots.txt meminta jeda yang lebih lama dari satu proses; dilanjutkan pada proses berikutnya"));
}

void Fetcher::give_up(const std::string& server, const std::string& reason) {
  given_up_.emplace(server, reason);
  for (const Ticket ticket : politeness_.give_up(server)) postpone(ticket, reason);
}

void Fetcher::postpone(Ticket ticket, const std::string& reason) {
  finish(ticket, FetchVerdict::postponed, reason);
}

void Fetcher::finish(Ticket ticket, FetchVerdict verdict, std::string problem, bool is_passing, HttpResponse response) {
  const auto job = jobs_.extract(ticket);
  outcomes_.push_back({.ticket = ticket,
                       .verdict = verdict,
                       .is_passing = is_passing,
                       .problem = std::move(problem),
                       .url = job.mapped().url.text,
                       .response = std::move(response)});
}

}  // namespace warta::indexer
