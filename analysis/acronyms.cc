#include "analysis/acronyms.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>
#include <optional>
#include <utility>

#include "analysis/acronym_alignment.h"
#include "base/ascii.h"

namespace warta::analysis {
namespace {

// Longest form that is learned, in bytes: it becomes a key of the database, which has room for 245.
constexpr std::size_t kMaxLongFormBytes = 120;

bool is_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
// Part of a word: letters, and apostrophes, which folding drops.
bool is_word_byte(char byte) {
  return is_ascii_letter(byte) || byte == '\'';
}

struct Acronym {
  std::string folded;
  AcronymKind kind;
};

// `word` as an acronym, where it has the shape of one.
std::optional<Acronym> as_acronym(std::string_view word) {
  if (word.size() < 2 || word.size() > kMaxAcronymLetters || !std::all_of(word.begin(), word.end(), is_ascii_letter)) {
    return std::nullopt;
  }
  const bool all_upper = std::all_of(word.begin(), word.end(), is_upper);
  if (!all_upper && word.size() < 4) return std::nullopt;
  return Acronym{fold_acronym_words(word), all_upper ? AcronymKind::initials : AcronymKind::syllables};
}

std::string_view without_spaces_behind(std::string_view text) {
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

std::string_view without_spaces_before(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  return text;
}

std::string_view last_word(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_word_byte(text[begin - 1])) --begin;
  return text.substr(begin);
}

std::string_view first_word(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_word_byte);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// What may stand between two words of a long form: a space, a comma and a space, or a hyphen.
bool joins_words(std::string_view gap) {
  return gap == " " || gap == ", " || gap == "-";
}

// The words of a stretch of text that could be a long form, with their places.
struct Words {
  std::vector<LongFormWord> folded;
  std::vector<std::size_t> begins;
};

// The words that end `text`, read backwards until something breaks the run or `most` words are there.
Words words_before(std::string_view text, std::size_t most) {
  Words words;
  std::size_t end = text.size();
  while (words.folded.size() < most) {
    const std::string_view word = last_word(text.substr(0, end));
    if (word.empty() || word.size() > kMaxWordLetters) break;
    const std::size_t begin = end - word.size();
    words.folded.push_back({fold_acronym_words(word)});
    words.begins.push_back(begin);
    std::size_t gap = begin;
    while (gap > 0 && begin - gap < 2 && !is_word_byte(text[gap - 1])) --gap;
    if (!joins_words(text.substr(gap, begin - gap))) break;
    words.folded.back().is_second_half = text[gap] == '-';
    end = gap;
  }
  std::reverse(words.folded.begin(), words.folded.end());
  std::reverse(words.begins.begin(), words.begins.end());
  if (!words.folded.empty()) words.folded.front().is_second_half = false;
  return words;
}

// As in Schwartz & Hearst: a long form has at most min(letters + 5, letters * 2) words.
std::size_t most_words(const Acronym& acronym) {
  return std::min({acronym.folded.size() + 5, acronym.folded.size() * 2, kMaxLongFormWords});
}

// The shortest long form of `acronym` that ends `text`, as written; empty where there is none.
std::string_view long_form_before(std::string_view text, const Acronym& acronym) {
  const Words words = words_before(text, most_words(acronym));
  const auto first = align_acronym(acronym.folded, acronym.kind, words.folded);
  return first ? text.substr(words.begins[*first]) : std::string_view();
}

// True when the whole of `text` is a long form of `acronym`.
bool is_long_form(std::string_view text, const Acronym& acronym) {
  return text.size() <= kMaxLongFormBytes && long_form_before(text, acronym).size() == text.size() && !text.empty();
}

// One search through one text.
class Finder {
 public:
  Finder(std::string_view text, const AcronymSink& sink) : text_(text), sink_(sink) {}

  void parentheses() {
    for (std::size_t open = text_.find('('); open != text_.npos; open = text_.find('(', open + 1)) {
      const std::string_view window = text_.substr(open + 1, kMaxLongFormBytes);
      const std::size_t length = window.find_first_of("()\n");
      if (length == window.npos || window[length] != ')') continue;
      parenthesis(without_spaces_behind(text_.substr(0, open)),
                  without_spaces_behind(without_spaces_before(window.substr(0, length))));
    }
  }

