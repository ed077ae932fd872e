#include "indexer/fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/ascii.h"
#include "base/text_parts.h"
#include "base/utf8.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostSitemaps = 1000;
constexpr double kLongestDelaySeconds = 24 * 3600;

int hex_digit(char c) {
  if (is_ascii_digit(c)) return c - '0';
  const char lower = lower_ascii(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_unreserved(unsigned char byte) {
  const char c = static_cast<char>(byte);
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// One spelling for what is one path: unreserved characters decoded, what is not ASCII encoded, digits in upper case.
std::string folded(std::string_view path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(path.size());
  const auto encode = [&](unsigned char byte) {
    out += '%';
    out += kDigits[byte >> 4];
    out += kDigits[byte & 0xF];
  };
  for (std::size_t i = 0; i < path.size(); ++i) {
    const auto byte = static_cast<unsigned char>(path[i]);
    const bool is_encoded =
        byte == '%' && i + 2 < path.size() && hex_digit(path[i + 1]) >= 0 && hex_digit(path[i + 2]) >= 0;
    if (!is_encoded) {
      byte > 0x20 && byte < 0x7F ? static_cast<void>(out += path[i]) : encode(byte);
      continue;
    }
    const auto decoded = static_cast<unsigned char>(hex_digit(path[i + 1]) * 16 + hex_digit(path[i + 2]));
    is_unreserved(decoded) ? static_cast<void>(out += static_cast<char>(decoded)) : encode(decoded);
    i += 2;
  }
  return out;
}

// Each part between stars is looked for as far left as it can be, so that no pattern takes more than linear time for
// its parts: a part that is found moves on in the path.
bool matches(std::string_view pattern, std::string_view path) {
  const bool is_anchored = pattern.ends_with('$');
  if (is_anchored) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  if (!path.starts_with(pattern.substr(0, star))) return false;
  if (star == std::string_view::npos) return !is_anchored || path.size() == pattern.size();
  path.remove_prefix(star);
  for (;;) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    const std::string_view part = pattern.substr(0, star);
    if (star == std::string_view::npos && is_anchored) return path.ends_with(part);
    const std::size_t at = path.find(part);
    if (at == std::string_view::npos) return false;
    if (star == std::string_view::npos) return true;
    path.remove_prefix(at + part.size());
  }
}

}  // namespace

// Reads line by line. A group is its user-agent lines and the rules after them; the groups for our product and those
// for everybody are gathered side by side, for which of them counts is known only at the end.
class RobotsParser {
 public:
  explicit RobotsParser(std::string_view product) : product_(lower_ascii(product)) {}

  void take(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const std::string key = lower_ascii(trimmed_ascii(line.substr(0, colon)));
    const std::string_view value = trimmed_ascii(line.substr(colon + 1));
    if (key == "user-agent") return take_user_agent(value);
    if (key == "sitemap") return take_sitemap(value);
    if (key == "allow" || key == "disallow") return take_rule(value, key == "allow");
    if (key == "crawl-delay") take_delay(value);
  }

  RobotsRules result() {
    RobotsRules rules = std::move(is_named_ ? ours_ : everybodys_);
    std::stable_sort(rules.rules_.begin(), rules.rules_.end(), [](const auto& one, const auto& other) {
      if (one.pattern.size() != other.pattern.size()) return one.pattern.size() > other.pattern.size();
      return one.is_allowed && !other.is_allowed;
    });
    rules.sitemaps_ = std::move(sitemaps_);
    return rules;
  }

 private:
  void take_user_agent(std::string_view value) {
    if (!std::exchange(is_in_head_, true)) is_ours_ = is_everybodys_ = false;
    const std::string name = lower_ascii(product_token(value));
    if (value.starts_with('*')) is_everybodys_ = true;
    if (!product_.empty() && name == product_) is_ours_ = is_named_ = true;
  }

  void take_sitemap(std::string_view value) {
    if (!value.empty() && sitemaps_.size() < kMostSitemaps) sitemaps_.emplace_back(value);
  }

  void take_rule(std::string_view value, bool is_allowed) {
    is_in_head_ = false;
    if (value.empty()) return;  // "Disallow:" forbids nothing
    const std::string pattern = folded(value);
    for_our_groups([&](RobotsRules& rules) { rules.rules_.push_back({pattern, is_allowed}); });
  }

  void take_delay(std::string_view value) {
    is_in_head_ = false;
    double seconds = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), seconds);
    if (error != std::errc() || !(seconds >= 0)) return;
    const auto delay =
        std::chrono::milliseconds(static_cast<std::int64_t>(std::min(seconds, kLongestDelaySeconds) * 1000));
    for_our_groups([&](RobotsRules& rules) { rules.crawl_delay_ = delay; });
  }

  template <typename Action>
  void for_our_groups(Action action) {
    if (is_ours_) action(ours_);
    if (is_everybodys_) action(everybodys_);
  }

  std::string product_;
  RobotsRules ours_;
  RobotsRules everybodys_;
  std::vector<std::string> sitemaps_;
  bool is_named_ = false;       // some group names our product
  bool is_in_head_ = false;     // the last line that counts was a user-agent line
  bool is_ours_ = false;        // the present group names our product
  bool is_everybodys_ = false;  // the present group is for "*"
};

RobotsRules RobotsRules::parse(std::string_view text, std::string_view product) {
  text = text.substr(0, kLongestRobots);
  text = without_utf8_mark(text);
  RobotsParser parser(product);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    parser.take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parser.result();
}

RobotsRules RobotsRules::disallow_all() {
  RobotsRules rules;
  rules.rules_.push_back({"/", false});
  return rules;
}

bool RobotsRules::allows(std::string_view target) const {
  if (target == "/robots.txt") return true;
  const std::string path = folded(target);
  const auto deciding =
      std::find_if(rules_.begin(), rules_.end(), [&](const Rule& rule) { return matches(rule.pattern, path); });
  return deciding == rules_.end() || deciding->is_allowed;
}

std::string_view product_token(std::string_view user_agent) {
  const auto end = std::find_if_not(user_agent.begin(), user_agent.end(),
                                    [](char c) { return is_ascii_letter(c) || c == '-' || c == '_'; });
  return user_agent.substr(0, static_cast<std::size_t>(end - user_agent.begin()));
}

}  // namespace warta::indexer
