#include "indexer/sources/json_article.h"

#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "base/language.h"
#include "indexer/sources/json_fields.h"
#include "indexer/sources/json_members.h"
#include "indexer/sources/plain_fields.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

namespace dom = simdjson::dom;

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
    JsonMembers members = sort_members(object);
    for (const std::string_view name : members.repeated) {
      warn_(localized_format("field \"{}\" stands there more than once: the first one is taken",
                             "medan \"{}\" ada lebih dari satu: yang pertama diambil", name));
    }
    for (auto first = members.of_fields.begin(); first != members.of_fields.end();) {
      const auto end = std::find_if(first, members.of_fields.end(),
                                    [&](const JsonMember& member) { return member.field != first->field; });
      take_first_sound({first, end}, members.others);
      first = end;
    }
    keep(members.others);
    article_.tags.insert(article_.tags.end(), further_categories_.begin(), further_categories_.end());
    if (article_.source.empty()) article_.source = site_of_url(article_.url);
    return std::move(article_);
  }

 private:
  // Of several members for one field the surest one that is sound is taken; the others join those that no field takes.
  void take_first_sound(std::span<JsonMember> candidates, std::vector<JsonMember>& others) {
    const JsonField field = *candidates.front().field;
    const auto taken = std::find_if(candidates.begin(), candidates.end(),
                                    [&](const JsonMember& candidate) { return assign(field, candidate); });
    for (auto member = candidates.begin(); member != candidates.end(); ++member) {
      if (member == taken) continue;
      // The export gives the first name to the value that was taken, and so this one gets that one's name.
      if (taken != candidates.end() && member->name == json_field_name(field)) member->name = taken->name;
      others.push_back(*member);
    }
  }

  // In the order of the input.
  void keep(std::vector<JsonMember>& members) {
    std::ranges::sort(members, {}, &JsonMember::position);
    for (const JsonMember& member : members) {
      article_.extra.emplace_back(std::string(member.name), simdjson::minify(member.whole));
    }
  }

  // False when the value is unsound; a warning has been given then.
  bool assign(JsonField field, const JsonMember& member) {
    switch (field) {
      case JsonField::id: return assign_id(member);
      case JsonField::url: return assign_url(member);
      case JsonField::title: return assign_title(member);
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

  bool wrong_type(const JsonMember& member) {
    warn_(localized_format("field \"{}\": the value has the wrong type", "medan \"{}\": jenis nilainya keliru",
                           member.name));
    return false;
  }

  bool assign_id(const JsonMember& member) {
    auto text = as_text_or_number(member.value);
    if (!text) return wrong_type(member);
    article_.id = std::move(*text);
    return true;
  }

  bool assign_url(const JsonMember& member) {
    const auto text = as_text(member.value);
    if (!text) return wrong_type(member);
    article_.url = clean_url(*text);
    if (!article_.url.empty()) return true;
    warn_(localized_format("field \"{}\": this is no http or https address",
                           "medan \"{}\": ini bukan alamat http atau https", member.name));
    return false;
  }

  // False, without a warning, where there was nothing but markup or white space.
  static bool take_text(std::string text, std::string& target) {
    if (trimmed(text).empty()) return false;
    target = std::move(text);
    return true;
  }

  bool assign_title(const JsonMember& member) {
    const auto text = as_text(member.value);
    if (!text) return wrong_type(member);
    return take_text(plain_title(*text), article_.title);
  }

  // Text, or an array of paragraphs.
  bool assign_body(const JsonMember& member) {
    dom::array paragraphs;
    if (member.value.get_array().get(paragraphs) != simdjson::SUCCESS) {
      const auto text = as_text(member.value);
      if (!text) return wrong_type(member);
      return take_text(plain_body(*text), article_.body);
    }
    std::string body;
    for (const dom::element paragraph : paragraphs) {
      const auto text = as_text(paragraph);
      if (!text) return wrong_type(member);
      if (!body.empty()) body += '\n';
      body += *text;
    }
    return take_text(plain_body(body), article_.body);
  }

  bool assign_time(std::optional<Timestamp>& target, const JsonMember& member) {
    std::optional<std::string> text = as_text_or_number(member.value);
    double seconds = 0;
    if (!text && member.value.get_double().get(seconds) == simdjson::SUCCESS && seconds >= 0 && seconds < 1e13) {
      text = fmt::format("{}", static_cast<std::int64_t>(seconds));
    }
    if (!text) return wrong_type(member);
    const Result<Timestamp> timestamp = parse_timestamp_field(*text);
    if (timestamp) {
      target = *timestamp;
      return true;
    }
    warn_(localized_format("field \"{}\": {}", "medan \"{}\": {}", member.name, timestamp.error().message));
    return false;
  }

  // An array of names, each taken whole, or text that commas divide.
  bool assign_list(std::vector<std::string>& target, const JsonMember& member) {
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

  bool assign_source(const JsonMember& member) {
    const auto text = text_or_name(member.value);
    if (!text) return wrong_type(member);
    const std::string site = site_of_url(*text);
    article_.source = site.empty() ? std::string(*text) : site;
    return true;
  }

  // Of several categories the first is the category, and the others are tags.
  bool assign_category(const JsonMember& member) {
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

  bool assign_language(const JsonMember& member) {
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
  std::vector<std::string> further_categories_;
};

}  // namespace

Article article_from_json(dom::object object, const std::function<void(std::string&&)>& warn) {
  return ArticleBuilder(warn).build(object);
}

}  // namespace warta::indexer
