// Files to chunks, one file after the other. At most one chunk is held in memory, and what waits to become the next.
#include <optional>

#include "indexer/sources/byte_source.h"
#include "indexer/sources/chunk.h"
#include "indexer/sources/input_buffer.h"
#include "indexer/sources/input_kinds.h"
#include "indexer/sources/kind_detection.h"
#include "indexer/sources/source_files.h"
#include "indexer/sources/utf16.h"

namespace warta::indexer {
namespace {

// One open file and what cuts it.
class OpenFile {
 public:
  OpenFile(std::string name, std::unique_ptr<ByteSource> bytes, const SourceOptions& options)
      : input_(std::move(name), std::move(bytes)), options_(options) {}

  // As ChunkReader::next, for this file alone.
  Result<bool> next(Chunk& chunk) {
    if (is_refused_) return false;
    if (cutter_ == nullptr) {
      const Result<void> started = start();
      if (!started) return tl::unexpected(started.error());
    }
    chunk = {};
    chunk.kind = kind_;
    chunk.origin = input_.name();
    const Result<bool> filled = cutter_->next(chunk);
    if (filled && *filled) {
      chunk.input_bytes = input_.input_bytes() - reported_bytes_;
      reported_bytes_ = input_.input_bytes();
    }
    return filled;
  }

 private:
  // Reads enough to tell the kind, and begins with it.
  Result<void> start() {
    if (const Result<void> filled = input_.fill(kDetectionBytes); !filled) return filled;
    std::string first(input_.waiting().substr(0, kDetectionBytes));
    const std::optional<Utf16Form> utf16 = utf16_form(first);
    if (utf16) first = utf8_from_utf16(first, *utf16);
    kind_ = options_.kind;
    if (kind_ == SourceKind::detect) kind_ = detect_kind(input_.name(), first);
    // XML and HTML are decoded as a whole, by what they declare.
    if (utf16 && (kind_ == SourceKind::trec || !is_xml(first))) input_.recode(utf8_recoder(*utf16));
    if (const Result<void> filled = input_.fill(kDetectionBytes); !filled) return filled;
    auto opened = input_kind(kind_).open(input_, options_);
    is_refused_ = !opened && opened.error().code != ExitCode::interrupted;
    if (!opened) return tl::unexpected(opened.error());
    cutter_ = std::move(*opened);
    return {};
  }

  InputBuffer input_;
  SourceOptions options_;
  SourceKind kind_ = SourceKind::detect;
  std::unique_ptr<ChunkCutter> cutter_;
  std::uint64_t reported_bytes_ = 0;
  bool is_refused_ = false;
};

class FileChunkReader final : public ChunkReader {
 public:
  FileChunkReader(std::vector<std::string> sources, SourceOptions options)
      : sources_(sources), files_(std::move(sources)), options_(options) {}

  Result<bool> next(Chunk& chunk) override {
    for (;;) {
      if (file_) {
        Result<bool> filled = file_->next(chunk);
        if (!filled || *filled) return filled;
        file_.reset();
      }
      const Result<std::optional<std::string>> name = files_.next();
      if (!name) return tl::unexpected(name.error());
      if (!*name) return false;
      Result<std::unique_ptr<ByteSource>> bytes = open_byte_source(**name);
      if (!bytes) return tl::unexpected(bytes.error());
      file_ = std::make_unique<OpenFile>(**name, std::move(*bytes), options_);
    }
  }

  std::uint64_t total_bytes() const override { return total_file_bytes(sources_); }

 private:
  std::vector<std::string> sources_;
  SourceFiles files_;
  SourceOptions options_;
  std::unique_ptr<OpenFile> file_;
};

}  // namespace

std::unique_ptr<ChunkReader> open_sources(std::vector<std::string> sources, SourceOptions options) {
  return std::make_unique<FileChunkReader>(std::move(sources), options);
}

}  // namespace warta::indexer
