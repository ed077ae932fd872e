#include "analysis/folded_chunk.h"

#include "analysis/normalize.h"

namespace warta::analysis {

void FoldedChunk::fold(std::string_view text, size_t begin, size_t end) {
  text_.clear();
  begins_.clear();
  ends_.clear();
  for (size_t offset = begin; offset < end;) {
    const CodePoint point = code_point_at(text, offset);
    if (character_class(point.value) == kSpace) {
      text_ += ' ';
    } else {
      append_normalized(point.value, text_);
    }
    begins_.resize(text_.size(), static_cast<std::uint32_t>(offset));
    offset += point.bytes;
    ends_.resize(text_.size(), static_cast<std::uint32_t>(offset));
  }
  classify();
  remove_apostrophes();
}

void FoldedChunk::classify() {
  classes_.clear();
  for (size_t offset = 0; offset < text_.size();) {
    const CodePoint point = code_point_at(text_, offset);
    offset += point.bytes;
    classes_.resize(offset, character_class(point.value));
  }
}

void FoldedChunk::remove_apostrophes() {
  size_t kept = 0;
  for (size_t i = 0; i < text_.size(); ++i) {
    const bool is_inner = text_[i] == '\'' && i > 0 && i + 1 < text_.size() && (classes_[i - 1] & kLetter) != 0 &&
                          (classes_[i + 1] & kLetter) != 0;
    if (is_inner) continue;
    text_[kept] = text_[i];
    classes_[kept] = classes_[i];
    begins_[kept] = begins_[i];
    ends_[kept] = ends_[i];
    ++kept;
  }
  text_.resize(kept);
  classes_.resize(kept);
  begins_.resize(kept);
  ends_.resize(kept);
}

}  // namespace warta::analysis
