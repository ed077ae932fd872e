// By which letters a word is looked for in a text before anything is analysed.
#pragma once

#include <string>
#include <string_view>

namespace warta::searcher {

// Good for comparing letters without case; what else it makes equal does no harm where words are compared again.
constexpr char folded_letter(char c) {
  return static_cast<char>(c | 0x20);
}

// The letters or digits that every form of the term has side by side, folded: "ulis" of tulis (menulis), "17" of u17
// (U-17), "500" of 1500 (1.500). A form that an exception list gives the term may be without them.
std::string core_of(std::string_view term);

}  // namespace warta::searcher
