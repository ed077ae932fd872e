#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/escape.h"
#include "searcher/presentation/presenters.h"

namespace warta::searcher {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kSnippetBytes = 300;

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string plain(const std::vector<Fragment>& fragments) {
  std::string out;
  for (const Fragment& fragment : fragments) out += fragment.text;
  return out;
}

std::string html(const std::vector<Fragment>& fragments) {
  std::string out;
  for (const Fragment& fragment : fragments) {
    const std::string safe = html_safe(fragment.text);
    out += fragment.is_match ? "<mark>" + safe + "</mark>" : safe;
  }
  return out;
}

Json count_to_json(const MatchCount& count) {
  return Json{{"count", count.count}, {"exact", count.is_exact}};
}

void add_article(Json& json, const Article& article) {
  json["id"] = article.id;
  json["url"] = article.url;
  json["title"] = article.title;
  json["source"] = article.source;
  json["published"] = article.published ? Json(to_iso8601(*article.published)) : Json(nullptr);
  json["authors"] = article.authors;
  json["category"] = article.category;
  json["tags"] = article.tags;
  json["language"] = language_of(article);
}

Json alternatives_to_json(const Clause& clause, Alternative::Origin origin) {
  Json list = Json::array();
  for_each_wanted_leaf(clause, [&](const Clause& leaf) {
    for (const Alternative& alternative : leaf.alternatives) {
      if (alternative.origin != origin) continue;
      list.push_back({{"words", words_of(leaf, alternative)}, {"alternative", alternative.text}});
      if (origin == Alternative::Origin::acronym) list.back()["articles"] = alternative.articles;
    }
  });
  return list;
}

Json suggestion_to_json(const std::optional<CorrectedQuery>& correction) {
  if (!correction) return nullptr;
  Json json{{"query", correction->query}};
  for (const CorrectedWord& word : correction->words) {
    json["words"].push_back({{"typed", word.typed}, {"meant", word.meant}, {"articles", word.articles}});
  }
  return json;
}

Json copies_to_json(const Copies& copies) {
  std::string name;
  for (const char byte : copies.cluster) name += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return {{"cluster", name}, {"others", copies.others}, {"sources", copies.sources}};
}

Json facets_to_json(const FacetReport& report) {
  Json json{{"articles", report.articles}, {"exact", report.is_exact}};
  for (const Facet& facet : report.facets) {
    Json& entry = json[name_of(facet.kind)];
    Json& values = entry["values"] = Json::array();
    for (const FacetCount& row : facet.values) values.push_back({{"value", row.value}, {"articles", row.articles}});
    entry["other_values"] = facet.other_values;
    entry["other_articles"] = facet.other_articles;
    entry["without"] = facet.without;
  }
  return json;
}

Json hit_to_json(const Hit& hit, unsigned rank, const Highlighter& highlighter, unsigned snippet_bytes,
                 analysis::Analyzer& analyzer) {
  Json json;
  json["rank"] = rank;
  json["score"] = hit.score;
  add_article(json, hit.article);
  ArticleText text(hit.article, analyzer);
  const std::vector<Fragment> snippet =
      highlighter.snippet(text.body, snippet_bytes > 0 ? snippet_bytes : kSnippetBytes);
  json["title_html"] = html(highlighter.highlight(text.title));
  json["snippet"] = plain(snippet);
  json["snippet_html"] = html(snippet);
  Json& modes = json["phrase_modes"] = Json::array();
  for (const PhraseMode mode : hit.modes) modes.push_back(name_of(mode));
  for (const TermScore& row : hit.term_scores) {
    json["terms"].push_back({{"term", row.term}, {"score", row.score}, {"frequency", row.frequency}});
  }
  for (std::size_t i = 0; hit.features && i < kFeatureCount; ++i)
    json["features"][kFeatures[i].name] = (*hit.features)[i];
  if (hit.recency > 0) json["recency"] = hit.recency;
  json["copies"] = copies_to_json(hit.copies);
  return json;
}

}  // namespace

std::string to_json(const Answer& answer, analysis::Analyzer& analyzer) {
  const Highlighter highlighter(answer.clause, answer.term_weights);
  Json json;
  json["version"] = kJsonVersion;
  json["query"] = answer.query.text;
  json["offset"] = answer.options.offset;
  json["all_words"] = count_to_json(answer.result.all_words);
  if (answer.result.is_relaxed) json["some_words"] = count_to_json(answer.result.some_words);
  json["milliseconds"] = answer.seconds * 1000;
  json["suggestion"] = suggestion_to_json(answer.correction);
  json["hints"] = answer.hints;
  if (answer.options.explain) {
    json["tree"] = to_s_expression(answer.query.root);
    json["xapian"] = answer.result.candidates;
    json["acronyms"] = alternatives_to_json(answer.clause, Alternative::Origin::acronym);
    json["synonyms"] = alternatives_to_json(answer.clause, Alternative::Origin::synonym);
  }
  if (!answer.facets.facets.empty()) json["facets"] = facets_to_json(answer.facets);
  Json& hits = json["hits"] = Json::array();
  unsigned rank = answer.options.offset;
  for (const Hit& hit : answer.result.hits)
    hits.push_back(hit_to_json(hit, ++rank, highlighter, answer.snippet_bytes, analyzer));
  return dumped(json) + "\n";
}

std::string to_json_lines(const Answer& answer, analysis::Analyzer& analyzer) {
  const Highlighter highlighter(answer.clause, answer.term_weights);
  std::string out;
  unsigned rank = answer.options.offset;
  for (const Hit& hit : answer.result.hits) {
    out += dumped(hit_to_json(hit, ++rank, highlighter, answer.snippet_bytes, analyzer)) + "\n";
  }
  return out;
}

}  // namespace warta::searcher
