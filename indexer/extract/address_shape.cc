#include "indexer/extract/address_shape.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <vector>

#include "database/article.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

// First words of path segments that hold no single article. "tag" rejects "/tag/beras" and "/tag-beras".
constexpr std::string_view kListingSegments[] = {
    "tag",        "tags",      "topik",     "topic",      "topics",    "category", "kategori",   "kanal",
    "author",     "penulis",   "profil",    "profile",    "user",      "users",    "indeks",     "index",
    "search",     "cari",      "pencarian", "login",      "masuk",     "register", "registrasi", "daftar",
    "signin",     "signup",    "account",   "akun",       "feed",      "rss",      "page",       "halaman",
    "about",      "tentang",   "redaksi",   "kontak",     "contact",   "hubungi",  "privacy",    "pedoman",
    "disclaimer", "kebijakan", "terms",     "syarat",     "ketentuan", "karir",    "karier",     "career",
    "foto",       "photo",     "photos",    "galeri",     "gallery",   "video",    "videos",     "tv",
    "podcast",    "share",     "sharer",    "intent",     "wp",        "cdn",      "arsip",      "archive",
    "archives",   "langganan", "subscribe", "newsletter", "epaper",    "kode",     "sitemap",    "download",
    "terpopuler", "populer",   "trending",  "terkini",    "terbaru",   "latest",   "popular",    "mostpopular",
    "amp",
};

constexpr std::string_view kMediaSegments[] = {"foto",   "photo", "photos",  "galeri",     "gallery",    "video",
                                               "videos", "tv",    "podcast", "infografis", "infographic"};

constexpr std::string_view kPageParameters[] = {"page", "halaman", "hal", "paged", "pg", "p", "pageno", "page_num"};
constexpr std::string_view kAllValues[] = {"all", "semua", "full"};
constexpr std::string_view kAllParameters[] = {"single=1", "showpage=all", "view=all",
                                               "all=1",    "show=all",     "pages=all"};
constexpr std::string_view kFileEndings[] = {".html", ".htm", ".php", ".shtml", ".aspx", ".asp", ".jsp", ".cms"};

constexpr unsigned kMostPages = 99;

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

struct Parts {
  std::string_view host;  // without "www."
  std::vector<std::string_view> segments;
  std::vector<std::string_view> parameters;
};

Parts parts_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find('#'));
  const std::string_view address = url.substr(0, url.find('?'));
  Parts parts;
  parts.host = address.substr(0, address.find('/'));
  parts.segments = split(address.substr(parts.host.size()), '/');
  if (address.size() < url.size()) parts.parameters = split(url.substr(address.size() + 1), '&');
  if (parts.host.starts_with("www.")) parts.host.remove_prefix(4);
  return parts;
}

