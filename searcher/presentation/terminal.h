// What the terminal is like: whether it takes colours, and how wide it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/presentation/highlight.h"

namespace warta::searcher {

enum class ColourChoice : std::uint8_t { automatic, always, never };

struct TerminalStyle {
  bool has_colours = false;
  std::size_t columns = 80;
};

// Automatic colours want a terminal on standard output that is not "dumb", and no NO_COLOR (https://no-color.org).
// The width is the terminal's, else COLUMNS, else 100; it is kept between 40 and 120, which is as wide as people read.
TerminalStyle terminal_style(ColourChoice choice);

// The fragments on lines of at most `columns`, each line after `indent`, matches and the rest in the given colours
// (SGR parameters such as "1;31", empty for none). Nothing in the text steers the terminal; a longer word stands
// alone. Ends with a newline, except where there is no text.
std::string wrapped(const std::vector<Fragment>& fragments, std::string_view indent, std::string_view match_colour,
                    std::string_view other_colour, const TerminalStyle& style);

// The text in a colour, where the terminal has them. The text must be safe already.
std::string coloured(std::string_view text, std::string_view colour, const TerminalStyle& style);

}  // namespace warta::searcher
