// Microseconds that warta-searcher needs for each query of a file, in one process with the database open: what
// scripts/bench compares with other engines' programs of the same protocol (benchmark/README.md).
//
// usage: query_latency DB QUERIES plain|exact|stemmed|syntax answer|page WARM-UP-SECONDS SECONDS
//
// plain takes each line as words, exact and stemmed as one phrase, syntax as warta-searcher does. answer is the ten
// best articles with all that is stored of them; page is what --format json prints: counts and passages too. Prints
// "microseconds<tab>hits" a query, in the order of the file, as far as SECONDS allow.
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "searcher/options.h"
#include "searcher/pipeline.h"
#include "searcher/session.h"

namespace {

using namespace warta::searcher;
using Clock = std::chrono::steady_clock;

struct Request {
  Options options;
  std::string_view before, after;  // written around each query
  bool prints_page = false;
};

bool read_request(std::string_view form, std::string_view result, Request& request) {
  request.options.is_plain = form == "plain";
  if (form == "exact") request.before = "\"", request.after = "\"";
  if (form == "stemmed") request.before = "~\"", request.after = "\"";
  request.prints_page = result == "page";
  request.options.format = request.prints_page ? Format::json : Format::trec;
  // Without a page there is nobody to read counts and hints: like --batch, which leaves them out.
  request.options.search.counts_matches = request.prints_page;
  if (!request.prints_page) request.options.batch = "-";
  return (form == "plain" || form == "exact" || form == "stemmed" || form == "syntax") &&
         (result == "page" || result == "answer");
}

std::vector<std::string> read_queries(const char* path, const Request& request) {
  std::ifstream lines(path);
  std::vector<std::string> queries;
  for (std::string line; std::getline(lines, line);) {
    queries.push_back(std::string(request.before) + line + std::string(request.after));
  }
  return queries;
}

// How many hits the page has; a query without a word has none.
std::size_t ask(Session& session, const Request& request, std::string_view query) {
  const warta::Result<Answer> found = answer(session, request.options, query);
  if (!found) {
    if (found.error().code == warta::ExitCode::usage) return 0;
    std::cerr << "query_latency: " << found.error().message << '\n';
    std::exit(static_cast<int>(found.error().code));
  }
  if (request.prints_page && present(*found, request.options, session).empty()) std::abort();
  return found->result.hits.size();
}

}  // namespace

int main(int argc, char** argv) {
  Request request;
  if (argc != 7 || !read_request(argv[3], argv[4], request)) {
    std::cerr << "usage: query_latency DB QUERIES plain|exact|stemmed|syntax answer|page WARM-UP-SECONDS SECONDS\n";
    return static_cast<int>(warta::ExitCode::usage);
  }
  const std::vector<std::string> queries = read_queries(argv[2], request);
  if (queries.empty()) {
    std::cerr << "query_latency: no query in " << argv[2] << '\n';
    return static_cast<int>(warta::ExitCode::usage);
  }
  warta::Result<Session> session = Session::open(argv[1]);
  if (!session) {
    std::cerr << "query_latency: " << session.error().message << '\n';
    return static_cast<int>(session.error().code);
  }
  const std::chrono::duration<double> warm_up(std::atof(argv[5]));
  const std::chrono::duration<double> most(std::atof(argv[6]));

  const auto warm_until = Clock::now() + warm_up;
  for (std::size_t i = 0; Clock::now() < warm_until; i = (i + 1) % queries.size()) ask(*session, request, queries[i]);
  const auto end = Clock::now() + most;
  for (const std::string& query : queries) {
    const auto begin = Clock::now();
    if (begin >= end) break;
    const std::size_t hits = ask(*session, request, query);
    const auto taken = std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - begin);
    std::cout << static_cast<double>(taken.count()) / 1000 << '\t' << hits << '\n';
  }
}
