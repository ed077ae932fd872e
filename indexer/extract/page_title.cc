#include "indexer/extract/page_title.h"

#include <algorithm>

#include "indexer/extract/markup_text.h"
#include "indexer/text_lines.h"

namespace warta::indexer {
namespace {

constexpr std::string_view kSeparators[] = {
    " | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xBB ", " \xC2\xB7 ", " ~ ", ": ", " / "};

// Letters and digits only, in lower case: what has to agree when two titles are the same.
std::string skeleton(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    if (is_ascii_letter(c) || is_ascii_digit(c)) out += lower_ascii(c);
  }
  return out;
}

// A declared title with what is compared of it.
struct DeclaredTitle {
  std::string text;
  std::string skeleton;
  std::vector<std::string> heads;  // skeletons of what stands before each separator
  std::vector<std::string> tails;  // and of what stands behind the first of each kind
};

DeclaredTitle declared_title(const std::string& text) {
  DeclaredTitle title{text, skeleton(text), {}, {}};
  for (const std::string_view separator : kSeparators) {
    const std::string_view whole = text;
    const std::size_t first = whole.find(separator);
    for (std::size_t at = first; at != std::string_view::npos; at = whole.find(separator, at + 1))
      title.heads.push_back(skeleton(whole.substr(0, at)));
    if (first != std::string_view::npos) title.tails.push_back(skeleton(whole.substr(first + separator.size())));
  }
  return title;
}

// True when a block shows the title: the whole of it; what stands before the site's name, or behind it ("Pemkab Contoh
// | Judul"); or, in a heading, so much of it that the rest can only be about the page ("Judul Halaman all").
bool shows_title(const ContentBlock& block, const std::string& shown, const DeclaredTitle& title) {
  constexpr std::size_t kFewestWords = 4;
  const auto is_shown = [&](const std::string& part) { return part == shown; };
  if (title.tails.end() != std::find_if(title.tails.begin(), title.tails.end(), is_shown)) return true;
  if (!title.skeleton.starts_with(shown)) return false;
  if (title.skeleton.size() == shown.size()) return true;
  if (std::any_of(title.heads.begin(), title.heads.end(), is_shown)) return true;
  return block.is_heading && block.link_words == 0 && block.words >= kFewestWords &&
         shown.size() * 2 >= title.skeleton.size();
}

// The block that shows one of the titles: a heading before other text, the longest before shorter ones.
std::string shown_title(const std::vector<std::string>& texts, const PageBlocks& page) {
  constexpr std::size_t kLongestTitle = 300;
  constexpr std::size_t kFewestLetters = 10;
  std::vector<DeclaredTitle> titles;
  for (const std::string& text : texts) titles.push_back(declared_title(text));
  const ContentBlock* best = nullptr;
  std::pair<bool, std::size_t> best_rank;
  for (const ContentBlock& block : page.blocks) {
    if (block.text.size() > kLongestTitle || block.text.size() < kFewestLetters) continue;
    const std::string shown = skeleton(block.text);
    if (shown.size() < kFewestLetters) continue;
    const bool is_shown = std::any_of(titles.begin(), titles.end(),
                                      [&](const DeclaredTitle& title) { return shows_title(block, shown, title); });
    const std::pair rank(block.is_heading, shown.size());
    if (!is_shown || (best != nullptr && rank <= best_rank)) continue;
    best = &block;
    best_rank = rank;
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
  std::string title = shown_title(titles, page);
  if (title.empty() && !titles.empty()) title = without_site_name(titles.front(), metadata.site_name, site);
  if (title.empty()) title = first_heading(page);
  return has_character_reference(title) ? resolved_text(title) : title;
}

std::size_t find_title_block(const PageBlocks& page, std::string_view title) {
  const std::string wanted = skeleton(title);
  std::size_t found = page.blocks.size();
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    const ContentBlock& block = page.blocks[i];
    const bool is_escaped = has_character_reference(block.text);
    if (skeleton(is_escaped ? resolved_text(block.text) : block.text) != wanted) continue;
    if (block.is_heading && block.link_words == 0) return i;
    if (found == page.blocks.size()) found = i;
  }
  return found;
}

}  // namespace warta::indexer
