#include "searcher/query/lexeme_checks.h"

#include <algorithm>
#include <string_view>

#include "base/language.h"
#include "base/utf8.h"

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

std::optional<QueryError> check_prefixes(const std::vector<Lexeme>& lexemes) {
  std::size_t prefixes = 0;
  for (const Lexeme& lexeme : lexemes) {
    if (lexeme.kind != LexemeKind::prefix || ++prefixes <= kMaxQueryPrefixes) continue;
    return QueryError{lexeme.begin, lexeme.end,
                      localized_format("more than {} words with a star; write whole words",
                                       "lebih dari {} kata berbintang; tulis kata lengkap", kMaxQueryPrefixes)};
  }
  return std::nullopt;
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

bool is_field_without_value(std::string_view word) {
  return word.ends_with(':') && find_field(word.substr(0, word.size() - 1)) != nullptr;
}

// "korup*si", "*korupsi", "a*": a star beside a letter, which is no product (2*3); two are emphasis (**tebal**).
bool has_star_beside_letter(std::string_view word) {
  if (word.find("**") != std::string_view::npos) return false;
  for (std::size_t star = word.find('*'); star != std::string_view::npos; star = word.find('*', star + 1)) {
    if (star > 0 && is_letter_byte(word[star - 1])) return true;
    if (star + 1 < word.size() && is_letter_byte(word[star + 1])) return true;
  }
  return false;
}

}  // namespace

std::optional<QueryError> check_lexemes(std::vector<Lexeme>& lexemes) {
  if (std::optional<QueryError> error = check_words(lexemes)) return error;
  if (std::optional<QueryError> error = check_prefixes(lexemes)) return error;
  return check_brackets(lexemes);
}

std::vector<std::string> notes_on(const std::vector<Lexeme>& lexemes) {
  std::vector<std::string> notes;
  for (const Lexeme& lexeme : lexemes) {
    if (lexeme.kind != LexemeKind::word) continue;
    if (is_field_without_value(lexeme.text)) {
      notes.push_back(localized_format(
          "{0} is read as a word; to search the field, write the value close behind it",
          "{0} dibaca sebagai kata; untuk mencari di bidangnya, tulis nilainya tanpa spasi", lexeme.text));
    } else if (has_star_beside_letter(lexeme.text)) {
      notes.push_back(localized_format("{0} is read as words; a star works behind two letters or more, as in korup*",
                                       "{0} dibaca sebagai kata biasa; bintang berlaku di akhir, setelah sedikitnya "
                                       "dua huruf, misalnya korup*",
                                       lexeme.text));
    }
  }
  return notes;
}

}  // namespace warta::searcher
