#include "database/schema.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

#include "base/ascii.h"
#include "base/bounded_key.h"
#include "database/language_code.h"

namespace warta {
namespace {

constexpr auto kFields = std::to_array<Field>({
    {"title", "judul", kTitlePrefix, FieldKind::text, "words of the title", "kata-kata judul"},
    {"body", "isi", "", FieldKind::text, "words of the title and the text", "kata-kata judul dan isi"},
    {"author", "penulis", kAuthorPrefix, FieldKind::keyword, "an author: the whole name or one word of it",
     "penulis: nama lengkap atau satu kata darinya"},
    {"source", "sumber", kSourcePrefix, FieldKind::keyword, "the site: detik.com also finds news.detik.com",
     "situsnya: detik.com juga menemukan news.detik.com"},
    {"category", "kategori", kCategoryPrefix, FieldKind::keyword, "the section or rubric", "rubrik"},
    {"tag", "label", kTagPrefix, FieldKind::keyword, "a keyword that the site gave the article",
     "kata kunci yang diberikan situs"},
    {"language", "bahasa", kLanguagePrefix, FieldKind::keyword, "the language of the text: id, en, ms, jv, su, ...",
     "bahasa teksnya: id, en, ms, jv, su, ..."},
    {"date", "tanggal", "", FieldKind::date, "date of publication: 2024-05-12, 2024-05, 2024, or a range A..B",
     "tanggal terbit: 2024-05-12, 2024-05, 2024, atau rentang A..B"},
    {"url", "tautan", kIdentityPrefix, FieldKind::keyword, "the address of the article", "alamat artikel"},
    {"id", "nomor", kIdPrefix, FieldKind::keyword, "the id that the source gave", "id dari sumbernya"},
});

struct Alias {
  std::string_view alias;
  std::string_view name;  // of the field
};

constexpr auto kAliases = std::to_array<Alias>({
    {"headline", "title"}, {"text", "body"},    {"content", "body"},     {"teks", "body"},       {"konten", "body"},
    {"authors", "author"}, {"by", "author"},    {"oleh", "author"},      {"wartawan", "author"}, {"site", "source"},
    {"situs", "source"},   {"media", "source"}, {"section", "category"}, {"rubrik", "category"}, {"kanal", "category"},
    {"tags", "tag"},       {"keyword", "tag"},  {"topik", "tag"},        {"published", "date"},  {"terbit", "date"},
    {"tgl", "date"},       {"waktu", "date"},   {"link", "url"},         {"alamat", "url"},      {"lang", "language"},
});

// Second-level names under which country registries register: the owner's name stands before them ("kompas.co.id").
constexpr auto kRegistryLabels = std::to_array<std::string_view>({
    "ac",
    "biz",
    "co",
    "com",
    "desa",
    "edu",
    "go",
    "gov",
    "mil",
    "my",
    "net",
    "or",
    "org",
    "ponpes",
    "sch",
    "web",
});

bool equals_in_any_case(std::string_view left, std::string_view right) {
  return lower_ascii(left) == lower_ascii(right);
}

std::string fold_case(std::string_view text) {
  constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                           UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, kOptions);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
  if (size >= 0) return {reinterpret_cast<const char*>(mapped), static_cast<size_t>(size)};
  return lower_ascii(text);  // invalid UTF-8: only its letters of ASCII have a case
}

std::string fold_white_space(std::string_view text) {
  std::string folded;
  for (const char c : text) {
    const bool is_space = static_cast<unsigned char>(c) <= ' ';
    if (!is_space) {
      folded += c;
    } else if (!folded.empty() && folded.back() != ' ') {
      folded += ' ';
    }
  }
  if (!folded.empty() && folded.back() == ' ') folded.pop_back();
  return folded;
}

// "https://www.Detik.com:443/berita" -> "detik.com"; a name that is no host stays as it is.
std::string_view host_of(std::string_view source) {
  if (const size_t scheme = source.find("://"); scheme != std::string_view::npos) {
    source.remove_prefix(scheme + 3);
    source = source.substr(0, source.find_first_of("/?#:"));
  }
  if (source.starts_with("www.")) source.remove_prefix(4);
  return source;
}

// The prefix and the value, cut where they are too long for a term.
std::string bounded_term(std::string_view prefix, std::string_view value) {
  return bounded_key(std::string(prefix).append(value), kMaxKeywordTermBytes);
}

std::string folded_value(const Field& field, std::string_view value) {
  std::string folded = fold_white_space(fold_case(value));
  if (field.prefix == kLanguagePrefix) {
    const std::string code = language_code(folded);
    return code.empty() ? folded : code;
  }
  return field.prefix == kSourcePrefix ? std::string(host_of(folded)) : folded;
}

// True for a domain under which names are registered: "com", "id", "co.id".
bool is_registry(std::string_view domain) {
  const size_t dot = domain.find('.');
  if (dot == std::string_view::npos) return true;
  const std::string_view country = domain.substr(dot + 1);
  return country.size() == 2 && std::ranges::find(kRegistryLabels, domain.substr(0, dot)) != kRegistryLabels.end();
}

// Names and labels of several words are found by each of them; ids, addresses and sites are not.
bool is_found_by_word(const Field& field) {
  return field.prefix == kAuthorPrefix || field.prefix == kCategoryPrefix || field.prefix == kTagPrefix;
}

// A site is found by its host and by the domains above it, down to the one that its owner registered.
std::vector<std::string> source_terms(const Field& field, std::string_view source) {
  const std::string host = folded_value(field, source);
  if (host.empty()) return {};
  std::vector<std::string> terms = {bounded_term(kSourcePrefix, host)};
  if (host.find(' ') != std::string::npos) return terms;
  for (std::string_view domain = host; domain.find('.') != std::string_view::npos;) {
    domain.remove_prefix(domain.find('.') + 1);
    if (is_registry(domain)) break;
    terms.push_back(bounded_term(kSourcePrefix, domain));
  }
  return terms;
}

}  // namespace

