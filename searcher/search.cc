#include "searcher/search.h"

#include <algorithm>
#include <ctime>
#include <optional>
#include <utility>

#include "database/schema.h"
#include "database/xapian_errors.h"
#include "searcher/matching/best_matches.h"
#include "searcher/matching/term_statistics.h"
#include "searcher/page.h"
#include "searcher/query/xapian_query.h"
#include "searcher/ranking/bm25.h"
#include "searcher/ranking/recency.h"
#include "searcher/ranking/second_stage.h"
#include "searcher/ranking/weights.h"
#include "searcher/verified_search.h"

namespace warta::searcher {
namespace {

// Matches of the second tier are counted exactly up to here.
constexpr Xapian::doccount kCountedSomeWords = 1000;

enum class Counting : std::uint8_t { exact, estimated };

class Search {
 public:
  Search(Session& session, const Clause& query, const SearchOptions& options)
      : session_(session),
        query_(query),
        options_(options),
        queries_(make_xapian_queries(query, options.offset_minutes, session.database())),
        reranker_(query, session.analyzer()),
        page_(session, query, options),
        statistics_(session.postings()) {
    if (needs_verification(query)) verified_.emplace(session, query, options, page_, statistics_);
  }

  SearchResult run() {
    if (options_.explain) result_.candidates = queries_.all_words.get_description();
    if (takes_best_matches()) {
      run_best_matches();
    } else {
      run_all_words();
      if (wants_some_words()) run_some_words();
    }
    result_.hits = std::move(page_).hits();
    return std::move(result_);
  }

 private:
  // Phrases say what must be there, and by date there is no best match.
  bool takes_best_matches() const {
    const bool needs_all = queries_.wanted_words <= kMostWordsThatMustAllMatch && !queries_.asks;
    return !queries_.some_words.empty() && !needs_all && !verified_ && options_.sort == SortOrder::relevance;
  }

  void run_best_matches() {
    begin_some_words();
    const RareWordsQuery rare = make_rare_words_query(query_, options_.offset_minutes, session_.database());
    if (rare.candidates.empty()) {
      run_tier(queries_.some_words, &result_.some_words, Counting::estimated);
    } else {
      run_rare_words(rare);
      if (!page_.is_full()) {
        run_tier({Xapian::Query::OP_AND_NOT, queries_.some_words, rare.candidates}, nullptr, Counting::estimated);
      }
    }
    if (!options_.counts_matches) return;
    if (!rare.candidates.empty()) count_some_words();
    result_.all_words.count = count_matches(session_.database(), queries_.all_words);
    result_.some_words.count -= std::min(result_.some_words.count, result_.all_words.count);
  }

  // Xapian's matcher knows filters and dates, and works on other machines beside the postings that it reads.
  void run_rare_words(const RareWordsQuery& rare) {
    if (!rare.is_filtered && !session_.is_remote() && options_.recency_half_life_days == 0) best_matches_of_ = &rare;
    run_tier(rare.candidates, nullptr, Counting::estimated);
    best_matches_of_ = nullptr;
  }

  void run_all_words() {
    if (options_.sort != SortOrder::oldest) {
      return run_tier(queries_.all_words, &result_.all_words, Counting::exact);
    }
    const Xapian::Query dated = dated_articles();
    run_tier({Xapian::Query::OP_FILTER, queries_.all_words, dated}, &result_.all_words, Counting::exact);
    run_tier({Xapian::Query::OP_AND_NOT, queries_.all_words, dated}, &result_.all_words, Counting::exact);
  }

  bool wants_some_words() const {
    if (queries_.some_words.empty()) return false;
    if (options_.sort != SortOrder::relevance) return result_.all_words.count == 0;
    return !page_.is_full();
  }

  void begin_some_words() {
    is_by_relevance_ = true;
    result_.is_relaxed = true;
    if (options_.explain) result_.candidates += "\n" + queries_.some_words.get_description();
  }

  void run_some_words() {
    begin_some_words();
    run_tier({Xapian::Query::OP_AND_NOT, queries_.some_words, queries_.all_words}, &result_.some_words,
             Counting::estimated);
  }

  void count_some_words() {
    Xapian::Enquire enquire(session_.database());
    enquire.set_query(queries_.some_words);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    add_count(enquire.get_mset(0, 0, kCountedSomeWords), result_.some_words);
  }

  // Adds the matches to `count`, where there is one.
  void run_tier(const Xapian::Query& query, MatchCount* count, Counting counting) {
    Xapian::Enquire enquire(session_.database());
    const Xapian::Query scored = on_bm25_scale(query);
    enquire.set_query(scored);
    enquire.set_weighting_scheme(bm25());
    if (!orders_by_relevance()) {
      enquire.set_sort_by_value_then_relevance(kPublishedSlot, options_.sort == SortOrder::newest);
    } else {
      if (options_.recency_half_life_days > 0) {
        const RecencyPrior recency =
            recency_prior(options_.recency_half_life_days, std::time(nullptr), scored, session_.database());
        enquire.set_query(recency.added_to(scored));
        page_.expect_recency(recency);
      }
      // Among equals the order is arbitrary, but the same in one database and in several shards: document ids differ.
      // The second stage sees to it itself; behind its articles all pages must then go on in one order.
      if (!has_second_stage()) enquire.set_sort_by_relevance_then_value(kContentHashSlot, false);
    }
    if (verified_) return run_verified(enquire, *count);
    const Xapian::doccount counted = count == nullptr ? 0 : count_up_to(counting);
    MatchCount unused;
    run_unverified(enquire, count == nullptr ? unused : *count, counted);
  }

