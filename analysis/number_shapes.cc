#include "analysis/number_shapes.h"

#include <array>
#include <chrono>

#include <fmt/format.h>

#include "base/ascii.h"

namespace warta::analysis {
namespace {

// Twelve groups hold every date, time and sum of money; what is longer is read as far as that.
constexpr size_t kMaxGroups = 12;

bool is_separator(char c) {
  return c == '.' || c == ',' || c == ':' || c == '/' || c == '-';
}

size_t digits_end(std::string_view chunk, size_t begin) {
  while (begin < chunk.size() && is_ascii_digit(chunk[begin])) ++begin;
  return begin;
}

// The digit groups from one place on, with the separator before each.
struct Groups {
  std::string_view chunk;
  std::array<size_t, kMaxGroups> begin{};
  std::array<size_t, kMaxGroups> end{};
  size_t count = 0;

  std::string_view digits(size_t i) const { return chunk.substr(begin[i], end[i] - begin[i]); }
  size_t length(size_t i) const { return end[i] - begin[i]; }
  // The separator before group i, or 0 where there is no such group.
  char separator(size_t i) const { return i < count ? chunk[begin[i] - 1] : '\0'; }
  // The value of a short group; -1 for one of more than four digits.
  int value(size_t i) const {
    if (length(i) > 4) return -1;
    int result = 0;
    for (const char c : digits(i)) result = result * 10 + (c - '0');
    return result;
  }
};

Groups read_groups(std::string_view chunk, size_t begin) {
  Groups groups{chunk};
  while (groups.count < kMaxGroups) {
    groups.begin[groups.count] = begin;
    const size_t end = groups.end[groups.count++] = digits_end(chunk, begin);
    if (end + 1 >= chunk.size() || !is_separator(chunk[end]) || !is_ascii_digit(chunk[end + 1])) break;
    begin = end + 1;
  }
  return groups;
}

int full_year(const Groups& groups, size_t i) {
  const int value = groups.value(i);
  return groups.length(i) == 4 ? value : (value < 50 ? 2000 + value : 1900 + value);
}

bool read_date(const Groups& groups, std::string& key, NumberMatch& match) {
  const char separator = groups.separator(1);
  if (groups.count < 3 || separator != groups.separator(2) || separator == groups.separator(3)) return false;
  if (separator != '/' && separator != '-' && separator != '.') return false;
  if (groups.length(1) > 2) return false;
  std::string date;
  if (groups.length(0) == 4 && separator != '.' && groups.length(2) <= 2) {
    date = date_key(groups.value(0), groups.value(1), groups.value(2));
  } else if (groups.length(0) <= 2 && (groups.length(2) == 4 || (groups.length(2) == 2 && separator == '/'))) {
    date = date_key(full_year(groups, 2), groups.value(1), groups.value(0));
  }
  if (date.empty()) return false;
  key = date;
  match = {groups.end[2], Shape::date, false};
  return true;
}

bool is_sixtieth(const Groups& groups, size_t i) {
  return i < groups.count && groups.length(i) == 2 && groups.value(i) < 60;
}

bool read_time(const Groups& groups, std::string& key, NumberMatch& match) {
  const char separator = groups.separator(1);
  if (separator != '.' && separator != ':') return false;
  if (groups.length(0) > 2 || groups.value(0) > 24 || !is_sixtieth(groups, 1)) return false;
  const bool has_seconds = groups.separator(2) == separator && is_sixtieth(groups, 2);
  const size_t count = has_seconds ? 3 : 2;
  const char next = groups.separator(count);
  if (next == '.' || next == ':' || next == ',') return false;
  key.clear();
  if (groups.length(0) == 1) key += '0';
  for (size_t i = 0; i < count; ++i) {
    if (i > 0) key += ':';
    key += groups.digits(i);
  }
  match = {groups.end[count - 1], Shape::time, false};
  return true;
}

// Appends the digits after the decimal sign without zeros at their end.
void append_decimals(std::string_view decimals, std::string& key) {
  const size_t last = decimals.find_last_not_of('0');
  if (last == std::string_view::npos) return;
  key += '.';
  key += decimals.substr(0, last + 1);
}

bool continues(char separator) {
  return separator == '.' || separator == ',' || separator == ':';
}

// Groups of three behind `thousands`, at least `least` of them, then perhaps decimals.
bool read_thousands(const Groups& groups, char thousands, size_t least, std::string& key, NumberMatch& match) {
  if (groups.length(0) > 3 || groups.digits(0).front() == '0') return false;
  size_t count = 1;
  while (groups.separator(count) == thousands && groups.length(count) == 3) ++count;
  if (count <= least) return false;
  const char decimal = thousands == '.' ? ',' : '.';
  const bool has_decimals = groups.separator(count) == decimal;
  const size_t end = count + (has_decimals ? 1 : 0);
  if (continues(groups.separator(end))) return false;
  key.clear();
  for (size_t i = 0; i < count; ++i) key += groups.digits(i);
  if (has_decimals) append_decimals(groups.digits(count), key);
  match = {groups.end[end - 1], Shape::number, false};
  return true;
}

// Not in a list: "1,2,3" are three numbers.
bool read_decimal(const Groups& groups, std::string& key, NumberMatch& match) {
  const char separator = groups.separator(1);
  const size_t begin = groups.begin[0];
  const bool is_in_list = begin > 1 && groups.chunk[begin - 1] == ',' && is_ascii_digit(groups.chunk[begin - 2]);
  if (is_in_list) return false;
  if ((separator != ',' && separator != '.') || continues(groups.separator(2))) return false;
  key = groups.digits(0);
  append_decimals(groups.digits(1), key);
  match = {groups.end[1], Shape::number, false};
  return true;
}

// Versions, chapters and network addresses: two dots or more, kept as written.
bool read_dotted(const Groups& groups, std::string& key, NumberMatch& match) {
  if (groups.separator(1) != '.' || groups.separator(2) != '.') return false;
  const std::string_view chunk = groups.chunk;
  size_t end = groups.end[2];
  while (end + 1 < chunk.size() && chunk[end] == '.' && is_ascii_digit(chunk[end + 1]))
    end = digits_end(chunk, end + 1);
  key = chunk.substr(groups.begin[0], end - groups.begin[0]);
  match = {end, Shape::number, false};
  return true;
}

}  // namespace

NumberMatch read_number(std::string_view chunk, size_t begin, std::string& key) {
  const Groups groups = read_groups(chunk, begin);
  NumberMatch match;
  if (groups.count > 1 && (read_date(groups, key, match) || read_time(groups, key, match) ||
                           read_thousands(groups, '.', 1, key, match) || read_thousands(groups, ',', 2, key, match) ||
                           read_decimal(groups, key, match) || read_dotted(groups, key, match))) {
    return match;
  }
  key = groups.digits(0);
  return {groups.end[0], Shape::number, true};
}

std::string date_key(int year, int month, int day) {
  using namespace std::chrono;
  if (year < 1000 || year > 2999 || month < 1 || day < 1) return {};
  const year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                            std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return {};
  return fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

int month_number(std::string_view word) {
  struct Month {
    std::string_view name;
    int number;
  };
  static constexpr Month kMonths[] = {
      {"januari", 1},   {"jan", 1},    {"january", 1},  {"februari", 2},  {"pebruari", 2},  {"feb", 2},
      {"february", 2},  {"maret", 3},  {"mar", 3},      {"march", 3},     {"april", 4},     {"apr", 4},
      {"mei", 5},       {"may", 5},    {"juni", 6},     {"jun", 6},       {"june", 6},      {"juli", 7},
      {"jul", 7},       {"july", 7},   {"agustus", 8},  {"agu", 8},       {"ags", 8},       {"agt", 8},
      {"aug", 8},       {"august", 8}, {"sep", 9},      {"september", 9}, {"sept", 9},      {"oktober", 10},
      {"okt", 10},      {"oct", 10},   {"october", 10}, {"november", 11}, {"nopember", 11}, {"nov", 11},
      {"desember", 12}, {"des", 12},   {"dec", 12},     {"december", 12},
  };
  for (const Month& month : kMonths) {
    if (month.name == word) return month.number;
  }
  return 0;
}

bool is_decimal(std::string_view key) {
  if (key.empty() || !is_ascii_digit(key.front()) || !is_ascii_digit(key.back())) return false;
  size_t points = 0;
  for (const char c : key) {
    if (c == '.') {
      ++points;
    } else if (!is_ascii_digit(c)) {
      return false;
    }
  }
  return points <= 1;
}

std::string scaled(std::string_view decimal, size_t exponent) {
  const size_t point = decimal.find('.');
  const std::string_view whole = decimal.substr(0, point);
  std::string fraction(point == std::string_view::npos ? std::string_view() : decimal.substr(point + 1));
  if (fraction.size() < exponent) fraction.append(exponent - fraction.size(), '0');
  std::string result(whole);
  result.append(fraction, 0, exponent);
  const size_t first = result.find_first_not_of('0');
  result.erase(0, first == std::string::npos ? result.size() - 1 : first);
  append_decimals(std::string_view(fraction).substr(exponent), result);
  return result;
}

}  // namespace warta::analysis
