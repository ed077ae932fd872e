#include "indexer/document_builder.h"

#include <algorithm>
#include <utility>

#include "analysis/glued_words.h"
#include "database/facet_values.h"
#include "database/schema.h"
#include "indexer/lead_weights.h"
#include "indexer/term_frequency.h"

namespace warta::indexer {
namespace {

// Long texts are analysed in pieces, so that the memory for tokens does not grow with the article.
constexpr std::size_t kPieceBytes = std::size_t{256} << 10;

// The length of the first piece of text: whole paragraphs where they fit, else whole words.
std::size_t piece_length(std::string_view text) {
  if (text.size() <= kPieceBytes) return text.size();
  for (const char* separators : {"\n", " \t\r"}) {
    const std::size_t last = text.find_last_of(separators, kPieceBytes);
    if (last != std::string_view::npos) return last + 1;
  }
  return std::min(text.find_first_of(" \t\r\n", kPieceBytes), text.size());
}

void add_keyword(std::string_view field, std::string_view value, IndexDocument& document) {
  for (const std::string& term : keyword_terms(*find_field(field), value)) document.add_term(term, 0);
}

void add_keywords(const Article& article, IndexDocument& document) {
  document.add_term(identity_term(article), 0);
  for (const std::string& author : article.authors) add_keyword("author", author, document);
  for (const std::string& tag : article.tags) add_keyword("tag", tag, document);
  add_keyword("source", article.source, document);
  add_keyword("category", article.category, document);
  add_keyword("language", language_of(article), document);
  add_keyword("id", article.id, document);
}

void add_values(const Article& article, IndexDocument& document) {
  document.add_value(kContentHashSlot, serialise_hash(content_hash(article)));
  document.add_value(kFacetSlot, serialise_facets(article));
  if (!article.published) return;
  const auto seconds = static_cast<double>(moment_of(*article.published));
  document.add_value(kPublishedSlot, Xapian::sortable_serialise(seconds));
}

}  // namespace

DocumentBuilder::DocumentBuilder(analysis::Analyzer analyzer, ArticleCodec codec)
    : analyzer_(std::move(analyzer)), codec_(std::move(codec)) {}

IndexDocument DocumentBuilder::build(const Article& article, std::string_view record) {
  IndexDocument document;
  add_text(article, document);
  add_keywords(article, document);
  add_values(article, document);
  document.add_value(kArticleSlot, codec_.makes_such(record) ? std::string(record) : codec_.encode(article));
  return document;
}

void DocumentBuilder::count_terms(std::string_view text, Part part, analysis::Stemming stemming) {
  pairs_.begin_text();
  for (bool is_first_piece = true; !text.empty(); is_first_piece = false) {
    const std::size_t length = piece_length(text);
    tokens_.clear();
    analyzer_.analyze(text.substr(0, length), tokens_, stemming);
    for (const analysis::AnalyzedToken& token : tokens_) {
      const std::uint64_t hash = hash_of_term(token.term);
      count_token(token, hash, part, is_first_piece);
      if (token.overlapping) continue;
      add_pairs(token, hash, text, stemming);
      count_glued_words(token, text, part, stemming, is_first_piece);
    }
    words_.add_words(tokens_);
    if (part == Part::body) words_.add_names(text.substr(0, length), tokens_);
    text.remove_prefix(length);
  }
}

// Exact phrases are read as they are written, and may begin or end within a token.
void DocumentBuilder::add_pairs(const analysis::AnalyzedToken& token, std::uint64_t hash, std::string_view text,
                                analysis::Stemming stemming) {
  if (!analysis::find_inner_words(text.substr(token.begin, token.end - token.begin), inner_words_)) {
    pairs_.add(hash);
    return;
  }
  for (const std::string_view head : inner_words_.heads) {
    const std::string_view term = term_of_word(head, stemming);
    if (!term.empty()) pairs_.add_head(hash_of_term(term));
  }
  pairs_.add(hash);
  for (const std::string_view tail : inner_words_.tails) {
    const std::string_view term = term_of_word(tail, stemming);
    if (!term.empty()) pairs_.add_tail(hash_of_term(term));
  }
}

// Empty where that is several tokens, or none.
std::string_view DocumentBuilder::term_of_word(std::string_view word, analysis::Stemming stemming) {
  glued_tokens_.clear();
  analyzer_.analyze(word, glued_tokens_, stemming);
  std::erase_if(glued_tokens_, [](const analysis::AnalyzedToken& token) { return token.overlapping; });
  if (glued_tokens_.size() != 1) return {};
  inner_terms_.push_back(glued_tokens_.front().term);
  return inner_terms_.back();
}

// Those that stand nowhere else in the title, or in the article, which is found by the others anyway.
void DocumentBuilder::add_inner_words(std::string_view field, const TermCounter& terms,
                                      std::span<std::string_view> inner_terms, IndexDocument& document) {
  std::ranges::sort(inner_terms);
  const auto repeated = std::ranges::unique(inner_terms);
  for (const std::string_view term : std::ranges::subrange(inner_terms.begin(), repeated.begin())) {
    if (!terms.contains(term)) document.add_term(std::string(field).append(kInnerWordPrefix).append(term), 0);
  }
}

// The body is counted before the title, so that a term that is new begins here.
void DocumentBuilder::count_token(const analysis::AnalyzedToken& token, std::uint64_t hash, Part part,
                                  bool is_in_first_piece) {
  if (part == Part::title) {
    title_terms_.add(token.term, hash, 1);
    return;
  }
  const bool is_new = terms_.add(token.term, hash, 1);
  if (is_new && is_in_first_piece && token.position < kLeadTokens) {
    terms_.add(token.term, hash, kLeadBonuses[token.position]);
  }
}

// What scraping glued together is found by its parts too, at the place of the whole.
void DocumentBuilder::count_glued_words(const analysis::AnalyzedToken& whole, std::string_view text, Part part,
                                        analysis::Stemming stemming, bool is_in_first_piece) {
  for (const std::string_view word : analysis::glued_words(text.substr(whole.begin, whole.end - whole.begin))) {
    glued_tokens_.clear();
    analyzer_.analyze(word, glued_tokens_, stemming);
    for (analysis::AnalyzedToken& token : glued_tokens_) {
      token.position = whole.position;
      count_token(token, hash_of_term(token.term), part, is_in_first_piece);
    }
  }
}

void DocumentBuilder::add_text(const Article& article, IndexDocument& document) {
  analyzer_.clear();
  terms_.clear();
  title_terms_.clear();
  pairs_.clear();
  words_.begin_article();
  const analysis::Stemming stemming = stemming_of(article);
  inner_terms_.clear();
  count_terms(article.body, Part::body, stemming);
  const std::size_t inner_terms_of_body = inner_terms_.size();
  count_terms(article.title, Part::title, stemming);
  add_inner_words(kTitlePrefix, title_terms_, std::span(inner_terms_).subspan(inner_terms_of_body), document);
  const TermFrequency in_title(static_cast<double>(title_terms_.total()), kUsualTitleLength);
  for (const auto& [term, count] : title_terms_.counts()) {
    terms_.add(term, hash_of_term(term), count * kTitleWeight);
    title_term_ = kTitlePrefix;
    title_term_ += term;
    document.add_term(title_term_, in_title.of(count));
  }
  add_inner_words("", terms_, inner_terms_, document);
  const TermFrequency in_article(static_cast<double>(terms_.total()), kUsualArticleLength);
  for (const auto& [term, count] : terms_.counts()) document.add_term(term, in_article.of(count));
  document.add_value(kPairsSlot, pairs_.bytes());
}

}  // namespace warta::indexer
