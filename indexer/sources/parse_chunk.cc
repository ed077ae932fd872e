// A chunk to its articles: each kind of input has its parser, and texts that are new are asked for their language.
#include "indexer/article_language.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/input_kinds.h"
#include "indexer/sources/kind_detection.h"

namespace warta::indexer {
namespace {

SourceKind kind_of(const Chunk& chunk) {
  return chunk.kind == SourceKind::detect ? detect_kind(chunk.origin, chunk.bytes) : chunk.kind;
}

void parse_in_its_kind(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  input_kind(kind_of(chunk)).parse(chunk, options, sink);
}

}  // namespace

bool is_page(const Chunk& chunk) {
  const SourceKind kind = kind_of(chunk);
  return kind == SourceKind::html || kind == SourceKind::text || chunk.is_cut_from_pages;
}

void parse_chunk(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  if (chunk.is_stored) return parse_in_its_kind(chunk, options, sink);
  ParsedSink settling = sink;
  settling.article = [&sink](Article&& article) {
    settle_language(article);
    sink.article(std::move(article));
  };
  if (sink.summary) {
    settling.summary = [&sink](Article&& article) {
      settle_language(article);
      sink.summary(std::move(article));
    };
  }
  parse_in_its_kind(chunk, options, settling);
}

}  // namespace warta::indexer
