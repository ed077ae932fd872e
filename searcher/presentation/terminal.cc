#include "searcher/presentation/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/utf8.h"

namespace warta::searcher {
namespace {

constexpr std::size_t kDefaultColumns = 100;
constexpr std::size_t kLeastColumns = 40;
constexpr std::size_t kMostColumns = 120;

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::size_t columns_of_terminal() {
  winsize size = {};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const char* columns = std::getenv("COLUMNS");
  const long value = columns == nullptr ? 0 : std::strtol(columns, nullptr, 10);
  return value > 0 ? static_cast<std::size_t>(value) : kDefaultColumns;
}

// Words with the match or no match of each of their parts: "harga-" and "nya" may differ.
using Word = std::vector<Fragment>;

std::vector<Word> words_of(const std::vector<Fragment>& fragments) {
  std::vector<Word> words;
  bool is_new_word = true;
  for (const Fragment& fragment : fragments) {
    const std::string safe = terminal_safe(fragment.text);
    for (std::size_t i = 0; i < safe.size();) {
      if (safe[i] == ' ') {
        is_new_word = true;
        ++i;
        continue;
      }
      const std::size_t end = std::min(safe.find(' ', i), safe.size());
      if (is_new_word) words.emplace_back();
      words.back().push_back({safe.substr(i, end - i), fragment.is_match});
      is_new_word = false;
      i = end;
    }
  }
  return words;
}

std::size_t width_of(const Word& word) {
  std::size_t width = 0;
  for (const Fragment& part : word) width += display_width(part.text);
  return width;
}

}  // namespace

TerminalStyle terminal_style(ColourChoice choice) {
  const char* terminal = std::getenv("TERM");
  const bool is_dumb = terminal != nullptr && std::string_view(terminal) == "dumb";
  const bool is_able = isatty(STDOUT_FILENO) == 1 && !is_dumb && !is_set("NO_COLOR");
  return TerminalStyle{choice == ColourChoice::always || (choice == ColourChoice::automatic && is_able),
                       std::clamp(columns_of_terminal(), kLeastColumns, kMostColumns)};
}

std::string coloured(std::string_view text, std::string_view colour, const TerminalStyle& style) {
  if (!style.has_colours || colour.empty() || text.empty()) return std::string(text);
  return fmt::format("\x1B[{}m{}\x1B[0m", colour, text);
}

std::string wrapped(const std::vector<Fragment>& fragments, std::string_view indent, std::string_view match_colour,
                    std::string_view other_colour, const TerminalStyle& style) {
  std::string out;
  std::string run;  // what waits to be written in one colour
  bool is_match = false;
  std::size_t column = 0;
  const auto flush = [&] {
    out += coloured(run, is_match ? match_colour : other_colour, style);
    run.clear();
  };
  for (const Word& word : words_of(fragments)) {
    const std::size_t width = width_of(word);
    if (column == 0 || column + 1 + width > style.columns) {
      flush();
      if (column > 0) out += '\n';
      out += indent;
      column = indent.size();
    } else {
      if (word.front().is_match != is_match) flush();
      (run.empty() ? out : run) += ' ';
      ++column;
    }
    for (const Fragment& part : word) {
      if (part.is_match != is_match) flush();
      is_match = part.is_match;
      run += part.text;
    }
    column += width;
  }
  flush();
  if (!out.empty()) out += '\n';
  return out;
}

}  // namespace warta::searcher
