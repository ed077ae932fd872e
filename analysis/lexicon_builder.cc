// See lexicon_builder.h.
#include "analysis/lexicon_builder.h"

#include <algorithm>
#include <bit>

namespace warta::analysis {

void LexiconBuilder::add_root(std::string_view word, Licences licences) {
  const auto [found, added] = entries_.try_emplace(std::string(word));
  if (found->second.kind == EntryKind::root) found->second.licences |= licences;
}

void LexiconBuilder::add_never(std::string_view word) {
  const auto [found, added] = entries_.try_emplace(std::string(word), Entry{EntryKind::never, 0, {}});
  if (found->second.kind == EntryKind::pair) found->second = {EntryKind::never, 0, {}};
}

void LexiconBuilder::add_pair(std::string_view form, std::string_view root) {
  add_root(root, 0);
  const auto [found, added] = entries_.try_emplace(std::string(form));
  if (found->second.kind != EntryKind::never) found->second = {EntryKind::pair, 0, std::string(root)};
}

void LexiconBuilder::remove(std::string_view word) {
  if (const auto found = entries_.find(word); found != entries_.end()) entries_.erase(found);
}

LexiconStorage LexiconBuilder::build() const {
  LexiconStorage storage;
  std::map<Licences, std::uint16_t> set_indexes;
  for (const auto& [word, entry] : entries_) {
    std::uint16_t value = 0;
    if (entry.kind == EntryKind::root) {
      const auto next = static_cast<std::uint16_t>(storage.licence_sets.size());
      const auto [found, added] = set_indexes.try_emplace(entry.licences, next);
      if (added) storage.licence_sets.push_back(entry.licences);
      value = found->second;
    } else if (entry.kind == EntryKind::pair) {
      value = static_cast<std::uint16_t>(std::distance(entries_.begin(), entries_.find(entry.root)));
    }
    storage.rows.push_back(
        {static_cast<std::uint32_t>(storage.text.size()), static_cast<std::uint8_t>(word.size()), entry.kind, value});
    storage.text += word;
  }
  // At most half full, so that a miss ends after a slot or two.
  const size_t slots = std::bit_ceil(std::max<size_t>(entries_.size() * 2, 2));
  storage.tags.resize(slots);
  storage.row_of.resize(slots);
  for (size_t row = 0; row < storage.rows.size(); ++row) {
    const LexiconRow& entry = storage.rows[row];
    const Lexicon::Hash hashed = Lexicon::hash({storage.text.data() + entry.text_begin, entry.length});
    size_t slot = hashed.slot & (slots - 1);
    while (storage.tags[slot] != 0) slot = (slot + 1) & (slots - 1);
    storage.tags[slot] = hashed.tag;
    storage.row_of[slot] = static_cast<std::uint16_t>(row);
  }
  return storage;
}

}  // namespace warta::analysis
