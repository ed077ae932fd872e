// Decides on the stored article what terms alone cannot: phrases, and what is excluded with them.
#pragma once

#include <cstdint>
#include <vector>

#include "database/article.h"
#include "searcher/query/clause.h"
#include "searcher/verification/article_text.h"

namespace warta::searcher {

struct Verdict {
  bool matches = false;
  std::vector<PhraseMode> modes = {};  // of the wanted phrases that stand in the article, each once, in order
};

class Verifier {
 public:
  // Days are counted in the zone that lies offset_minutes east of UTC.
  Verifier(const Clause& root, int offset_minutes);

  // Whether an article that Xapian proposed matches. The plain words of the outermost group are not asked for again:
  // there the terms have decided.
  Verdict check(const Article& article, ArticleText& text) const;

 private:
  std::vector<Clause> required_;
  int offset_minutes_;
};

}  // namespace warta::searcher
