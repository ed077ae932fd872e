#include "indexer/json_export.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

namespace warta::indexer {
namespace {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string json_array(const std::vector<std::string>& texts) {
  std::string list = "[";
  for (const std::string& text : texts) list += (list.size() > 1 ? "," : "") + json_string(text);
  return list + "]";
}

class ObjectWriter {
 public:
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, json_string(value));
  }
  void list(std::string_view name, const std::vector<std::string>& values) {
    if (!values.empty()) member(name, json_array(values));
  }
  void time(std::string_view name, const std::optional<Timestamp>& value) {
    if (value) text(name, to_iso8601(*value));
  }

  // Of a name that comes again only the first value is written: readers of JSON do not agree which one counts.
  void member(std::string_view name, std::string_view json) {
    if (!names_.insert(name).second) return;
    if (line_.size() > 1) line_ += ',';
    line_ += json_string(name);
    line_ += ':';
    line_ += json;
  }

  std::string finish() && { return std::move(line_ += '}'); }

 private:
  std::string line_ = "{";
  std::unordered_set<std::string_view> names_;  // of literals and of the article, which outlive the writer
};

}  // namespace

std::string to_json_line(const Article& article) {
  ObjectWriter object;
  object.text("id", article.id);
  object.text("url", article.url);
  object.text("title", article.title);
  object.time("published", article.published);
  object.time("modified", article.modified);
  object.list("authors", article.authors);
  object.text("source", article.source);
  object.text("category", article.category);
  object.list("tags", article.tags);
  object.text("language", article.language);
  object.text("body", article.body);
  for (const auto& [name, json] : article.extra) {
    std::string on_one_line = json;
    std::ranges::replace(on_one_line, '\n', ' ');  // between tokens only: in a JSON string a newline is written \n
    object.member(name, on_one_line);
  }
  return std::move(object).finish();
}

}  // namespace warta::indexer
