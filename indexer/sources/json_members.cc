#include "indexer/sources/json_members.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

// The one member that says something in objects that databases (MongoDB's extended JSON) and WordPress write for a
// value.
constexpr std::string_view kWrappers[] = {"$date", "$oid", "$numberLong", "$numberInt", "$numberDouble", "rendered"};

dom::element unwrapped(dom::element value) {
  constexpr int kMostWrappers = 2;  // {"$date": {"$numberLong": "1707102900000"}}
  dom::object object;
  for (int i = 0; i < kMostWrappers && value.get_object().get(object) == simdjson::SUCCESS; ++i) {
    for (const std::string_view wrapper : kWrappers) {
      dom::element inside;
      if (object[wrapper].get(inside) != simdjson::SUCCESS) continue;
      value = inside;
      break;
    }
  }
  return value;
}

bool is_empty(dom::element value) {
  if (value.is_null()) return true;
  std::string_view text;
  dom::array items;
  if (value.get_string().get(text) == simdjson::SUCCESS) return text.empty();
  return value.get_array().get(items) == simdjson::SUCCESS && items.begin() == items.end();
}

class MemberSorter {
 public:
  JsonMembers sort(dom::object object) {
    constexpr std::size_t kUsualFields = 8;
    sorted_.of_fields.reserve(kUsualFields);
    gather(object);
    std::ranges::sort(sorted_.of_fields, [](const JsonMember& a, const JsonMember& b) {
      return std::tie(a.rank, a.position) < std::tie(b.rank, b.position);
    });
    // The same name is of the same rank, so that most objects need no look at their names.
    const bool may_repeat =
        std::ranges::adjacent_find(sorted_.of_fields, {}, &JsonMember::rank) != sorted_.of_fields.end();
    if (may_repeat) remove_repeated(sorted_.of_fields);
    if (sorted_.others.size() > 1) remove_repeated(sorted_.others);
    return std::move(sorted_);
  }

 private:
  void gather(dom::object object) {
    for (const dom::key_value_pair member : object) {
      dom::object source;
      if (member.key == "_source" && member.value.get_object().get(source) == simdjson::SUCCESS) {
        gather(source);
      } else {
        add({.name = member.key, .value = member.value, .whole = member.value, .position = position_++});
      }
    }
  }

  void add(JsonMember member) {
    const auto match = find_json_field(member.name);
    if (!match) return sorted_.others.push_back(member);
    member.field = match->field;
    member.rank = match->rank;
    member.value = unwrapped(member.value);
    if (!is_empty(member.value)) sorted_.of_fields.push_back(member);
  }

  // Leaves the first member of each name.
  void remove_repeated(std::vector<JsonMember>& members) {
    std::vector<std::pair<std::string_view, std::size_t>> names;
    names.reserve(members.size());
    for (const JsonMember& member : members) names.emplace_back(member.name, member.position);
    std::ranges::sort(names);
    std::vector<std::size_t> later;
    for (std::size_t i = 1; i < names.size(); ++i) {
      const std::string_view name = names[i].first;
      if (name != names[i - 1].first) continue;
      later.push_back(names[i].second);
      if (sorted_.repeated.empty() || sorted_.repeated.back() != name) sorted_.repeated.push_back(name);
    }
    if (later.empty()) return;
    std::ranges::sort(later);
    std::erase_if(members,
                  [&](const JsonMember& member) { return std::ranges::binary_search(later, member.position); });
  }

  JsonMembers sorted_;
  std::size_t position_ = 0;
};

}  // namespace

JsonMembers sort_members(dom::object object) {
  return MemberSorter().sort(object);
}

}  // namespace warta::indexer
