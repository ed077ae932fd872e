#include "searcher/query/filters.h"

#include <utility>

namespace warta::searcher {
namespace {

Result<Node> value_node(const Field& field, const std::string& value, const CivilDate& today) {
  Node node;
  if (field.kind == FieldKind::date) {
    const tl::expected<DayRange, DayRangeError> days = parse_day_range(value, today);
    if (!days) return failure(ExitCode::usage, days.error().message);
    node.kind = NodeKind::date;
    node.days = *days;
    return node;
  }
  node.kind = NodeKind::phrase;
  node.text = value;
  Node scoped;
  scoped.kind = NodeKind::field;
  scoped.field = &field;
  scoped.children.push_back(std::move(node));
  return scoped;
}

}  // namespace

Result<void> add_filter(Node& root, const std::string& field, const std::vector<std::string>& values,
                        const CivilDate& today) {
  Node filter;
  filter.kind = NodeKind::any;
  for (const std::string& value : values) {
    Result<Node> node = value_node(*find_field(field), value, today);
    if (!node) return tl::unexpected(node.error());
    filter.children.push_back(std::move(*node));
  }
  if (filter.children.size() == 1) filter = Node(std::move(filter.children.front()));
  if (root.kind != NodeKind::group) {
    Node group;
    group.kind = NodeKind::group;
    group.children.push_back(std::move(root));
    root = std::move(group);
  }
  root.children.push_back(std::move(filter));
  return {};
}

}  // namespace warta::searcher
