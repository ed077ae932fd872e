// robots.txt (RFC 9309): what a site lets us ask for, how often, and where its sitemaps are.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace warta::indexer {

// So much of a robots.txt is read; the rest counts as not written.
inline constexpr std::size_t kLongestRobots = std::size_t{500} << 10;

class RobotsRules {
 public:
  // Rules for a crawler with this product token ("warta-indexer"), from text of any quality: the groups that name it
  // (whatever the case) together, else those for "*" together. Lines that are no rule are passed over.
  static RobotsRules parse(std::string_view text, std::string_view product);

  static RobotsRules allow_all() { return {}; }
  static RobotsRules disallow_all();

  // True where the path with its query may be asked for: the longest rule that matches decides, of two that are as long
  // the one that allows. '*' stands for anything, '$' at the end of a rule for the end. Percent-encoding is folded.
  bool allows(std::string_view target) const;

  // The wait between two requests that the group asks for (not in the RFC, but widely written).
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

  // As written; they hold for every crawler.
  const std::vector<std::string>& sitemaps() const { return sitemaps_; }

 private:
  struct Rule {
    std::string pattern;
    bool is_allowed = false;
  };

  friend class RobotsParser;

  std::vector<Rule> rules_;  // the longest first, and of two that are as long the one that allows
  std::optional<std::chrono::milliseconds> crawl_delay_;
  std::vector<std::string> sitemaps_;
};

// The product token of a user agent: the letters, '-' and '_' at its beginning. "warta-indexer/1.0 (+URL)" has
// "warta-indexer".
std::string_view product_token(std::string_view user_agent);

}  // namespace warta::indexer
