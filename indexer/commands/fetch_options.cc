#include "indexer/commands/fetch_options.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/language.h"
#include "base/version.h"

namespace warta::indexer {
namespace {

constexpr unsigned kMostSeconds = 3600;
constexpr unsigned kMostRedirects = 30;
constexpr std::size_t kMostParallel = 64;
constexpr double kLongestDelaySeconds = 3600;
constexpr std::uint64_t kMostUrls = std::uint64_t{1} << 32;
constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 30;

// Who runs the program can say so with --user-agent: an address of ours would tell a site's keeper nothing about whom
// to ask.
std::string default_user_agent() {
  return fmt::format("warta-indexer/{} (full-text search for Indonesian news)", version());
}

}  // namespace

std::vector<Parameter> fetch_options(FetchArguments& arguments) {
  return {
      option("--max-urls", "N", arguments.max_urls, {1, kMostUrls},
             localized("URLs to ask for in this run", "jumlah URL yang diminta dalam satu proses")),
      option("--max-bytes", "BYTES", arguments.max_bytes, {1, kMostBytes},
             localized("of a feed or sitemap, when it is unpacked", "ukuran umpan atau peta situs setelah dibuka")),
      option("--max-seconds", "SECONDS", arguments.max_seconds, {1, kMostSeconds},
             localized("for one request", "lama satu permintaan"))
          .explained("A server that crawls for a third of that is left."),
      option("--max-redirects", "N", arguments.max_redirects, {0, kMostRedirects},
             localized("on the way to one page", "jumlah pengalihan menuju satu halaman")),
      option("--parallel", "N", arguments.parallel, {1, kMostParallel},
             localized("requests at once, one for each server", "jumlah permintaan sekaligus, satu untuk tiap server")),
      option("--delay", "SECONDS", arguments.delay_seconds, {0, kLongestDelaySeconds},
             localized("pause between two requests to a server", "jeda antara dua permintaan ke satu server"))
          .explained("robots.txt may ask for more."),
      option("--user-agent", "NAME", arguments.user_agent,
             localized("the name under which to ask, also in robots.txt",
                       "nama yang dipakai saat meminta, juga dalam robots.txt"))
          .explained("Its first word is the one that robots.txt can name."),
      flag("--allow-private-addresses", arguments.allow_private_addresses,
           localized("also ask servers of private and loopback networks",
                     "minta juga ke server di jaringan privat dan loopback")),
  };
}

CrawlOptions crawl_options(const FetchArguments& arguments) {
  constexpr unsigned kSlowShare = 3;  // a server that crawls for a third of the time that a request may take is left
  CrawlOptions options;
  options.max_urls = arguments.max_urls;
  options.max_listing_bytes = arguments.max_bytes;
  options.max_page_bytes = std::min(options.max_page_bytes, arguments.max_bytes);
  options.fetch.parallel = arguments.parallel;
  options.fetch.max_redirects = arguments.max_redirects;
  options.fetch.politeness.delay = std::chrono::milliseconds(static_cast<std::int64_t>(arguments.delay_seconds * 1000));
  options.fetch.http.user_agent = arguments.user_agent.empty() ? default_user_agent() : arguments.user_agent;
  options.fetch.http.allow_private_addresses = arguments.allow_private_addresses;
  options.fetch.http.max_seconds = arguments.max_seconds;
  options.fetch.http.slow_seconds = std::max(1U, arguments.max_seconds / kSlowShare);
  return options;
}

}  // namespace warta::indexer
