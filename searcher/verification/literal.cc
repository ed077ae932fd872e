#include "searcher/verification/literal.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace warta::searcher {
namespace {

struct Fold {
  std::string_view from;
  std::string_view to;
};

// Two or three bytes each. The list is short: what begins with other bytes is passed through without a look at it.
constexpr std::array kFolds = {
    Fold{"\xC2\xA0", " "},   // no-break space
    Fold{"\xC2\xAD", ""},    // soft hyphen
    Fold{"\xC2\xAB", "\""},  // «
    Fold{"\xC2\xBB", "\""},  // »
    Fold{"\xC2\xB4", "'"},   // acute accent, typed for an apostrophe
    Fold{"\xCA\xBC", "'"},   // modifier letter apostrophe
    Fold{"\xCA\xBB", "'"},   // turned comma
    Fold{"\xE2\x80\x80", " "},  Fold{"\xE2\x80\x81", " "},  Fold{"\xE2\x80\x82", " "},
    Fold{"\xE2\x80\x83", " "},  Fold{"\xE2\x80\x84", " "},  Fold{"\xE2\x80\x85", " "},
    Fold{"\xE2\x80\x86", " "},  Fold{"\xE2\x80\x87", " "},  Fold{"\xE2\x80\x88", " "},
    Fold{"\xE2\x80\x89", " "},  Fold{"\xE2\x80\x8A", " "},  Fold{"\xE2\x80\x8B", ""},  // zero-width space
    Fold{"\xE2\x80\x8C", ""},   Fold{"\xE2\x80\x8D", ""},   Fold{"\xE2\x80\x90", "-"},
    Fold{"\xE2\x80\x91", "-"},  Fold{"\xE2\x80\x92", "-"},  Fold{"\xE2\x80\x93", "-"},
    Fold{"\xE2\x80\x94", "-"},  Fold{"\xE2\x80\x95", "-"},  Fold{"\xE2\x80\x98", "'"},
    Fold{"\xE2\x80\x99", "'"},  Fold{"\xE2\x80\x9B", "'"},  Fold{"\xE2\x80\x9C", "\""},
    Fold{"\xE2\x80\x9D", "\""}, Fold{"\xE2\x80\x9E", "\""}, Fold{"\xE2\x80\xA8", " "},
    Fold{"\xE2\x80\xA9", " "},  Fold{"\xE2\x80\xAF", " "},  Fold{"\xE3\x80\x80", " "},  // ideographic space
    Fold{"\xEF\xBB\xBF", ""},                                                           // byte order mark
};

// Bytes of white space that is ASCII, among which control characters count.
bool is_space(char c) {
  return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
}

const Fold* fold_at(std::string_view rest) {
  const auto first = static_cast<unsigned char>(rest.front());
  if (first != 0xC2 && first != 0xCA && first != 0xE2 && first != 0xE3 && first != 0xEF) return nullptr;
  const auto* fold = std::ranges::find_if(kFolds, [&](const Fold& row) { return rest.starts_with(row.from); });
  return fold == kFolds.end() ? nullptr : fold;
}

// Calls emit(byte, offset of the byte that it comes from) for each byte of the folded text.
template <typename Emit>
void fold_each(std::string_view text, Emit emit) {
  bool is_after_space = true;  // spaces at the beginning say nothing
  const auto put = [&](char c, std::size_t offset) {
    if (c == ' ' && is_after_space) return;
    is_after_space = c == ' ';
    emit(c, offset);
  };
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      put(' ', i++);
    } else if (const Fold* fold = fold_at(text.substr(i)); fold != nullptr) {
      for (const char c : fold->to) put(c, i);
      i += fold->from.size();
    } else {
      put(text[i], i);
      ++i;
    }
  }
}

// The letters at the beginning of a folded phrase that stand in a text as they are, or not at all: up to the first
// sign that typography varies, or byte that begins such a sign. Empty for half a character, which could be part of one.
std::string_view plain_beginning(std::string_view folded_phrase) {
  if (folded_phrase.empty() || (static_cast<unsigned char>(folded_phrase.front()) & 0xC0) == 0x80) return {};
  return folded_phrase.substr(0, folded_phrase.find_first_of(" \"'-\xC2\xCA\xE2\xE3\xEF"));
}

// Whether the text has signs that fold to nothing, which may stand in the middle of a word.
bool has_hidden_signs(std::string_view text) {
  if (text.find("\xC2\xAD") != std::string_view::npos || text.find("\xEF\xBB\xBF") != std::string_view::npos)
    return true;
  for (std::size_t at = text.find("\xE2\x80"); at != std::string_view::npos; at = text.find("\xE2\x80", at + 2)) {
    if (at + 2 < text.size() && text[at + 2] >= '\x8B' && text[at + 2] <= '\x8D') return true;
  }
  return false;
}

// Where the text from `begin` on, folded, begins with the phrase: the offset of the phrase's last sign, or npos. The
// first `known` bytes of both are the same.
std::size_t match_folded(std::string_view text, std::size_t begin, std::string_view folded_phrase, std::size_t known) {
  std::size_t last = begin + known - 1;
  std::size_t matched = known;
  bool is_after_space = false;
  for (std::size_t i = begin + known; matched < folded_phrase.size();) {
    if (i == text.size()) return std::string_view::npos;
    const Fold* fold = is_space(text[i]) ? nullptr : fold_at(text.substr(i));
    const char plain = is_space(text[i]) ? ' ' : text[i];
    const std::string_view signs = fold == nullptr ? std::string_view(&plain, 1) : fold->to;
    const std::size_t offset = i;
    i += fold == nullptr ? 1 : fold->from.size();
    if (signs.empty() || (signs.front() == ' ' && is_after_space)) continue;
    if (signs.front() != folded_phrase[matched]) return std::string_view::npos;
    is_after_space = signs.front() == ' ';
    last = offset;
    ++matched;
  }
  return last;
}

// Without folding the whole text: of thousands of candidates most do not hold the phrase.
std::vector<Span> find_from_beginning(std::string_view text, std::string_view folded_phrase, std::string_view plain) {
  std::vector<Span> spans;
  for (std::size_t at = text.find(plain); at != std::string_view::npos; at = text.find(plain, at + 1)) {
    const std::size_t last = match_folded(text, at, folded_phrase, plain.size());
    if (last == std::string_view::npos) continue;
    spans.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(character_end(text, last))});
  }
  return spans;
}

}  // namespace

std::string fold_typography(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  fold_each(text, [&](char c, std::size_t) { folded += c; });
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

std::vector<Span> find_literal(std::string_view text, std::string_view folded_phrase) {
  const std::string_view plain = plain_beginning(folded_phrase);
  if (!plain.empty() && !has_hidden_signs(text)) return find_from_beginning(text, folded_phrase, plain);
  const std::string folded = fold_typography(text);
  std::size_t at = folded_phrase.empty() ? std::string::npos : folded.find(folded_phrase);
  if (at == std::string::npos) return {};

  std::vector<std::uint32_t> origins;  // only texts that hold the phrase pay for the way back
  origins.reserve(text.size());
  fold_each(text, [&](char, std::size_t offset) { origins.push_back(static_cast<std::uint32_t>(offset)); });
  std::vector<Span> spans;
  while (at != std::string::npos) {
    const std::size_t end = character_end(text, origins[at + folded_phrase.size() - 1]);
    spans.push_back({origins[at], static_cast<std::uint32_t>(end)});
    at = folded.find(folded_phrase, at + 1);
  }
  return spans;
}

}  // namespace warta::searcher
