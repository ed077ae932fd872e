#include "indexer/sources/feed_parser.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/sources/json_feed.h"
#include "indexer/sources/wordpress.h"
#include "indexer/sources/xml_reader.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// Elements of an item whose text is one value. Of several that mean the same the first row wins.
struct ValueRow {
  std::string_view name;
  std::string FeedEntry::*value;
};

constexpr ValueRow kValues[] = {
    {"title", &FeedEntry::title},
    {"atom:title", &FeedEntry::title},
    {"dc:title", &FeedEntry::title},
    {"media:title", &FeedEntry::title},
    {"wp:post_date_gmt", &FeedEntry::published},
    {"pubDate", &FeedEntry::published},
    {"atom:published", &FeedEntry::published},
    {"atom:issued", &FeedEntry::published},
    {"dc:date", &FeedEntry::published},
    {"dcterms:issued", &FeedEntry::published},
    {"dcterms:created", &FeedEntry::published},
    {"wp:post_modified_gmt", &FeedEntry::modified},
    {"atom:updated", &FeedEntry::modified},
    {"atom:modified", &FeedEntry::modified},
    {"dcterms:modified", &FeedEntry::modified},
    {"guid", &FeedEntry::id},
    {"atom:id", &FeedEntry::id},
    {"dc:identifier", &FeedEntry::id},
    {"dc:language", &FeedEntry::language},
    {"language", &FeedEntry::language},
    {"content:encoded", &FeedEntry::content},
    {"atom:content", &FeedEntry::content},
    {"xhtml:body", &FeedEntry::content},
    {"excerpt:encoded", &FeedEntry::summary},
    {"description", &FeedEntry::summary},
    {"atom:summary", &FeedEntry::summary},
    {"dc:description", &FeedEntry::summary},
    {"media:description", &FeedEntry::summary},
};

// Elements that may come several times, or whose text commas divide.
struct ListRow {
  std::string_view name;
  std::vector<std::string> FeedEntry::*list;
};

constexpr ListRow kLists[] = {
    {"dc:creator", &FeedEntry::authors},    {"author", &FeedEntry::authors},
    {"atom:author", &FeedEntry::authors},   {"itunes:author", &FeedEntry::authors},
    {"category", &FeedEntry::categories},   {"atom:category", &FeedEntry::categories},
    {"dc:subject", &FeedEntry::categories}, {"media:keywords", &FeedEntry::tags},
    {"keywords", &FeedEntry::tags},         {"tags", &FeedEntry::tags},
};

template <typename Row, std::size_t size>
const Row* find_row(const Row (&rows)[size], std::string_view name) {
  const Row* found = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.name == name; });
  return found == std::end(rows) ? nullptr : found;
}

// A category's text stands inside it, or in Atom's attributes; a person's name stands in an element of its own.
std::string list_item_of(const XmlElement& element) {
  if (element.name == "atom:category") {
    const std::string_view label = element.attribute("label");
    return std::string(label.empty() ? element.attribute("term") : label);
  }
  const XmlElement* name = element.child("atom:name");
  return name == nullptr ? element.content() : name->content();
}

class EntryReader {
 public:
  FeedEntry read(const XmlElement& item) {
    for (const XmlElement& child : item.children) take(child);
    for (std::string* url : {&original_link_, &link_, &guid_link_}) {
      if (entry_.url.empty()) entry_.url = std::move(*url);
    }
    if (entry_.url.empty()) entry_.url = item.attribute("about");
    if (entry_.language.empty()) entry_.language = item.language;
    return std::move(entry_);
  }

  // False for what WordPress exports beside its articles: drafts, pages, pictures.
  static bool is_article(const XmlElement& item) {
    const auto text_of = [&](std::string_view name) {
      const XmlElement* child = item.child(name);
      return child == nullptr ? std::string() : child->content();
    };
    return is_public_post(text_of("wp:post_type"), text_of("wp:status")) && text_of("wp:post_password").empty();
  }

 private:
  void take(const XmlElement& element) {
    if (element.name == "link" || element.name == "atom:link") return take_link(element);
    if (element.name == "feedburner:origLink") original_link_ = absolute_link(element.base, element.content());
    if (element.name == "guid") take_guid(element);
    if (const ListRow* row = find_row(kLists, element.name); row != nullptr) {
      const std::string_view domain = element.attribute("domain");
      auto& list = domain == "post_tag" ? entry_.tags : entry_.*(row->list);
      if (domain != "post_format") list.push_back(list_item_of(element));
    } else if (const ValueRow* value_row = find_row(kValues, element.name); value_row != nullptr) {
      take_value(element, *value_row);
    }
  }

  void take_value(const XmlElement& element, const ValueRow& row) {
    const auto* first = std::find_if(std::begin(kValues), std::end(kValues),
                                     [&](const ValueRow& other) { return other.value == row.value; });
    const ValueRow*& chosen = chosen_[static_cast<std::size_t>(first - std::begin(kValues))];
    if (chosen != nullptr && chosen <= &row) return;
    std::string text = element.content();
    if (trimmed(text).empty()) return;
    if (row.name.ends_with("_gmt")) {
      if (text.starts_with("0000")) return;  // never
      text += 'Z';
    }
    chosen = &row;
    entry_.*(row.value) = std::move(text);
    if (row.name == "atom:content") entry_.is_content_plain = is_plain(element.attribute("type"));
  }

