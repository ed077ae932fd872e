// What is still to be fetched: a queue for each source, served in turns, so that none waits for another to end, within
// the bounds of a run.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/fetch/article_pages.h"
#include "indexer/fetch/fetch_state.h"
#include "indexer/fetch/listing.h"

namespace warta::indexer {

// A feed, sitemap or front page of this run whose URLs are on their way. Only when all of them have been dealt with
// does its record get the validators: before that, the next run has to read it again.
struct OpenListing {
  UrlRecord record;
  std::size_t open = 0;
  bool is_whole = true;
};

struct Task {
  std::size_t source = 0;  // index of the source
  bool is_source = false;  // itself, not something that it names
  ListedUrl listed;
  std::string parent;                     // key of the listing that names it; "" for a source
  std::shared_ptr<OpenListing> listing;   // the same, while it is open; nullptr for what is known from earlier runs
  std::shared_ptr<ArticlePages> article;  // of a further page: what came before
  UrlRecord record;                       // what is known of it
  std::string arrived_from;               // where its redirects led

  bool is_page() const { return listed.expected == UrlKind::article; }
};

class Frontier {
 public:
  struct Bounds {
    std::uint64_t urls = 0;     // of all sources; 0: none
    std::size_t under_way = 1;  // of one source at once
  };

  // source_bounds: for each source, how many URLs; 0: no bound of its own.
  Frontier(Bounds bounds, std::vector<std::uint64_t> source_bounds);

  // Pages are taken before further listings of their source: one archive after the other, not all of their lists first.
  void push(Task task);

  // The next task, of the source whose turn it is; nothing while all that may go on is under way, or the bounds are
  // reached. finished is called when it has its outcome.
  std::optional<Task> take();
  void finished(std::size_t source) { --sources_[source].under_way; }

  // Tasks of a source that were not taken.
  std::size_t left(std::size_t source) const {
    return sources_[source].pages.size() + sources_[source].listings.size();
  }

  // More URLs than may still be taken of a source need not be pushed.
  std::uint64_t room(std::size_t source) const;

 private:
  struct Source {
    std::deque<Task> pages;
    std::deque<Task> listings;
    std::size_t under_way = 0;
    std::uint64_t taken = 0;
    std::uint64_t most = 0;
  };

  Bounds bounds_;
  std::uint64_t taken_ = 0;
  std::vector<Source> sources_;
  std::size_t turn_ = 0;
};

}  // namespace warta::indexer
