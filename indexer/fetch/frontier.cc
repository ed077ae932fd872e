#include "indexer/fetch/frontier.h"

#include <algorithm>
#include <limits>

namespace warta::indexer {
namespace {

std::uint64_t rest(std::uint64_t bound, std::uint64_t used) {
  return bound == 0 ? std::numeric_limits<std::uint64_t>::max() : bound - std::min(bound, used);
}

}  // namespace

Frontier::Frontier(Bounds bounds, std::vector<std::uint64_t> source_bounds) : bounds_(bounds) {
  for (const std::uint64_t most : source_bounds) sources_.emplace_back().most = most;
}

void Frontier::push(Task task) {
  Source& source = sources_[task.source];
  (task.is_page() ? source.pages : source.listings).push_back(std::move(task));
}

std::optional<Task> Frontier::take() {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    const std::size_t index = turn_++ % sources_.size();
    Source& source = sources_[index];
    if (left(index) == 0 || source.under_way >= bounds_.under_way || room(index) == 0) continue;
    std::deque<Task>& waiting = source.pages.empty() ? source.listings : source.pages;
    Task task = std::move(waiting.front());
    waiting.pop_front();
    ++source.under_way;
    ++source.taken;
    ++taken_;
    return task;
  }
  return std::nullopt;
}

std::uint64_t Frontier::room(std::size_t source) const {
  return std::min(rest(bounds_.urls, taken_), rest(sources_[source].most, sources_[source].taken));
}

}  // namespace warta::indexer
