// The query tree with its terms: what the parser read, analysed once by the database's own analyzer. Xapian's query,
// the verification and the highlighting are all made from it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/analyzer.h"
#include "searcher/query/query_tree.h"

namespace warta::searcher {

// The term of a word in articles of other languages, which are not stemmed, where it is another one than in
// Indonesian; and what it counts there against its own weight (other_languages.h).
struct UnstemmedTerm {
  std::string term = {};  // "" where there is none
  double share = 1.0;
};

// One thing that is looked for: all of `terms`, or any one of `alternatives`, which mean the same ("Rp1,5 miliar" is
// the terms of its words, or the one term of its value).
struct Unit {
  std::vector<std::string> terms;
  std::vector<std::string> alternatives = {};
  std::string text = {};  // as the query has it, normalised
  bool is_stop_word = false;
  std::vector<UnstemmedTerm> unstemmed = {};  // one for each of `terms`; empty where no article has any
  double share = 1.0;                         // of its weight that counts (asked_words.h)
  std::vector<std::string> inner_terms = {};  // under which it stands within longer tokens alone (inner_words.h)
};

// Whether `term` of an article is the index-th of the unit's terms, in whichever language the article is.
inline bool is_term_of(const Unit& unit, std::size_t index, std::string_view term) {
  return term == unit.terms[index] || (!unit.unstemmed.empty() && !term.empty() && term == unit.unstemmed[index].term);
}

// What may stand for some units of plain words side by side: a long form for an acronym, an acronym for its long form,
// a synonym.
// It is met by all of `terms` where the words themselves are not, and ranks lower than they.
struct Alternative {
  std::size_t first_unit = 0;
  std::size_t unit_count = 1;
  std::vector<std::string> terms = {};
  std::string text = {};       // as it was learned: "komisi pemberantasan korupsi"
  std::uint32_t articles = 0;  // that explain the one by the other; 0 for a synonym
  enum class Origin : std::uint8_t { acronym, synonym } origin = Origin::acronym;
};

// The terms under which words that begin with a prefix can stand, with their field; and whether they have other words
// too, so that the text of the article decides.
struct PrefixTerms {
  std::vector<std::string> terms = {};
  bool needs_text = false;
  bool is_everywhere = false;  // so many words begin so that any article may match: then the terms only weigh
};

struct Clause {
  NodeKind kind = NodeKind::words;  // never field: its clauses know where they look
  const Field* field = nullptr;     // where to look; nullptr is title and body
  PhraseMode mode = PhraseMode::exact;
  unsigned window = 0;
  DayRange days = {};
  std::string text = {};                       // phrases and keywords: as written; prefixes: normalised
  std::vector<Unit> units = {};                // words and phrases; a phrase has one a token, without alternatives
  std::vector<Alternative> alternatives = {};  // of plain words, by first_unit; those of the same units side by side
  std::vector<Clause> children = {};
  bool asks_unstemmed = false;  // of a prefix: whether articles of other languages have words that begin so
  PrefixTerms prefix = {};      // of a prefix: what the database has (prefix_expansion.h)

  bool is_keyword() const { return field != nullptr && field->kind == FieldKind::keyword; }
  bool is_title() const { return field != nullptr && field->prefix == kTitlePrefix; }
};

// Makes the clauses of a tree. Parts that hold no token ("?", an empty phrase) are left out; nullopt when nothing is
// left. Stop words go where content words stand beside them, in phrases they stay. Of plain words side by side each
// stays eight times at most.
std::optional<Clause> make_clause(const Node& root, analysis::Analyzer& analyzer);

// The terms of a text's content words: not of stop words, and not of what overlaps its parts.
std::vector<std::string> content_terms(std::string_view text, analysis::Analyzer& analyzer);

// Whether a token of a text matches a prefix query: the word as it stands there, or its term, begins with it.
bool begins_with(const analysis::AnalyzedToken& token, const std::string& prefix);

// True when terms alone do not decide whether an article matches: phrases, and prefixes of words whose stems begin
// otherwise.
bool needs_verification(const Clause& clause);

// The units that an alternative of the clause stands for, as the query has them.
std::string words_of(const Clause& clause, const Alternative& alternative);

// What each term of the query counts in an article that holds the terms `present`: 1 for the query's own, and
// alternative_share more in every alternative that is wholly present in place of the words that it stands for. A term
// of alternatives alone may count nothing.
std::map<std::string, double> term_shares(const Clause& root, const std::set<std::string>& present,
                                          double alternative_share);

// Calls visit(clause) for every leaf that a hit may hold, in order: not for what is excluded.
template <typename Visit>
void for_each_wanted_leaf(const Clause& clause, Visit visit) {
  if (clause.kind == NodeKind::exclude) return;
  if (clause.children.empty()) visit(clause);
  for (const Clause& child : clause.children) for_each_wanted_leaf(child, visit);
}

}  // namespace warta::searcher
