#include "indexer/repeated_lines/learned_furniture.h"

#include <algorithm>
#include <functional>

#include "base/bounded_key.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kMostKeyBytes = 200;  // Xapian's limit is 245

// Takes the learned lines out of an article's body, whose lines are texts with these hashes; false where none is, or
// all are.
bool remove_learned(const SiteLines& site, const std::vector<std::string_view>& texts,
                    const std::function<std::uint64_t(std::size_t)>& hash_of, Article& article) {
  if (site.learned().empty()) return false;
  std::string body;
  bool is_changed = false;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (site.is_learned(hash_of(i))) {
      is_changed = true;
      continue;
    }
    if (!body.empty()) body += '\n';
    body += texts[i];
  }
  if (!is_changed || body.empty()) return false;
  article.body = std::move(body);
  return true;
}

}  // namespace

std::string site_lines_key(std::string_view site) {
  return bounded_key(std::string(kSiteLinesMetadataPrefix).append(site), kMostKeyBytes);
}

bool LearnedFurniture::take(const PageLines& lines, std::uint64_t page, Article& article) {
  if (article.source.empty()) return false;
  Site& site = site_of(article.source);
  site.last_page = ++pages_;
  remembered_ -= site.lines.remembered();
  const std::vector<std::string_view> texts = split_lines(article.body);
  for (std::size_t i = 0; i < texts.size() && i < lines.lines.size(); ++i) {
    for (const std::uint64_t earlier : site.lines.note(lines.lines[i], texts[i], lines.topic, page)) {
      if (earlier != page) to_correct_.insert(earlier);
    }
  }
  remembered_ += site.lines.remembered();
  bound_memory();
  return remove_learned(
      site.lines, texts, [&](std::size_t i) { return lines.lines[i].hash; }, article);
}

bool LearnedFurniture::clean(Article& article) const {
  const auto site = sites_.find(article.source);
  if (site == sites_.end()) return false;
  const std::vector<std::string_view> texts = split_lines(article.body);
  return remove_learned(
      site->second.lines, texts, [&](std::size_t i) { return line_hash(texts[i]); }, article);
}

std::vector<std::pair<std::string, std::string>> LearnedFurniture::metadata() const {
  std::vector<std::pair<std::string, std::string>> result;
  for (const auto& [name, site] : sites_) result.emplace_back(site_lines_key(name), site.lines.serialised());
  return result;
}

LearnedFurniture::Site& LearnedFurniture::site_of(const std::string& name) {
  const auto known = sites_.find(name);
  if (known != sites_.end()) return known->second;
  Site site{SiteLines::parse(load_(name))};
  remembered_ += site.lines.remembered();
  return sites_.emplace(name, std::move(site)).first->second;
}

void LearnedFurniture::bound_memory() {
  while (remembered_ > kMostRemembered) {
    Site* idlest = nullptr;
    for (auto& [name, site] : sites_) {
      const bool is_idler = idlest == nullptr || site.last_page < idlest->last_page;
      if (site.lines.remembered() > 0 && is_idler) idlest = &site;
    }
    remembered_ -= idlest->lines.remembered();
    idlest->lines.forget();
  }
}

}  // namespace warta::indexer
