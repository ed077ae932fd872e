#include "indexer/sources/json_members.h"

#include <algorithm>
#include <iterator>
#include <tuple>

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

void gather(dom::object object, std::vector<JsonMember>& members) {
  for (const dom::key_value_pair member : object) {
    dom::object source;
    if (member.key == "_source" && member.value.get_object().get(source) == simdjson::SUCCESS) {
      gather(source, members);
      continue;
    }
    JsonMember sorted{.name = member.key, .value = member.value, .whole = member.value, .position = members.size()};
    if (const auto match = find_json_field(member.key)) {
      sorted.field = match->field;
      sorted.rank = match->rank;
      sorted.value = unwrapped(member.value);
      if (is_empty(sorted.value)) continue;
    }
    members.push_back(sorted);
  }
}

// Removes all but the first member of each name, and returns these names.
std::vector<std::string_view> remove_repeated(std::vector<JsonMember>& members) {
  std::vector<std::pair<std::string_view, std::size_t>> names;
  names.reserve(members.size());
  for (const JsonMember& member : members) names.emplace_back(member.name, member.position);
  std::ranges::sort(names);
  std::vector<std::string_view> repeated;
  std::vector<std::size_t> later;
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i].first != names[i - 1].first) continue;
    later.push_back(names[i].second);
    if (repeated.empty() || repeated.back() != names[i].first) repeated.push_back(names[i].first);
  }
  if (later.empty()) return repeated;
  std::ranges::sort(later);
  std::erase_if(members, [&](const JsonMember& member) { return std::ranges::binary_search(later, member.position); });
  return repeated;
}

}  // namespace

JsonMembers sort_members(dom::object object) {
  std::vector<JsonMember> members;
  members.reserve(object.size());
  gather(object, members);
  JsonMembers sorted;
  sorted.repeated = remove_repeated(members);
  std::ranges::partition_copy(members, std::back_inserter(sorted.of_fields), std::back_inserter(sorted.others),
                              [](const JsonMember& member) { return member.field.has_value(); });
  std::ranges::sort(sorted.of_fields, [](const JsonMember& a, const JsonMember& b) {
    return std::tie(a.rank, a.position) < std::tie(b.rank, b.position);
  });
  return sorted;
}

}  // namespace warta::indexer
