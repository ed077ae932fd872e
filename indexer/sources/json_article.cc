#include "indexer/sources/json_article.h"

#include <array>
#include <optional>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/sources/json_fields.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

struct Member {
  std::string_view name;
  dom::element value;
  std::size_t rank = 0;
};

std::optional<std::string_view> as_text(dom::element value) {
  std::string_view text;
  if (value.get_string().get(text) != simdjson::SUCCESS) return std::nullopt;
  return text;
}

// Text, or a whole number as its digits.
std::optional<std::string> as_text_or_number(dom::element value) {
  if (const auto text = as_text(value)) return std::string(*text);
  if (value.is_int64() || value.is_uint64()) return simdjson::minify(value);
  return std::nullopt;
}

bool is_empty(dom::element value) {
  if (value.is_null()) return true;
  const auto text = as_text(value);
  return text && text->empty();
}

// The name in {"name": "Sari"}, which NewsAPI and schema.org have where others have plain text.
std::optional<std::string_view> text_or_name(dom::element value) {
  dom::object object;
  if (value.get_object().get(object) != simdjson::SUCCESS) return as_text(value);
  dom::element name;
  if (object["name"].get(name) != simdjson::SUCCESS) return std::nullopt;
  return as_text(name);
}

class ArticleBuilder {
 public:
  explicit ArticleBuilder(const std::function<void(std::string&&)>& warn) : warn_(warn) {}

  Article build(dom::object object) {
    for (const dom::key_value_pair member : object) choose({member.key, member.value});
    for (std::size_t i = 0; i < chosen_.size(); ++i) {
      if (chosen_[i] && !assign(static_cast<JsonField>(i), *chosen_[i])) keep(*chosen_[i]);
    }
    article_.tags.insert(article_.tags.end(), further_categories_.begin(), further_categories_.end());
    if (article_.source.empty()) article_.source = site_of_url(article_.url);
    return std::move(article_);
  }

 private:
  // Of several members for one field the surest is chosen; the others are kept aside.
  void choose(Member member) {
    const auto match = find_json_field(member.name);
    if (!match) return keep(member);
    if (is_empty(member.value)) return;
    member.rank = match->rank;
    std::optional<Member>& chosen = chosen_[static_cast<std::size_t>(match->field)];
    if (chosen && chosen->rank <= member.rank) return keep(member);
    if (chosen) keep(*chosen);
    chosen = member;
  }

  void keep(const Member& member) {
    article_.extra.emplace_back(std::string(member.name), simdjson::minify(member.value));
  }

  // False when the value is unsound; a warning has been given then.
  bool assign(JsonField field, const Member& member) {
    switch (field) {
      case JsonField::id: return assign_id(member);
      case JsonField::url: return assign_url(member);
      case JsonField::title: return assign_text(article_.title, member);
      case JsonField::body: return assign_body(member);
      case JsonField::published: return assign_time(article_.published, member);
      case JsonField::modified: return assign_time(article_.modified, member);
      case JsonField::authors: return assign_list(article_.authors, member);
      case JsonField::source: return assign_source(member);
      case JsonField::category: return assign_category(member);
      case JsonField::tags: return assign_list(article_.tags, member);
      case JsonField::language: return assign_language(member);
    }
    return false;
  }

  bool wrong_type(const Member& member) {
    warn_(localized_format("field \"{}\": the value has the wrong type", "medan \"{}\": jenis nilainya keliru",
                           member.name));
    return false;
  }

  bool assign_id(const Member& member) {
    auto text = as_text_or_number(member.value);
    if (!text) return wrong_type(member);
    article_.id = std::move(*text);
    return true;
  }

  bool assign_url(const Member& member) {
    const auto text = as_text(member.value);
    if (!text) return wrong_type(member);
    article_.url = clean_url(*text);
    if (!article_.url.empty()) return true;
    warn_(localized_format("field \"{}\": this is no http or https address",
                           "medan \"{}\": ini bukan alamat http atau https", member.name));
    return false;
  }

  bool assign_text(std::string& target, const Member& member) {
    const auto text = as_text(member.value);
    if (!text) return wrong_type(member);
    target = *text;
    return true;
  }

  // Text, or an array of paragraphs.
  bool assign_body(const Member& member) {
    dom::array paragraphs;
    if (member.value.get_array().get(paragraphs) != simdjson::SUCCESS) return assign_text(article_.body, member);
    std::string body;
    for (const dom::element paragraph : paragraphs) {
      const auto text = as_text(paragraph);
      if (!text) return wrong_type(member);
      if (!body.empty()) body += '\n';
      body += *text;
    }
    article_.body = std::move(body);
    return true;
  }

  bool assign_time(std::optional<Timestamp>& target, const Member& member) {
    std::optional<std::string> text = as_text_or_number(member.value);
    double seconds = 0;
    if (!text && member.value.get_double().get(seconds) == simdjson::SUCCESS && seconds >= 0 && seconds < 1e13) {
      text = fmt::format("{}", static_cast<std::int64_t>(seconds));
    }
    if (!text) return wrong_type(member);
    const Result<Timestamp> timestamp = parse_timestamp(*text);
    if (timestamp) {
      target = *timestamp;
      return true;
    }
    warn_(localized_format("field \"{}\": {}", "medan \"{}\": {}", member.name, timestamp.error().message));
    return false;
  }

  // An array of names, each taken whole, or text that commas divide.
  bool assign_list(std::vector<std::string>& target, const Member& member) {
    dom::array items;
    if (member.value.get_array().get(items) != simdjson::SUCCESS) {
      const auto text = text_or_name(member.value);
      if (!text) return wrong_type(member);
      target = split_list(*text);
      return true;
    }
    std::vector<std::string> list;
    for (const dom::element item : items) {
      const auto text = text_or_name(item);
      if (!text) return wrong_type(member);
      if (!text->empty()) list.emplace_back(*text);
    }
    target = std::move(list);
    return true;
  }

  bool assign_source(const Member& member) {
    const auto text = text_or_name(member.value);
    if (!text) return wrong_type(member);
    const std::string site = site_of_url(*text);
    article_.source = site.empty() ? std::string(*text) : site;
    return true;
  }

  // Of several categories the first is the category, and the others are tags.
  bool assign_category(const Member& member) {
    std::vector<std::string> categories;
    dom::array items;
    if (member.value.get_array().get(items) != simdjson::SUCCESS) {
      const auto text = text_or_name(member.value);
      if (!text) return wrong_type(member);
      article_.category = *text;
      return true;
    }
    if (!assign_list(categories, member)) return false;
    if (categories.empty()) return true;
    article_.category = categories.front();
    further_categories_.assign(categories.begin() + 1, categories.end());
    return true;
  }

  bool assign_language(const Member& member) {
    const auto text = as_text(member.value);
    if (!text) return wrong_type(member);
    article_.language = language_code(*text);
    if (!article_.language.empty()) return true;
    warn_(localized_format("field \"{}\": \"{}\" is no language that is known here",
                           "medan \"{}\": \"{}\" bukan bahasa yang dikenal di sini", member.name, text->substr(0, 20)));
    return false;
  }

  const std::function<void(std::string&&)>& warn_;
  Article article_;
  std::array<std::optional<Member>, kJsonFieldCount> chosen_;
  std::vector<std::string> further_categories_;
};

}  // namespace

Article article_from_json(dom::object object, const std::function<void(std::string&&)>& warn) {
  return ArticleBuilder(warn).build(object);
}

}  // namespace warta::indexer
