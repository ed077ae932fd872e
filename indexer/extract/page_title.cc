#include "indexer/extract/page_title.h"

#include <algorithm>

#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kSeparators[] = {
    " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 ", " ~ ", ": ", " / "};

// Letters and digits only, in lower case: what has to agree when two titles are the same.
std::string skeleton(std::string_view text) {
  std::string out;
  for (const char c : lower_ascii(text)) {
    const bool is_kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (is_kept) out += c;
  }
  return out;
}

// True when a heading is so much of title that the rest can only be about the page: "Judul Halaman all - Contoh.com".
bool is_most_of_title(std::string_view title, const ContentBlock& block) {
  constexpr std::size_t kFewestWords = 4;
  if (!block.is_heading || block.link_words > 0 || block.words < kFewestWords) return false;
  const std::string whole = skeleton(title);
  const std::string begin = skeleton(block.text);
  return whole.starts_with(begin) && begin.size() * 2 >= whole.size();
}

// True when title is `shown`, or `shown` and then a separator.
bool begins_with_title(std::string_view title, std::string_view shown) {
  const std::string whole = skeleton(title);
  const std::string begin = skeleton(shown);
  if (begin.empty() || !whole.starts_with(begin)) return false;
  if (whole.size() == begin.size()) return true;
  return std::any_of(std::begin(kSeparators), std::end(kSeparators), [&](std::string_view separator) {
    for (std::size_t at = title.find(separator); at != std::string_view::npos; at = title.find(separator, at + 1)) {
      if (skeleton(title.substr(0, at)) == begin) return true;
    }
    return false;
  });
}

// True when title is a separator and then `shown` behind the site's name: "Pemkab Contoh | Judul".
bool ends_with_title(std::string_view title, std::string_view shown) {
  const std::string wanted = skeleton(shown);
  return std::any_of(std::begin(kSeparators), std::end(kSeparators), [&](std::string_view separator) {
    const std::size_t at = title.find(separator);
    return at != std::string_view::npos && skeleton(title.substr(at + separator.size())) == wanted;
  });
}

// The block that shows one of the titles: a heading before other text, the longest before shorter ones.
std::string shown_title(const std::vector<std::string>& titles, const PageBlocks& page) {
  constexpr std::size_t kLongestTitle = 300;
  constexpr std::size_t kFewestLetters = 10;
  const ContentBlock* best = nullptr;
  for (const ContentBlock& block : page.blocks) {
    if (block.text.size() > kLongestTitle || skeleton(block.text).size() < kFewestLetters) continue;
    const bool is_shown = std::any_of(titles.begin(), titles.end(), [&](const std::string& title) {
      return begins_with_title(title, block.text) || is_most_of_title(title, block) ||
             ends_with_title(title, block.text);
    });
    if (!is_shown) continue;
    const auto rank = [](const ContentBlock& candidate) {
      return std::pair(candidate.is_heading, skeleton(candidate.text).size());
    };
    if (best == nullptr || rank(block) > rank(*best)) best = &block;
  }
  return best == nullptr ? std::string() : best->text;
}

// True when text is about the site: its name, or a part of its host ("Kabar Contoh" for kabarcontoh.co.id).
bool names_site(std::string_view text, std::string_view site_name, std::string_view site) {
  const std::string tail = skeleton(text);
  const std::string name = skeleton(site_name);
  if (tail.empty()) return true;
  if (!name.empty() && (tail.find(name) != std::string::npos || name.find(tail) != std::string::npos)) return true;
  constexpr std::size_t kFewestLetters = 4;
  for (std::string_view rest = site; !rest.empty();) {
    const std::string label = skeleton(rest.substr(0, rest.find('.')));
    if (label.size() >= kFewestLetters && tail.find(label) != std::string::npos) return true;
    rest.remove_prefix(std::min(rest.find('.'), rest.size() - 1) + 1);
  }
  return false;
}

std::string without_site_name(std::string title, std::string_view site_name, std::string_view site) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view separator : kSeparators) {
      const std::size_t at = title.rfind(separator);
      if (at == std::string::npos || at == 0) continue;
      if (!names_site(std::string_view(title).substr(at + separator.size()), site_name, site)) continue;
      title.resize(at);
      changed = true;
    }
  }
  return std::string(trimmed(title));
}

// The first h1 that is no link to a front page.
std::string first_heading(const PageBlocks& page) {
  for (const ContentBlock& block : page.blocks) {
    if (block.is_heading && !block.is_unlikely && block.link_words == 0 && block.words >= 3) return block.text;
  }
  return {};
}

}  // namespace

std::string choose_title(const PageMetadata& metadata, const RawTitles& raw, const PageBlocks& page,
                         std::string_view site) {
  std::vector<std::string> titles;
  for (const std::string* title : {&metadata.headline, &raw.social_title, &raw.document_title}) {
    if (!title->empty()) titles.push_back(*title);
  }
  if (std::string shown = shown_title(titles, page); !shown.empty()) return shown;
  if (!titles.empty()) return without_site_name(titles.front(), metadata.site_name, site);
  return first_heading(page);
}

std::size_t find_title_block(const PageBlocks& page, std::string_view title) {
  const std::string wanted = skeleton(title);
  std::size_t found = page.blocks.size();
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const ContentBlock& block = page.blocks[i];
    if (skeleton(block.text) != wanted) continue;
    if (block.is_heading && block.link_words == 0) return i;
    if (found == page.blocks.size()) found = i;
  }
  return found;
}

}  // namespace warta::indexer
