#include "searcher/query/lexeme_checks.h"

#include <algorithm>
#include <string_view>

#include "base/language.h"

namespace warta::searcher {
namespace {

bool has_operators(const std::vector<Lexeme>& lexemes) {
  return std::ranges::any_of(lexemes, [](const Lexeme& lexeme) {
    return lexeme.kind != LexemeKind::word && lexeme.kind != LexemeKind::open && lexeme.kind != LexemeKind::close &&
           lexeme.kind != LexemeKind::end;
  });
}

std::optional<QueryError> check_words(const std::vector<Lexeme>& lexemes) {
  if (lexemes.size() <= kMaxQueryWords + 1) return std::nullopt;
  const Lexeme& first_too_many = lexemes[kMaxQueryWords];
  return QueryError{
      first_too_many.begin, first_too_many.end,
      localized_format("more than {} words; shorten the query", "lebih dari {} kata; perpendek kueri", kMaxQueryWords)};
}

// Without operators a bracket says nothing, so a stray one is punctuation; with them it must have its partner.
std::optional<QueryError> check_brackets(std::vector<Lexeme>& lexemes) {
  std::vector<const Lexeme*> open;
  const Lexeme* stray = nullptr;
  for (const Lexeme& lexeme : lexemes) {
    if (lexeme.kind == LexemeKind::open) open.push_back(&lexeme);
    if (lexeme.kind != LexemeKind::close) continue;
    if (open.empty() && stray == nullptr) stray = &lexeme;
    if (!open.empty()) open.pop_back();
  }
  if (!has_operators(lexemes)) {
    std::erase_if(lexemes, [](const Lexeme& lexeme) {
      return lexeme.kind == LexemeKind::open || lexeme.kind == LexemeKind::close;
    });
    return std::nullopt;
  }
  if (stray != nullptr) {
    return QueryError{stray->begin, stray->end,
                      localized("this bracket closes nothing; remove it, or open one before",
                                "kurung ini tidak menutup apa pun; hapus, atau buka satu sebelumnya")};
  }
  if (!open.empty()) {
    return QueryError{open.back()->begin, open.back()->end,
                      localized("this bracket is never closed; add ) where its part ends",
                                "kurung ini tidak ditutup; tambahkan ) di akhir bagiannya")};
  }
  return std::nullopt;
}

}  // namespace

std::optional<QueryError> check_lexemes(std::vector<Lexeme>& lexemes) {
  if (std::optional<QueryError> error = check_words(lexemes)) return error;
  return check_brackets(lexemes);
}

std::vector<std::string> notes_on(const std::vector<Lexeme>& lexemes) {
  std::vector<std::string> notes;
  for (const Lexeme& lexeme : lexemes) {
    const bool ends_in_colon = lexeme.kind == LexemeKind::word && lexeme.text.ends_with(':');
    if (!ends_in_colon || find_field(std::string_view(lexeme.text).substr(0, lexeme.text.size() - 1)) == nullptr) {
      continue;
    }
    notes.push_back(localized_format("{0} is read as a word; to search the field, write the value close behind it",
                                     "{0} dibaca sebagai kata; untuk mencari di bidangnya, tulis nilainya tanpa spasi",
                                     lexeme.text));
  }
  return notes;
}

}  // namespace warta::searcher
