// Articles in JSON that stand inside of something: the answer of a service, an export, one page of many.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "indexer/sources/json_nesting.h"
#include "indexer/sources/prologue.h"

namespace warta::indexer {

// What stands before the articles of a JSON text, of which bytes are the beginning: up to the elements of its array,
// where it is one, or is an object with one of articles ("articles", "data", ...; also in an object of that object).
// An object that has a title, a text or an address itself, before the array or behind it, is an article that has such
// an array. Otherwise no more than a byte order mark: values one after the other.
Prologue json_prologue(std::string_view bytes);

// The same of an object that is parsed and has neither a title nor a text: all its arrays of articles.
std::vector<simdjson::dom::array> enclosed_articles(simdjson::dom::object object);

// The walk through the objects around arrays of articles, a byte at a time, so that what is between them may be of any
// size.
class EnvelopeWalk {
 public:
  enum class Step : std::uint8_t {
    inside,
    array_found,   // the byte opens the first element of an array of articles; going on passes over the array
    other_member,  // the byte begins the value of a member that has no articles
    closed,        // the byte closes the outermost object
  };

  // Between two members of the innermost of so many open objects.
  explicit EnvelopeWalk(std::size_t open_objects) : open_objects_(open_objects) {}

  Step pass(char c);

  std::size_t open_objects() const { return open_objects_; }

  // Of the member that a step found; cut off where it is longer than that of any field of an article.
  std::string_view name() const { return name_; }

 private:
  enum class Place : std::uint8_t { between_members, name, value, array, skipped_value };

  Step pass_between(char c);
  Step pass_name(char c);
  Step begin_value(char c);
  Step begin_array(char c);
  void skip_from(std::size_t depth);
  Step skip(char c);

  std::size_t open_objects_;
  Place place_ = Place::between_members;
  std::string name_;
  bool is_escaped_ = false;
  JsonNesting nesting_;            // of a value that is passed over
  std::size_t skipped_depth_ = 0;  // in it
};

}  // namespace warta::indexer
