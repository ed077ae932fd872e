#include "indexer/sources/feed_item.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/language.h"
#include "indexer/extract/markup_text.h"
#include "indexer/sources/html_text.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// "redaksi@contoh.example (Sari Dewi)" is RSS's own form of an author; an address alone names nobody.
std::string author_name(std::string_view author) {
  std::string name = resolved_text(author);
  if (name.find('@') == std::string::npos) return name;
  const std::size_t begin = name.find('(');
  const std::size_t end = name.rfind(')');
  if (begin == std::string::npos || end == std::string::npos || end < begin) return {};
  return std::string(trimmed(std::string_view(name).substr(begin + 1, end - begin - 1)));
}

std::vector<std::string> author_names(const std::vector<std::string>& authors) {
  std::vector<std::string> names;
  for (const std::string& author : authors) {
    for (std::string& name : split_list(author_name(author))) add_once(names, std::move(name));
  }
  return names;
}

// The first category is the article's, the others are tags. The names that programs give where nobody chose one say
// nothing.
void set_categories(const FeedEntry& entry, Article& article) {
  constexpr std::string_view kNoCategory[] = {"uncategorized", "uncategorised", "tak berkategori", "tanpa kategori"};
  for (const std::string& raw : entry.categories) {
    std::string category = resolved_text(raw);
    const std::string lower = lower_ascii(category);
    if (std::find(std::begin(kNoCategory), std::end(kNoCategory), lower) != std::end(kNoCategory)) continue;
    if (article.category.empty()) {
      article.category = std::move(category);
    } else if (category != article.category) {
      add_once(article.tags, std::move(category));
    }
  }
  for (const std::string& raw : entry.tags) add_once(article.tags, resolved_text(raw));
}

// Feeds that carry only the beginning of a text end it with an ellipsis or an invitation to go on.
bool is_cut_off(std::string_view body) {
  constexpr std::string_view kEnds[] = {"...",    "\xE2\x80\xA6", "[...]",         "[\xE2\x80\xA6]",
                                        "(more)", "selengkapnya", "selengkapnya.", "read more"};
  const std::string lower = lower_ascii(body.substr(body.size() - std::min<std::size_t>(body.size(), 40)));
  return std::any_of(std::begin(kEnds), std::end(kEnds), [&](std::string_view end) { return lower.ends_with(end); });
}

// A shorter text may be a teaser; whoever can fetch the page had better do so.
constexpr std::size_t kFewestWordsOfText = 60;

void set_body(const FeedEntry& entry, FeedItem& item) {
  Article& article = item.article;
  const std::string content =
      entry.is_content_plain ? paragraphs_of_text(entry.content) : paragraphs_of_html(entry.content, article.title);
  item.has_full_text = count_words(content) >= kFewestWordsOfText && !is_cut_off(content);
  article.body = content.empty() ? paragraphs_of_html(entry.summary, article.title) : content;
}

class ItemChecker {
 public:
  explicit ItemChecker(const std::function<void(std::string&&)>& warn) : warn_(warn) {}

  std::optional<Timestamp> time(std::string_view text) const {
    if (trimmed(text).empty()) return std::nullopt;
    const Result<Timestamp> timestamp = parse_timestamp(text);
    if (timestamp) return *timestamp;
    warn_(std::string(timestamp.error().message));
    return std::nullopt;
  }

  std::string url(std::string_view text) const {
    std::string clean = clean_url(text);
    if (clean.empty() && !trimmed(text).empty()) {
      constexpr std::size_t kShown = 80;
      warn_(localized_format("\"{}\" is no http or https address", "\"{}\" bukan alamat http atau https",
                             trimmed(text).substr(0, kShown)));
    }
    return clean;
  }

 private:
  const std::function<void(std::string&&)>& warn_;
};

// A number alone is the item's place in the feed, and no name for it.
bool is_number(std::string_view id) {
  return std::all_of(id.begin(), id.end(), is_ascii_digit);
}

Result<FeedItem> make_feed_item(FeedEntry&& entry, const FeedHead& head,
                                const std::function<void(std::string&&)>& warn) {
  const ItemChecker check(warn);
  FeedItem item;
  Article& article = item.article;
  article.url = check.url(entry.url);
  article.title = resolved_text(entry.title);
  set_body(entry, item);
  if (article.title.empty() && article.body.empty()) {
    return failure(ExitCode::input_skipped, localized("neither a title nor a body", "tanpa judul dan tanpa isi"));
  }
  if (article.url.empty() && !is_number(trimmed(entry.id))) article.id = trimmed(entry.id);
  article.published = check.time(entry.published);
  article.modified = check.time(entry.modified);
  article.authors = author_names(entry.authors.empty() ? head.authors : entry.authors);
  set_categories(entry, article);
  article.language = language_code(entry.language.empty() ? head.language : entry.language);
  article.source = site_of_url(article.url);
  if (article.source.empty()) article.source = site_of_url(head.link);
  if (article.source.empty()) article.source = resolved_text(head.title);
  return item;
}

}  // namespace

void give_feed_item(FeedEntry&& entry, const FeedHead& head, const std::string& place, const FeedSink& sink) {
  Result<FeedItem> item = make_feed_item(std::move(entry), head, [&](std::string&& reason) {
    sink.warning({place, std::move(reason)});
  });
  if (item) {
    sink.item(std::move(*item));
  } else {
    sink.skip({place, item.error().message});
  }
}

}  // namespace warta::indexer
