// What a person may be about to type: words, names and titles that go on from the letters typed so far.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "searcher/session.h"

namespace warta::searcher {

struct Completion {
  std::string text;            // the whole of what would be typed, in lower case
  std::uint32_t articles = 0;  // that hold the word or name; of several words, whose titles hold them all
};

struct Completions {
  std::vector<Completion> words;    // the most frequent first
  std::vector<std::string> titles;  // the newest first, as they are written
};

// At most `most` of each. The last word counts as begun; of words before it, the articles' titles say what goes with
// them. Letters that begin nothing give nothing.
Result<Completions> complete(Session& session, std::string_view typed, unsigned most);

// A word a line with its articles, then the titles; or one JSON object with the members typed, words (text, articles)
// and titles.
std::string to_text(const Completions& completions);
std::string to_json(const Completions& completions, std::string_view typed);

}  // namespace warta::searcher
