#include "indexer/glass/term_list_encoder.h"

#include <zlib.h>

#include <algorithm>
#include <new>

#include "indexer/glass/packing.h"
#include "indexer/glass/version_file.h"

namespace warta::indexer::glass {
namespace {

constexpr int kRawDeflate = -15;  // a window of 32 KiB, without header and checksum
// Tables of 16 KiB, which are cleared for each list: lists are of a few kilobytes, and larger tables find no more in
// them.
constexpr int kMemoryLevel = 6;

}  // namespace

struct TermListEncoder::Deflater {
  Deflater() {
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kRawDeflate, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
        Z_OK) {
      throw std::bad_alloc();
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream); }

  z_stream stream{};
};

TermListEncoder::TermListEncoder() : deflater_(std::make_unique<Deflater>()) {}
TermListEncoder::TermListEncoder(TermListEncoder&&) noexcept = default;
TermListEncoder& TermListEncoder::operator=(TermListEncoder&&) noexcept = default;
TermListEncoder::~TermListEncoder() = default;

void TermListEncoder::begin(std::uint32_t document_length, std::size_t terms) {
  list_.clear();
  is_first_ = true;
  if (terms == 0) return;
  append_number(document_length, list_);
  append_number(terms, list_);
}

// After the first term each is what it shares with the one before, how much follows, that, and the count. A count that
// is small enough stands in one byte with what is shared.
void TermListEncoder::add(std::string_view term, std::uint32_t count) {
  if (is_first_) {
    list_ += static_cast<char>(term.size());
    list_ += term;
    append_number(count, list_);
  } else {
    const auto shared = static_cast<std::size_t>(std::ranges::mismatch(before_, term).in1 - before_.begin());
    const std::size_t together = count < 127 ? (count + 1) * (before_.size() + 1) + shared : 256;
    list_ += static_cast<char>(together < 256 ? together : shared);
    list_ += static_cast<char>(term.size() - shared);
    list_ += term.substr(shared);
    if (together >= 256) append_number(count, list_);
  }
  before_ = term;
  is_first_ = false;
}

TermListEncoder::Entry TermListEncoder::finish() {
  if (list_.size() <= kLeastDeflatedBytes) return {list_, false};
  deflated_.resize(list_.size() - 1);
  z_stream& stream = deflater_->stream;
  deflateReset(&stream);
  stream.next_in = reinterpret_cast<Bytef*>(list_.data());
  stream.avail_in = static_cast<uInt>(list_.size());
  stream.next_out = reinterpret_cast<Bytef*>(deflated_.data());
  stream.avail_out = static_cast<uInt>(deflated_.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) return {list_, false};  // it would be no shorter
  return {std::string_view(deflated_).substr(0, stream.total_out), true};
}

}  // namespace warta::indexer::glass
