// Synonyms and double names that a search may use for each other: a hand-kept list in the database's metadata.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"

namespace warta {

inline constexpr std::string_view kSynonymsMetadataKey = "warta.synonyms";  // text of the list; may be absent

class SynonymList {
 public:
  // Reads text in the form of stopwords/synonyms-id.txt: a group a line, its names joined by '=', '#' comments. Names
  // are compared case folded, without small words (dan, di, untuk, ...), hyphens as spaces, apostrophes as nothing. A
  // line of one name alone, or of one without a letter or digit, is ExitCode::usage, with its number. A name may stand
  // in several groups.
  static Result<SynonymList> parse(std::string_view text);

  // The other names of a name in the form of `folded`, in the order of the list; empty where it has none.
  std::span<const std::string> others(std::string_view folded_name) const;

  // The form in which names are looked up.
  static std::string folded(std::string_view name);

  std::size_t names() const { return others_.size(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::vector<std::string>, Hash, std::equal_to<>> others_;
};

}  // namespace warta
