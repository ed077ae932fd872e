#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/language.h"
#include "searcher/presentation/answer.h"
#include "searcher/query/xapian_query.h"

namespace warta::searcher {
namespace {

std::vector<std::string> unknown_words(const Clause& clause, const Xapian::Database& database) {
  std::vector<std::string> words;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) {
      const bool is_unknown = unit.unstemmed.empty() && std::ranges::any_of(unit.terms, [&](const std::string& term) {
                                return !database.term_exists(term);
                              });
      if (is_unknown && std::ranges::find(words, unit.text) == words.end()) words.push_back(unit.text);
    }
  });
  return words;
}

std::string join(const std::vector<std::string>& texts, std::string_view separator) {
  return fmt::format("{}", fmt::join(texts, separator));
}

// The filter as one can type it: sumber:detik.com, tanggal:2024-05.
std::string to_query(const Clause& filter) {
  if (filter.kind == NodeKind::date) return localized("date:", "tanggal:") + to_string(filter.days);
  if (filter.is_keyword()) {
    const char* const name = localized(filter.field->name.data(), filter.field->indonesian_name.data());
    const char* const quote = filter.text.find(' ') == std::string::npos ? "" : "\"";
    return fmt::format("{}:{}{}{}", name, quote, filter.text, quote);
  }
  std::vector<std::string> parts;
  for (const Clause& child : filter.children) parts.push_back(to_query(child));
  return join(parts, filter.kind == NodeKind::any ? localized(" OR ", " ATAU ") : " ");
}

// Filters alone, also several values of one field and a filter with a sign.
bool is_filter(const Clause& clause) {
  if (clause.kind == NodeKind::date || clause.is_keyword()) return true;
  return (clause.kind == NodeKind::any || clause.kind == NodeKind::require) &&
         std::ranges::all_of(clause.children, is_filter);
}

// The articles with all words of the members that `stays` keeps; more than there are where phrases stand among them.
template <typename Stays>
Xapian::doccount count_with(const Clause& group, Stays stays, const SearchOptions& options,
                            const Xapian::Database& database) {
  Clause rest = group;
  rest.children.clear();
  std::ranges::copy_if(group.children, std::back_inserter(rest.children), stays);
  return count_matches(database, make_xapian_queries(rest, options.offset_minutes, database).all_words);
}

// "12 artikel", or "sekitar 12 artikel" where phrases would have to be verified.
std::string articles(Xapian::doccount count, bool is_exact) {
  return localized_format("{}{} {}", "{}{} artikel", is_exact ? "" : localized("about ", "sekitar "), grouped(count),
                          count == 1 ? "article" : "articles");
}

// Which filter left nothing, and what there is without it; of several that do so only together, without all.
std::vector<std::string> hints_on_filters(const Clause& group, const SearchOptions& options,
                                          const Xapian::Database& database) {
  std::vector<std::string> hints;
  if (group.kind != NodeKind::group || std::ranges::none_of(group.children, is_filter)) return hints;
  if (std::ranges::all_of(group.children, is_filter)) {
    return {localized("no article passes all of these filters", "tidak ada artikel yang lolos semua saringan ini")};
  }
  const bool is_exact = !needs_verification(group);
  std::vector<std::string> names;
  for (const Clause& member : group.children) {
    if (!is_filter(member)) continue;
    names.push_back(to_query(member));
    const auto count = count_with(
        group, [&](const Clause& other) { return &other != &member; }, options, database);
    if (count == 0) continue;
    hints.push_back(localized_format("without {}: {}", "tanpa {}: {}", names.back(), articles(count, is_exact)));
  }
  if (hints.empty() && names.size() > 1) {
    const auto count = count_with(
        group, [](const Clause& member) { return !is_filter(member); }, options, database);
    if (count == 0) return hints;
    hints.push_back(localized_format("without {}: {}", "tanpa {}: {}", join(names, ", "), articles(count, is_exact)));
  }
  return hints;
}

// The query with its wanted exact phrases in any form; unchanged where there are none.
Clause with_looser_phrases(Clause clause) {
  if (clause.kind == NodeKind::exclude) return clause;
  if (clause.kind == NodeKind::phrase && clause.mode == PhraseMode::exact) clause.mode = PhraseMode::stemmed;
  for (Clause& child : clause.children) child = with_looser_phrases(std::move(child));
  return clause;
}

bool has_exact_phrase(const Clause& clause) {
  bool has = false;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    has = has || (leaf.kind == NodeKind::phrase && !leaf.is_keyword() && leaf.mode == PhraseMode::exact);
  });
  return has;
}

// What the phrases would find in any form, where exactly they fill no page.
std::optional<std::string> hint_on_exact_phrases(Session& session, const Clause& clause, const SearchResult& result,
                                                 const SearchOptions& options) {
  if (result.hits.size() >= options.limit || options.offset > 0 || !has_exact_phrase(clause)) return std::nullopt;
  SearchOptions counting = options;
  counting.limit = 1;
  counting.explain = false;
  const Result<SearchResult> looser = search(session, with_looser_phrases(clause), counting);
  if (!looser || looser->all_words.count <= result.all_words.count) return std::nullopt;
  return localized_format("\"...\" asks for exactly these words and capitals; ~\"...\" in any form: {}",
                          "\"...\" mencari persis kata dan huruf besarnya; ~\"...\" dalam bentuk apa pun: {}",
                          articles(static_cast<Xapian::doccount>(looser->all_words.count), looser->all_words.is_exact));
}

}  // namespace

std::vector<std::string> hints_for(const Clause& clause, const SearchResult& result, const SearchOptions& options,
                                   Session& session) {
  std::vector<std::string> hints;
  if (const auto hint = hint_on_exact_phrases(session, clause, result, options)) hints.push_back(*hint);
  if (result.all_words.count > 0) return hints;
  const Xapian::Database& database = session.database();
  if (const std::vector<std::string> unknown = unknown_words(clause, database); !unknown.empty()) {
    hints.push_back(localized_format("no article holds: {}", "tidak ada artikel yang memuat: {}", join(unknown, ", ")));
  }
  std::ranges::move(hints_on_filters(clause, options, database), std::back_inserter(hints));
  return hints;
}

}  // namespace warta::searcher
