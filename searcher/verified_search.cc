#include "searcher/verified_search.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>
#include <string>
#include <utility>

#include "database/article.h"
#include "database/schema.h"
#include "searcher/matching/conjunction.h"
#include "searcher/ranking/score_order.h"

namespace warta::searcher {
namespace {

// Candidates that are fetched and verified at a time: few at first, because a page is short.
constexpr Xapian::doccount kFirstBatch = 30;
constexpr Xapian::doccount kBatchGrowth = 6;

// Where so few candidates are left, all are verified, so that the count is exact.
constexpr Xapian::doccount kExactCountCandidates = 100;

// Of more, a sample of every rank tells how many match: those of high rank match far more often. It ends with so many
// matches (inverse sampling: Haldane 1945), so that it is as exact where few match as where most do: to a fifth.
constexpr Xapian::doccount kMostSampled = 400;
constexpr std::size_t kEnoughMatches = 25;

// Where signatures rule most out, so many are asked for theirs.
constexpr Xapian::doccount kMostRuledOut = 4000;

// The matcher counts candidates exactly up to here.
constexpr Xapian::doccount kCountedCandidates = 1000;

// Gives the articles of the highest rank, then those of the next, and sorts no more than is taken.
template <typename Candidate>
class RankQueue {
 public:
  RankQueue(std::vector<Candidate> candidates, const Xapian::Database& database)
      : heap_(std::move(candidates)), database_(database) {
    std::ranges::make_heap(heap_, {}, &Candidate::rank);
  }

  // Those that were not taken yet.
  std::size_t size() const { return heap_.size() + equals_.size(); }

  // So many of those that were not taken, or fewer, in an order in which each beginning has all ranks.
  std::vector<Xapian::docid> sample(std::size_t most) const {
    std::vector<Xapian::docid> ids;
    const std::size_t count = heap_.size();
    std::size_t step = std::max<std::size_t>(1, count * 618 / 1000);  // the golden ratio spreads best
    while (std::gcd(step, count) > 1) ++step;
    for (std::size_t i = 0; i < std::min(most, count); ++i) ids.push_back(heap_[i * step % count].id);
    return ids;
  }

  // The next in the order of the hits. Which of equals comes first is arbitrary, but the same in one database and in
  // several shards. At least one must be left.
  Match take() {
    if (equals_.empty()) take_equals();
    Match next = std::move(equals_.back());
    equals_.pop_back();
    return next;
  }

 private:
  void take_equals() {
    const std::int64_t rank = heap_.front().rank;
    while (!heap_.empty() && heap_.front().rank == rank) {
      const Candidate& best = heap_.front();
      equals_.push_back({best.id, best.weight, database_.get_document(best.id, Xapian::DOC_ASSUME_VALID)});
      std::ranges::pop_heap(heap_, {}, &Candidate::rank);
      heap_.pop_back();
    }
    if (equals_.size() == 1) return;
    std::vector<std::pair<std::string, Match>> by_hash;
    for (Match& match : equals_) {
      std::string hash = match.document.get_value(kContentHashSlot);
      by_hash.emplace_back(std::move(hash), std::move(match));
    }
    std::ranges::sort(by_hash, [](const auto& left, const auto& right) {
      return left.first != right.first ? left.first > right.first : left.second.id > right.second.id;
    });
    std::ranges::transform(by_hash, equals_.begin(), [](auto& entry) { return std::move(entry.second); });
  }

