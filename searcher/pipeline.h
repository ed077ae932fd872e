// The walk of a search: query string, tree, clauses, hits, presentation.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "base/result.h"
#include "searcher/options.h"
#include "searcher/presentation/answer.h"
#include "searcher/session.h"

namespace warta::searcher {

// The hits of one query in an open database, and what the options ask for beside them. ExitCode::usage where the text
// is no query.
Result<Answer> answer(Session& session, const Options& options, std::string_view text);

// The answer in the form that the options name. Its articles are analysed anew for their passages.
std::string present(const Answer& answer, const Options& options, Session& session);

// Runs what the options say. Data goes to out, messages for the person to messages. ExitCode::nothing_found comes back
// only where the options ask for it.
Result<ExitCode> run(const Options& options, std::istream& in, std::ostream& out, std::ostream& messages);

}  // namespace warta::searcher