std::string_view without_file_ending(std::string_view segment) {
  for (const std::string_view ending : kFileEndings) {
    if (segment.ends_with(ending)) return segment.substr(0, segment.size() - ending.size());
  }
  return segment;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

std::optional<unsigned> page_number(std::string_view text) {
  unsigned number = 0;
  if (!is_number(text) || text.size() > 2) return std::nullopt;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number >= 1 && number <= kMostPages ? std::optional(number) : std::nullopt;
}

// The words of a slug, joined by '-', '_' or '.'.
std::size_t slug_words(std::string_view segment) {
  std::size_t words = 0;
  bool is_in_word = false;
  for (const char c : without_file_ending(segment)) {
    const bool is_joint = c == '-' || c == '_' || c == '.' || c == '+' || c == ',';
    if (!is_joint && !is_ascii_digit(c) && !is_in_word) ++words;
    is_in_word = is_joint ? false : is_in_word || !is_ascii_digit(c);
  }
  return words;
}

std::size_t longest_digits(std::string_view segment) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : segment) {
    run = is_ascii_digit(c) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// "2024/05": the year and month, with the day or without.
bool has_date(const std::vector<std::string_view>& segments) {
  for (std::size_t i = 0; i + 1 < segments.size(); ++i) {
    const bool is_year = segments[i].size() == 4 && is_number(segments[i]) &&
                         (segments[i].starts_with("19") || segments[i].starts_with("20"));
    if (is_year && segments[i + 1].size() <= 2 && is_number(segments[i + 1])) return true;
  }
  return false;
}

bool is_listing_segment(std::string_view segment) {
  const std::string lower = lower_ascii(segment);
  const std::string_view first = std::string_view(lower).substr(0, lower.find_first_of("-_."));
  return is_one_of(kListingSegments, lower) || (is_one_of(kListingSegments, first) && slug_words(segment) <= 4);
}

// Takes a page's number off the end of the path: "/2", "/halaman-2", "/page/2".
void take_path_page(std::vector<std::string_view>& segments, PagedAddress& paged) {
  if (segments.size() < 2) return;
  std::string_view last = segments.back();
  const bool is_all = is_one_of(kAllValues, last) && !is_number(last);
  bool is_named = false;
  for (const std::string_view name : {"halaman-", "page-", "hal-", "halaman", "page"}) {
    if (is_named || !last.starts_with(name)) continue;
    last.remove_prefix(name.size());
    is_named = true;
  }
  const std::optional<unsigned> number = page_number(last);
  if (!number && !is_all) return;
  std::vector<std::string_view> rest(segments.begin(), segments.end() - 1);
  if (rest.size() > 1 && (rest.back() == "page" || rest.back() == "halaman" || rest.back() == "hal")) rest.pop_back();
  // "/2024/05/12" is no page 12: what is left must name an article.
  const bool is_article = slug_words(rest.back()) >= 2 || longest_digits(rest.back()) >= 5;
  if (!is_article) return;
  segments = std::move(rest);
  paged.is_all = is_all;
  paged.is_numbered = number.has_value();
  paged.page = number.value_or(1);
}

bool take_page_parameter(std::string_view parameter, PagedAddress& paged) {
  const std::string whole = lower_ascii(parameter);
  const std::string_view text = whole;
  if (is_one_of(kAllParameters, text)) {
    paged.is_all = true;
    return true;
  }
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || !is_one_of(kPageParameters, text.substr(0, equals))) return false;
  const std::string_view value = text.substr(equals + 1);
  if (const std::optional<unsigned> number = page_number(value)) {
    paged.page = *number;
    paged.is_numbered = true;
    return true;
  }
  paged.is_all = paged.is_all || is_one_of(kAllValues, value);
  return is_one_of(kAllValues, value);
}

}  // namespace

AddressShape address_shape(std::string_view url) {
  const Parts parts = parts_of(url);
  if (std::any_of(parts.segments.begin(), parts.segments.end(), is_listing_segment)) return AddressShape::other;
  constexpr std::size_t kIdDigits = 5;
  constexpr std::size_t kHeadlineWords = 3;
  const bool has_number_parameter =
      std::any_of(parts.parameters.begin(), parts.parameters.end(), [](std::string_view parameter) {
        const std::size_t equals = parameter.find('=');
        return equals != std::string_view::npos && parameter.size() - equals > 3 &&
               is_number(parameter.substr(equals + 1));
      });
  if (parts.segments.empty()) return has_number_parameter ? AddressShape::possible : AddressShape::other;
  const bool has_id = std::any_of(parts.segments.begin(), parts.segments.end(),
                                  [](std::string_view segment) { return longest_digits(segment) >= kIdDigits; });
  const bool is_dated = has_id || has_date(parts.segments);
  const std::size_t words = slug_words(parts.segments.back());
  if (words > kHeadlineWords || (words == kHeadlineWords && is_dated)) return AddressShape::article;
  return words == kHeadlineWords || is_dated || has_number_parameter ? AddressShape::possible : AddressShape::other;
}

bool address_names_media(std::string_view url) {
  const Parts parts = parts_of(url);
  return std::any_of(parts.segments.begin(), parts.segments.end(),
                     [](std::string_view segment) { return is_one_of(kMediaSegments, segment); });
}

PagedAddress paged_address(std::string_view url) {
  PagedAddress paged;
  Parts parts = parts_of(url);
  take_path_page(parts.segments, paged);
  paged.article = parts.host;
  for (const std::string_view segment : parts.segments) paged.article.append("/").append(segment);
  char joint = '?';
  for (const std::string_view parameter : parts.parameters) {
    if (take_page_parameter(parameter, paged)) continue;
    paged.article.append(1, joint).append(parameter);
    joint = '&';
  }
  return paged;
}

}  // namespace warta::indexer
