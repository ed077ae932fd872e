#include "indexer/glass/term_list_encoder.h"

#include <algorithm>

#include "indexer/glass/packing.h"
#include "indexer/glass/version_file.h"

namespace warta::indexer::glass {

void TermListEncoder::begin(std::uint32_t document_length, std::size_t terms) {
  begins_.push_back(lists_.size());
  is_first_ = true;
  if (terms == 0) return;
  append_number(document_length, lists_);
  append_number(terms, lists_);
}

// After the first term each is what it shares with the one before, how much follows, that, and the count. A count that
// is small enough stands in one byte with what is shared.
void TermListEncoder::add(std::string_view term, std::uint32_t count) {
  if (is_first_) {
    lists_ += static_cast<char>(term.size());
    lists_ += term;
    append_number(count, lists_);
  } else {
    const auto shared = static_cast<std::size_t>(std::ranges::mismatch(before_, term).in1 - before_.begin());
    const std::size_t together = count < 127 ? (count + 1) * (before_.size() + 1) + shared : 256;
    lists_ += static_cast<char>(together < 256 ? together : shared);
    lists_ += static_cast<char>(term.size() - shared);
    lists_ += term.substr(shared);
    if (together >= 256) append_number(count, lists_);
  }
  before_ = term;
  is_first_ = false;
}

std::string_view TermListEncoder::list_of(std::size_t document) const {
  const std::size_t end = document + 1 < begins_.size() ? begins_[document + 1] : lists_.size();
  return std::string_view(lists_).substr(begins_[document], end - begins_[document]);
}

ByteCounts TermListEncoder::byte_counts() const {
  ByteCounts counts;
  counts.add(lists_, begins_.size());
  return counts;
}

TermListEncoder::Entry TermListEncoder::entry(std::string_view list, const LiteralDeflater& deflater,
                                              std::string& deflated) {
  if (list.size() <= kLeastDeflatedBytes) return {list, false};
  deflater.deflate(list, deflated);
  if (deflated.size() >= list.size()) return {list, false};
  return {deflated, true};
}

}  // namespace warta::indexer::glass
