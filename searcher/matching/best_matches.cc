#include "searcher/matching/best_matches.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "database/shards.h"
#include "searcher/matching/weighted_postings.h"

namespace warta::searcher {
namespace {

using PostingsPointer = std::unique_ptr<WeightedPostings>;

// The first window is small, so that soon a weight is known that the next ones must pass.
constexpr Xapian::docid kFirstWindow = 256;

class TopMatches {
 public:
  explicit TopMatches(std::size_t most) : most_(most) {}

  // What a document must weigh to be taken; with the weight itself it is, if its id is smaller.
  double threshold() const { return heap_.size() < most_ ? 0.0 : heap_.front().weight; }

  void take(const BestMatch& match) {
    if (heap_.size() == most_) {
      if (!is_better(match, heap_.front())) return;
      std::ranges::pop_heap(heap_, is_better);
      heap_.pop_back();
    }
    heap_.push_back(match);
    std::ranges::push_heap(heap_, is_better);
  }

  std::vector<BestMatch> in_order() && {
    std::ranges::sort(heap_, is_better);
    return std::move(heap_);
  }

 private:
  static bool is_better(const BestMatch& left, const BestMatch& right) {
    return left.weight > right.weight || (left.weight == right.weight && left.id < right.id);
  }

  std::size_t most_;
  std::vector<BestMatch> heap_;  // the worst in front
};

// MaxScore (Turtle and Flood, Query evaluation: strategies and optimizations, 1995), with the windows of Lucene's
// BooleanScorer: posting lists that together cannot lift a document over the threshold lead to none, and are asked only
// for documents that others lead to, the heaviest first, until it is clear that these remain below.
class ShardMatcher {
 public:
  ShardMatcher(std::vector<PostingsPointer> leading, std::vector<PostingsPointer> adding)
      : leading_(std::move(leading)), adding_(std::move(adding)) {
    std::ranges::sort(leading_, std::ranges::greater{}, &WeightedPostings::most);
    sum_up();
  }

  // joined_id(id in the shard) is the id in all shards.
  template <typename JoinedId>
  void run(TopMatches& top, ScoreWindow& window, JoinedId joined_id) {
    Xapian::docid documents = kFirstWindow;
    while (begin_window(top.threshold(), window, documents)) {
      documents = std::min(2 * documents, ScoreWindow::kDocuments);
      for (const PostingsPointer& postings : leading_) postings->add_to(window);
      window.take_all([&](Xapian::docid document, double weight) {
        if (add_rest(document, top.threshold(), weight)) top.take({joined_id(document), weight});
      });
    }
  }

 private:
  // False where no further document can be among the best.
  bool begin_window(double threshold, ScoreWindow& window, Xapian::docid documents) {
    while (!leading_.empty() && most_of_adding() + leading_.back()->most() < threshold) {
      adding_.push_back(std::move(leading_.back()));
      leading_.pop_back();
      sum_up();
    }
    Xapian::docid first = kNoDocument;
    for (const PostingsPointer& postings : leading_) first = std::min(first, postings->document());
    window.begin_at(first, documents);
    return first != kNoDocument;
  }

  // Completes the weight of a document. False where it is below the threshold.
  bool add_rest(Xapian::docid document, double threshold, double& weight) {
    for (std::size_t i = 0; i < adding_.size(); ++i) {
      if (weight + most_from_[i] < threshold) return false;
      weight += adding_[i]->weight_in(document);
    }
    return weight >= threshold;
  }

  double most_of_adding() const { return most_from_.front(); }

  void sum_up() {
    std::ranges::sort(adding_, std::ranges::greater{}, &WeightedPostings::most);
    most_from_.assign(adding_.size() + 1, 0.0);
    for (std::size_t i = adding_.size(); i > 0; --i) most_from_[i - 1] = most_from_[i] + adding_[i - 1]->most();
  }

  std::vector<PostingsPointer> leading_;  // the heaviest first, as in adding_
  std::vector<PostingsPointer> adding_;
  std::vector<double> most_from_;  // what those of adding_ from here on can weigh together
};

std::vector<PostingsPointer> postings_of(const std::vector<ScoredQuery>& queries, ShardPostings& shard,
                                         TermStatistics& statistics) {
  std::vector<PostingsPointer> postings;
  for (const ScoredQuery& query : queries) add_postings(query, shard, statistics, postings);
  return postings;
}

}  // namespace

std::vector<BestMatch> best_matches(const std::vector<ScoredQuery>& leading, const std::vector<ScoredQuery>& adding,
                                    std::span<ShardPostings> shards, TermStatistics& statistics, std::size_t most) {
  TopMatches top(most);
  const auto window = std::make_unique<ScoreWindow>();
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    ShardMatcher matcher(postings_of(leading, shards[shard], statistics),
                         postings_of(adding, shards[shard], statistics));
    matcher.run(top, *window, [&](Xapian::docid id) { return joined_id(id, shard, shards.size()); });
  }
  return std::move(top).in_order();
}

}  // namespace warta::searcher