  // The first tier of a query by relevance is the query itself.
  void run_verified(Xapian::Enquire& enquire, MatchCount& count) {
    const bool is_query_itself = !is_by_relevance_ && options_.sort == SortOrder::relevance;
    if (is_query_itself && options_.recency_half_life_days == 0 && verified_->walks()) {
      verified_->walk(enquire, count);
    } else {
      verified_->match(enquire, count);
    }
  }

  bool orders_by_relevance() const { return is_by_relevance_ || options_.sort == SortOrder::relevance; }

  Xapian::doccount count_up_to(Counting counting) const {
    if (!options_.counts_matches) return 0;
    return counting == Counting::exact ? session_.database().get_doccount() : kCountedSomeWords;
  }

  static void add_count(const Xapian::MSet& matches, MatchCount& count) {
    count.is_exact = count.is_exact && matches.get_matches_lower_bound() == matches.get_matches_upper_bound();
    count.count += matches.get_matches_estimated();
  }

  // Goes through the hits in their order until the page is full.
  void run_unverified(Xapian::Enquire& enquire, MatchCount& count, Xapian::doccount counted) {
    Xapian::doccount seen = 0;
    if (is_reranked()) {
      seen = run_reranked(enquire, count, counted);
      if (page_.is_full() || seen < kRerankedArticles) return;
    }
    for (;;) {
      const Xapian::doccount asked = page_.to_skip() + page_.missing() + (options_.folds_copies ? kCopiesExpected : 0);
      const Xapian::MSet matches = enquire.get_mset(seen, asked, seen == 0 ? counted : 0);
      if (seen == 0) add_count(matches, count);
      for (auto match = matches.begin(); match != matches.end() && !page_.is_full(); ++match) {
        page_.take(enquire, match_of(match));
      }
      seen += matches.size();
      if (page_.is_full() || matches.size() < asked) return;
    }
  }

  bool has_second_stage() const {
    return options_.reranks && reranker_.is_useful() && orders_by_relevance() && !verified_;
  }

  // Whether any article of the second stage is on this page.
  bool is_reranked() const { return has_second_stage() && !page_.is_full() && page_.to_skip() < kRerankedArticles; }

  // The best of the first stage, in the order of both stages: the same whichever page of it is asked for. Returns how
  // many they are; below them goes on what the first stage alone orders.
  Xapian::doccount run_reranked(Xapian::Enquire& enquire, MatchCount& count, Xapian::doccount counted) {
    const std::vector<Match> matches =
        best_matches_of_ == nullptr ? xapian_matches(enquire, count, counted) : own_matches(*best_matches_of_);
    for (RankedMatch& ranked : in_order_of_both_stages(matches, reranker_, session_.codec())) {
      Hit* hit = page_.take(enquire, ranked.match, std::move(ranked.article));
      if (hit == nullptr) continue;
      hit->score = ranked.score;
      hit->features = ranked.features;
    }
    return static_cast<Xapian::doccount>(matches.size());
  }

  std::vector<Match> xapian_matches(Xapian::Enquire& enquire, MatchCount& count, Xapian::doccount counted) {
    const Xapian::MSet matches = enquire.get_mset(0, kRerankedArticles, counted);
    if (session_.is_remote()) matches.fetch();  // one request for all, not one for each
    add_count(matches, count);
    reranker_.take_frequencies([&](const std::string& term) { return matches.get_termfreq(term); },
                               session_.database().get_doccount());
    std::vector<Match> best;
    for (auto match = matches.begin(); match != matches.end(); ++match) best.push_back(match_of(match));
    return best;
  }

  std::vector<Match> own_matches(const RareWordsQuery& query) {
    std::vector<Match> best;
    for (const auto& [id, weight] :
         best_matches(query.leading, query.adding, session_.postings(), statistics_, kRerankedArticles)) {
      best.push_back({id, weight, session_.database().get_document(id, Xapian::DOC_ASSUME_VALID)});
    }
    reranker_.take_frequencies([&](const std::string& term) { return statistics_.frequency(term); },
                               statistics_.articles());
    return best;
  }

  Session& session_;
  const Clause& query_;
  const SearchOptions& options_;
  CandidateQueries queries_;
  Reranker reranker_;
  Page page_;
  TermStatistics statistics_;
  std::optional<VerifiedSearch> verified_ = {};      // where terms alone do not decide
  const RareWordsQuery* best_matches_of_ = nullptr;  // where the tier that runs needs nothing of Xapian's matcher
  bool is_by_relevance_ = false;
  SearchResult result_;
};

}  // namespace

Result<SearchResult> search(Session& session, const Clause& query, const SearchOptions& options) {
  return guard_xapian(session.path(), [&] { return Search(session, query, options).run(); });
}

}  // namespace warta::searcher
