#include "searcher/matching/weighted_postings.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "database/frequency_unit.h"

namespace warta::searcher {
namespace {

using PostingsPointer = std::unique_ptr<WeightedPostings>;

// BM25 without lengths, as bm25() has it: by frequency, the share of its limit that a term weighs.
constexpr auto kSaturation = [] {
  std::array<double, kGreatestFrequency + 1> shares = {};
  for (std::size_t frequency = 0; frequency < shares.size(); ++frequency) {
    const auto occurrences = static_cast<double>(frequency);
    shares[frequency] = occurrences / (occurrences + kBm25UnitK1);
  }
  return shares;
}();

// Read from the database, as far as the query needs it.

class TermPostings final : public WeightedPostings {
 public:
  TermPostings(double limit, Xapian::doccount documents, Xapian::PostingIterator postings)
      : limit_(limit), posting_(std::move(postings)) {
    documents_ = documents;
    most_ = limit * kSaturation.back();
    look();
  }

  void skip_to(Xapian::docid document) override {
    if (document == document_ + 1) {
      ++posting_;
    } else {
      posting_.skip_to(document);
    }
    look();
  }

  double weight() const override {
    return limit_ * kSaturation[std::min<Xapian::termcount>(posting_.get_wdf(), kGreatestFrequency)];
  }

  void add_to(ScoreWindow& window) override {
    for (; document_ < window.end(); ++posting_, look()) window.add(document_, TermPostings::weight());
  }

 private:
  void look() { document_ = posting_ == Xapian::PostingIterator() ? kNoDocument : *posting_; }

  double limit_;
  Xapian::PostingIterator posting_;
};

class KeptTermPostings final : public WeightedPostings {
 public:
  KeptTermPostings(double limit, Xapian::doccount documents, std::shared_ptr<const KeptPostings> postings)
      : limit_(limit), postings_(std::move(postings)) {
    documents_ = documents;
    most_ = limit * kSaturation.back();
    look();
  }

  // In steps that double, then by halving the last one: near documents are found fast, far ones not much slower.
  void skip_to(Xapian::docid document) override {
    const std::vector<Xapian::docid>& documents = postings_->documents;
    std::size_t step = 1;
    while (at_ + step < documents.size() && documents[at_ + step] < document) at_ += step, step *= 2;
    const auto begin = documents.begin() + static_cast<std::ptrdiff_t>(at_);
    const auto end = documents.begin() + static_cast<std::ptrdiff_t>(std::min(at_ + step, documents.size()));
    at_ = static_cast<std::size_t>(std::lower_bound(begin, end, document) - documents.begin());
    look();
  }

  double weight() const override { return limit_ * kSaturation[postings_->frequencies[at_]]; }

  void add_to(ScoreWindow& window) override {
    const std::vector<Xapian::docid>& documents = postings_->documents;
    for (; at_ < documents.size() && documents[at_] < window.end(); ++at_) {
      window.add(documents[at_], KeptTermPostings::weight());
    }
    look();
  }

 private:
  void look() { document_ = at_ < postings_->documents.size() ? postings_->documents[at_] : kNoDocument; }

  double limit_;
  std::shared_ptr<const KeptPostings> postings_;
  std::size_t at_ = 0;
};

class NoPostings final : public WeightedPostings {
 public:
  void skip_to(Xapian::docid /*document*/) override {}
  double weight() const override { return 0; }
};

class AllPostings final : public WeightedPostings {
 public:
  // The rarest of them leads.
  explicit AllPostings(std::vector<PostingsPointer> parts) : parts_(std::move(parts)) {
    std::ranges::sort(parts_, {}, &WeightedPostings::documents);
    documents_ = parts_.front()->documents();
    for (const PostingsPointer& part : parts_) most_ += part->most();
    meet(parts_.front()->document());
  }

  void skip_to(Xapian::docid document) override { meet(document); }

  double weight() const override {
    double sum = 0;
    for (const PostingsPointer& part : parts_) sum += part->weight();
    return sum;
  }

 private:
  // Moves to the first document from here on that all parts stand in.
  void meet(Xapian::docid document) {
    for (auto part = parts_.begin(); part != parts_.end() && document != kNoDocument;) {
      if ((*part)->document() < document) (*part)->skip_to(document);
      if ((*part)->document() == document) {
        ++part;
      } else {
        document = (*part)->document();
        part = parts_.begin();
      }
    }
    document_ = document;
  }

