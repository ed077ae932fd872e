// The page of hits that a search fills: passes over what earlier pages show and over copies, and reads the rest.
#pragma once

#include <optional>

#include <xapian.h>

#include "searcher/match.h"
#include "searcher/query/clause.h"
#include "searcher/ranking/copies.h"
#include "searcher/ranking/recency.h"
#include "searcher/search.h"
#include "searcher/session.h"

namespace warta::searcher {

class Page {
 public:
  // All must outlive it.
  Page(Session& session, const Clause& query, const SearchOptions& options)
      : session_(session), query_(query), options_(options), to_skip_(options.offset) {}

  Xapian::doccount missing() const { return options_.limit - static_cast<Xapian::doccount>(hits_.size()); }
  bool is_full() const { return missing() == 0; }

  // So many of the next matches belong to earlier pages.
  Xapian::doccount to_skip() const { return to_skip_; }

  // The weights of the matches to come hold a gain by this prior.
  void expect_recency(const RecencyPrior& prior) { recency_ = prior; }

  // Takes the next match in the order of the hits; `article` is what is stored of it, where that was read already.
  // Returns the hit that it became; nullptr where it belongs to no page or to an earlier one, or the page is full.
  Hit* take(const Xapian::Enquire& enquire, const Match& match, std::optional<Article> article = {});

  // A record that cannot be read is left out: `warta-indexer check` is the place that reports it.
  std::optional<Article> read(const Xapian::Document& document);

  std::vector<Hit> hits() && { return std::move(hits_); }

 private:
  std::vector<TermScore> explain(const Xapian::Enquire& enquire, Xapian::docid id, const Article& article);

  Session& session_;
  const Clause& query_;
  const SearchOptions& options_;
  CopyFolder folder_;
  std::optional<RecencyPrior> recency_ = {};
  Xapian::doccount to_skip_;
  std::vector<Hit> hits_;
};

}  // namespace warta::searcher
