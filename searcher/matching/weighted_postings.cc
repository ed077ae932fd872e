#include "searcher/matching/weighted_postings.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "database/frequency_unit.h"

namespace warta::searcher {
namespace {

using PostingsPointer = std::unique_ptr<WeightedPostings>;

// BM25 without lengths, as bm25() has it: the share of its limit that a term weighs.
double saturation(Xapian::termcount frequency) {
  const auto occurrences = static_cast<double>(std::min<Xapian::termcount>(frequency, kGreatestFrequency));
  return occurrences / (occurrences + kBm25UnitK1);
}

class TermPostings final : public WeightedPostings {
 public:
  TermPostings(const std::string& term, double share, const Xapian::Database& shard, TermStatistics& statistics)
      : limit_(share * statistics.limit(term)) {
    documents_ = statistics.frequency(term);
    if (documents_ == 0) return;
    most_ = limit_ * saturation(kGreatestFrequency);
    posting_ = shard.postlist_begin(term);
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

  double weight() const override { return limit_ * saturation(posting_.get_wdf()); }

  void add_to(ScoreWindow& window) override {
    for (; document_ < window.end(); ++posting_, look()) window.add(document_, TermPostings::weight());
  }

 private:
  void look() { document_ = posting_ == Xapian::PostingIterator() ? kNoDocument : *posting_; }

  double limit_;
  Xapian::PostingIterator posting_;
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
  PostingsMaker(const Xapian::Database& shard, TermStatistics& statistics) : shard_(shard), statistics_(statistics) {}

  PostingsPointer make(const ScoredQuery& query, double share) {
    share *= query.share;
    if (query.kind == ScoredQuery::Kind::term) {
      return std::make_unique<TermPostings>(query.term, share, shard_, statistics_);
    }
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
  const Xapian::Database& shard_;
  TermStatistics& statistics_;
};

}  // namespace

std::unique_ptr<WeightedPostings> make_postings(const ScoredQuery& query, const Xapian::Database& shard,
                                                TermStatistics& statistics) {
  return PostingsMaker(shard, statistics).make(query, 1.0);
}

void add_postings(const ScoredQuery& query, const Xapian::Database& shard, TermStatistics& statistics,
                  std::vector<std::unique_ptr<WeightedPostings>>& postings) {
  PostingsMaker(shard, statistics).add_each(query, 1.0, postings);
}

}  // namespace warta::searcher
