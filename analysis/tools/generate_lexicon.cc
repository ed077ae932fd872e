// generate-lexicon ID_DIC LIST_DIRECTORY OUTPUT: makes the built-in lexicon's table, as C++, at build time.
//
// The dictionary is Debian's hunspell-id; the lists are ours (analysis/lexicon/*.txt). The dictionary holds derived
// words beside roots (berlaku beside laku): an entry is taken for derived, and left out, where another entry's own
// flags license the affixes that lead to it. What that rule gets wrong, the lists put right.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/confix_stripper.h"
#include "analysis/lexicon_builder.h"
#include "analysis/reduplication.h"
#include "analysis/tools/hunspell_flags.h"
#include "base/ascii.h"

namespace warta::analysis {
namespace {

constexpr size_t kShortestOfDerived = 4;  // shorter roots fit by chance: petik is not pe- before tik

bool is_word(std::string_view word) {
  return word.size() > 1 && word.size() <= kLongestEntryBytes && word.front() != '-' && word.back() != '-' &&
         std::ranges::all_of(word, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

std::ifstream open_or_exit(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    std::cerr << "generate-lexicon: cannot read " << path << '\n';
    std::exit(1);
  }
  return file;
}

// Calls use(line) for each line that is not empty, without comments and the space behind.
void for_each_line(const std::string& path, const std::function<void(std::string_view)>& use) {
  std::ifstream file = open_or_exit(path);
  for (std::string line; std::getline(file, line);) {
    std::string_view text = std::string_view(line).substr(0, line.find('#'));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    if (!text.empty()) use(text);
  }
}

void for_each_word(const std::string& path, const std::function<void(std::string_view)>& use) {
  for_each_line(path, [&](std::string_view line) {
    while (!line.empty()) {
      const size_t end = std::min(line.find(' '), line.size());
      if (end > 0) use(line.substr(0, end));
      line.remove_prefix(std::min(end + 1, line.size()));
    }
  });
}

void read_dictionary(const std::string& path, LexiconBuilder& builder) {
  for_each_line(path, [&](std::string_view line) {
    const size_t slash = std::min(line.find('/'), line.size());
    const std::string word = lower_ascii(line.substr(0, slash));
    if (is_word(word)) builder.add_root(word, licences_of_flags(line.substr(std::min(slash + 1, line.size()))));
  });
}

// anak-anak beside anak, sayur-mayur beside sayur: the reduplication of a root is no root. kupu-kupu stays, for there
// is no kupu.
bool is_reduplication(std::string_view word, const ConfixStripper& stripper) {
  Confix confix;
  LexiconEntry entry;
  const auto stem = [&](std::string_view half) {
    if (stripper.find(half, entry)) return entry.root;
    return stripper.strip(half, confix) ? confix.entry.root : half;
  };
  const std::string_view base = reduplicated_base(
      word, stem, [&](std::string_view half) { return stripper.find(half, entry) || stripper.strip(half, confix); });
  return !base.empty() && stripper.find(base, entry);
}

bool is_derived(std::string_view word, const ConfixStripper& stripper) {
  Confix confix;
  if (!stripper.strip(word, confix) || confix.unlicensed > 0 || confix.prefix_count == 0) return false;
  const bool has_clitic = !confix.possessive.empty() || confix.prefixes[0]->text.starts_with("ku");
  return confix.entry.word.size() >= kShortestOfDerived && !has_clitic;
}

void remove_derived(LexiconBuilder& builder) {
  const LexiconStorage storage = builder.build();
  const Lexicon lexicon(storage.table());
  const ConfixStripper stripper(lexicon, nullptr);
  for (const LexiconRow& row : storage.rows) {
    const std::string_view word(storage.text.data() + row.text_begin, row.length);
    if (is_reduplication(word, stripper) || is_derived(word, stripper)) builder.remove(word);
  }
}

void read_lists(const std::string& directory, LexiconBuilder& builder) {
  for_each_word(directory + "/roots.txt", [&](std::string_view word) { builder.add_root(word, kEveryLicence); });
  for_each_line(directory + "/pairs.txt", [&](std::string_view line) {
    const size_t space = line.find(' ');
    builder.add_pair(line.substr(0, space), line.substr(line.find_last_of(' ') + 1));
  });
  for_each_word(directory + "/never.txt", [&](std::string_view word) { builder.add_never(word); });
}

void write(const LexiconStorage& storage, std::ostream& out) {
  constexpr size_t kLineBytes = 100;
  out << "// Made by generate-lexicon from hunspell-id and analysis/lexicon/*.txt.\n"
         "#include \"analysis/lexicon.h\"\n\nnamespace warta::analysis {\nnamespace {\n\nconstexpr char kText[] =";
  for (size_t at = 0; at < storage.text.size(); at += kLineBytes) {
    out << "\n    \"" << storage.text.substr(at, kLineBytes) << '"';
  }
  out << ";\nconstexpr LexiconRow kRows[] = {\n";
  for (const LexiconRow& row : storage.rows) {
    out << fmt::format("{{{},{},EntryKind{{{}}},{}}},\n", row.text_begin, row.length, static_cast<int>(row.kind),
                       row.value);
  }
  out << "};\nconstexpr Licences kLicenceSets[] = {";
  for (const Licences set : storage.licence_sets) out << fmt::format("{}U,\n", set);
  out << "};\nconstexpr std::uint8_t kTags[] = {";
  for (const std::uint8_t tag : storage.tags) out << fmt::format("{},\n", tag);
  out << "};\nconstexpr std::uint16_t kRowOf[] = {";
  for (const std::uint16_t row : storage.row_of) out << fmt::format("{},\n", row);
  out << "};\n\n}  // namespace\n\nLexicon Lexicon::built_in() {\n"
         "  return Lexicon({kText, kRows, kLicenceSets, kTags, kRowOf});\n}\n\n}  // namespace warta::analysis\n";
}

}  // namespace
}  // namespace warta::analysis

int main(int argc, char** argv) {
  using namespace warta::analysis;
  if (argc != 4) {
    std::cerr << "usage: generate-lexicon ID_DIC LIST_DIRECTORY OUTPUT\n";
    return 2;
  }
  const std::string lists = argv[2];
  LexiconBuilder builder;
  read_dictionary(argv[1], builder);
  for_each_word(lists + "/not-roots.txt", [&](std::string_view word) { builder.remove(word); });
  remove_derived(builder);
  read_lists(lists, builder);
  if (builder.size() > kMostEntries) {
    std::cerr << "generate-lexicon: more than " << kMostEntries << " entries\n";
    return 1;
  }
  std::ofstream out(argv[3]);
  write(builder.build(), out);
  out.close();
  return out ? 0 : 1;
}
