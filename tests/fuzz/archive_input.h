// Any bytes as a file of one kind, through its cutter and its parser, without a file.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

#include "indexer/sources/input_buffer.h"
#include "indexer/sources/input_kinds.h"

namespace warta::indexer {

// Gives the bytes in small pieces, so that records stand across them.
class MemorySource final : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : rest_(bytes) {}

  Result<std::size_t> read(std::span<char> buffer) override {
    constexpr std::size_t kPieceBytes = 61;
    const std::size_t size = std::min({rest_.size(), buffer.size(), kPieceBytes});
    std::memcpy(buffer.data(), rest_.data(), size);
    rest_.remove_prefix(size);
    return size;
  }
  std::uint64_t input_bytes() const override { return 0; }

 private:
  std::string_view rest_;
};

// Aborts where an article has no text, a message has none, or reading does not come to an end.
inline void read_archive(SourceKind kind, const std::uint8_t* data, std::size_t size) {
  InputBuffer input("arsip",
                    std::make_unique<MemorySource>(std::string_view(reinterpret_cast<const char*>(data), size)));
  const SourceOptions options{.kind = kind, .max_article_bytes = 4096};
  const auto cutter = input_kind(kind).open(input, options);
  if (!cutter) return;
  const auto check = [](Skip&& skip) {
    if (skip.place.empty() || skip.reason.empty()) std::abort();
  };
  const ParsedSink sink{
      .article =
          [](Article&& article) {
            if (article.title.empty() && article.body.empty()) std::abort();
          },
      .skip = check,
      .warning = check,
  };
  for (std::size_t steps = 0;; ++steps) {
    if (steps > 2 * size + 2) std::abort();
    Chunk chunk;
    chunk.kind = kind;
    chunk.origin = input.name();
    const Result<bool> filled = (*cutter)->next(chunk);
    if (filled && !*filled) return;
    if (filled) input_kind(chunk.kind).parse(chunk, options, sink);
  }
}

}  // namespace warta::indexer
