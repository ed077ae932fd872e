#include "database/metadata_compactor.h"

#include <span>
#include <string_view>
#include <utility>

#include "database/acronym_table.h"
#include "database/vocabulary.h"

namespace warta {

std::string MetadataCompactor::resolve_duplicate_metadata(const std::string& key, std::size_t tag_count,
                                                          const std::string tags[]) {
  // Xapian 1.4 passes the key as its table holds it, behind two bytes that mark metadata.
  constexpr std::string_view kTableMark("\x00\xc0", 2);
  std::string_view name = key;
  if (name.starts_with(kTableMark)) name.remove_prefix(kTableMark.size());
  const std::span<const std::string> values(tags, tag_count);
  if (is_acronym_key(name)) return add_up_acronyms(values);
  if (!name.starts_with(kVocabularyMetadataPrefix)) return values.front();
  Vocabulary words;
  for (const std::string& value : values) words = merge_vocabularies(std::move(words), decode_vocabulary(value));
  return encode_vocabulary(words);
}

}  // namespace warta
