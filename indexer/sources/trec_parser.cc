#include "indexer/sources/trec_parser.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/markup_text.h"
#include "indexer/sources/html_text.h"
#include "indexer/sources/json_fields.h"
#include "indexer/sources/named_values.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Names of TREC's collections that mean something else elsewhere, or nothing.
struct TrecName {
  std::string_view name;
  std::string_view field;
};

constexpr TrecName kTrecNames[] = {
    {"head", "title"}, {"hl", "title"},  {"hd", "title"},  {"ti", "title"},
    {"h3", "title"},   {"lp", "text"},   {"dd", "date"},   {"date_time", "date"},
    {"date1", "date"}, {"au", "author"}, {"so", "source"}, {"keyphrase", "keywords"},
};

std::string_view field_name(std::string_view element) {
  const auto* row = std::find_if(std::begin(kTrecNames), std::end(kTrecNames),
                                 [&](const TrecName& known) { return known.name == element; });
  return row == std::end(kTrecNames) ? element : row->field;
}

bool is_body(std::string_view name) {
  const auto match = find_json_field(name);
  return match && match->field == JsonField::body;
}

// Lines of a document are wrapped: a blank line begins a paragraph, or an indented one where there are no blank lines.
// Where there is neither, each line is one.
std::string unwrapped(std::string_view text) {
  text = trimmed(text);
  const bool has_blank_lines = text.find("\n\n") != kNone;
  const bool has_indents = !has_blank_lines && text.find("\n   ") != kNone;
  std::string out;
  bool is_after_blank = false;
  for (const std::string_view line : split_lines(text)) {
    const std::string folded = folded_space(line);
    const bool begins = has_blank_lines ? is_after_blank : !has_indents || line.starts_with("   ");
    is_after_blank = folded.empty();
    if (folded.empty()) continue;
    if (!out.empty()) out += begins ? '\n' : ' ';
    out += folded;
  }
  return out;
}

class TrecParser {
 public:
  TrecParser(const Chunk& chunk, const ParsedSink& sink) : chunk_(chunk), sink_(sink), utf8_(to_utf8(chunk.bytes)) {
    lower_ = lower_ascii(utf8_);
  }

  void parse() {
    std::size_t at = 0;
    std::size_t counted = 0;
    std::size_t end = 0;
    line_ = chunk_.first_line;
    while ((at = lower_.find(kBegin, at)) != kNone) {
      line_ += static_cast<std::uint64_t>(std::count(utf8_.begin() + static_cast<std::ptrdiff_t>(counted),
                                                     utf8_.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
      counted = at;
      at += kBegin.size();
      if (end < at) end = lower_.find("</doc>", at);
      if (end == kNone) return skip(localized("the document does not end", "dokumen tidak berakhir"));
      if (lower_.find(kBegin, at) < end) {
        skip(localized("the document does not end before the next",
                       "dokumen tidak berakhir sebelum dokumen berikutnya"));
        continue;
      }
      take(at, end);
      at = end;
      end = 0;
    }
  }

 private:
  static constexpr std::string_view kBegin = "<doc>";

  // The elements between begin and end, one after the other.
  void take(std::size_t begin, std::size_t end) {
    std::map<std::string, std::string, std::less<>> elements;
    while (begin < end) {
      const std::size_t open = lower_.find('<', begin);
      const std::size_t close = lower_.find('>', open);
      if (open == kNone || close == kNone || close >= end) break;
      std::string name = lower_.substr(open + 1, close - open - 1);
      name.resize(std::min(name.find_first_of(" \t\r\n/"), name.size()));
      begin = close + 1;
      if (name.empty()) continue;  // the end of an element that never began
      const std::size_t content_end = std::min(lower_.find("</" + name + ">", begin), end);
      std::string& content = elements[std::string(field_name(name))];
      if (!content.empty()) content += "\n\n";
      content += std::string_view(utf8_).substr(begin, content_end - begin);
      begin = content_end;
    }
    give(elements);
  }

  void give(const std::map<std::string, std::string, std::less<>>& elements) {
    for (const auto& [name, content] : elements)
      values_.add(name, is_body(name) ? body_text(content) : resolved_text(content));
    Result<Article> article = values_.take_article([this](std::string&& reason) {
      sink_.warning({place(), std::move(reason)});
    });
    if (!article) return skip(article.error().message);
    sink_.article(std::move(*article));
  }

  static std::string body_text(std::string_view content) {
    const bool is_marked_up = lower_ascii(content).find("<p>") != kNone;
    return is_marked_up ? paragraphs_of_html(content, {}) : unwrapped(decoded(content));
  }

  // Entities and stray tags resolved, line by line.
  static std::string decoded(std::string_view content) {
    std::string out;
    for (const std::string_view line : split_lines(content)) {
      const std::size_t indent = std::min(line.find_first_not_of(' '), line.size());
      out.append(line.substr(0, indent)).append(resolved_text(line)).append("\n");
    }
    return out;
  }

  std::string place() const { return fmt::format("{}:{}", chunk_.origin, line_); }
  void skip(std::string reason) { sink_.skip({place(), std::move(reason)}); }

  const Chunk& chunk_;
  const ParsedSink& sink_;
  std::string utf8_;
  std::string lower_;
  NamedValues values_;
  std::uint64_t line_ = 1;
};

}  // namespace

void parse_trec(const Chunk& chunk, const SourceOptions&, const ParsedSink& sink) {
  TrecParser(chunk, sink).parse();
}

}  // namespace warta::indexer
