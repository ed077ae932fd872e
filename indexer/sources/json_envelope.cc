#include "indexer/sources/json_envelope.h"

#include <algorithm>
#include <iterator>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/sources/json_fields.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t kDeepestObject = 3;  // that holds an array, in objects of objects
constexpr std::size_t kLongestName = 32;   // that is kept: no field of an article has a longer one

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

bool holds_objects(dom::array array) {
  const auto first = array.begin();
  return first == array.end() || (*first).is_object();
}

void gather_articles(dom::object object, std::size_t depth, std::vector<dom::array>& found) {
  for (const dom::key_value_pair member : object) {
    if (!may_hold_articles(member.key)) continue;
    dom::array array;
    dom::object inner;
    if (member.value.get_array().get(array) == simdjson::SUCCESS) {
      if (holds_objects(array)) found.push_back(array);
    } else if (depth < kDeepestObject && member.value.get_object().get(inner) == simdjson::SUCCESS) {
      gather_articles(inner, depth + 1, found);
    }
  }
}

// Behind the bracket that opens the object.
Prologue object_prologue(std::string_view bytes) {
  Prologue found;
  std::size_t around = kDeepestObject;  // the innermost object that is not the array's brother
  EnvelopeWalk walk(1);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const EnvelopeWalk::Step step = walk.pass(bytes[at]);
    if (step == EnvelopeWalk::Step::closed) break;
    around = std::min(around, walk.open_objects());
    if (step == EnvelopeWalk::Step::array_found && found.size == 0) {
      found = {.size = at + 1, .enclosing = walk.open_objects()};
      around = found.enclosing;
    }
    const bool is_field = step == EnvelopeWalk::Step::other_member && is_field_of_article(walk.name());
    if (is_field && walk.open_objects() <= around) return {};
  }
  return found;
}

}  // namespace

EnvelopeWalk::Step EnvelopeWalk::pass(char c) {
  switch (place_) {
    case Place::between_members: return pass_between(c);
    case Place::name: return pass_name(c);
    case Place::value: return is_ascii_space(c) || c == ':' ? Step::inside : begin_value(c);
    case Place::array: return is_ascii_space(c) ? Step::inside : begin_array(c);
    case Place::skipped_value: break;
  }
  return skip(c);
}

EnvelopeWalk::Step EnvelopeWalk::pass_between(char c) {
  if (c == '"') {
    name_.clear();
    place_ = Place::name;
  }
  if (c == '{' || c == '[') {  // a value without a name, in broken JSON
    skip_from(0);
    skip(c);
  }
  if (c != '}') return Step::inside;
  return --open_objects_ == 0 ? Step::closed : Step::inside;
}

EnvelopeWalk::Step EnvelopeWalk::pass_name(char c) {
  if (c == '"' && !is_escaped_) {
    place_ = Place::value;
  } else if (name_.size() < kLongestName) {
    name_ += c;
  }
  is_escaped_ = !is_escaped_ && c == '\\';
  return Step::inside;
}

EnvelopeWalk::Step EnvelopeWalk::begin_value(char c) {
  if (may_hold_articles(name_)) {
    if (c == '[') {
      place_ = Place::array;
      return Step::inside;
    }
    if (c == '{' && open_objects_ < kDeepestObject) {
      ++open_objects_;
      place_ = Place::between_members;
      return Step::inside;
    }
  }
  skip_from(0);
  skip(c);
  return Step::other_member;
}

EnvelopeWalk::Step EnvelopeWalk::begin_array(char c) {
  skip_from(1);
  skip(c);
  if (c == '{') return Step::array_found;
  return c == ']' ? Step::inside : Step::other_member;
}

void EnvelopeWalk::skip_from(std::size_t depth) {
  place_ = Place::skipped_value;
  skipped_depth_ = depth;
  nesting_ = {};
}

EnvelopeWalk::Step EnvelopeWalk::skip(char c) {
  const bool was_in_string = nesting_.is_in_string();
  const int change = nesting_.pass(c);
  const bool ends_scalar = !was_in_string && skipped_depth_ == 0 && (c == ',' || change < 0);
  if (change > 0) ++skipped_depth_;
  if (change < 0 && skipped_depth_ > 0) --skipped_depth_;
  if (ends_scalar || (change < 0 && skipped_depth_ == 0)) place_ = Place::between_members;
  return ends_scalar ? pass_between(c) : Step::inside;
}

Prologue json_prologue(std::string_view bytes) {
  Prologue result;
  std::size_t begin = bytes.size() - without_utf8_mark(bytes).size();
  result.size = begin;
  while (begin < bytes.size() && is_ascii_space(bytes[begin])) ++begin;
  const std::string_view first = bytes.substr(begin, 1);
  if (first == "[") result.size = begin + 1;
  if (first != "{") return result;
  const Prologue found = object_prologue(bytes.substr(begin + 1));
  if (found.size > 0) result = {.size = begin + found.size, .enclosing = found.enclosing};
  return result;
}

std::vector<dom::array> enclosed_articles(dom::object object) {
  std::vector<dom::array> found;
  gather_articles(object, 1, found);
  return found;
}

}  // namespace warta::indexer
