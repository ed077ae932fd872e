// Words too common to tell articles apart. They are indexed like all others; a query drops them where content words
// stand beside them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/result.h"

namespace warta::analysis {

class StopWords {
 public:
  // Reads text in the form of stopwords/id.txt: a word a line, '#' comments, and section headers "[function]" and
  // "[question]"; words before any header are function words. Words are normalised here. A header that is neither is
  // ExitCode::usage, with its line.
  static Result<StopWords> parse(std::string_view text);

  // True for a normalised word of either section: both are dropped by queries alone, the index keeps them.
  bool contains(std::string_view word) const { return words_.find(word) != words_.end(); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

}  // namespace warta::analysis
