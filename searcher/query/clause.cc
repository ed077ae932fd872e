#include "searcher/query/clause.h"

#include <algorithm>
#include <utility>

#include "analysis/normalize.h"
#include "searcher/query/asked_words.h"

namespace warta::searcher {
namespace {

using analysis::AnalyzedToken;

// The span of the widest compound token that begins at or before `begin` and covers it, or nullptr.
const AnalyzedToken* compound_over(const std::vector<AnalyzedToken>& tokens, const AnalyzedToken& part) {
  const AnalyzedToken* widest = nullptr;
  for (const AnalyzedToken& token : tokens) {
    if (!token.overlapping || token.begin > part.begin || token.end < part.end) continue;
    if (widest == nullptr || token.end - token.begin > widest->end - widest->begin) widest = &token;
  }
  return widest;
}

// A query's text as Indonesian articles have it and, token for token, as articles of other languages do.
struct QueryTokens {
  std::vector<AnalyzedToken> stemmed;
  std::vector<AnalyzedToken> unstemmed;
};

void add_term(Unit& unit, const AnalyzedToken& stemmed, const AnalyzedToken& unstemmed) {
  unit.terms.emplace_back(stemmed.term);
  unit.unstemmed.push_back({stemmed.term == unstemmed.term ? std::string() : std::string(unstemmed.term)});
}

// One unit for each compound token with the parts under it, and one for each other token.
std::vector<Unit> units_of_words(const QueryTokens& query) {
  const std::vector<AnalyzedToken>& tokens = query.stemmed;
  std::vector<Unit> units;
  const AnalyzedToken* last_compound = nullptr;
  const bool has_compounds = std::ranges::any_of(tokens, &AnalyzedToken::overlapping);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const AnalyzedToken& token = tokens[i];
    if (token.overlapping) continue;
    const AnalyzedToken* compound = has_compounds ? compound_over(tokens, token) : nullptr;
    if (compound != nullptr && compound == last_compound) {
      add_term(units.back(), token, query.unstemmed[i]);
      units.back().text += " " + std::string(token.text);
      continue;
    }
    last_compound = compound;
    units.push_back(Unit{{}, {}, std::string(token.text), token.is_stop_word && !compound});
    add_term(units.back(), token, query.unstemmed[i]);
    if (compound != nullptr) units.back().alternatives.emplace_back(compound->term);
  }
  return units;
}

std::vector<Unit> units_of_phrase(const QueryTokens& query) {
  std::vector<Unit> units;
  for (std::size_t i = 0; i < query.stemmed.size(); ++i) {
    const AnalyzedToken& token = query.stemmed[i];
    if (token.overlapping) continue;
    units.push_back(Unit{{}, {}, std::string(token.text), token.is_stop_word});
    add_term(units.back(), token, query.unstemmed[i]);
  }
  return units;
}

bool has_content(const Clause& clause) {
  if (clause.kind == NodeKind::exclude) return false;
  if (clause.kind == NodeKind::words) {
    return clause.is_keyword() || std::ranges::any_of(clause.units, [](const Unit& u) { return !u.is_stop_word; });
  }
  return clause.children.empty() ? clause.kind != NodeKind::date : std::ranges::any_of(clause.children, has_content);
}

bool has_all(const std::set<std::string>& present, const std::vector<std::string>& terms) {
  return std::ranges::all_of(terms, [&](const std::string& term) { return present.contains(term); });
}

// The words themselves that the alternative stands for.
bool has_units(const std::set<std::string>& present, const Clause& clause, const Alternative& alternative) {
  const auto first = clause.units.begin() + static_cast<std::ptrdiff_t>(alternative.first_unit);
  return std::all_of(first, first + static_cast<std::ptrdiff_t>(alternative.unit_count),
                     [&](const Unit& unit) { return has_all(present, unit.terms); });
}

class ClauseMaker {
 public:
  explicit ClauseMaker(analysis::Analyzer& analyzer) : analyzer_(analyzer) {}

  std::optional<Clause> make(const Node& node, const Field* field) {
    if (node.kind == NodeKind::field) return make(node.children.front(), scope_of(*node.field));
    Clause clause;
    clause.kind = node.kind;
    clause.field = field;
    clause.mode = node.mode;
    clause.window = node.window;
    clause.days = node.days;
    clause.text = node.text;
    switch (node.kind) {
      case NodeKind::date: return clause;
      case NodeKind::prefix: clause.text = analysis::normalized(node.text); return clause;
      case NodeKind::words:
      case NodeKind::phrase: return make_leaf(std::move(clause));
      default: return make_compound(std::move(clause), node);
    }
  }

 private:
  // The body's field means title and body, as no field does.
  static const Field* scope_of(const Field& field) { return field.prefix.empty() ? nullptr : &field; }

