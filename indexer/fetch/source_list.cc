#include "indexer/fetch/source_list.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iostream>
#include <string>

#include <fmt/format.h>

#include "base/language.h"
#include "base/utf8.h"
#include "indexer/fetch/web_url.h"

namespace warta::indexer {
namespace {

constexpr double kLongestDelaySeconds = 3600;
constexpr std::string_view kSpace = " \t\r";

// Takes the next word from the front of text.
std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpace), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(kSpace));
  text.remove_prefix(word.size());
  return word;
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_option(std::string_view option, CrawlSource& source) {
  const std::size_t equals = std::min(option.find('='), option.size());
  const std::string_view name = option.substr(0, equals);
  const std::string_view value = option.substr(std::min(equals + 1, option.size()));
  if (name == "max-urls") return read_number(value, source.max_urls) && source.max_urls > 0;
  double seconds = 0;
  if (name != "delay" || !read_number(value, seconds) || !(seconds >= 0 && seconds <= kLongestDelaySeconds))
    return false;
  source.delay = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  return true;
}

Result<std::vector<CrawlSource>> read_lines(std::istream& lines, const std::string& name) {
  std::vector<CrawlSource> sources;
  std::string line;
  for (std::uint64_t number = 1; std::getline(lines, line); ++number) {
    auto source = parse_source_line(line);
    if (!source) return failure(ExitCode::usage, fmt::format("{}:{}: {}", name, number, source.error().message));
    const bool is_known =
        std::any_of(sources.begin(), sources.end(), [&](const CrawlSource& known) { return known.url == source->url; });
    if (!source->url.empty() && !is_known) sources.push_back(std::move(*source));
  }
  if (lines.bad()) return system_failure(name, errno);
  return sources;
}

}  // namespace

Result<CrawlSource> parse_source_line(std::string_view line) {
  CrawlSource source;
  line = without_utf8_mark(line);
  const std::string_view first = take_word(line);
  if (first.empty() || first.starts_with('#')) return source;
  auto url = parse_web_url(first);
  if (!url) return failure(ExitCode::usage, url.error().message);
  source.url = url->text;
  for (std::string_view option = take_word(line); !option.empty() && !option.starts_with('#');
       option = take_word(line)) {
    if (read_option(option, source)) continue;
    return failure(
        ExitCode::usage,
        localized_format("{}: no option of a source; there are delay=SECONDS and max-urls=N",
                         "{}: bukan opsi sumber; yang ada: delay=DETIK dan max-urls=N", std::string(option)));
  }
  return source;
}

Result<std::vector<CrawlSource>> read_source_list(const std::string& file_name) {
  if (file_name == "-") return read_lines(std::cin, file_name);
  std::ifstream file(file_name);
  if (!file) return system_failure(file_name, errno);
  return read_lines(file, file_name);
}

}  // namespace warta::indexer