std::span<const Field> fields() {
  return kFields;
}

const Field* find_field(std::string_view name) {
  for (const Alias& entry : kAliases) {
    if (equals_in_any_case(entry.alias, name)) name = entry.name;
  }
  const auto field = std::ranges::find_if(kFields, [name](const Field& candidate) {
    return equals_in_any_case(candidate.name, name) || equals_in_any_case(candidate.indonesian_name, name);
  });
  return field == kFields.end() ? nullptr : &*field;
}

std::string keyword_term(const Field& field, std::string_view value) {
  if (field.kind != FieldKind::keyword) return {};
  if (field.prefix == kIdentityPrefix) {
    Article article;
    article.url = canonical_url(value);
    return article.url.empty() ? std::string() : identity_term(article);
  }
  const std::string folded = folded_value(field, value);
  return folded.empty() ? std::string() : bounded_term(field.prefix, folded);
}

std::vector<std::string> keyword_terms(const Field& field, std::string_view value) {
  if (field.prefix == kSourcePrefix) return source_terms(field, value);
  const std::string whole = keyword_term(field, value);
  if (whole.empty()) return {};
  std::vector<std::string> terms = {whole};
  if (!is_found_by_word(field)) return terms;
  const std::string folded = folded_value(field, value);
  for (size_t begin = 0; begin < folded.size();) {
    const size_t end = std::min(folded.find(' ', begin), folded.size());
    terms.push_back(bounded_term(field.prefix, std::string_view(folded).substr(begin, end - begin)));
    begin = end + 1;
  }
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

analysis::Stemming stemming_of(const Article& article) {
  return is_indonesian(article) ? analysis::Stemming::indonesian : analysis::Stemming::none;
}

std::string copies_term(std::string_view copies_value) {
  return std::string(kCopiesPrefix).append(copies_value);
}

std::string identity_term(const Article& article) {
  std::string term(kIdentityPrefix);
  return term += identity(article);
}

}  // namespace warta
