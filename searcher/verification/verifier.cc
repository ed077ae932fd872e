#include "searcher/verification/verifier.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "searcher/verification/phrase_match.h"

namespace warta::searcher {
namespace {

bool has_term(TextTokens& text, const Unit& unit, std::size_t index) {
  return std::ranges::any_of(text.tokens(), [&](const auto& token) { return is_term_of(unit, index, token.term); });
}

bool has_compound(TextTokens& text, std::string_view term) {
  return std::ranges::find(text.compounds(), term, &analysis::AnalyzedToken::term) != text.compounds().end();
}

std::vector<std::string> values_of(const Article& article, const Field& field) {
  if (field.prefix == kSourcePrefix) return {article.source};
  if (field.prefix == kCategoryPrefix) return {article.category};
  if (field.prefix == kIdPrefix) return {article.id};
  if (field.prefix == kLanguagePrefix) return {std::string(language_of(article))};
  return field.prefix == kAuthorPrefix ? article.authors : article.tags;
}

std::vector<std::string> terms_of_field(const Article& article, const Field& field) {
  if (field.prefix == kIdentityPrefix) return {identity_term(article)};
  std::vector<std::string> terms;
  for (const std::string& value : values_of(article, field))
    std::ranges::move(keyword_terms(field, value), std::back_inserter(terms));
  return terms;
}

class Evaluation {
 public:
  Evaluation(const Article& article, ArticleText& text, int offset_minutes)
      : article_(article), text_(text), offset_minutes_(offset_minutes) {}

  bool matches(const Clause& clause) {
    switch (clause.kind) {
      case NodeKind::words: return clause.is_keyword() ? has_keyword(clause) : has_words(clause);
      case NodeKind::phrase: return has_wanted_phrase(clause);
      case NodeKind::prefix: return clause.is_keyword() ? has_keyword(clause) : has_prefix(clause);
      case NodeKind::date: return is_within(clause.days);
      case NodeKind::any: return matches_any(clause);
      case NodeKind::exclude: return !matches_unnoticed(clause.children.front());
      case NodeKind::require: return matches(clause.children.front());
      default: return matches_all(clause.children);
    }
  }

  // Exact phrases first: they need no analysis of an article that does not hold them.
  bool matches_all(const std::vector<Clause>& clauses) {
    const auto is_exact = [](const Clause& clause) {
      return clause.kind == NodeKind::phrase && clause.mode == PhraseMode::exact;
    };
    return std::ranges::all_of(clauses, [&](const Clause& c) { return !is_exact(c) || matches(c); }) &&
           std::ranges::all_of(clauses, [&](const Clause& c) { return is_exact(c) || matches(c); });
  }

  const std::vector<PhraseMode>& modes() const { return modes_; }

 private:
  // Every alternative is tried, so that all modes that match are known.
  bool matches_any(const Clause& clause) {
    bool found = false;
    for (const Clause& child : clause.children) found = matches(child) || found;
    return found;
  }

  // What is excluded is no match to boast of.
  bool matches_unnoticed(const Clause& clause) {
    const std::vector<PhraseMode> before = modes_;
    const bool found = matches(clause);
    modes_ = before;
    return found;
  }

  bool has_wanted_phrase(const Clause& clause) {
    const bool found = has_phrase(clause, text_.title) || (!clause.is_title() && has_phrase(clause, text_.body));
    if (found && std::ranges::find(modes_, clause.mode) == modes_.end()) modes_.push_back(clause.mode);
    return found;
  }

  bool has_words(const Clause& clause) {
    const auto stands = [&](auto has) { return has(text_.title) || (!clause.is_title() && has(text_.body)); };
    const auto has_all_terms = [&](const Unit& unit) {
      for (std::size_t i = 0; i < unit.terms.size(); ++i) {
        if (!stands([&](TextTokens& text) { return has_term(text, unit, i); })) return false;
      }
      return true;
    };
    const auto has_alternative = [&](const std::string& term) {
      return stands([&](TextTokens& text) { return has_compound(text, term); });
    };
    return std::ranges::all_of(clause.units, [&](const Unit& unit) {
      return has_all_terms(unit) || std::ranges::any_of(unit.alternatives, has_alternative);
    });
  }

  bool has_prefix(const Clause& clause) {
    const auto begins = [&](TextTokens& text) {
      return std::ranges::any_of(text.tokens(), [&](const auto& token) { return begins_with(token, clause.text); });
    };
    return begins(text_.title) || (!clause.is_title() && begins(text_.body));
  }

  bool has_keyword(const Clause& clause) const {
    const bool is_prefix = clause.kind == NodeKind::prefix;
    const std::string wanted =
        is_prefix ? std::string(clause.field->prefix) + clause.text : keyword_term(*clause.field, clause.text);
    return std::ranges::any_of(terms_of_field(article_, *clause.field), [&](const std::string& term) {
      return is_prefix ? term.starts_with(wanted) : term == wanted;
    });
  }

  bool is_within(const DayRange& days) const {
    if (!article_.published) return false;
    const std::int64_t moment = moment_of(*article_.published);
    return moment >= first_second(days, offset_minutes_).value_or(moment) &&
           moment <= last_second(days, offset_minutes_).value_or(moment);
  }

  const Article& article_;
  ArticleText& text_;
  int offset_minutes_;
  std::vector<PhraseMode> modes_;
};

}  // namespace

Verifier::Verifier(const Clause& root, int offset_minutes) : offset_minutes_(offset_minutes) {
  if (root.kind != NodeKind::group) {
    required_.push_back(root);
    return;
  }
  std::ranges::copy_if(root.children, std::back_inserter(required_),
                       [](const Clause& member) { return member.kind != NodeKind::words; });
}

Verdict Verifier::check(const Article& article, ArticleText& text) const {
  Evaluation evaluation(article, text, offset_minutes_);
  const bool matches = evaluation.matches_all(required_);
  return Verdict{matches, evaluation.modes()};
}

}  // namespace warta::searcher
