// warta-searcher: ranks the articles of a Warta database for a query. See pipeline.h for the walk.
#include <csignal>
#include <cstdio>
#include <exception>
#include <iostream>

#include <CLI/CLI.hpp>

#include "analysis/analysis_settings.h"
#include "base/language.h"
#include "base/result.h"
#include "searcher/word_commands.h"

int main(int argc, char** argv) {
  using warta::ExitCode;
  warta::set_language(warta::language_from_environment());
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  CLI::App app("Search Indonesian news", "warta-searcher");
  std::string stemmer = warta::analysis::AnalysisSettings{}.stemmer;
  CLI::App* stem = app.add_subcommand("stem", "print the term of each word read from standard input");
  stem->add_option("--stemmer", stemmer, "lexicon, snowball or none");
  app.require_subcommand(1);
  CLI11_PARSE(app, argc, argv);
  const warta::Result<void> result = warta::searcher::stem_lines(stemmer, std::cin, std::cout);
  if (result) return 0;
  std::cerr << "warta-searcher: " << result.error().message << '\n';
  return static_cast<int>(result.error().code);
}
