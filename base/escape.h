// Text of an article on its way to a person: nothing in it may steer a terminal or a page.
#pragma once

#include <string>
#include <string_view>

namespace warta {

// Returns valid UTF-8 without C0, DEL, C1 and bidirectional control characters: each becomes a space, invalid bytes
// become U+FFFD. Newlines and tabs become spaces as well, so the result stays on one line.
std::string terminal_safe(std::string_view text);

// Returns valid UTF-8 with & < > " ' as character references, safe in HTML text and quoted attributes.
std::string html_safe(std::string_view text);

// Returns text with invalid UTF-8 replaced by U+FFFD, one for each maximal broken sequence (Unicode 15, chapter 3.9).
std::string valid_utf8(std::string_view text);

// True when text is well-formed UTF-8.
bool is_valid_utf8(std::string_view text);

}  // namespace warta
