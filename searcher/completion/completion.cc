#include "searcher/completion/completion.h"

#include <algorithm>
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <xapian.h>
#include <nlohmann/json.hpp>

#include "analysis/normalize.h"
#include "base/ascii.h"
#include "base/escape.h"
#include "base/language.h"
#include "database/schema.h"
#include "database/vocabulary.h"
#include "database/xapian_errors.h"
#include "searcher/query/clause.h"
#include "searcher/query/prefix_expansion.h"
#include "searcher/query/xapian_query.h"

namespace warta::searcher {
namespace {

// The words that begin so are looked up beside the words before them where they are no more than this; of more, those
// that so many of the newest titles with the words before have, the commonest three for each that is wanted.
constexpr std::size_t kMostVocabularyWords = 20;
constexpr Xapian::doccount kTitlesSampled = 300;
constexpr std::size_t kWordsCounted = 3;
constexpr std::size_t kMostTitleTerms = 100;

// Titles looked at for each that is wanted: some hold the term in another form than the one begun.
constexpr Xapian::doccount kTitlesLookedAt = 4;

void keep_best(std::vector<Completion>& words, std::size_t most) {
  std::ranges::stable_sort(words, std::ranges::greater{}, &Completion::articles);
  if (words.size() > most) words.resize(most);
}

// Normalised, without apostrophes, and with one space between words; the last one is kept.
std::string as_in_vocabulary(std::string_view typed) {
  std::string text;
  for (const char c : analysis::normalized(typed)) {
    const bool is_space = is_ascii_gap(c);
    if (c == '\'' || (is_space && (text.empty() || text.back() == ' '))) continue;
    text += is_space ? ' ' : c;
  }
  return text;
}

class Completer {
 public:
  Completer(Session& session, std::string_view typed) : session_(session) {
    whole_ = as_in_vocabulary(typed);
    const std::size_t space = whole_.rfind(' ');
    begun_ = space == std::string::npos ? whole_ : whole_.substr(space + 1);
    before_ = whole_.substr(0, whole_.size() - begun_.size());
    title_terms_ = title_terms_of(before_);
  }

  Completions run(unsigned most) {
    Completions completions;
    if (whole_.empty()) return completions;
    completions.words = words(most);
    keep_best(completions.words, most);
    if (!begun_.empty()) completions.titles = titles(most);
    return completions;
  }

 private:
  // Words and names that begin with all that was typed; after other words, also those with the begun word replaced by
  // one that stands beside them in titles.
  std::vector<Completion> words(unsigned most) {
    std::vector<Completion> found;
    for (CountedWord& word : words_beginning_with(session_.shards(), whole_)) {
      found.push_back({std::move(word.text), word.articles});
    }
    if (title_terms_.empty() || begun_.empty()) return found;
    for (const std::string& word : words_beside(most * kWordsCounted)) {
      const std::uint32_t together = titles_with(word);
      const std::string text = before_ + word;
      if (together > 0 && std::ranges::find(found, text, &Completion::text) == found.end()) {
        found.push_back({text, together});
      }
    }
    return found;
  }

  std::vector<std::string> words_beside(std::size_t most) {
    std::vector<Completion> words = words_of_titles();
    keep_best(words, most);
    Vocabulary known = words_beginning_with(session_.shards(), begun_);
    std::erase_if(known, [](const CountedWord& word) { return word.text.find(' ') != std::string::npos; });
    if (known.size() <= kMostVocabularyWords) {
      for (CountedWord& word : known) words.push_back({std::move(word.text), 0});
    }
    std::vector<std::string> texts;
    for (Completion& word : words) {
      if (std::ranges::find(texts, word.text) == texts.end()) texts.push_back(std::move(word.text));
    }
    return texts;
  }