  std::optional<Clause> make_leaf(Clause clause) {
    if (clause.is_keyword()) {
      if (keyword_term(*clause.field, clause.text).empty()) return std::nullopt;
      clause.kind = NodeKind::words;
      return clause;
    }
    tokens_.stemmed.clear();
    tokens_.unstemmed.clear();
    analyzer_.analyze(clause.text, tokens_.stemmed);
    analyzer_.analyze(clause.text, tokens_.unstemmed, analysis::Stemming::none);
    clause.units = clause.kind == NodeKind::words ? units_of_words(tokens_) : units_of_phrase(tokens_);
    analyzer_.clear();
    if (clause.units.empty()) return std::nullopt;
    if (clause.kind == NodeKind::words && has_content(clause)) {
      weigh_asked_words(clause.units);
      drop_stop_words(clause);
      drop_repeated(clause);
    }
    return clause;
  }

  std::optional<Clause> make_compound(Clause clause, const Node& node) {
    for (const Node& child : node.children) {
      if (std::optional<Clause> made = make(child, clause.field)) clause.children.push_back(std::move(*made));
    }
    if (clause.kind == NodeKind::group && std::ranges::any_of(clause.children, has_content)) {
      std::erase_if(clause.children,
                    [](const Clause& child) { return child.kind == NodeKind::words && !has_content(child); });
    }
    if (clause.children.empty()) return std::nullopt;
    const bool is_list = clause.kind != NodeKind::require && clause.kind != NodeKind::exclude;
    if (is_list && clause.children.size() == 1) return Clause(std::move(clause.children.front()));
    return clause;
  }

  static void drop_stop_words(Clause& clause) {
    std::erase_if(clause.units, [](const Unit& unit) { return unit.is_stop_word; });
  }

  // Each time that it stands there a word weighs more, and costs as much as any other.
  static void drop_repeated(Clause& clause) {
    constexpr unsigned kMostTimes = 8;
    if (clause.units.size() <= kMostTimes) return;
    std::map<std::string_view, unsigned> times;
    std::vector<Unit> kept;
    for (Unit& unit : clause.units) {
      if (++times[unit.text] <= kMostTimes) kept.push_back(unit);
    }
    clause.units = std::move(kept);
  }

  analysis::Analyzer& analyzer_;
  QueryTokens tokens_;
};

}  // namespace

std::optional<Clause> make_clause(const Node& root, analysis::Analyzer& analyzer) {
  return ClauseMaker(analyzer).make(root, nullptr);
}

std::string words_of(const Clause& clause, const Alternative& alternative) {
  std::string words;
  for (std::size_t unit = 0; unit < alternative.unit_count; ++unit) {
    if (unit > 0) words += ' ';
    words += clause.units[alternative.first_unit + unit].text;
  }
  return words;
}

std::map<std::string, double> term_shares(const Clause& root, const std::set<std::string>& present,
                                          double alternative_share) {
  std::map<std::string, double> shares;
  std::map<std::string, double> own;
  for_each_wanted_leaf(root, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) {
      for (const std::string& term : unit.terms) own[term] = unit.share;
      for (const UnstemmedTerm& unstemmed : unit.unstemmed) {
        if (present.contains(unstemmed.term)) shares[unstemmed.term] = unstemmed.share;
      }
    }
    for (const Alternative& alternative : leaf.alternatives) {
      const bool counts = has_all(present, alternative.terms) && !has_units(present, leaf, alternative);
      for (const std::string& term : alternative.terms) shares[term] += counts ? alternative_share : 0.0;
    }
  });
  for (const std::string& term : present) {
    if (const auto unit = own.find(term); unit != own.end()) {
      shares[term] += unit->second;
    } else {
      shares.try_emplace(term, 1.0);
    }
  }
  return shares;
}

std::vector<std::string> content_terms(std::string_view text, analysis::Analyzer& analyzer) {
  std::vector<analysis::AnalyzedToken> tokens;
  analyzer.analyze(text, tokens);
  std::vector<std::string> terms;
  for (const analysis::AnalyzedToken& token : tokens) {
    if (!token.overlapping && !token.is_stop_word) terms.emplace_back(token.term);
  }
  analyzer.clear();
  return terms;
}

bool begins_with(const analysis::AnalyzedToken& token, const std::string& prefix) {
  return token.text.starts_with(prefix) || token.term.starts_with(prefix);
}

bool needs_verification(const Clause& clause) {
  const bool is_decided_by_text = clause.kind == NodeKind::phrase || clause.prefix.needs_text;
  return is_decided_by_text || std::ranges::any_of(clause.children, needs_verification);
}

}  // namespace warta::searcher
