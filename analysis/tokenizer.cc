#include "analysis/tokenizer.h"

#include <string>

#include <utf8proc.h>

#include "analysis/normalize.h"

namespace warta::analysis {
namespace {

bool is_word_character(std::int32_t c) {
  if (c < 0) return false;
  switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return false;
  }
}

bool is_apostrophe(std::int32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018;
}

}  // namespace

void tokenize(std::string_view text, TextBuffer& buffer, std::vector<Token>& tokens) {
  std::string word;
  Token token;
  bool sentence_ends = false;
  bool paragraph_ends = false;
  bool any = false;
  for (size_t offset = 0; offset < text.size();) {
    CodePoint point = code_point_at(text, offset);
    if (!is_word_character(point.value)) {
      const bool is_newline = point.value == '\n';
      paragraph_ends |= is_newline && any;
      const bool ends = point.value == '.' || point.value == '!' || point.value == '?';
      const bool blank_follows = offset + 1 == text.size() || text[offset + 1] == ' ' || text[offset + 1] == '\n';
      sentence_ends |= any && (is_newline || (ends && blank_follows));
      offset += point.bytes;
      continue;
    }
    token.begin = static_cast<std::uint32_t>(offset);
    word.clear();
    size_t end = offset;
    while (offset < text.size()) {
      point = code_point_at(text, offset);
      if (is_word_character(point.value)) {
        append_normalized(point.value, word);
        end = offset + point.bytes;
      } else if (!is_apostrophe(point.value)) {
        break;
      }
      offset += point.bytes;
    }
    if (word.empty()) continue;
    token.end = static_cast<std::uint32_t>(end);
    token.sentence += sentence_ends ? 1 : 0;
    token.paragraph += paragraph_ends ? 1 : 0;
    sentence_ends = paragraph_ends = false;
    any = true;
    token.text = buffer.store(word);
    tokens.push_back(token);
    ++token.position;
  }
}

}  // namespace warta::analysis
