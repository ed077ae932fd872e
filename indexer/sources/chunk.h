// What sources hand to the workers: stretches of input that can be parsed on any thread, independently of each other.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "database/article.h"

namespace warta::indexer {

// What input may be; input_kinds.h says how each is read.
enum class SourceKind : std::uint8_t { detect, jsonl, json, table, feed, sitemap, warc, trec, html, text, articles };

// A run of whole records (about kChunkBytes: JSON lines, rows, items), one whole text file or HTML page, or articles
// that their source had to parse itself.
struct Chunk {
  SourceKind kind = SourceKind::jsonl;
  std::string origin;            // file name as the person gave it, "-", or the URL or archive record of a page
  std::uint64_t first_line = 1;  // line of the first record, in the decompressed file
  std::string bytes;
  std::string url = {};                   // where the page came from; empty where unknown
  std::string charset = {};               // of bytes, as the transport declared it; empty where it did not
  std::vector<Article> articles = {};     // of kind articles; bytes is empty then
  std::vector<std::string> records = {};  // of stored articles, one each: as they stand
  bool is_cut_from_pages = false;         // the articles were, by whoever filled the chunk
  bool is_stored = false;                 // the articles stood in a database, where all about them was settled
  std::uint64_t input_bytes = 0;          // bytes read from disk for it (compressed ones), for progress
};

inline constexpr std::size_t kChunkBytes = std::size_t{1} << 20;

// Something that was left out: "berita.jsonl:17" and why, in words for the person.
struct Skip {
  std::string place;
  std::string reason;
};

struct ParsedSink {
  std::function<void(Article&&)> article;
  std::function<void(Skip&&)> skip;     // the article was left out
  std::function<void(Skip&&)> warning;  // the article was taken with what is sound of it
  // An article of which only a summary is known; where unset, it counts as any other.
  std::function<void(Article&&)> summary = {};
};

// Reads chunks of all sources in order: files (plain, .gz, .zst, told by their first bytes), directories (recursively,
// sorted by name, known extensions only), "-" for standard input. One thread calls next().
class ChunkReader {
 public:
  virtual ~ChunkReader() = default;

  // Fills chunk and returns true, or returns false at the end. An error concerns one source, which is then passed
  // over: the caller reports it and goes on calling.
  virtual Result<bool> next(Chunk& chunk) = 0;

  // Bytes on disk of all sources, as far as known; 0 with standard input.
  virtual std::uint64_t total_bytes() const = 0;
};

struct SourceOptions {
  SourceKind kind = SourceKind::detect;
  std::uint64_t max_article_bytes = std::uint64_t{8} << 20;  // longer records and files are skipped, and named
  bool lists_addresses = false;  // a sitemap's entries are given as articles without text; else it is skipped
};

std::unique_ptr<ChunkReader> open_sources(std::vector<std::string> sources, SourceOptions options);

// True for a chunk whose article is cut out of a page or a scraped text: what parse_chunk gives is our reading of it,
// not what a record states.
bool is_page(const Chunk& chunk);

// Parses a chunk on the calling thread and gives each article, skip and warning to sink in the order of the input.
void parse_chunk(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink);

}  // namespace warta::indexer
