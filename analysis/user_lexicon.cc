// See user_lexicon.h.
#include "analysis/user_lexicon.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "base/language.h"
#include "base/text_parts.h"

namespace warta::analysis {
namespace {

using Fields = std::array<std::string, 3>;

// Splits at blanks; an empty field is a missing one. Returns false where there are more than three.
bool split(std::string_view line, Fields& fields) {
  constexpr std::string_view kBlanks = " \t\r";
  size_t count = 0;
  for (size_t begin = line.find_first_not_of(kBlanks); begin != std::string_view::npos;) {
    const size_t end = std::min(line.find_first_of(kBlanks, begin), line.size());
    if (count == fields.size()) return false;
    fields[count++] = line.substr(begin, end - begin);
    begin = line.find_first_not_of(kBlanks, end);
  }
  return true;
}

bool is_entry_word(std::string_view word) {
  return !word.empty() && word.size() <= kLongestEntryBytes && word.front() != '-' && word.back() != '-' &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '-'; });
}

bool add_entry(Fields& fields, LexiconBuilder& builder) {
  for (std::string& field : fields) field = lower_ascii(field);
  const auto& [kind, word, root] = fields;
  if (!is_entry_word(word)) return false;
  if (kind == "pair" && is_entry_word(root)) {
    builder.add_pair(word, root);
  } else if (kind == "root" && root.empty()) {
    builder.add_root(word, kEveryLicence);
  } else if (kind == "never" && root.empty()) {
    builder.add_never(word);
  } else {
    return false;
  }
  return true;
}

}  // namespace

Result<LexiconBuilder> read_user_lexicon(std::string_view text) {
  LexiconBuilder builder;
  for (int line_number = 1; !text.empty(); ++line_number) {
    const std::string_view line = next_part(text, '\n');
    const std::string_view content = trimmed_ascii(line.substr(0, line.find('#')));
    if (content.empty()) continue;
    Fields fields;
    if (!split(content, fields) || !add_entry(fields, builder)) {
      return failure(ExitCode::usage,
                     localized_format("lexicon, line {}: \"{}\" is none of: root WORD, never WORD, pair WORD ROOT",
                                      "leksikon, baris {}: \"{}\" bukan salah satu dari: root KATA, never KATA, "
                                      "pair KATA AKAR",
                                      line_number, line));
    }
    if (builder.size() > kMostEntries) {
      return failure(ExitCode::usage,
                     localized_format("lexicon, line {}: more than {} entries",
                                      "leksikon, baris {}: lebih dari {} entri", line_number, kMostEntries));
    }
  }
  return builder;
}

}  // namespace warta::analysis
