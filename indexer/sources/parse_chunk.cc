// A chunk to its articles: each kind of input has its parser, and all texts are asked for their language.
#include "indexer/article_language.h"
#include "indexer/extract/extract_article.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/jsonl_parser.h"
#include "indexer/sources/kind_detection.h"
#include "indexer/sources/text_article.h"

namespace warta::indexer {

namespace {

void parse_in_its_kind(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  const SourceKind kind = chunk.kind == SourceKind::detect ? detect_kind(chunk.origin, chunk.bytes) : chunk.kind;
  if (kind == SourceKind::jsonl) return parse_jsonl(chunk, options, sink);
  if (kind == SourceKind::articles) {
    for (const Article& article : chunk.articles) sink.article(Article(article));
    return;
  }
  Result<Article> article = kind == SourceKind::html ? extract_article(chunk.bytes, {chunk.url, chunk.charset})
                                                     : article_from_text(chunk.bytes);
  if (article) {
    sink.article(std::move(*article));
  } else {
    sink.skip({chunk.origin, article.error().message});
  }
}

}  // namespace

void parse_chunk(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  ParsedSink settling = sink;
  settling.article = [&sink](Article&& article) {
    settle_language(article);
    sink.article(std::move(article));
  };
  parse_in_its_kind(chunk, options, settling);
}

}  // namespace warta::indexer
