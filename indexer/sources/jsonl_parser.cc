#include "indexer/sources/jsonl_parser.h"

#include <algorithm>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <simdjson.h>

#include "base/language.h"
#include "base/text_parts.h"
#include "base/utf8.h"
#include "indexer/sources/json_article.h"
#include "indexer/sources/json_envelope.h"
#include "indexer/sources/json_repair.h"
#include "indexer/sources/record_scanners.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

class JsonParser {
 public:
  JsonParser(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink)
      : chunk_(chunk), options_(options), sink_(sink) {}

  void parse_lines() {
    std::string_view rest = chunk_.bytes;
    for (line_number_ = chunk_.first_line; !rest.empty(); ++line_number_) {
      std::string_view line = next_part(rest, '\n');
      if (line_number_ == 1) line = without_utf8_mark(line);
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) parse_value(line);
    }
  }

  // Values with commas or white space between them, each on as many lines as it likes.
  void parse_values() {
    const std::unique_ptr<RecordScanner> scanner = scan_json_values();
    std::string_view rest = chunk_.bytes;
    line_number_ = chunk_.first_line;
    while (!rest.empty() && !scanner->is_done()) {
      const std::size_t end = std::min(scanner->find_end(rest, 0), rest.size());
      const std::size_t begin = std::min(rest.find_first_not_of(", \t\r\n"), end);
      count_lines(rest.substr(0, begin));
      const std::string_view passed = rest.substr(begin, end - begin);
      const std::string_view value = without_end(passed, scanner->is_done());
      if (!value.empty()) parse_value(value);
      count_lines(passed);
      rest.remove_prefix(end);
    }
  }

 private:
  // Without what divides a value from the next one; the last value may have the end of its array behind it.
  static std::string_view without_end(std::string_view value, bool is_last) {
    if (is_last && !value.empty()) value.remove_suffix(1);
    return value.substr(0, value.find_last_not_of(", \t\r\n") + 1);  // npos + 1 is 0
  }

  void count_lines(std::string_view passed) {
    line_number_ += static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
  }

  void parse_value(std::string_view value) {
    if (value.size() > options_.max_article_bytes) {
      return skip(localized_format("longer than {} bytes", "lebih panjang dari {} bita", options_.max_article_bytes));
    }
    dom::element element;
    if (parse(value).get(element) == simdjson::SUCCESS) return take(element);
    std::string repaired(value);
    for (const auto repair : {repair_characters, repair_numbers}) {
      repaired = repair(repaired);
      if (parse(repaired).get(element) != simdjson::SUCCESS) continue;
      warn(localized("repaired: invalid characters or numbers", "diperbaiki: karakter atau angka yang tidak sah"));
      return take(element);
    }
    skip_broken(value);
  }

  void skip_broken(std::string_view value) {
    const std::size_t at = find_json_problem(value).column;
    const std::string_view before = value.substr(0, at - 1);
    const std::size_t line_begin = before.rfind('\n') + 1;  // npos + 1 is 0
    const auto lines = static_cast<std::uint64_t>(std::count(before.begin(), before.end(), '\n'));
    sink_.skip({fmt::format("{}:{}", chunk_.origin, line_number_ + lines),
                localized_format("broken JSON at column {}", "JSON rusak pada kolom {}", at - line_begin)});
  }

  // simdjson reads a few bytes past the end: inside the chunk they are ours, so only its last lines are copied.
  simdjson::simdjson_result<dom::element> parse(std::string_view text) {
    const char* const chunk_end = chunk_.bytes.data() + chunk_.bytes.size();
    const bool is_in_chunk = text.data() >= chunk_.bytes.data() && text.data() <= chunk_end;
    const bool is_padded =
        is_in_chunk && chunk_end - (text.data() + text.size()) >= std::ptrdiff_t{simdjson::SIMDJSON_PADDING};
    if (is_padded) return parser_.parse(text.data(), text.size(), false);
    padded_.assign(text);
    padded_.append(simdjson::SIMDJSON_PADDING, '\0');
    return parser_.parse(padded_.data(), text.size(), false);
  }

  void take(dom::element element) {
    dom::array values;
    const bool is_array = element.get_array().get(values) == simdjson::SUCCESS;
    if (is_array && values.begin() != values.end() && (*values.begin()).is_object()) return take_all(values);
    take_object(element);
  }

  void take_all(dom::array values) {
    for (const dom::element value : values) take_object(value);
  }

  // An article, or one page of a service's answer with articles in it.
  void take_object(dom::element element) {
    dom::object object;
    if (element.get_object().get(object) != simdjson::SUCCESS) {
      return skip(localized("this is no JSON object", "ini bukan objek JSON"));
    }
    std::vector<std::string> warnings;
    Article article = article_from_json(object, [&](std::string&& reason) { warnings.push_back(std::move(reason)); });
    const bool is_empty = trimmed(article.title).empty() && trimmed(article.body).empty();
    const std::vector<dom::array> enclosed = is_empty ? enclosed_articles(object) : std::vector<dom::array>();
    for (const dom::array array : enclosed) take_all(array);
    if (!enclosed.empty()) return;
    for (std::string& warning : warnings) warn(std::move(warning));
    if (is_empty) return skip(localized("neither a title nor a body", "tanpa judul dan tanpa isi"));
    sink_.article(std::move(article));
  }

  std::string place() const { return fmt::format("{}:{}", chunk_.origin, line_number_); }
  void skip(std::string reason) { sink_.skip({place(), std::move(reason)}); }
  void warn(std::string reason) { sink_.warning({place(), std::move(reason)}); }

  const Chunk& chunk_;
  const SourceOptions& options_;
  const ParsedSink& sink_;
  dom::parser parser_;
  std::string padded_;
  std::uint64_t line_number_ = 1;
};

}  // namespace

void parse_jsonl(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  JsonParser(chunk, options, sink).parse_lines();
}

void parse_json_values(const Chunk& chunk, const SourceOptions& options, const ParsedSink& sink) {
  JsonParser(chunk, options, sink).parse_values();
}

}  // namespace warta::indexer
