#include "indexer/sources/json_feed.h"

#include <string>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/language.h"
#include "base/utf8.h"
#include "indexer/sources/json_repair.h"
#include "indexer/sources/xml_reader.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

std::string text_at(dom::object object, std::string_view name) {
  std::string_view text;
  if (object[name].get_string().get(text) == simdjson::SUCCESS) return std::string(text);
  std::int64_t number = 0;  // ids are numbers in some feeds
  return object[name].get_int64().get(number) == simdjson::SUCCESS ? std::to_string(number) : std::string();
}

// Texts of an array; of an object among them its name.
std::vector<std::string> list_at(dom::object object, std::string_view name) {
  std::vector<std::string> list;
  dom::array items;
  if (object[name].get_array().get(items) != simdjson::SUCCESS) return list;
  for (const dom::element item : items) {
    std::string_view text;
    dom::object named;
    if (item.get_string().get(text) == simdjson::SUCCESS) list.emplace_back(text);
    if (item.get_object().get(named) == simdjson::SUCCESS) list.push_back(text_at(named, "name"));
  }
  return list;
}

// Version 1.1 has authors, version 1 had one author.
std::vector<std::string> authors_at(dom::object object) {
  std::vector<std::string> authors = list_at(object, "authors");
  dom::object author;
  if (authors.empty() && object["author"].get_object().get(author) == simdjson::SUCCESS) {
    authors.push_back(text_at(author, "name"));
  }
  return authors;
}

FeedEntry entry_of(dom::object object, const std::string& base) {
  FeedEntry entry;
  entry.id = text_at(object, "id");
  entry.url = text_at(object, "url");
  if (entry.url.empty()) entry.url = text_at(object, "external_url");
  if (entry.url.empty() && !clean_url(entry.id).empty()) entry.url = entry.id;
  entry.url = absolute_link(base, entry.url);
  entry.title = text_at(object, "title");
  entry.published = text_at(object, "date_published");
  entry.modified = text_at(object, "date_modified");
  entry.language = text_at(object, "language");
  entry.summary = text_at(object, "summary");
  entry.content = text_at(object, "content_html");
  entry.is_content_plain = entry.content.empty();
  if (entry.is_content_plain) entry.content = text_at(object, "content_text");
  entry.authors = authors_at(object);
  entry.tags = list_at(object, "tags");
  return entry;
}

// Whether a key's value is the address of the format: `: "https:\/\/jsonfeed.org\/version\/1.1"`.
bool names_json_feed(std::string_view after_key) {
  after_key = trimmed(after_key);
  if (!after_key.starts_with(':')) return false;
  after_key = trimmed(after_key.substr(1));
  if (!after_key.starts_with('"')) return false;
  std::string value(after_key.substr(1, after_key.find('"', 1) - 1));
  std::erase(value, '\\');
  return value.find("//jsonfeed.org/version/") != std::string::npos ||
         value.find("//www.jsonfeed.org/version/") != std::string::npos;
}

}  // namespace

bool is_json_feed(std::string_view bytes) {
  constexpr std::string_view kKey = "\"version\"";
  if (!trimmed(without_utf8_mark(bytes)).starts_with('{')) return false;
  for (std::size_t at = bytes.find(kKey); at != std::string_view::npos; at = bytes.find(kKey, at + 1)) {
    if (names_json_feed(bytes.substr(at + kKey.size(), 100))) return true;
  }
  return false;
}

Result<void> parse_json_feed(std::string_view bytes, std::string_view origin, const FeedSink& sink) {
  bytes.remove_prefix(std::min(bytes.find('{'), bytes.size()));
  std::string text = repair_characters(bytes);
  simdjson::dom::parser parser;
  dom::object feed;
  if (parser.parse(text).get_object().get(feed) != simdjson::SUCCESS) {
    return failure(ExitCode::input_skipped,
                   localized_format("{}: broken JSON at byte {}", "{}: JSON rusak pada bita ke-{}", origin,
                                    find_json_problem(text).column));
  }
  const FeedHead head{text_at(feed, "title"), text_at(feed, "home_page_url"), text_at(feed, "language"),
                      authors_at(feed)};
  const std::string base = clean_url(origin).empty() ? head.link : std::string(origin);
  dom::array items;
  if (feed["items"].get_array().get(items) != simdjson::SUCCESS) return {};
  std::size_t number = 0;
  for (const dom::element element : items) {
    const std::string place = localized_format("{}: item {}", "{}: butir {}", origin, ++number);
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
      sink.skip({place, localized("this is no JSON object", "ini bukan objek JSON")});
      continue;
    }
    give_feed_item(entry_of(object, base), head, place, sink);
  }
  return {};
}

}  // namespace warta::indexer
