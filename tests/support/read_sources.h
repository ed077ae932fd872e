// A file through detection, cutter and parser, as `warta-indexer extract` reads it: for tests of sources.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "indexer/sources/chunk.h"

namespace warta::indexer {

struct Gathered {
  std::vector<Article> articles;
  std::vector<std::string> complaints;  // skips, warnings and errors, with the file's name as "FILE"
  std::size_t chunks = 0;
};

inline Gathered read_source(const std::string& path, SourceOptions options = {}) {
  Gathered gathered;
  const auto complain = [&](std::string message) {
    const std::size_t at = message.find(path);
    if (at != std::string::npos) message.replace(at, path.size(), "FILE");
    gathered.complaints.push_back(std::move(message));
  };
  const auto note = [&](Skip&& skip) { complain(skip.place + ": " + skip.reason); };
  const ParsedSink sink{
      .article = [&](Article&& article) { gathered.articles.push_back(std::move(article)); },
      .skip = note,
      .warning = note,
  };
  const auto reader = open_sources({path}, options);
  for (Chunk chunk;;) {
    const Result<bool> filled = reader->next(chunk);
    if (!filled) {
      complain(filled.error().message);
      continue;
    }
    if (!*filled) return gathered;
    ++gathered.chunks;
    parse_chunk(chunk, options, sink);
  }
}

// The same of bytes, in a file of this name.
inline Gathered read_bytes(const std::string& name, const std::string& bytes, SourceOptions options = {}) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("warta-" + std::to_string(::getpid()) + "-" + name);
  std::ofstream(path, std::ios::binary) << bytes;
  Gathered gathered = read_source(path.string(), options);
  std::filesystem::remove(path);
  return gathered;
}

}  // namespace warta::indexer
