// The forms of an answer: text for people, JSON for programs, TREC runs for evaluation.
#pragma once

#include <string>
#include <string_view>

#include "analysis/analyzer.h"
#include "searcher/presentation/answer.h"
#include "searcher/presentation/terminal.h"

namespace warta::searcher {

// Rises when a member of the JSON changes its meaning or goes away; new members may appear without it.
inline constexpr int kJsonVersion = 2;

// For a terminal: how many were found, then each hit with its title, source, local time, passage and address.
std::string to_text(const Answer& answer, analysis::Analyzer& analyzer, const TerminalStyle& style);

// One object, ended by a newline. Invalid UTF-8 of an article becomes U+FFFD.
std::string to_json(const Answer& answer, analysis::Analyzer& analyzer);

// One object a hit and line.
std::string to_json_lines(const Answer& answer, analysis::Analyzer& analyzer);

// One line a hit: topic Q0 document rank score run. The document is the article's id, else its URL. Scores never
// rise from rank to rank, because evaluation programs sort by them.
std::string to_trec(const Answer& answer, std::string_view topic);

// What the query was taken for, and what each term brought to each hit.
std::string to_explanation(const Answer& answer);

}  // namespace warta::searcher
