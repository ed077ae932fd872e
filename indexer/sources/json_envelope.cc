#include "indexer/sources/json_envelope.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/sources/json_fields.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kDeepestObject = 3;  // that holds the array, in objects of objects

// Members of an object that hold its articles, as news services and exports call them.
constexpr std::string_view kArticleArrays[] = {"articles", "data",    "items", "results", "docs",   "documents",
                                               "hits",     "posts",   "rows",  "records", "berita", "artikel",
                                               "news",     "entries", "value", "response"};

bool may_hold_articles(std::string_view name) {
  return std::find(std::begin(kArticleArrays), std::end(kArticleArrays), name) != std::end(kArticleArrays);
}

bool is_field_of_article(std::string_view name) {
  const auto match = find_json_field(name);
  return match &&
         (match->field == JsonField::title || match->field == JsonField::url || match->field == JsonField::body);
}

// Reads the beginning of a JSON text member by member, as far as it is in sight.
class JsonHead {
 public:
  explicit JsonHead(std::string_view bytes) : bytes_(bytes) {}

  // Of size 0 where there is no array of articles.
  Prologue to_articles() {
    skip_space();
    if (peek() == '[') return {.size = at_ + 1};
    if (peek() == '{') read_object(1);
    return is_article_ ? Prologue() : found_;
  }

 private:
  void read_object(std::size_t depth) {
    do {
      ++at_;
      skip_space();
      if (peek() == '}') break;
      const std::string_view name = string();
      skip_space();
      if (peek() != ':') return;
      ++at_;
      skip_space();
      read_member(name, depth);
      skip_space();
    } while (peek() == ',' && !is_article_);
    if (peek() == '}') ++at_;
  }

  void read_member(std::string_view name, std::size_t depth) {
    const bool is_looked_for = found_.size == 0 && may_hold_articles(name);
    if (is_looked_for && peek() == '{' && depth < kDeepestObject) return read_object(depth + 1);
    if (is_looked_for && begins_array_of_objects()) {
      found_ = {.size = at_ + 1, .enclosing = depth};
    } else {
      is_article_ = is_article_ || is_field_of_article(name);
    }
    skip_value();
  }

  bool begins_array_of_objects() const {
    if (peek() != '[') return false;
    const std::size_t next = bytes_.find_first_not_of(" \t\r\n", at_ + 1);
    return next != kNone && (bytes_[next] == '{' || bytes_[next] == ']');
  }

  char peek() const { return at_ < bytes_.size() ? bytes_[at_] : '\0'; }

  void skip_space() {
    while (at_ < bytes_.size() && is_ascii_space(bytes_[at_])) ++at_;
  }

  std::string_view string() {
    skip_space();
    if (peek() != '"') return {};
    const std::size_t begin = ++at_;
    while (at_ < bytes_.size() && bytes_[at_] != '"') at_ += bytes_[at_] == '\\' ? 2 : 1;
    const std::size_t end = std::min(at_, bytes_.size());
    ++at_;
    return bytes_.substr(begin, end - begin);
  }

  void skip_value() {
    for (std::size_t depth = 0; at_ < bytes_.size(); ++at_) {
      const char c = bytes_[at_];
      if (c == '"') {
        string();
        --at_;
      }
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) return;
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  Prologue found_;
  bool is_article_ = false;
};

bool holds_objects(dom::array array) {
  const auto first = array.begin();
  return first == array.end() || (*first).is_object();
}

std::optional<dom::array> find_articles(dom::object object, std::size_t depth) {
  for (const dom::key_value_pair member : object) {
    if (!may_hold_articles(member.key)) continue;
    dom::array array;
    if (member.value.get_array().get(array) == simdjson::SUCCESS && holds_objects(array)) return array;
    dom::object inner;
    if (depth == kDeepestObject || member.value.get_object().get(inner) != simdjson::SUCCESS) continue;
    if (const auto found = find_articles(inner, depth + 1)) return found;
  }
  return std::nullopt;
}

}  // namespace

Prologue json_prologue(std::string_view bytes) {
  const std::size_t mark = bytes.size() - without_utf8_mark(bytes).size();
  Prologue result = JsonHead(bytes.substr(mark)).to_articles();
  result.size += mark;
  return result;
}

std::optional<dom::array> enclosed_articles(dom::object object) {
  return find_articles(object, 1);
}

}  // namespace warta::indexer