  // "long form atau SHORT", "SHORT atau long form", "long form disingkat SHORT".
  void linked_by(std::string_view link, bool both_ways) {
    for (std::size_t at = find(link, 0); at != text_.npos; at = find(link, at + 1)) {
      std::string_view before = text_.substr(0, at);
      if (before.ends_with(',')) before.remove_suffix(1);
      const std::string_view after = text_.substr(at + link.size());
      const std::string_view word = first_word(after);
      if (const auto acronym = as_acronym(word); acronym && is_upper(word.front())) {
        report(*acronym, long_form_before(before, *acronym));
      }
      if (!both_ways) continue;
      const auto acronym = as_acronym(last_word(before));
      if (acronym && acronym->kind == AcronymKind::initials) report(*acronym, long_form_after(after, *acronym));
    }
  }

 private:
  std::size_t find(std::string_view needle, std::size_t from) const {
    const void* found = memmem(text_.data() + from, text_.size() - from, needle.data(), needle.size());
    return found ? static_cast<std::size_t>(static_cast<const char*>(found) - text_.data()) : text_.npos;
  }

  void parenthesis(std::string_view before, std::string_view inside) {
    if (const auto acronym = as_acronym(inside)) {
      report(*acronym, long_form_before(before, *acronym));
    } else if (const auto outside = as_acronym(last_word(before)); outside && is_long_form(inside, *outside)) {
      report(*outside, inside);
    }
  }

  // The shortest beginning of `text` that is wholly a long form.
  static std::string_view long_form_after(std::string_view text, const Acronym& acronym) {
    std::size_t end = 0;
    for (std::size_t words = 0; words < most_words(acronym) && end < kMaxLongFormBytes; ++words) {
      const std::size_t length = first_word(text.substr(end)).size();
      if (length == 0) break;
      end += length;
      if (is_long_form(text.substr(0, end), acronym)) return text.substr(0, end);
      const std::size_t gap = std::min(text.find_first_not_of(" ,-", end), end + 2);
      if (gap > text.size() || !joins_words(text.substr(end, gap - end))) break;
      end = gap;
    }
    return {};
  }

  void report(const Acronym& acronym, std::string_view long_form) {
    if (!long_form.empty() && long_form.size() <= kMaxLongFormBytes)
      sink_(acronym.folded, fold_acronym_words(long_form));
  }

  std::string_view text_;
  const AcronymSink& sink_;
};

}  // namespace

void find_acronyms(std::string_view text, const AcronymSink& sink) {
  Finder finder(text, sink);
  finder.parentheses();
  finder.linked_by(" atau ", true);
  finder.linked_by(" disingkat ", false);
  finder.linked_by(" disingkat menjadi ", false);
}

std::string fold_acronym_words(std::string_view words) {
  std::string folded;
  folded.reserve(words.size());
  for (const char byte : words) {
    if (is_ascii_letter(byte)) {
      folded.push_back(lower_ascii(byte));
    } else if (byte != '\'' && !folded.empty() && folded.back() != ' ') {
      folded.push_back(' ');
    }
  }
  if (folded.ends_with(' ')) folded.pop_back();
  return folded;
}

std::string without_small_words(std::string_view folded_words) {
  std::string kept;
  while (!folded_words.empty()) {
    const std::string_view word = folded_words.substr(0, folded_words.find(' '));
    if (!is_small_word(word)) {
      if (!kept.empty()) kept.push_back(' ');
      kept.append(word);
    }
    folded_words.remove_prefix(std::min(folded_words.size(), word.size() + 1));
  }
  return kept;
}

void AcronymCounts::add_text(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> found;
  find_acronyms(text,
                [&](std::string_view acronym, std::string_view expansion) { found.emplace_back(acronym, expansion); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const auto& [acronym, expansion] : found) add(acronym, expansion);
  for (std::uint32_t least = 2; pairs_ > kMaxPairs; ++least) prune(least);
}

void AcronymCounts::add(std::string_view acronym, std::string_view expansion, std::uint32_t count) {
  auto entry = table_.find(acronym);
  if (entry == table_.end()) entry = table_.emplace(acronym, Readings()).first;
  auto reading = entry->second.find(expansion);
  if (reading == entry->second.end()) {
    reading = entry->second.emplace(expansion, 0).first;
    ++pairs_;
  }
  reading->second += count;
}

void AcronymCounts::merge(const AcronymCounts& other) {
  for (const auto& [acronym, readings] : other.table_) {
    for (const auto& [expansion, count] : readings) add(acronym, expansion, count);
  }
}

void AcronymCounts::prune(std::uint32_t least_count) {
  for (auto entry = table_.begin(); entry != table_.end();) {
    pairs_ -= std::erase_if(entry->second, [&](const auto& reading) { return reading.second < least_count; });
    entry = entry->second.empty() ? table_.erase(entry) : std::next(entry);
  }
}

}  // namespace warta::analysis
