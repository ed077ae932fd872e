// The quotation marks around a phrase, and how a phrase that holds some is written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace warta::searcher {

// Bytes of the quotation mark at offset, which must lie inside text: straight, or curly; 0 for none.
std::size_t quote_at(std::string_view text, std::size_t offset);

// Where the phrase that the mark at `opening` begins is closed: by the next mark of its kind, straight or curly, so
// that the other kind may stand within it; by one of the other kind where no other follows. npos for never. A mark
// behind a backslash closes nothing.
std::size_t closing_quote(std::string_view query, std::size_t opening);

// The phrase without the backslashes before quotation marks and backslashes; all others are text.
std::string without_escapes(std::string_view text);

// The phrase between straight marks, so that it reads back as it is.
std::string in_quotes(std::string_view text);

}  // namespace warta::searcher