  std::vector<PostingsPointer> parts_;
};

class AnyPostings final : public WeightedPostings {
 public:
  explicit AnyPostings(std::vector<PostingsPointer> parts) : parts_(std::move(parts)) {
    for (const PostingsPointer& part : parts_) {
      documents_ += part->documents();
      most_ += part->most();
      document_ = std::min(document_, part->document());
    }
  }

  void skip_to(Xapian::docid document) override {
    document_ = kNoDocument;
    for (const PostingsPointer& part : parts_) {
      if (part->document() < document) part->skip_to(document);
      document_ = std::min(document_, part->document());
    }
  }

  double weight() const override {
    double sum = 0;
    for (const PostingsPointer& part : parts_) sum += part->document() == document_ ? part->weight() : 0.0;
    return sum;
  }

 private:
  std::vector<PostingsPointer> parts_;
};

class ButNotPostings final : public WeightedPostings {
 public:
  ButNotPostings(PostingsPointer wanted, PostingsPointer unwanted)
      : wanted_(std::move(wanted)), unwanted_(std::move(unwanted)) {
    documents_ = wanted_->documents();
    most_ = wanted_->most();
    pass_unwanted();
  }

  void skip_to(Xapian::docid document) override {
    if (wanted_->document() < document) wanted_->skip_to(document);
    pass_unwanted();
  }

  double weight() const override { return wanted_->weight(); }

 private:
  void pass_unwanted() {
    for (; wanted_->document() != kNoDocument; wanted_->skip_to(wanted_->document() + 1)) {
      if (unwanted_->document() < wanted_->document()) unwanted_->skip_to(wanted_->document());
      if (unwanted_->document() != wanted_->document()) break;
    }
    document_ = wanted_->document();
  }

  PostingsPointer wanted_;
  PostingsPointer unwanted_;
};

class PostingsMaker {
 public:
  PostingsMaker(ShardPostings& shard, TermStatistics& statistics) : shard_(shard), statistics_(statistics) {}

  PostingsPointer make(const ScoredQuery& query, double share) {
    share *= query.share;
    if (query.kind == ScoredQuery::Kind::term) return make_term(query.term, share);
    std::vector<PostingsPointer> parts;
    for (const ScoredQuery& part : query.parts) parts.push_back(make(part, share));
    switch (query.kind) {
      case ScoredQuery::Kind::all: return std::make_unique<AllPostings>(std::move(parts));
      case ScoredQuery::Kind::any: return std::make_unique<AnyPostings>(std::move(parts));
      default: return std::make_unique<ButNotPostings>(std::move(parts[0]), std::move(parts[1]));
    }
  }

  void add_each(const ScoredQuery& query, double share, std::vector<PostingsPointer>& postings) {
    if (query.kind == ScoredQuery::Kind::any) {
      for (const ScoredQuery& part : query.parts) add_each(part, share * query.share, postings);
    } else if (PostingsPointer made = make(query, share); made->document() != kNoDocument) {
      postings.push_back(std::move(made));
    }
  }

 private:
  PostingsPointer make_term(const std::string& term, double share) {
    const Xapian::doccount documents = statistics_.frequency(term);
    if (documents == 0) return std::make_unique<NoPostings>();
    const double limit = share * statistics_.limit(term);
    if (auto kept = shard_.find(term)) return std::make_unique<KeptTermPostings>(limit, documents, std::move(kept));
    return std::make_unique<TermPostings>(limit, documents, shard_.database().postlist_begin(term));
  }

  ShardPostings& shard_;
  TermStatistics& statistics_;
};

}  // namespace

std::unique_ptr<WeightedPostings> make_postings(const ScoredQuery& query, ShardPostings& shard,
                                                TermStatistics& statistics) {
  return PostingsMaker(shard, statistics).make(query, 1.0);
}

void add_postings(const ScoredQuery& query, ShardPostings& shard, TermStatistics& statistics,
                  std::vector<std::unique_ptr<WeightedPostings>>& postings) {
  PostingsMaker(shard, statistics).add_each(query, 1.0, postings);
}

}  // namespace warta::searcher
