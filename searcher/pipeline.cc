#include "searcher/pipeline.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <istream>
#include <ostream>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "database/xapian_errors.h"
#include "searcher/changing_database.h"
#include "searcher/completion/completion.h"
#include "searcher/presentation/presenters.h"
#include "searcher/query/expansion.h"
#include "searcher/query/filters.h"
#include "searcher/query/inner_words.h"
#include "searcher/query/other_languages.h"
#include "searcher/similar.h"
#include "searcher/word_commands.h"

namespace warta::searcher {
namespace {

Result<ParsedQuery> read_query(const Options& options, std::string_view text, const CivilDate& today) {
  if (text.empty() && !options.filters.empty()) return ParsedQuery{};
  QueryResult<ParsedQuery> parsed = options.is_plain ? parse_plain_query(text) : parse_query(text, today);
  if (!parsed) return failure(ExitCode::usage, render(parsed.error(), valid_utf8(text)));
  return std::move(*parsed);
}

Result<void> add_filters(Node& root, const Options& options, const CivilDate& today) {
  for (const FilterOption& filter : options.filters) {
    if (const Result<void> added = add_filter(root, filter.field, filter.values, today); !added) return added;
  }
  return {};
}

Result<Clause> make_clause_or_fail(const Node& root, analysis::Analyzer& analyzer) {
  std::optional<Clause> clause = make_clause(root, analyzer);
  if (clause) return std::move(*clause);
  return failure(ExitCode::usage, localized("the query holds no word; write what to look for",
                                            "kueri tidak berisi kata; tulis apa yang dicari"));
}

// What only the database knows of the query's words.
Result<void> expand(Clause& clause, Session& session, const Options& options) {
  return guard_xapian(session.path(), [&] {
    find_in_other_languages(clause, session.database());
    find_inner_words(clause, session.database());
    const ExpansionSources sources{session.shards(), options.expands_acronyms,
                                   options.expands_synonyms ? &session.synonyms() : nullptr};
    expand(clause, sources, session.database(), session.analyzer());
  });
}

// What a person may want next; a run of topics has no reader, and hits one a line have no place for it.
Result<void> help(Answer& answer, Session& session, Format format) {
  return guard_xapian(session.path(), [&] {
    answer.term_weights = term_weights(answer.clause, session.database());
    if (format == Format::jsonl || format == Format::trec) return;
    answer.correction = correct_query(answer.query.text, answer.clause, answer.result, session);
    answer.hints = hints_for(answer.clause, answer.result, answer.options, session);
  });
}

Result<void> add_facets(Answer& answer, Session& session, const Options& options) {
  if (options.facets.empty()) return {};
  Result<FacetReport> report =
      count_facets(session, answer.clause, options.facets, options.facet_size, options.search.offset_minutes);
  if (!report) return tl::unexpected(report.error());
  answer.facets = std::move(*report);
  return {};
}

// "More like this", narrowed by filters.
Result<Answer> answer_similar(Session& session, const Options& options) {
  const auto start = std::chrono::steady_clock::now();
  Result<SimilarQuery> similar = make_similar_query(session, options.similar);
  if (!similar) return tl::unexpected(similar.error());
  ParsedQuery filters;
  const CivilDate today = local_day(std::time(nullptr), options.search.offset_minutes);
  if (const Result<void> added = add_filters(filters.root, options, today); !added) {
    return tl::unexpected(added.error());
  }
  const std::optional<Clause> filter =
      options.filters.empty() ? std::nullopt : make_clause(filters.root, session.analyzer());
  Result<SearchResult> result = find_similar(session, *similar, filter ? &*filter : nullptr, options.search);
  if (!result) return tl::unexpected(result.error());
  filters.text = options.similar;
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  return Answer{.query = std::move(filters),
                .clause = std::move(similar->clause),
                .result = std::move(*result),
                .options = options.search,
                .seconds = elapsed.count(),
                .snippet_bytes = options.snippet_bytes};
}

}  // namespace

Result<Answer> answer(Session& session, const Options& options, std::string_view text) {
  if (!options.similar.empty()) return answer_similar(session, options);
  const auto start = std::chrono::steady_clock::now();
  const CivilDate today = local_day(std::time(nullptr), options.search.offset_minutes);

  Result<ParsedQuery> query = read_query(options, text, today);
  if (!query) return tl::unexpected(query.error());
  if (const Result<void> added = add_filters(query->root, options, today); !added) {
    return tl::unexpected(added.error());
  }
  Result<Clause> clause = make_clause_or_fail(query->root, session.analyzer());
  if (!clause) return tl::unexpected(clause.error());
  if (const Result<void> expanded = expand(*clause, session, options); !expanded) {
    return tl::unexpected(expanded.error());
  }
  Result<SearchResult> result = search(session, *clause, options.search);
  if (!result) return tl::unexpected(result.error());

  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  Answer answer{.query = std::move(*query),
                .clause = std::move(*clause),
                .result = std::move(*result),
                .options = options.search,
                .seconds = elapsed.count(),
                .snippet_bytes = options.snippet_bytes};
  if (!options.batch.empty()) return answer;
  if (const Result<void> counted = add_facets(answer, session, options); !counted) {
    return tl::unexpected(counted.error());
  }
  if (const Result<void> helped = help(answer, session, options.format); !helped) return tl::unexpected(helped.error());
  return answer;
}

std::string present(const Answer& answer, const Options& options, Session& session) {
  switch (options.format) {
    case Format::json: return to_json(answer, session.analyzer());
    case Format::jsonl: return to_json_lines(answer, session.analyzer());
    case Format::trec: return to_trec(answer, "1");
    case Format::text: break;
  }
  const std::string explanation = options.search.explain ? to_explanation(answer) + "\n" : std::string();
  return explanation + to_text(answer, session.analyzer(), terminal_style(options.colours));
}

namespace {

Result<ExitCode> answer_one(Session& session, const Options& options, std::ostream& out, std::ostream& messages) {
  const Result<Answer> found = ask_while_changed(session, [&] { return answer(session, options, options.query); });
  if (!found) return tl::unexpected(found.error());
  for (const std::string& note : found->query.notes) messages << "warta-searcher: " << terminal_safe(note) << '\n';
  out << present(*found, options, session);
  return options.fails_if_empty && found->result.hits.empty() ? ExitCode::nothing_found : ExitCode::success;
}

Result<ExitCode> answer_completion(Session& session, const Options& options, std::ostream& out) {
  const Result<Completions> completions =
      ask_while_changed(session, [&] { return complete(session, options.query, options.search.limit); });
  if (!completions) return tl::unexpected(completions.error());
  out << (options.format == Format::text ? to_text(*completions) : to_json(*completions, options.query));
  const bool is_empty = completions->words.empty() && completions->titles.empty();
  return options.fails_if_empty && is_empty ? ExitCode::nothing_found : ExitCode::success;
}

tl::unexpected<Error> unreadable(const std::string& file) {
  return failure(ExitCode::io_error, localized_format("cannot read {}", "{} tidak dapat dibaca", file));
}

// What is wrong with a line of a file of topics; empty where nothing is.
std::string problem_of_topic(std::string_view line) {
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos)
    return localized("no tab between topic and query", "tidak ada tab antara topik dan kueri");
  if (tab == 0 || line.find(' ') < tab) {
    return localized("a topic's name has at least one sign, and no spaces",
                     "nama topik tidak boleh kosong atau berspasi");
  }
  if (line.size() - tab - 1 > kMaxQueryBytes) return localized("the query is too long", "kuerinya terlalu panjang");
  return {};
}

// Topics are plain words: a question mark or a lone quotation mark in one of thousands stops nothing. A line that is no
// topic is named and passed over; a topic without a word has no hits.
Result<ExitCode> answer_topics(Session& session, Options options, std::istream& topics, std::ostream& out,
                               std::ostream& messages) {
  options.is_plain = true;
  options.search.counts_matches = false;
  ExitCode code = ExitCode::success;
  std::uint64_t line_number = 0;
  for (std::string line; out && std::getline(topics, line);) {
    ++line_number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    if (const std::string problem = problem_of_topic(line); !problem.empty()) {
      messages << fmt::format("warta-searcher: {}:{}: {}\n", terminal_safe(options.batch), line_number, problem);
      code = ExitCode::input_skipped;
      continue;
    }
    const std::size_t tab = line.find('\t');
    const Result<Answer> found =
        ask_while_changed(session, [&] { return answer(session, options, std::string_view(line).substr(tab + 1)); });
    if (found) {
      out << to_trec(*found, terminal_safe(line.substr(0, tab)));
    } else if (found.error().code != ExitCode::usage) {
      return tl::unexpected(found.error());
    }
  }
  if (topics.bad()) return unreadable(options.batch);
  return code;
}

Result<ExitCode> answer_batch(Session& session, const Options& options, std::istream& in, std::ostream& out,
                              std::ostream& messages) {
  if (options.batch == "-") return answer_topics(session, options, in, out, messages);
  std::ifstream topics(options.batch);
  if (topics) return answer_topics(session, options, topics, out, messages);
  return unreadable(options.batch);
}

}  // namespace

Result<ExitCode> run(const Options& options, std::istream& in, std::ostream& out, std::ostream& messages) {
  if (options.command == Command::stem) {
    const Result<void> done = stem_lines(options.stemmer, in, out);
    return done ? Result<ExitCode>(ExitCode::success) : tl::unexpected(done.error());
  }
  if (options.command == Command::analyze) {
    const Result<void> done = explain_text(options.stemmer, options.query, out);
    return done ? Result<ExitCode>(ExitCode::success) : tl::unexpected(done.error());
  }
  Result<Session> session = open_while_swapped(
      [&] { return Session::open(options.databases, std::chrono::seconds(options.timeout_seconds)); });
  if (!session) return tl::unexpected(session.error());
  if (options.completes) return answer_completion(*session, options, out);
  return options.batch.empty() ? answer_one(*session, options, out, messages)
                               : answer_batch(*session, options, in, out, messages);
}

}  // namespace warta::searcher
