// What can be said of the lexemes of a query before its grammar: how many they are, which brackets have no partner.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "searcher/query/lexer.h"
#include "searcher/query/query_error.h"

namespace warta::searcher {

inline constexpr std::size_t kMaxQueryWords = 1024;  // signs and brackets count too

inline constexpr std::size_t kMaxQueryPrefixes = 16;  // each has the matcher look for hundreds of terms

// The error in the lexemes of a query, if there is one: too many words or prefixes, or a bracket without its partner.
// Brackets in a query without operators are punctuation, and are taken out.
std::optional<QueryError> check_lexemes(std::vector<Lexeme>& lexemes);

// What a person may have meant otherwise, in her language: a field's name with a space behind its colon is text,
// and so is a star that does not end a word.
std::vector<std::string> notes_on(const std::vector<Lexeme>& lexemes);

}  // namespace warta::searcher
