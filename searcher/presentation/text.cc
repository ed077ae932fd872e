#include <algorithm>

#include <fmt/format.h>

#include "base/escape.h"
#include "base/language.h"
#include "searcher/presentation/presenters.h"

namespace warta::searcher {
namespace {

constexpr std::string_view kTitleColour = "1";
constexpr std::string_view kMatchInTitleColour = "1;33";
constexpr std::string_view kMatchColour = "33";
constexpr std::string_view kFactsColour = "2";
constexpr std::string_view kUrlColour = "36";
constexpr std::ptrdiff_t kSnippetLines = 2;
constexpr std::size_t kRoomForWrapping = 8;  // less than a word, so that little of a line stays empty

struct ModeLabel {
  PhraseMode mode;
  const char* english;
  const char* indonesian;
};

constexpr ModeLabel kModeLabels[] = {
    {PhraseMode::exact, "exact phrase", "frasa persis"},
    {PhraseMode::stemmed, "phrase in any form", "frasa semua bentuk"},
    {PhraseMode::window, "words close together", "kata berdekatan"},
    {PhraseMode::sentence, "same sentence", "satu kalimat"},
    {PhraseMode::paragraph, "same paragraph", "satu paragraf"},
};

std::string counted(const MatchCount& count) {
  return (count.is_exact ? "" : localized("about ", "sekitar ")) + grouped(count.count);
}

std::string found_line(const Answer& answer) {
  const SearchResult& result = answer.result;
  const std::string time = fmt::format("{:.1f} ms", answer.seconds * 1000);
  if (result.hits.empty() && result.all_words.count == 0) {
    return localized_format("nothing found ({})", "tidak ada yang ditemukan ({})", time);
  }
  if (!result.is_relaxed) {
    const bool is_one = result.all_words.count == 1;
    return localized_format("{} {} ({})", "{0} artikel ({2})", counted(result.all_words),
                            is_one ? "article" : "articles", time);
  }
  if (result.all_words.count == 0) {
    return localized_format("no article holds all of the words; {} hold some ({})",
                            "tidak ada artikel dengan semua kata; {} memuat sebagian ({})", counted(result.some_words),
                            time);
  }
  return localized_format("{} with all of the words, {} more with some ({})",
                          "{} dengan semua kata, {} lagi dengan sebagian ({})", counted(result.all_words),
                          counted(result.some_words), time);
}

std::string facts_line(const Hit& hit, int offset_minutes) {
  std::string facts;
  const auto add = [&](const std::string& fact) {
    if (!fact.empty()) facts += (facts.empty() ? "" : " \xC2\xB7 ") + fact;
  };
  add(hit.article.source);
  if (hit.article.published) add(to_display(*hit.article.published, static_cast<std::int16_t>(offset_minutes)));
  for (const std::string& author : hit.article.authors) add(author);
  for (const PhraseMode mode : hit.modes) {
    const ModeLabel& label = kModeLabels[static_cast<std::size_t>(mode)];
    add(localized(label.english, label.indonesian));
  }
  return terminal_safe(facts);
}

// "+6 copies: detik.com, ..."
std::string copies_line(const Copies& copies) {
  if (copies.others == 0) return {};
  std::string line =
      localized_format("+{} {}", "+{} salinan", grouped(copies.others), copies.others == 1 ? "copy" : "copies");
  const char* separator = ": ";
  for (const std::string& source : copies.sources) {
    line += separator + source;
    separator = ", ";
  }
  return terminal_safe(line);
}

std::string facet_row(std::uint64_t articles, const std::string& value) {
  return fmt::format("  {:>9}  {}\n", grouped(articles), terminal_safe(value));
}

std::string facet_lines(const FacetReport& report, const TerminalStyle& style) {
  std::string out;
  for (const Facet& facet : report.facets) {
    out += "\n" + coloured(label_of(facet.kind), kTitleColour, style) + "\n";
    for (const FacetCount& row : facet.values) out += facet_row(row.articles, row.value);
    if (facet.other_values > 0) {
      out +=
          facet_row(facet.other_articles, localized_format("({} others)", "({} lainnya)", grouped(facet.other_values)));
    }
    if (facet.without > 0) out += facet_row(facet.without, localized("(unknown)", "(tidak diketahui)"));
  }
  if (!report.is_exact) {
    out += "\n" + localized_format("counted over the best {} candidates only\n",
                                   "dihitung hanya atas {} calon terbaik\n", grouped(kMostVerifiedForFacets));
  }
  return out;
}

// Many pages come without a title: the passages, which follow, say what they are about.
std::vector<Fragment> heading(const Highlighter& highlighter, ArticleText& text) {
  std::vector<Fragment> title = highlighter.highlight(text.title);
  if (title.empty()) title = {{localized("(no title)", "(tanpa judul)"), false}};
  return title;
}

// What --similar and remove take, too.
std::string address_of(const Article& article) {
  return article.url.empty() && !article.id.empty() ? "id: " + article.id : article.url;
}

// The passage of about so many bytes, or where they are 0, that fills the lines of a snippet and no more: where words
// wrap, it takes less than they hold.
std::string passage(const Highlighter& highlighter, TextTokens& body, std::size_t bytes, const std::string& indent,
                    const TerminalStyle& style) {
  const std::size_t line = style.columns - indent.size();
  for (std::size_t room = bytes > 0 ? bytes : kSnippetLines * line;; room -= kRoomForWrapping) {
    std::string lines = wrapped(highlighter.snippet(body, room), indent, kMatchColour, "", style);
    const bool fits = std::ranges::count(lines, '\n') <= kSnippetLines;
    if (bytes > 0 || fits || room <= line) return lines;
  }
}

}  // namespace

std::string to_text(const Answer& answer, analysis::Analyzer& analyzer, const TerminalStyle& style) {
  const Highlighter highlighter(answer.clause, answer.term_weights);
  std::string out = found_line(answer) + "\n";
  if (answer.correction) {
    const char* const label = localized("did you mean: ", "Maksud Anda: ");
    out += "  " + (label + coloured(terminal_safe(answer.correction->query), kTitleColour, style)) + "\n";
  }
  for (const std::string& hint : answer.hints) out += "  " + terminal_safe(hint) + "\n";
  unsigned rank = answer.options.offset;
  for (const Hit& hit : answer.result.hits) {
    const std::string number = fmt::format("{:>2}. ", ++rank);
    const std::string indent(number.size(), ' ');
    ArticleText text(hit.article, analyzer);
    std::string title_lines = wrapped(heading(highlighter, text), indent, kMatchInTitleColour, kTitleColour, style);
    out += "\n" + title_lines.replace(0, number.size(), number);

    const std::string facts = facts_line(hit, answer.options.offset_minutes);
    if (!facts.empty()) out += indent + coloured(facts, kFactsColour, style) + "\n";
    out += passage(highlighter, text.body, answer.snippet_bytes, indent, style);
    const std::string address = address_of(hit.article);
    if (!address.empty()) out += indent + coloured(terminal_safe(address), kUrlColour, style) + "\n";
    const std::string copies = copies_line(hit.copies);
    if (answer.options.folds_copies && !copies.empty()) out += indent + coloured(copies, kFactsColour, style) + "\n";
  }
  out += facet_lines(answer.facets, style);
  return out;
}

}  // namespace warta::searcher
