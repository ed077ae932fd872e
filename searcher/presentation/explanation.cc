#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "searcher/presentation/presenters.h"

namespace warta::searcher {
namespace {

std::string units_of(const Clause& clause) {
  std::string out;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Unit& unit : leaf.units) {
      out += fmt::format("  {} -> {}", unit.text, fmt::join(unit.terms, " + "));
      for (const std::string& alternative : unit.alternatives) out += " | " + alternative;
      out += "\n";
    }
  });
  return out;
}

std::string alternatives_of(const Clause& clause, Alternative::Origin origin) {
  std::string out;
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Alternative& alternative : leaf.alternatives) {
      if (alternative.origin != origin) continue;
      out += fmt::format("  {} ~ {} -> {}", words_of(leaf, alternative), alternative.text,
                         fmt::join(alternative.terms, " + "));
      const bool is_learned = origin == Alternative::Origin::acronym;
      if (is_learned) out += fmt::format(" ({} {})", alternative.articles, localized("articles", "artikel"));
      out += "\n";
    }
  });
  return out;
}

std::string features_of(const Hit& hit) {
  std::string out;
  if (!hit.features) return out;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    out += fmt::format("    {:>7.3f}  ({})\n", (*hit.features)[i],
                       localized(kFeatures[i].name, kFeatures[i].indonesian_name));
  }
  return out;
}

}  // namespace

std::string to_explanation(const Answer& answer) {
  std::string out = fmt::format("{}: {}\n", localized("tree", "pohon"), to_s_expression(answer.query.root));
  out += fmt::format("{}:\n{}", localized("terms", "istilah"), units_of(answer.clause));
  const std::string acronyms = alternatives_of(answer.clause, Alternative::Origin::acronym);
  if (!acronyms.empty()) out += fmt::format("{}:\n{}", localized("acronyms", "akronim"), acronyms);
  const std::string synonyms = alternatives_of(answer.clause, Alternative::Origin::synonym);
  if (!synonyms.empty()) out += fmt::format("{}:\n{}", localized("synonyms", "sinonim"), synonyms);
  out += fmt::format("xapian: {}\n", answer.result.candidates);
  unsigned rank = answer.options.offset;
  for (const Hit& hit : answer.result.hits) {
    const std::string& name = hit.article.title.empty() ? hit.article.url : hit.article.title;
    out += fmt::format("{:>2}. {:.3f}  {}\n", ++rank, hit.score, name);
    for (const TermScore& row : hit.term_scores) {
      out += fmt::format("    {:>7.3f}  {} \xC3\x97{:.1f}\n", row.score, row.term, row.frequency);
    }
    out += features_of(hit);
    if (hit.recency > 0) out += fmt::format("    {:>7.3f}  ({})\n", hit.recency, localized("recency", "kebaruan"));
  }
  std::string safe;
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = out.find('\n', begin);
    safe += terminal_safe(std::string_view(out).substr(begin, end - begin)) + "\n";
    begin = end + 1;
  }
  return safe;
}

}  // namespace warta::searcher
