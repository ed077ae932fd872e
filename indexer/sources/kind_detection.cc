#include "indexer/sources/kind_detection.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/utf8.h"
#include "indexer/sources/json_envelope.h"
#include "indexer/sources/json_feed.h"
#include "indexer/sources/json_nesting.h"
#include "indexer/sources/prologue.h"
#include "indexer/sources/sitemap_parser.h"
#include "indexer/sources/table_parser.h"
#include "indexer/sources/utf16.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSpace = " \t\r\n";

struct Extension {
  std::string_view ending;
  SourceKind kind;
};

constexpr Extension kExtensions[] = {
    {".jsonl", SourceKind::jsonl}, {".ndjson", SourceKind::jsonl}, {".json", SourceKind::jsonl},
    {".csv", SourceKind::table},   {".tsv", SourceKind::table},    {".tab", SourceKind::table},
    {".xml", SourceKind::feed},    {".rss", SourceKind::feed},     {".atom", SourceKind::feed},
    {".rdf", SourceKind::feed},    {".wxr", SourceKind::feed},     {".warc", SourceKind::warc},
    {".trec", SourceKind::trec},   {".sgml", SourceKind::trec},    {".sgm", SourceKind::trec},
    {".html", SourceKind::html},   {".htm", SourceKind::html},     {".xhtml", SourceKind::html},
    {".txt", SourceKind::text},    {".text", SourceKind::text},
};

const Extension* find_extension(std::string_view name) {
  std::string lower = lower_ascii(name);
  for (const std::string_view compressed : {".gz", ".zst"}) {
    if (lower.ends_with(compressed)) lower.resize(lower.size() - compressed.size());
  }
  const Extension* found = std::find_if(std::begin(kExtensions), std::end(kExtensions),
                                        [&](const Extension& extension) { return lower.ends_with(extension.ending); });
  return found == std::end(kExtensions) ? nullptr : found;
}

// Without a byte order mark and white space.
std::string_view without_space(std::string_view bytes) {
  bytes = without_utf8_mark(bytes);
  return bytes.substr(std::min(bytes.find_first_not_of(kSpace), bytes.size()));
}

bool is_feed_root(std::string_view first) {
  const std::string root = root_name(first);
  return root == "rss" || root == "feed" || root == "rdf";
}

bool is_sitemap_root(std::string_view first) {
  const std::string root = root_name(first);
  return root == "urlset" || root == "sitemapindex";
}

bool is_warc(std::string_view first) {
  return first.starts_with("WARC/1.") || first.starts_with("WARC/0.");
}

bool is_trec(std::string_view first) {
  return root_name(first) == "doc";
}

// '{' and '"', so that a headline in braces stays one.
bool is_json_object(std::string_view first) {
  if (!first.starts_with('{')) return false;
  const std::size_t next = first.find_first_not_of(kSpace, 1);
  return next != kNone && (first[next] == '"' || first[next] == '}');
}

// An array of objects; an object that goes on after its first line, or on it with another one; or an object with the
// array of articles, unless it is a line of JSON Lines.
bool is_json_values(std::string_view first) {
  if (first.starts_with('[')) {
    const std::size_t next = first.find_first_not_of(kSpace, 1);
    return next != kNone && (first[next] == '{' || first[next] == ']');
  }
  if (!is_json_object(first)) return false;
  const std::string_view line = first.substr(0, first.find('\n'));
  const std::size_t last = line.find_last_not_of(kSpace);
  if (line.size() < first.size() && std::string_view("{[,:").find(line[last]) != kNone) return true;
  const std::size_t end = end_of_json_value(line);
  if (end != kNone && end <= last) return line[line.find_first_not_of(kSpace, end)] != '}';
  const std::size_t next = first.find_first_not_of(kSpace, line.size());
  const bool is_line = end != kNone && next != kNone && first[next] == '{';
  return !is_line && json_prologue(first).size > 0;
}

bool is_table(std::string_view first) {
  const std::string_view header = first.substr(table_header_begin(first));
  return is_table_header(header.substr(0, header.find_first_of("\r\n")));
}

// The first row that fits decides.
struct Beginning {
  bool (*fits)(std::string_view first_bytes);
  SourceKind kind;
};

constexpr Beginning kBeginnings[] = {
    {is_warc, SourceKind::warc},         {is_trec, SourceKind::trec},
    {is_feed_root, SourceKind::feed},    {is_sitemap_root, SourceKind::sitemap},
    {is_json_feed, SourceKind::feed},    {is_json_values, SourceKind::json},
    {is_json_object, SourceKind::jsonl}, {is_url_list, SourceKind::sitemap},
    {is_table, SourceKind::table},
};

}  // namespace

std::string root_name(std::string_view bytes) {
  struct Section {
    std::string_view begin;
    std::string_view end;
  };
  constexpr Section kSections[] = {{"<?", "?>"}, {"<!--", "-->"}, {"<!", ">"}};
  while (bytes.starts_with('<')) {
    const auto* section = std::find_if(std::begin(kSections), std::end(kSections),
                                       [&](const Section& row) { return bytes.starts_with(row.begin); });
    if (section == std::end(kSections)) break;
    // The internal subset of a document type holds '>' itself.
    const std::size_t subset = section->begin == "<!" ? bytes.substr(0, bytes.find('>')).find('[') : kNone;
    const std::string_view end_mark = subset == kNone ? section->end : "]>";
    const std::size_t end = bytes.find(end_mark);
    if (end == kNone) return {};
    bytes = without_space(bytes.substr(end + end_mark.size()));
  }
  if (!bytes.starts_with('<')) return {};
  const std::string_view name = bytes.substr(1, bytes.find_first_of(" \t\r\n/>", 1) - 1);
  return lower_ascii(name.substr(name.find(':') + 1));
}

SourceKind detect_kind(std::string_view name, std::string_view first_bytes) {
  const std::string_view first = without_space(first_bytes);
  const auto* beginning = std::find_if(std::begin(kBeginnings), std::end(kBeginnings),
                                       [&](const Beginning& row) { return row.fits(first); });
  const Extension* extension = find_extension(name);
  // A page that a site answered with a feed is no article; named a page, it is told as what it is and left out.
  const bool is_called_page = extension != nullptr && extension->kind == SourceKind::html;
  if (beginning != std::end(kBeginnings)) {
    const bool is_list = beginning->kind == SourceKind::feed || beginning->kind == SourceKind::sitemap;
    return is_called_page && is_list && is_xml(first) ? SourceKind::html : beginning->kind;
  }
  const bool is_called_feed = extension != nullptr && extension->kind == SourceKind::feed;
  if (is_xml(first) && !(is_called_feed && root_name(first) != "html")) return SourceKind::html;
  return extension == nullptr ? SourceKind::text : extension->kind;
}

bool has_known_extension(std::string_view name) {
  return find_extension(name) != nullptr;
}

bool is_binary(std::string_view first_bytes) {
  return first_bytes.find('\0') != kNone && !utf16_form(first_bytes);
}

bool is_xml(std::string_view first_bytes) {
  const std::string_view first = without_space(first_bytes);
  const char next = first.size() < 2 ? '\0' : first[1];
  return first.starts_with('<') && (is_ascii_letter(next) || next == '!' || next == '?');
}

}  // namespace warta::indexer
