// append_page of page_links.h.
#include <algorithm>
#include <unordered_set>

#include "indexer/extract/page_links.h"
#include "indexer/text_lines.h"

namespace warta::indexer {

void append_page(Article& first, Article&& next) {
  // Sub-headings and answers such as "Tidak." may come again; sentences do not.
  constexpr std::size_t kFewestWords = 5;
  std::unordered_set<std::string_view> known{first.title};
  for (const std::string_view line : split_lines(first.body)) known.insert(line);
  std::string added;
  bool is_beginning = true;
  for (const std::string_view line : split_lines(next.body)) {
    const bool is_repeated = known.contains(line) && (is_beginning || count_words(line) >= kFewestWords);
    if (is_repeated || line.empty()) continue;
    is_beginning = false;
    added += '\n';
    added += line;
  }
  if (first.body.empty() && !added.empty()) added.erase(0, 1);
  first.body += added;

  const auto complete = [](auto& mine, auto& theirs) {
    if (mine.empty()) mine = std::move(theirs);
  };
  complete(first.url, next.url);
  complete(first.title, next.title);
  complete(first.authors, next.authors);
  complete(first.source, next.source);
  complete(first.category, next.category);
  complete(first.tags, next.tags);
  complete(first.language, next.language);
  if (!first.published) first.published = next.published;
  if (!first.modified) first.modified = next.modified;
}

}  // namespace warta::indexer
