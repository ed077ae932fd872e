#include "indexer/extract/byline.h"

#include <algorithm>

#include "base/text_parts.h"
#include "base/utf8.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// Words between spaces, as views.
std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  while (!line.empty()) {
    const std::string_view word = next_part(line, ' ');
    if (!word.empty()) words.push_back(word);
  }
  return words;
}

bool has_year(std::string_view line) {
  for (std::size_t i = 0; i + 4 <= line.size(); ++i) {
    const bool is_century = line.substr(i, 2) == "19" || line.substr(i, 2) == "20";
    const bool is_start = i == 0 || !is_ascii_digit(line[i - 1]);
    if (is_century && is_start && is_ascii_digit(line[i + 2]) && is_ascii_digit(line[i + 3])) return true;
  }
  return false;
}

// What may stand on a date's line beside the date.
constexpr std::string_view kPublicationLabels[] = {
    "diterbitkan", "terbit",    "dipublikasikan", "dipublikasi", "publikasi",   "diposting",
    "posted",      "published", "publish",        "tayang",      "ditayangkan", "dirilis",
};
constexpr std::string_view kUpdateLabels[] = {
    "update",    "updated",  "diupdate",  "diperbarui", "diperbaharui",
    "pembaruan", "modified", "terupdate", "diubah",     "dimutakhirkan",
};
constexpr std::string_view kOtherLabels[] = {"tanggal", "waktu", "last", "terakhir",    "pada",
                                             "",        "|",     "-",    "\xE2\x80\xA2"};

enum class Label : std::uint8_t { none, publication, update, other };

Label label_of(std::string_view word) {
  std::string plain = lower_ascii(word);
  while (!plain.empty() && (plain.back() == ':' || plain.back() == ',')) plain.pop_back();
  const auto is_one_of = [&](const auto& labels) {
    return std::find(std::begin(labels), std::end(labels), plain) != std::end(labels);
  };
  if (is_one_of(kPublicationLabels)) return Label::publication;
  if (is_one_of(kUpdateLabels)) return Label::update;
  return is_one_of(kOtherLabels) ? Label::other : Label::none;
}