  static bool is_plain(std::string_view type) { return type.empty() || type == "text" || type == "text/plain"; }

  // Atom links say what they lead to: only "alternate" is the article itself.
  void take_link(const XmlElement& element) {
    const std::string_view relation = element.attribute("rel");
    if (!link_.empty() || (!relation.empty() && relation != "alternate")) return;
    const std::string_view address = element.attribute("href");
    link_ = absolute_link(element.base, address.empty() ? element.content() : address);
  }

  void take_guid(const XmlElement& element) {
    if (element.attribute("isPermaLink") == "false") return;
    std::string url = element.content();
    if (!clean_url(url).empty()) guid_link_ = std::move(url);
  }

  FeedEntry entry_;
  std::string link_;
  std::string original_link_;
  std::string guid_link_;
  std::array<const ValueRow*, std::size(kValues)> chosen_ = {};  // by the first row of the same value
};

class XmlFeedParser {
 public:
  XmlFeedParser(std::string_view origin, const FeedSink& sink, std::uint64_t first_line)
      : origin_(origin), sink_(sink), first_line_(first_line) {}

  Result<void> parse(std::string_view bytes) {
    const XmlText text = readable_xml(bytes);
    const XmlHandler handler{
        .begins = [this](const XmlElement& element, std::size_t depth) { return wants(element.name, depth); },
        .whole = [this](XmlElement&& element) { take(element); },
    };
    const std::optional<XmlDefect> defect = read_xml(text, clean_url(origin_), handler);
    if (text.was_repaired) {
      sink_.warning({origin_, localized("repaired: bare '&' or characters that XML does not allow",
                                        "diperbaiki: '&' telanjang atau karakter yang dilarang XML")});
    }
    if (defect) {
      return failure(ExitCode::input_skipped, localized_format("{}:{}: broken XML: {}", "{}:{}: XML rusak: {}", origin_,
                                                               line_in_file(defect->line), defect->reason));
    }
    if (is_feed_) return {};
    return failure(ExitCode::input_skipped, localized_format("{}: this is no feed", "{}: ini bukan umpan", origin_));
  }

 private:
  bool wants(std::string_view name, std::size_t depth) {
    if (depth == 0) is_feed_ = name == "rss" || name == "rdf:RDF" || name == "atom:feed";
    if (name == "item" || name == "atom:entry") return true;
    constexpr std::size_t kDeepestHead = 2;  // rss/channel/title
    constexpr std::string_view kHeadNames[] = {"title",       "atom:title",  "link",     "language",
                                               "dc:language", "atom:author", "wp:author"};
    return depth <= kDeepestHead &&
           std::find(std::begin(kHeadNames), std::end(kHeadNames), name) != std::end(kHeadNames);
  }

  void take(const XmlElement& element) {
    const std::string& name = element.name;
    if (name == "item" || name == "atom:entry") return take_item(element);
    if (name == "atom:author") return head_.authors.push_back(list_item_of(element));
    if (name == "wp:author") return take_user(element);
    const bool is_title = name == "title" || name == "atom:title";
    std::string& value = is_title ? head_.title : name == "link" ? head_.link : head_.language;
    if (value.empty()) value = trimmed(element.content());
  }

  std::uint64_t line_in_file(std::size_t line) const { return first_line_ + line - 1; }

  // Items of an export name their authors by login.
  void take_user(const XmlElement& element) {
    const XmlElement* login = element.child("wp:author_login");
    const XmlElement* name = element.child("wp:author_display_name");
    if (login != nullptr && name != nullptr) users_[login->content()] = name->content();
  }

  void take_item(const XmlElement& element) {
    if (!EntryReader::is_article(element)) return;
    const std::string place = fmt::format("{}:{}", origin_, line_in_file(element.line));
    FeedEntry entry = EntryReader().read(element);
    if (element.child("wp:post_id") != nullptr) entry.content = html_of_wordpress(entry.content);
    for (std::string& author : entry.authors) {
      if (const auto user = users_.find(author); user != users_.end()) author = user->second;
    }
    if (clean_url(entry.url).empty()) entry.url = absolute_link(head_.link, entry.url);
    give_feed_item(std::move(entry), head_, place, sink_);
  }

  std::string origin_;
  const FeedSink& sink_;
  std::uint64_t first_line_;
  FeedHead head_;
  std::map<std::string, std::string> users_;  // login, name
  bool is_feed_ = false;
};

}  // namespace

Result<void> parse_feed(std::string_view bytes, std::string_view origin, const FeedSink& sink,
                        std::uint64_t first_line) {
  if (is_json_feed(bytes)) return parse_json_feed(bytes, origin, sink);
  return XmlFeedParser(origin, sink, first_line).parse(bytes);
}

}  // namespace warta::indexer
