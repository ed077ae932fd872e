#include "indexer/sources/wordpress.h"

#include <algorithm>

#include "base/ascii.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

// Shortcodes whose inside is no text of the article.
constexpr std::string_view kMediaCodes[] = {"caption", "wp_caption", "gallery", "embed", "video",
                                            "audio",   "playlist",   "youtube", "code",  "contact-form-7"};

// "[name ...]" or "[/name]" at the front of text.
struct Shortcode {
  std::string_view name;
  bool is_closing = false;
  bool has_attributes = false;
  std::size_t size = 0;  // 0: there is none
};

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_' || c == '-';
}

Shortcode shortcode_at(std::string_view text) {
  Shortcode code;
  std::size_t at = 1;
  code.is_closing = text.substr(at).starts_with('/');
  if (code.is_closing) ++at;
  const std::size_t begin = at;
  while (at < text.size() && is_name_character(text[at])) ++at;
  code.name = text.substr(begin, at - begin);
  constexpr std::size_t kLongest = 2000;
  const std::size_t end = text.substr(0, kLongest).find_first_of("[]\n", at);
  const bool is_bounded = at < text.size() && (text[at] == ']' || text[at] == ' ' || text[at] == '/');
  if (code.name.empty() || !is_bounded || end == kNone || text[end] != ']') return {};
  code.has_attributes = text.substr(at, end - at).find('=') != kNone;
  code.size = end + 1;
  return code;
}

// The offset behind "[/name]", or kNone where it is not near: looking further at each bracket would take a long text
// without any minutes.
std::size_t end_of_enclosed(std::string_view text, std::string_view name) {
  constexpr std::size_t kNearBytes = std::size_t{64} << 10;
  const std::string tag = "[/" + std::string(name) + "]";
  const std::size_t at = text.substr(0, kNearBytes).find(tag);
  return at == kNone ? kNone : at + tag.size();
}

std::string without_shortcodes(std::string_view content) {
  std::string out;
  while (!content.empty()) {
    const std::size_t plain = std::min(content.find('['), content.size());
    out += content.substr(0, plain);
    content.remove_prefix(plain);
    if (content.empty()) break;
    const Shortcode code = shortcode_at(content);
    const bool is_media = std::find(std::begin(kMediaCodes), std::end(kMediaCodes), code.name) != std::end(kMediaCodes);
    // A word in brackets, such as [sic], is text.
    const bool is_code = code.size > 0 && (code.is_closing || code.has_attributes || is_media);
    if (!is_code) {
      const bool encloses = code.size > 0 && end_of_enclosed(content, code.name) != kNone;
      if (!encloses) out += '[';
      content.remove_prefix(encloses ? code.size : 1);
      continue;
    }
    const std::size_t end = is_media && !code.is_closing ? end_of_enclosed(content, code.name) : kNone;
    content.remove_prefix(end == kNone ? code.size : end);
  }
  return out;
}

}  // namespace

std::string html_of_wordpress(std::string_view content) {
  const std::string text = without_shortcodes(content);
  const std::string lower = lower_ascii(text);
  if (lower.find("<p>") != kNone || lower.find("<p ") != kNone) return text;
  std::string html;
  html.reserve(text.size());
  for (const char c : text) {
    if (c == '\n') html += "<br>";
    html += c;
  }
  return html;
}

bool is_public_post(std::string_view type, std::string_view status) {
  constexpr std::string_view kPostTypes[] = {"", "post", "berita", "news", "artikel", "article"};
  const bool is_post = std::find(std::begin(kPostTypes), std::end(kPostTypes), type) != std::end(kPostTypes);
  return is_post && (status.empty() || status == "publish");
}

}  // namespace warta::indexer
