#include "indexer/sources/table_parser.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/extract/charset.h"
#include "indexer/sources/json_fields.h"
#include "indexer/sources/named_values.h"
#include "indexer/sources/prologue.h"
#include "indexer/sources/table_row.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// A field as it is meant: without the quotes around it, doubled quotes as one.
std::string field_text(std::string_view raw, bool was_quoted) {
  raw = trimmed(raw);
  if (!was_quoted) return std::string(raw);
  raw = raw.substr(1, raw.size() - 2);
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    text += raw[i];
    if (raw[i] == '"') ++i;  // of two
  }
  return text;
}

// A field whose quote is never closed, without that quote.
std::string open_field_text(std::string_view raw) {
  raw = trimmed(raw);
  return field_text(std::string(raw) + '"', true);
}

struct TableRow {
  std::vector<std::string> fields;
  bool has_open_quote = false;  // that was never closed: the row ended with its line
};

class TableReader {
 public:
  explicit TableReader(std::string_view bytes)
      : rest_(bytes.substr(table_header_begin(bytes))), delimiter_(table_delimiter(rest_)) {}

  // The fields of the next row; nothing at the end.
  std::optional<TableRow> next_row() {
    if (rest_.empty()) return std::nullopt;
    line_ += row_lines_;
    TableRow row;
    TableRowState state(delimiter_);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; end == 0; ++i) {
      const TableRowState::Step step = i < rest_.size() ? state.next(rest_[i]) : state.end();
      if (step == TableRowState::Step::inside) continue;
      if (step == TableRowState::Step::quote_broken) {
        end = state.first_line_end();
        take_open_field(rest_.substr(begin, end - begin), row);
        break;
      }
      row.fields.push_back(field_text(rest_.substr(begin, i - begin), state.was_quoted()));
      begin = i + 1;
      if (step == TableRowState::Step::row_ended) end = i + 1;
    }
    const std::string_view passed = rest_.substr(0, end);
    row_lines_ = static_cast<std::uint64_t>(std::count(passed.begin(), passed.end(), '\n'));
    rest_.remove_prefix(passed.size());
    if (columns_ == 0) columns_ = row.fields.size();
    return row;
  }

  // Of the row read last; of the first one it is 1.
  std::uint64_t line() const { return line_; }

 private:
  // What stands in the line behind the quote is the rest of the row's last field, or of several fields: as many as the
  // header has.
  void take_open_field(std::string_view raw, TableRow& row) {
    row.has_open_quote = true;
    if (row.fields.size() + 1 == columns_) {
      row.fields.push_back(open_field_text(raw));
      return;
    }
    const std::size_t first = std::min(raw.find(delimiter_), raw.size());
    row.fields.push_back(open_field_text(raw.substr(0, first)));
    for (raw.remove_prefix(first); !raw.empty();) {
      raw.remove_prefix(1);
      const std::size_t size = std::min(raw.find(delimiter_), raw.size());
      const std::string_view field = trimmed(raw.substr(0, size));
      row.fields.push_back(field_text(field, field.size() > 1 && field.starts_with('"') && field.ends_with('"')));
      raw.remove_prefix(size);
    }
  }

  std::string_view rest_;
  char delimiter_;
  std::size_t columns_ = 0;  // of the first row
  std::uint64_t line_ = 1;
  std::uint64_t row_lines_ = 0;
};

std::vector<std::string> header_names(std::string_view header) {
  return TableReader(header).next_row().value_or(TableRow()).fields;
}

bool names(std::string_view column, std::initializer_list<JsonField> fields) {
  const auto match = find_json_field(column);
  return match && std::find(fields.begin(), fields.end(), match->field) != fields.end();
}

bool has_text_column(const std::vector<std::string>& columns) {
  return std::any_of(columns.begin(), columns.end(), [](const std::string& column) {
    return names(column, {JsonField::title, JsonField::body});
  });
}

// Row numbers that data frames write.
bool is_row_number(std::string_view column) {
  return column.empty() || column.starts_with("Unnamed:") || column == "index";
}

// What programs write for a missing value.
bool is_missing(std::string_view text) {
  constexpr std::string_view kMissing[] = {"nan", "NaN", "None", "NULL", "null", "NA", "N/A", "\\N", "[]"};
  return std::find(std::begin(kMissing), std::end(kMissing), text) != std::end(kMissing);
}

// "['banjir', 'Jakarta']", as Python prints a list, as items with commas.
std::string without_list_marks(std::string_view text) {
  if (!text.starts_with("[") || !text.ends_with("]")) return std::string(text);
  std::string items;
  for (const char c : text.substr(1, text.size() - 2)) {
    if (c != '\'' && c != '"') items += c;
  }
  return items;
}

class TableParser {
 public:
  TableParser(const Chunk& chunk, const ParsedSink& sink)
      : chunk_(chunk), sink_(sink), utf8_(to_utf8(chunk.bytes)), reader_(utf8_) {}

  void parse() {
    columns_ = reader_.next_row().value_or(TableRow()).fields;
    for (std::string& column : columns_) column = trimmed(column);
    while (const auto row = reader_.next_row()) {
      if (first_row_line_ == 0) first_row_line_ = reader_.line();
      const bool is_blank = row->fields.size() == 1 && row->fields.front().empty();
      if (!is_blank) take(*row);
    }
  }

 private:
  void take(const TableRow& row) {
    const std::vector<std::string>& fields = row.fields;
    if (row.has_open_quote) {
      sink_.warning({place(), localized("a quote is never closed: the row ends with its line",
                                        "tanda kutip tidak ditutup: barisnya dianggap selesai di akhir baris itu")});
    }
    if (fields.size() != columns_.size()) {
      return skip(localized_format("{} fields where the header has {}", "{} medan, padahal kepala tabel punya {}",
                                   fields.size(), columns_.size()));
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
      if (is_row_number(columns_[i]) || is_missing(fields[i])) continue;
      const bool is_list = names(columns_[i], {JsonField::authors, JsonField::tags, JsonField::category});
      values_.add(columns_[i], is_list ? without_list_marks(fields[i]) : fields[i]);
    }
    Result<Article> article = values_.take_article([this](std::string&& reason) {
      sink_.warning({place(), std::move(reason)});
    });
    if (!article) return skip(article.error().message);
    sink_.article(std::move(*article));
  }

  std::string place() const {
    return fmt::format("{}:{}", chunk_.origin, chunk_.first_line + reader_.line() - first_row_line_);
  }
  void skip(std::string reason) { sink_.skip({place(), std::move(reason)}); }

  const Chunk& chunk_;
  const ParsedSink& sink_;
  std::string utf8_;
  TableReader reader_;
  std::vector<std::string> columns_;
  NamedValues values_;
  std::uint64_t first_row_line_ = 0;  // in the chunk
};

}  // namespace

void parse_table(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  TableParser(chunk, sink).parse();
}

bool is_table_header(std::string_view header) {
  const std::vector<std::string> columns = header_names(header);
  const auto known = std::count_if(columns.begin(), columns.end(),
                                   [](const std::string& column) { return find_json_field(column).has_value(); });
  return known >= 2 && has_text_column(columns);
}

Result<void> check_table_header(std::string_view header) {
  if (has_text_column(header_names(header))) return {};
  return failure(ExitCode::input_skipped,
                 localized("no column of the table is a title or a text (judul, title, isi, konten, content, ...)",
                           "tidak ada kolom judul atau isi pada tabel (judul, title, isi, konten, content, ...)"));
}

}  // namespace warta::indexer
