// Small changes to text that several sources need.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "database/language_code.h"

namespace warta::indexer {

// Without white space at both ends; a no-break space counts as white space.
std::string_view trimmed(std::string_view text);

// White space of any kind becomes one space, soft hyphens, zero-width and control characters go, and so do
// spaces at both ends.
std::string folded_space(std::string_view text);

// "Sari, Budi" or "Sari; Budi" to its items, trimmed, without empty ones.
std::vector<std::string> split_list(std::string_view text);

// Adds an item to a list of names, tags or addresses, unless it is empty or there already. A list of 200 takes no more.
void add_once(std::vector<std::string>& list, std::string item);

// The lines of text without their ends ("\n" or "\r\n").
std::vector<std::string_view> split_lines(std::string_view text);

// Number of words: runs of bytes between white space.
std::size_t count_words(std::string_view text);

}  // namespace warta::indexer