// A digit, a weekday or a month: so many words begin no date that asking the parser about each would take most of the
// time of extraction.
bool may_begin_date(std::string_view word) {
  constexpr std::string_view kWeekdays[] = {"sen", "sel", "rab", "kam", "jum", "sab", "min", "ahad",
                                            "mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  if (is_ascii_digit(word.front())) return true;
  const std::string lower = lower_ascii(word);
  const bool is_weekday = std::any_of(std::begin(kWeekdays), std::end(kWeekdays),
                                      [&](std::string_view name) { return lower.starts_with(name); });
  return is_weekday || month_from_name(lower.substr(0, lower.find_first_of(".,"))) != 0;
}

struct DateSpan {
  Timestamp time;
  std::size_t words;
};

// The longest date that begins with the word `first`.
std::optional<DateSpan> date_at(const std::vector<std::string_view>& words, std::size_t first) {
  constexpr std::size_t kMostWords = 9;  // "Senin, 12 Mei 2024 | Pukul 14:30 WIB" has eight
  for (std::size_t last = std::min(first + kMostWords, words.size()); last > first; --last) {
    const char* const begin = words[first].data();
    const std::string_view end_word = words[last - 1];
    const std::string_view span(begin, static_cast<std::size_t>(end_word.data() + end_word.size() - begin));
    if (const Result<Timestamp> time = parse_timestamp(span)) return DateSpan{*time, last - first};
  }
  return std::nullopt;
}

struct AuthorLabel {
  std::string_view text;  // lower case
  bool needs_colon;
};

// Longer ones before those that they begin with.
constexpr AuthorLabel kAuthorLabels[] = {
    {"laporan wartawan", false},
    {"laporan jurnalis", false},
    {"laporan reporter", false},
    {"laporan", true},
    {"redaktur & reporter", true},
    {"reporter", true},
    {"penulis", true},
    {"pewarta", true},
    {"wartawan", true},
    {"jurnalis", true},
    {"kontributor", true},
    {"author", true},
    {"diposting oleh", false},
    {"ditulis oleh", false},
    {"dikirim oleh", false},
    {"diterbitkan oleh", false},
    {"oleh", false},
    {"written by", false},
    {"posted by", false},
    {"by", false},
    {"rep", true},
    {"text", true},
    {"teks", true},
    {"kredit", true},
};

// What ends the names on a line: other credits, a date, the medium.
constexpr std::string_view kNameEnds[] = {
    "|", "/", "\xE2\x80\xA2", "\xC2\xB7", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", "(", "\xC2\xA9"};

// Words after which another credit or the date follows.
constexpr std::string_view kCreditWords[] = {
    "editor",    "red:",   "redaktur", "penyunting", "fotografer", "foto:",  "pada",   "uploader", "publisher",
    "copyright", "senin,", "selasa,",  "rabu,",      "kamis,",     "jumat,", "sabtu,", "minggu,"};

std::string_view names_part(std::string_view rest) {
  for (const std::string_view end : kNameEnds) rest = rest.substr(0, rest.find(end));
  const std::string lower = " " + lower_ascii(rest);
  std::size_t end = lower.size();
  for (const std::string_view word : kCreditWords) end = std::min(end, lower.find(" " + std::string(word)));
  rest = trimmed(rest.substr(0, std::min(end, rest.size())));
  while (rest.ends_with('-') || rest.ends_with(',') || rest.ends_with(' ')) rest.remove_suffix(1);
  return rest;
}

// "Sari Dewi dan Budi" is two persons.
std::vector<std::string> split_names(std::string_view names) {
  std::vector<std::string> list;
  for (const std::string& item : split_list(names)) {
    std::string_view rest = item;
    for (const std::string_view joint : {" dan ", " and ", " & "}) {
      if (const std::size_t at = rest.find(joint); at != std::string_view::npos) {
        list.emplace_back(trimmed(rest.substr(0, at)));
        rest = trimmed(rest.substr(at + joint.size()));
      }
    }
    list.emplace_back(rest);
  }
  std::erase_if(list, [](const std::string& name) { return !is_person_name(name); });
  return list;
}

// Words, and no day such as "5/2" or "Senin, 5 Februari".
bool is_name(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  const bool has_number =
      std::any_of(words.begin(), words.end(), [](std::string_view word) { return is_ascii_digit(word.front()); });
  return !has_number && std::ranges::any_of(text, is_letter_byte);
}

}  // namespace

bool is_person_name(std::string_view name) {
  constexpr std::size_t kMostWords = 6;
  const std::size_t words = count_words(name);
  if (words == 0 || words > kMostWords || name.find_first_of("0123456789?!\":") != std::string_view::npos) return false;
  const bool is_degree = words == 1 && name.find('.') != std::string_view::npos;  // "Retno Palupi, M.Hum."
  const char first = name.front();
  return !is_degree && ((first >= 'A' && first <= 'Z') || is_beyond_ascii(first));
}

bool is_author_label(std::string_view line) {
  std::string lower = lower_ascii(trimmed(line));
  while (lower.ends_with(':') || lower.ends_with(' ')) lower.pop_back();
  return std::any_of(std::begin(kAuthorLabels), std::end(kAuthorLabels),
                     [&](const AuthorLabel& label) { return label.text == lower; });
}

std::optional<DateLine> find_date_line(std::string_view line) {
  constexpr std::size_t kLongest = 160;
  constexpr std::size_t kMostWords = 22;
  if (line.size() > kLongest || !has_year(line)) return std::nullopt;
  const std::vector<std::string_view> words = words_of(line);
  if (words.size() > kMostWords) return std::nullopt;
  DateLine line_dates;
  line_dates.is_whole_line = true;
  Label label = Label::none;  // the last one before a date says of which kind it is
  for (std::size_t i = 0; i < words.size();) {
    const std::optional<DateSpan> date = may_begin_date(words[i]) ? date_at(words, i) : std::nullopt;
    if (date) {
      std::optional<Timestamp>& kept = label == Label::update ? line_dates.modified : line_dates.published;
      if (kept) line_dates.is_whole_line = false;  // from one day to another: an event's
      if (!kept || (date->time.has_time && !kept->has_time)) kept = date->time;
      line_dates.has_time = line_dates.has_time || date->time.has_time;
      label = Label::none;
      i += date->words;
      continue;
    }
    const Label word_label = label_of(words[i++]);
    if (word_label == Label::none) line_dates.is_whole_line = false;
    if (word_label == Label::publication || word_label == Label::update) label = word_label;
  }
  if (!line_dates.published && !line_dates.modified) return std::nullopt;
  return line_dates;
}

std::vector<std::string> authors_of_line(std::string_view line) {
  constexpr std::size_t kLongest = 120;
  if (line.size() > kLongest) return {};
  const std::string lower = lower_ascii(line);
  for (const AuthorLabel& label : kAuthorLabels) {
    if (!lower.starts_with(label.text)) continue;
    std::string_view rest = trimmed(line.substr(label.text.size()));
    const bool has_colon = rest.starts_with(':');
    if (has_colon) rest = trimmed(rest.substr(1));
    const bool is_separate = line.size() > label.text.size() && (has_colon || line[label.text.size()] == ' ');
    if (!is_separate || (label.needs_colon && !has_colon)) continue;
    return split_names(names_part(rest));
  }
  return {};
}

std::string source_of_dateline(std::string_view first_paragraph) {
  constexpr std::size_t kLongestDateline = 80;
  const std::string_view head = first_paragraph.substr(0, kLongestDateline);
  std::size_t dash = std::string_view::npos;
  for (const std::string_view mark : {" - ", " -- ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", ")- "})
    dash = std::min(dash, head.find(mark));
  if (dash == std::string_view::npos) return {};
  const std::string_view dateline = head.substr(0, dash + 1);
  for (std::size_t open = dateline.find('('); open != std::string_view::npos; open = dateline.find('(', open + 1)) {
    const std::size_t close = dateline.find(')', open);
    if (close == std::string_view::npos) break;
    const std::string_view inside = trimmed(dateline.substr(open + 1, close - open - 1));
    if (is_name(inside)) return std::string(inside);
  }
  for (std::string_view word : words_of(dateline)) {
    while (word.ends_with(',') || word.ends_with(';')) word.remove_suffix(1);
    const std::size_t dot = word.find('.');
    const bool is_host = dot != std::string_view::npos && dot > 1 && dot + 2 < word.size() &&
                         word.find_first_of("/:@()") == std::string_view::npos;
    if (is_host) return lower_ascii(word);
  }
  return {};
}

}  // namespace warta::indexer
