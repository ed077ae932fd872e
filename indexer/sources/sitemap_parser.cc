#include "indexer/sources/sitemap_parser.h"

#include <fmt/format.h>

#include "base/language.h"
#include "base/utf8.h"
#include "database/article.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/markup_text.h"
#include "indexer/sources/xml_reader.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kShownBytes = 80;

class SitemapParser {
 public:
  SitemapParser(std::string_view origin, const SitemapSink& sink) : origin_(origin), sink_(sink) {}

  Result<void> parse_xml(std::string_view bytes) {
    const XmlHandler handler{
        .begins = [this](const XmlElement& element, std::size_t depth) { return wants(element.name, depth); },
        .whole = [this](XmlElement&& element) { take(element); },
    };
    if (const auto defect = read_xml(readable_xml(bytes), clean_url(origin_), handler)) {
      return failure(ExitCode::input_skipped, localized_format("{}:{}: broken XML: {}", "{}:{}: XML rusak: {}", origin_,
                                                               defect->line, defect->reason));
    }
    if (is_sitemap_) return {};
    return failure(ExitCode::input_skipped,
                   localized_format("{}: this is no sitemap", "{}: ini bukan peta situs", origin_));
  }

  void parse_lines(std::string_view text) {
    std::size_t line_number = 0;
    for (const std::string_view line : split_lines(text)) {
      ++line_number;
      if (!trimmed(line).empty()) give({}, std::string(trimmed(line)), line_number);
    }
  }

 private:
  bool wants(std::string_view name, std::size_t depth) {
    if (depth == 0) is_sitemap_ = name == "urlset" || name == "sitemapindex";
    return depth == 1 && (name == "url" || name == "sitemap");
  }

  void take(const XmlElement& element) {
    SitemapEntry entry;
    entry.is_sitemap = element.name == "sitemap";
    std::string address;
    for (const XmlElement& child : element.children) {
      if (child.name == "loc") address = absolute_link(child.base, child.content());
      if (child.name == "lastmod") entry.modified = read_time(child, element.line);
      if (child.name == "news:news") take_news(child, entry);
    }
    give(std::move(entry), address, element.line);
  }

  void take_news(const XmlElement& news, SitemapEntry& entry) {
    for (const XmlElement& child : news.children) {
      if (child.name == "news:publication_date") entry.published = read_time(child, news.line);
      if (child.name == "news:title") entry.title = resolved_text(child.content());
    }
  }

  std::optional<Timestamp> read_time(const XmlElement& element, std::size_t line) {
    const std::string text = element.content();
    if (trimmed(text).empty()) return std::nullopt;
    const Result<Timestamp> timestamp = parse_timestamp(text);
    if (timestamp) return *timestamp;
    sink_.warning({place(line), timestamp.error().message});
    return std::nullopt;
  }

  void give(SitemapEntry&& entry, const std::string& address, std::size_t line) {
    entry.url = clean_url(address);
    if (!entry.url.empty()) return sink_.entry(std::move(entry));
    sink_.skip({place(line), localized_format("\"{}\" is no http or https address",
                                              "\"{}\" bukan alamat http atau https", address.substr(0, kShownBytes))});
  }

  std::string place(std::size_t line) const { return fmt::format("{}:{}", origin_, line); }

  std::string origin_;
  const SitemapSink& sink_;
  bool is_sitemap_ = false;
};

}  // namespace

Result<void> parse_sitemap(std::string_view bytes, std::string_view origin, const SitemapSink& sink) {
  if (!is_url_list(bytes)) return SitemapParser(origin, sink).parse_xml(bytes);
  SitemapParser(origin, sink).parse_lines(to_utf8(bytes));
  return {};
}

bool is_url_list(std::string_view text) {
  constexpr std::size_t kFirstLines = 20;
  constexpr std::size_t kHeadBytes = 4096;
  text = without_utf8_mark(text);
  std::vector<std::string_view> lines = split_lines(text.substr(0, kHeadBytes));
  if (text.size() > kHeadBytes && lines.size() > 1) lines.pop_back();  // cut in the middle
  std::size_t addresses = 0;
  for (std::size_t i = 0; i < lines.size() && i < kFirstLines; ++i) {
    const std::string_view line = trimmed(lines[i]);
    if (line.empty()) continue;
    if (line.find(' ') != std::string_view::npos || clean_url(line).empty()) return false;
    ++addresses;
  }
  return addresses > 0;
}

}  // namespace warta::indexer
