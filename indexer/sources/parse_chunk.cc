// A chunk to its articles: each kind of input has its parser.
#include "base/language.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/jsonl_parser.h"

namespace warta::indexer {

void parse_chunk(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  switch (chunk.kind) {
    case SourceKind::jsonl: return parse_jsonl(chunk, options, sink);
    case SourceKind::text:
    case SourceKind::html:
    case SourceKind::detect: break;
  }
  sink.skip({chunk.origin, localized("this kind of input is not read", "jenis masukan ini tidak dibaca")});
}

}  // namespace warta::indexer
