// A chunk to its articles: each kind of input has its parser, and all texts are asked for their language.
#include "indexer/article_language.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/input_kinds.h"
#include "indexer/sources/kind_detection.h"

namespace warta::indexer {

namespace {

void parse_in_its_kind(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  const SourceKind kind = chunk.kind == SourceKind::detect ? detect_kind(chunk.origin, chunk.bytes) : chunk.kind;
  input_kind(kind).parse(chunk, options, sink);
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
