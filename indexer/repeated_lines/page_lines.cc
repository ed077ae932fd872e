#include "indexer/repeated_lines/page_lines.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <xxhash.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/telling_words.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kLeastContentLetters = 4;
constexpr std::size_t kMostWordsOfHead = 3;     // a line of more is no cross-head
constexpr std::size_t kLeastWordsOfProse = 12;  // and one of so many is a paragraph

// Calls visit(word) for each content word of text, in lower case: no small word, and none that has a digit.
template <typename Visit>
void for_each_content_word(std::string_view text, Visit visit) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && is_word_byte(text[end])) ++end;
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    if (word.size() < kLeastContentLetters || std::ranges::any_of(word, is_ascii_digit)) continue;
    const std::string lower = lower_ascii(word);
    if (!is_function_word(lower)) visit(std::string_view(lower));
  }
}

std::uint32_t word_hash(std::string_view word) {
  return static_cast<std::uint32_t>(XXH3_64bits(word.data(), word.size()));
}

Topic topic_of(std::string_view title) {
  std::vector<std::pair<std::size_t, std::uint16_t>> words;  // length, hash
  for_each_content_word(title, [&](std::string_view word) {
    words.emplace_back(word.size(), static_cast<std::uint16_t>(word_hash(word)));
  });
  std::ranges::sort(words, std::greater());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  Topic topic;
  topic.size = static_cast<std::uint8_t>(std::min(words.size(), Topic::kMostWords));
  for (std::size_t i = 0; i < topic.size; ++i) topic.words[i] = words[i].second;
  std::sort(topic.words.begin(), topic.words.begin() + topic.size);
  return topic;
}

// A line as lines are compared.
std::string plain_line(std::string_view line) {
  return lower_ascii(folded_space(line));
}

std::uint64_t hash_of(std::string_view text) {
  return XXH3_64bits(text.data(), text.size());
}

// Each number becomes one digit, whatever marks stand in it: "dibaca 1.234 kali", "dibaca 98 kali".
std::string with_numbers_folded(const std::string& line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool follows_digit = at > 0 && is_ascii_digit(line[at - 1]);
    const bool is_mark = (line[at] == '.' || line[at] == ',') && follows_digit && at + 1 < line.size();
    if (is_mark && is_ascii_digit(line[at + 1])) continue;
    if (!is_ascii_digit(line[at])) {
      out += line[at];
    } else if (out.empty() || out.back() != '0') {
      out += '0';
    }
  }
  return out;
}

// "Jakarta", and "- Pemerintah ..." on the next line: a dateline in pieces.
bool is_dateline_before(std::string_view next) {
  return next.starts_with("-") || next.starts_with("\xE2\x80\x93") || next.starts_with("\xE2\x80\x94");
}

bool reads_like_head(std::string_view line) {
  return count_words(line) <= kMostWordsOfHead || line.ends_with(':');
}

// Which words stand in more than one line of a page.
class WordPlaces {
 public:
  void add_title(std::string_view title) {
    for_each_content_word(title, [&](std::string_view word) { title_.insert(word_hash(word)); });
    add(title, hash_of(plain_line(title)));
  }

  // Lines with the same hash are one place.
  void add(std::string_view line, std::uint64_t place) {
    for_each_content_word(line, [&](std::string_view word) {
      const auto [known, is_new] = places_.try_emplace(word_hash(word), place);
      if (!is_new && known->second != place) known->second = kManyPlaces;
    });
  }

  // True where at least half of the line's content words stand elsewhere too, or two of them in the title; false where
  // it has none.
  bool is_of_the_story(std::string_view line) const {
    std::size_t words = 0;
    std::size_t elsewhere = 0;
    std::size_t in_title = 0;
    for_each_content_word(line, [&](std::string_view word) {
      ++words;
      elsewhere += places_.at(word_hash(word)) == kManyPlaces ? 1 : 0;
      in_title += title_.contains(word_hash(word)) ? 1 : 0;
    });
    return words > 0 && (2 * elsewhere >= words || in_title >= 2);
  }

 private:
  static constexpr std::uint64_t kManyPlaces = 0;
  std::unordered_map<std::uint32_t, std::uint64_t> places_;
  std::unordered_set<std::uint32_t> title_;
};

bool has_content_word(std::string_view line) {
  bool has_one = false;
  for_each_content_word(line, [&](std::string_view) { has_one = true; });
  return has_one;
}

struct Prose {
  std::size_t first = 1;  // indices of the first and the last paragraph of prose; the last is less where there is none
  std::size_t last = 0;
};

Prose prose_of(const std::vector<std::string_view>& lines) {
  const auto is_prose = [](std::string_view line) { return count_words(line) >= kLeastWordsOfProse; };
  const auto first = std::ranges::find_if(lines, is_prose);
  if (first == lines.end()) return {};
  const auto last = std::find_if(lines.rbegin(), lines.rend(), is_prose);
  return {static_cast<std::size_t>(first - lines.begin()), static_cast<std::size_t>(lines.rend() - last) - 1};
}

}  // namespace

bool are_of_one_topic(const Topic& left, const Topic& right) {
  std::size_t shared = 0;
  for (std::size_t l = 0, r = 0; l < left.size && r < right.size;) {
    const std::uint16_t left_word = left.words[l];
    const std::uint16_t right_word = right.words[r];
    shared += left_word == right_word ? 1 : 0;
    l += left_word <= right_word ? 1 : 0;
    r += right_word <= left_word ? 1 : 0;
  }
  const std::size_t shorter = std::min(left.size, right.size);
  return shared >= 2 || 2 * shared >= shorter;
}

std::uint64_t line_hash(std::string_view line) {
  return hash_of(with_numbers_folded(plain_line(line)));
}

PageLines lines_of_page(const Article& article) {
  PageLines page;
  const std::vector<std::string_view> lines = split_lines(article.body);
  WordPlaces places;
  places.add_title(article.title);
  std::vector<std::uint64_t> exact;  // with its numbers: "Langkah 1" and "Langkah 2" are two heads
  std::unordered_map<std::uint64_t, unsigned> times;
  for (const std::string_view line : lines) {
    const std::string plain = plain_line(line);
    exact.push_back(hash_of(plain));
    page.lines.push_back({hash_of(with_numbers_folded(plain))});
    places.add(line, exact.back());
    ++times[exact.back()];
  }
  const Prose prose = prose_of(lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    PageLine& line = page.lines[i];
    const bool is_between = i >= prose.first && i <= prose.last;
    const bool is_dateline = i + 1 < lines.size() && count_words(lines[i]) <= 2 && is_dateline_before(lines[i + 1]);
    line.is_like_head = is_between && times[exact[i]] == 1 && reads_like_head(lines[i]);
    line.is_foreign =
        !line.is_like_head && !is_dateline && has_content_word(lines[i]) && !places.is_of_the_story(lines[i]);
  }
  page.topic = topic_of(article.title.empty() && !lines.empty() ? lines.front() : std::string_view(article.title));
  return page;
}

}  // namespace warta::indexer
