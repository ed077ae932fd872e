#include "indexer/glass/term_list_encoder.h"

#include <libdeflate.h>

#include <algorithm>
#include <new>

#include "indexer/glass/packing.h"
#include "indexer/glass/version_file.h"

namespace warta::indexer::glass {
namespace {

// Lists of a kilobyte, sorted and without what each term shares with the one before, hold little that comes again: a
// longer search finds no more (docs/indexing-speed.md).
constexpr int kDeflateLevel = 1;

}  // namespace

void TermListEncoder::FreeCompressor::operator()(libdeflate_compressor* compressor) const {
  libdeflate_free_compressor(compressor);
}

TermListEncoder::TermListEncoder() : compressor_(libdeflate_alloc_compressor(kDeflateLevel)) {
  if (compressor_ == nullptr) throw std::bad_alloc();
}

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
  const std::size_t size =
      libdeflate_deflate_compress(compressor_.get(), list_.data(), list_.size(), deflated_.data(), deflated_.size());
  if (size == 0) return {list_, false};  // it would be no shorter
  return {std::string_view(deflated_).substr(0, size), true};
}

}  // namespace warta::indexer::glass
