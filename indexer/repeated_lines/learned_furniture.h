// Furniture that no list foresaw: lines that come again on pages of one site, learned while its pages are indexed.
//
// Pages come one at a time in the order of the input, so that the outcome does not depend on threads. A learned line is
// removed from every page that comes; the pages of the run that came before are named, to be corrected before the run
// is committed. So every page of a run loses the same lines, whatever their order.
//
// Memory is bounded: SiteLines bounds each site, and where all sites together remember more than kMostRemembered lines
// (some 200 bytes each), those whose pages came least lately forget what they have not learned.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "database/article.h"
#include "indexer/repeated_lines/site_lines.h"

namespace warta::indexer {

// Metadata: this and the site -> SiteLines::serialised().
inline constexpr std::string_view kSiteLinesMetadataPrefix = "warta.lines:";
std::string site_lines_key(std::string_view site);

class LearnedFurniture {
 public:
  static constexpr std::size_t kMostRemembered = std::size_t{1} << 18;

  // load(site) gives what site_lines() gave for this site in an earlier run, "" where there is nothing.
  explicit LearnedFurniture(std::function<std::string(const std::string& site)> load) : load_(std::move(load)) {}

  // Takes note of a page's lines, and removes the learned ones from its article; true where that changed it. `lines`
  // are lines_of_page(article), `page` is a key by which the page can be found again. Without a source nothing happens.
  bool take(const PageLines& lines, std::uint64_t page, Article& article);

  // Removes the learned lines from the article of a page. An article that consists of them stays as it is.
  bool clean(Article& article) const;

  // The pages that were taken with a line which was learned later, by their keys.
  const std::unordered_set<std::uint64_t>& to_correct() const { return to_correct_; }

  // The metadata of every site that had a page: key and value.
  std::vector<std::pair<std::string, std::string>> metadata() const;

 private:
  struct Site {
    SiteLines lines;
    std::uint64_t last_page = 0;  // ordinal
  };

  Site& site_of(const std::string& name);
  void bound_memory();

  std::function<std::string(const std::string&)> load_;
  std::map<std::string, Site> sites_;
  std::uint64_t pages_ = 0;
  std::size_t remembered_ = 0;  // by all sites
  std::unordered_set<std::uint64_t> to_correct_;
};

}  // namespace warta::indexer