  std::vector<Candidate> heap_;
  std::vector<Match> equals_;  // of the rank that is being taken, the last one first
  const Xapian::Database& database_;
};

}  // namespace

VerifiedSearch::VerifiedSearch(Session& session, const Clause& query, const SearchOptions& options, Page& page,
                               TermStatistics& statistics)
    : session_(session),
      options_(options),
      page_(page),
      statistics_(statistics),
      verifier_(query, options.offset_minutes),
      filter_(query),
      candidates_(session.is_remote() ? std::nullopt : scored_candidates(query)) {}

std::vector<VerifiedSearch::Candidate> VerifiedSearch::possible_candidates() const {
  std::vector<Candidate> candidates;
  const std::span<ShardPostings> shards = session_.postings();
  for (std::size_t shard = 0; shard < shards.size(); ++shard) {
    SignatureCache& signatures = session_.signatures(shard);
    for (Conjunction found(*candidates_, shards[shard], statistics_); found.document() != kNoDocument; found.next()) {
      if (filter_.is_useful() && !filter_.may_match(signatures.signature_of(found.document()))) continue;
      if (!found.is_complete()) continue;
      const double weight = found.weight();
      candidates.push_back({joined_id(found.document(), shard, shards.size()), weight, rank_of(weight)});
    }
  }
  return candidates;
}

void VerifiedSearch::walk(const Xapian::Enquire& enquire, MatchCount& count) {
  RankQueue queue(possible_candidates(), session_.database());
  std::uint64_t matched = 0;
  while (queue.size() > 0) {
    if (page_.is_full()) {
      if (!options_.counts_matches) return;
      if (queue.size() > kExactCountCandidates) {
        count.is_exact = false;
        count.count += matched + estimated_matches(queue.sample(kMostSampled), queue.size());
        return;
      }
    }
    matched += verify(enquire, queue.take()) ? 1 : 0;
  }
  count.count += matched;
}

// In growing batches, until the page is full and, where matches are counted, the rest is either small enough to be
// counted or estimated.
void VerifiedSearch::match(Xapian::Enquire& enquire, MatchCount& count) {
  Xapian::doccount seen = 0;
  Xapian::doccount matched = 0;
  for (Xapian::doccount batch = kFirstBatch;; batch *= kBatchGrowth) {
    const Xapian::MSet candidates = enquire.get_mset(seen, batch, options_.counts_matches ? kCountedCandidates : 0);
    for (auto candidate = candidates.begin(); candidate != candidates.end(); ++candidate) {
      const Match match = match_of(candidate);
      const bool is_possible = !filter_.is_useful() || filter_.may_match(match.document.get_value(kPairsSlot));
      matched += is_possible && verify(enquire, match) ? 1 : 0;
      if (page_.is_full() && !options_.counts_matches) return;
    }
    seen += candidates.size();
    const Xapian::doccount estimate = candidates.get_matches_estimated();
    if (candidates.size() < batch) {
      count.count += matched;
      return;
    }
    if (page_.is_full() && estimate > seen + kExactCountCandidates) {
      return count_by_sample(enquire.get_query(), count);
    }
  }
}

// The candidates with the smallest content hashes are a sample of them, and how small the k-th hash of a match is tells
// how many matches there are (Beyer et al. 2007), without a count of the candidates.
void VerifiedSearch::count_by_sample(const Xapian::Query& query, MatchCount& count) {
  Xapian::Enquire enquire(session_.database());
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_sort_by_value(kContentHashSlot, false);
  const Xapian::doccount most = filter_.is_useful() ? kMostRuledOut : kMostSampled;
  const Xapian::MSet sample = enquire.get_mset(0, most);
  std::size_t looked = 0;
  std::size_t matched = 0;
  double share = 0;  // of all hashes, those up to here
  auto candidate = sample.begin();
  for (; candidate != sample.end() && looked < kMostSampled && matched < kEnoughMatches; ++candidate) {
    const Xapian::Document document = candidate.get_document();
    share = std::ldexp(static_cast<double>(unserialise_hash(document.get_value(kContentHashSlot))) + 1.0, -64);
    if (filter_.is_useful() && !filter_.may_match(document.get_value(kPairsSlot))) continue;
    ++looked;
    const auto article = page_.read(document);
    if (article && check(*article).matches) ++matched;
  }
  const bool is_whole = candidate == sample.end() && sample.size() < most;
  count.is_exact = count.is_exact && is_whole;
  const double known = static_cast<double>(matched == kEnoughMatches ? matched - 1 : matched);
  const double all = is_whole ? static_cast<double>(matched) : std::round(known / share);
  count.count += static_cast<std::uint64_t>(std::min(all, static_cast<double>(session_.database().get_doccount())));
}

std::uint64_t VerifiedSearch::estimated_matches(const std::vector<Xapian::docid>& sample, std::size_t all) {
  std::size_t looked = 0;
  std::size_t matched = 0;
  for (; looked < sample.size() && matched < kEnoughMatches; ++looked) {
    const auto article = page_.read(session_.database().get_document(sample[looked], Xapian::DOC_ASSUME_VALID));
    if (article && check(*article).matches) ++matched;
  }
  return looked == 0 ? 0 : matched * all / looked;
}

Verdict VerifiedSearch::check(const Article& article) {
  ArticleText text(article, session_.analyzer(), &session_.chunk_terms());
  return verifier_.check(article, text);
}

bool VerifiedSearch::verify(const Xapian::Enquire& enquire, const Match& candidate) {
  std::optional<Article> article = page_.read(candidate.document);
  if (!article) return false;
  Verdict verdict = check(*article);
  if (!verdict.matches) return false;
  if (Hit* hit = page_.take(enquire, candidate, std::move(article))) hit->modes = std::move(verdict.modes);
  return true;
}

}  // namespace warta::searcher
