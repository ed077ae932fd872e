#include "indexer/extract/article_authors.h"

#include <algorithm>

#include "indexer/extract/byline.h"
#include "indexer/extract/element_hints.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::size_t kNear = 15;  // blocks before the title and behind the text in which credits stand

// Words that show a name to be that of a medium or an office.
constexpr std::string_view kMediumWords[] = {
    "media",  "redaksi", "redaktur",   "admin", "administrator", "news", "online", "cyber",  "tim",      "team",
    "editor", "pt",      "humas",      "desk",  "newsroom",      "tv",   "com",    "co",     "id",       "kontributor",
    "dinas",  "kantor",  "superadmin", "user",  "guest",         "web",  "portal", "berita", "operator", "publisher",
};

bool names_medium(const std::string& name, const PageMetadata& metadata) {
  const std::string lower = lower_ascii(name);
  if (lower == lower_ascii(metadata.site_name)) return true;
  if (lower.find_first_of("@/") != std::string::npos) return true;
  for (std::string_view rest = lower; !rest.empty();) {
    const std::size_t end = std::min(rest.find_first_of(" .-_"), rest.size());
    const std::string_view word = rest.substr(0, end);
    if (std::find(std::begin(kMediumWords), std::end(kMediumWords), word) != std::end(kMediumWords)) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

std::vector<std::string> persons(const std::vector<std::string>& names, const PageMetadata& metadata) {
  constexpr std::size_t kMostPersons = 8;
  std::vector<std::string> kept;
  for (const std::string& name : names) {
    const bool is_known = std::find(kept.begin(), kept.end(), name) != kept.end();
    if (is_person_name(name) && !names_medium(name, metadata) && !is_known && kept.size() < kMostPersons)
      kept.push_back(name);
  }
  return kept;
}

// Lines between the title and a little behind the text: "Penulis: Sari Dewi", or "Penulis" with the name on the next.
std::vector<std::string> of_lines(const PageMetadata& metadata, const PageBlocks& page, const ArticlePlace& place) {
  const std::size_t first = std::min(place.title_block, place.first_body_block);
  const std::size_t end = std::min(place.end_body_block + kNear, page.blocks.size());
  for (std::size_t i = first - std::min(first, kNear); i < end; ++i) {
    std::vector<std::string> names = persons(authors_of_line(page.blocks[i].text), metadata);
    if (names.empty() && is_author_label(page.blocks[i].text) && i + 1 < end)
      names = persons(authors_of_line("oleh " + page.blocks[i + 1].text), metadata);
    if (!names.empty()) return names;
  }
  return {};
}

// Short blocks that stand in an element whose name is of authors: <div class="read__author">.
std::vector<std::string> of_elements(const PageMetadata& metadata, const PageBlocks& page, const ArticlePlace& place) {
  constexpr std::size_t kMostWords = 10;
  const std::size_t first = std::min(place.title_block, place.first_body_block);
  const std::size_t end = std::min(place.end_body_block + kNear, page.blocks.size());
  for (std::size_t i = first - std::min(first, kNear); i < end; ++i) {
    const ContentBlock& block = page.blocks[i];
    if (block.words > kMostWords || block.container == nullptr || !is_credit_element(block.container)) continue;
    std::vector<std::string> names = persons(authors_of_line("oleh " + block.text), metadata);
    if (!names.empty()) return names;
  }
  return {};
}

}  // namespace

std::vector<std::string> article_authors(const PageMetadata& metadata, const PageBlocks& page,
                                         const ArticlePlace& place, const std::vector<std::string>& credited) {
  std::vector<std::string> authors = persons(metadata.authors, metadata);
  if (authors.empty()) authors = persons(credited, metadata);
  if (authors.empty()) authors = of_lines(metadata, page, place);
  if (authors.empty()) authors = of_elements(metadata, page, place);
  return authors;
}

}  // namespace warta::indexer
