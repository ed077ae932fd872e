#include "database/synonym_list.h"

#include <algorithm>
#include <utility>

#include "analysis/acronyms.h"
#include "base/ascii.h"
#include "base/language.h"
#include "base/text_parts.h"
#include "base/utf8.h"

namespace warta {
std::string SynonymList::folded(std::string_view name) {
  std::string words;
  for (const char byte : name) {
    if (is_word_byte(byte)) {
      words += lower_ascii(byte);
    } else if (byte != '\'' && !words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  if (words.ends_with(' ')) words.pop_back();
  std::string content = analysis::without_small_words(words);
  return content.empty() ? words : content;
}

Result<SynonymList> SynonymList::parse(std::string_view text) {
  SynonymList list;
  for (std::size_t number = 1; !text.empty(); ++number) {
    std::string_view line = next_part(text, '\n');
    line = trimmed_ascii(line.substr(0, line.find('#')));
    if (line.empty()) continue;
    std::vector<std::string> names;
    std::vector<std::string> folded_names;
    while (!line.empty()) {
      names.push_back(lower_ascii(trimmed_ascii(next_part(line, '='))));
      folded_names.push_back(folded(names.back()));
    }
    if (names.size() < 2 || std::ranges::find(folded_names, "") != folded_names.end()) {
      return failure(ExitCode::usage,
                     localized_format("line {} of the synonyms: write names joined by =, as in jokowi = joko widodo",
                                      "baris {} daftar sinonim: tulis nama yang dihubungkan dengan =, misalnya jokowi "
                                      "= joko widodo",
                                      number));
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::vector<std::string>& others = list.others_[folded_names[i]];
      for (const std::string& other : names) {
        if (other != names[i] && std::ranges::find(others, other) == others.end()) others.push_back(other);
      }
    }
  }
  return list;
}

std::span<const std::string> SynonymList::others(std::string_view folded_name) const {
  const auto found = others_.find(folded_name);
  return found == others_.end() ? std::span<const std::string>() : found->second;
}

}  // namespace warta
