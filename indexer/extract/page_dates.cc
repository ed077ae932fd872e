#include "indexer/extract/page_dates.h"

#include <algorithm>

#include "indexer/extract/article_body.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/element_hints.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::int64_t kSecondsPerMinute = 60;
constexpr std::int64_t kSecondsPerDay = 86400;

std::int64_t local_seconds(const Timestamp& timestamp) {
  return timestamp.epoch_seconds + timestamp.offset_minutes * kSecondsPerMinute;
}

bool is_same_local_minute(const Timestamp& a, const Timestamp& b) {
  return local_seconds(a) / kSecondsPerMinute == local_seconds(b) / kSecondsPerMinute;
}

bool is_same_local_day(const Timestamp& a, const Timestamp& b) {
  return local_seconds(a) / kSecondsPerDay == local_seconds(b) / kSecondsPerDay;
}

bool is_midnight(const Timestamp& timestamp) {
  return local_seconds(timestamp) % kSecondsPerDay == 0;
}

bool holds(const GumboNode* element, const GumboNode* inner) {
  while (inner != nullptr && inner != element) inner = inner->parent;
  return inner != nullptr;
}

// Looks for dates in lines; what was found first stays.
class DateSearch {
 public:
  DateSearch(const PageBlocks& page, const ArticlePlace& place) : page_(page), place_(place) {
    if (place.title_block < page.blocks.size()) title_ = page.blocks[place.title_block].container;
  }

  // Looks into [first, end), if with_time is set only for dates with a time of day.
  void look(std::size_t first, std::size_t end, bool with_time) {
    for (std::size_t i = first; i < std::min(end, page_.blocks.size()) && !found_.published; ++i) {
      const ContentBlock& block = page_.blocks[i];
      const std::optional<DateLine> dates = find_date_line(block.text);
      if (!dates || (with_time && !dates->has_time) || !is_of_article(i, *dates, with_time)) continue;
      if (!with_time || (dates->published && dates->published->has_time)) found_.published = dates->published;
      if (!found_.modified) found_.modified = dates->modified;
    }
  }

  const ShownDates& found() const { return found_; }

 private:
  bool is_of_article(std::size_t number, const DateLine& dates, bool with_time) const {
    constexpr std::size_t kMostWordsWithoutTime = 8;
    const ContentBlock& block = page_.blocks[number];
    if (number < place_.title_block && is_in_site_head(block.container)) return false;
    if (dates.is_whole_line) return true;
    if (number >= place_.first_prose_block || is_sentence(block.text)) return !authors_of_line(block.text).empty();
    return with_time || block.words <= kMostWordsWithoutTime;
  }

  // In a header, a navigation or the like that does not hold the title too.
  bool is_in_site_head(const GumboNode* node) const {
    for (; node != nullptr && is_element(node); node = node->parent) {
      if (is_furniture_element(node) && !holds(node, title_)) return true;
    }
    return false;
  }

  const PageBlocks& page_;
  const ArticlePlace& place_;
  const GumboNode* title_ = nullptr;
  ShownDates found_;
};

// The time that an element holds for machines, or "".
std::string_view machine_time(const GumboNode* node) {
  if (is_element(node, GUMBO_TAG_TIME)) return attribute(node, "datetime");
  if (!is_element(node, GUMBO_TAG_ABBR)) return {};
  return attribute(node, "class").find("published") == std::string_view::npos ? std::string_view()
                                                                              : attribute(node, "title");
}

}  // namespace

ShownDates shown_dates(const PageBlocks& page, const ArticlePlace& place) {
  constexpr std::size_t kNear = 30;  // blocks: labels, share counts and a caption stand between title and date
  constexpr std::size_t kMostBlocks = 300;
  const bool is_title_shown = place.title_block < page.blocks.size();
  const std::size_t title = is_title_shown ? place.title_block : place.first_body_block;
  const std::size_t before = title - std::min(title, is_title_shown ? kNear / 2 : kNear);
  const std::size_t end = place.end_body_block > title ? place.end_body_block : page.blocks.size();
  const std::size_t after =
      std::min(end, std::max(title + kNear, std::min(place.first_body_block + kNear / 2, place.end_body_block)));
  DateSearch search(page, place);
  for (const bool with_time : {true, false}) {
    search.look(title, after, with_time);
    search.look(before, title, with_time);
    search.look(after, std::min(place.end_body_block, after + kMostBlocks), with_time);
  }
  return search.found();
}

std::optional<Timestamp> time_element(const HtmlDocument& document, const GumboNode* title) {
  std::optional<Timestamp> first;
  std::optional<Timestamp> after_title;
  bool is_after_title = false;
  walk(
      document.root(),
      [&](const GumboNode* node) {
        if (after_title) return false;
        is_after_title = is_after_title || node == title;
        const std::string_view value = machine_time(node);
        if (value.empty()) return true;
        const Result<Timestamp> time = parse_timestamp(value);
        if (!time) return true;
        if (!first) first = *time;
        if (is_after_title) after_title = *time;
        return true;
      },
      [](const GumboNode*) {});
  return after_title ? after_title : first;
}

std::optional<Timestamp> date_of_url(std::string_view url) {
  constexpr std::size_t kDateBytes = 10;
  for (std::size_t i = url.find('/'); i != std::string_view::npos && i + kDateBytes < url.size();
       i = url.find('/', i + 1)) {
    const std::string_view date = url.substr(i + 1, kDateBytes);
    const bool is_shaped = (date[4] == '/' || date[4] == '-') && date[7] == date[4];
    if (!is_shaped || date.find_first_not_of("0123456789/-") != std::string_view::npos) continue;
    if (const Result<Timestamp> time = parse_timestamp(date)) return *time;
  }
  return std::nullopt;
}

std::optional<Timestamp> reconciled(const std::optional<Timestamp>& declared, const std::optional<Timestamp>& shown) {
  if (!declared) return shown;
  if (!shown || !shown->has_time) return declared;
  const bool is_declared_vague = !declared->has_time || is_midnight(*declared);
  if (is_declared_vague && is_same_local_day(*declared, *shown)) return shown;
  if (declared->offset_minutes == shown->offset_minutes || !is_same_local_minute(*declared, *shown)) return declared;
  Timestamp corrected = *declared;
  corrected.offset_minutes = shown->offset_minutes;
  corrected.epoch_seconds = local_seconds(*declared) - shown->offset_minutes * kSecondsPerMinute;
  return corrected;
}

}  // namespace warta::indexer
