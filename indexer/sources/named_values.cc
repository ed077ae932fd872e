#include "indexer/sources/named_values.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "base/language.h"
#include "indexer/sources/json_article.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

void append_json_string(std::string_view text, std::string& out) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  out += '"';
}

}  // namespace

struct NamedValues::Parser {
  simdjson::dom::parser parser;
};

NamedValues::NamedValues() : parser_(std::make_unique<Parser>()) {}
NamedValues::~NamedValues() = default;

void NamedValues::add(std::string_view name, std::string_view text) {
  if (text.empty()) return;
  json_ += json_.empty() ? '{' : ',';
  append_json_string(name, json_);
  json_ += ':';
  append_json_string(text, json_);
}

Result<Article> NamedValues::take_article(const std::function<void(std::string&&)>& warn) {
  json_ += json_.empty() ? "{}" : "}";
  simdjson::dom::object object;
  Article article;
  if (parser_->parser.parse(json_).get_object().get(object) == simdjson::SUCCESS) {
    article = article_from_json(object, warn);
  }
  json_.clear();
  if (trimmed(article.title).empty() && trimmed(article.body).empty()) {
    return failure(ExitCode::input_skipped, localized("neither a title nor a body", "tanpa judul dan tanpa isi"));
  }
  return article;
}

}  // namespace warta::indexer