  // The words that begin so in the newest titles with the words before, and how many of these titles have each.
  std::vector<Completion> words_of_titles() {
    Xapian::Enquire enquire(session_.database());
    enquire.set_query({Xapian::Query::OP_AND, title_terms_.begin(), title_terms_.end()});
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(kPublishedSlot, true);
    const Xapian::MSet matches = enquire.get_mset(0, kTitlesSampled);
    if (session_.is_remote()) matches.fetch();
    std::map<std::string, std::uint32_t, std::less<>> counts;
    std::vector<analysis::AnalyzedToken> tokens;
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const Result<Article> article = session_.codec().decode(match.get_document().get_value(kArticleSlot));
      if (!article) continue;
      tokens.clear();
      session_.analyzer().analyze(article->title, tokens);
      for (const analysis::AnalyzedToken& token : tokens) {
        if (!token.overlapping && !token.is_stop_word && token.text.starts_with(begun_)) {
          ++counts[as_in_vocabulary(token.text)];
        }
      }
      session_.analyzer().clear();
    }
    std::vector<Completion> words;
    for (const auto& [text, count] : counts) words.push_back({text, count});
    return words;
  }

  std::vector<std::string> title_terms_of(std::string_view text) {
    std::vector<std::string> terms = content_terms(text, session_.analyzer());
    for (std::string& term : terms) term.insert(0, kTitlePrefix);
    return terms;
  }

  std::uint32_t titles_with(std::string_view word) {
    std::vector<std::string> terms = title_terms_of(word);
    if (terms.empty()) return 0;  // a stop word goes with everything
    const auto is_typed = [&](const std::string& term) {
      return std::ranges::find(title_terms_, term) != title_terms_.end();
    };
    if (std::ranges::all_of(terms, is_typed)) return 0;  // "kasus kasusnya"
    terms.insert(terms.end(), title_terms_.begin(), title_terms_.end());
    return count_matches(session_.database(), {Xapian::Query::OP_AND, terms.begin(), terms.end()});
  }

  std::vector<std::string> titles(unsigned most) {
    const std::vector<std::string> terms =
        terms_beginning_with(session_.database(), std::string(kTitlePrefix) + begun_, kMostTitleTerms);
    if (terms.empty()) return {};
    Xapian::Query query(Xapian::Query::OP_OR, terms.begin(), terms.end());
    for (const std::string& term : title_terms_) query = query & Xapian::Query(term);
    Xapian::Enquire enquire(session_.database());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(kPublishedSlot, true);
    std::vector<std::string> titles;
    const Xapian::MSet matches = enquire.get_mset(0, kTitlesLookedAt * most);
    for (auto match = matches.begin(); match != matches.end() && titles.size() < most; ++match) {
      Result<Article> article = session_.codec().decode(match.get_document().get_value(kArticleSlot));
      if (!article || !has_begun_word(article->title)) continue;
      if (std::ranges::find(titles, article->title) == titles.end()) titles.push_back(std::move(article->title));
    }
    return titles;
  }

  bool has_begun_word(std::string_view title) {
    std::vector<analysis::AnalyzedToken> tokens;
    session_.analyzer().analyze(title, tokens);
    const bool has = std::ranges::any_of(tokens, [&](const auto& token) { return token.text.starts_with(begun_); });
    session_.analyzer().clear();
    return has;
  }

  Session& session_;
  std::string whole_;                     // what was typed, normalised
  std::string before_;                    // up to the last space
  std::string begun_;                     // behind it
  std::vector<std::string> title_terms_;  // of `before_`
};

}  // namespace

Result<Completions> complete(Session& session, std::string_view typed, unsigned most) {
  return guard_xapian(session.path(), [&] { return Completer(session, typed).run(most); });
}

std::string to_text(const Completions& completions) {
  std::string out;
  for (const Completion& word : completions.words) {
    out += fmt::format("{}  ({})\n", terminal_safe(word.text), grouped(word.articles));
  }
  if (!completions.words.empty() && !completions.titles.empty()) out += '\n';
  for (const std::string& title : completions.titles) out += terminal_safe(title) + "\n";
  return out;
}

std::string to_json(const Completions& completions, std::string_view typed) {
  nlohmann::ordered_json json;
  json["typed"] = typed;
  json["words"] = nlohmann::ordered_json::array();
  for (const Completion& word : completions.words) {
    json["words"].push_back({{"text", word.text}, {"articles", word.articles}});
  }
  json["titles"] = completions.titles;
  return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace warta::searcher
