#include "searcher/query/lexer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "base/ascii.h"
#include "base/language.h"
#include "base/utf8.h"
#include "searcher/query/quotation.h"

namespace warta::searcher {
namespace {

// More words than this, none with a small letter: a headline in capitals, in which DAN and OR are words.
constexpr std::size_t kMostWordsInCapitals = 6;
constexpr std::size_t kLeastPrefixBytes = 2;

struct OperatorWord {
  std::string_view word;
  LexemeKind kind;
};

constexpr std::array kOperatorWords = {
    OperatorWord{"AND", LexemeKind::op_and},   OperatorWord{"DAN", LexemeKind::op_and},
    OperatorWord{"OR", LexemeKind::op_or},     OperatorWord{"ATAU", LexemeKind::op_or},
    OperatorWord{"NOT", LexemeKind::op_not},   OperatorWord{"BUKAN", LexemeKind::op_not},
    OperatorWord{"NEAR", LexemeKind::op_near}, OperatorWord{"DEKAT", LexemeKind::op_near},
};

struct UnitWord {
  std::string_view word;
  PhraseMode mode;
};

constexpr std::array kPhraseUnits = {
    UnitWord{"kalimat", PhraseMode::sentence},
    UnitWord{"sentence", PhraseMode::sentence},
    UnitWord{"paragraf", PhraseMode::paragraph},
    UnitWord{"paragraph", PhraseMode::paragraph},
};

// Bytes of the white space at offset: ASCII and control characters, no-break and typographic spaces; 0 for none.
std::size_t space_at(std::string_view text, std::size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte <= 0x20 || byte == 0x7F) return 1;
  const std::string_view rest = text.substr(offset);
  if (rest.starts_with("\xC2\xA0")) return 2;
  if (rest.starts_with("\xE3\x80\x80") || rest.starts_with("\xE2\x80\xAF")) return 3;
  const bool is_general_space = rest.size() >= 3 && rest.starts_with("\xE2\x80") &&
                                static_cast<unsigned char>(rest[2]) <= 0x8A &&
                                static_cast<unsigned char>(rest[2]) >= 0x80;
  return is_general_space ? 3 : 0;
}

std::string with_single_spaces(std::string_view text) {
  std::string out;
  bool is_gap = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t space = space_at(text, i); space > 0) {
      is_gap = !out.empty();
      i += space;
      continue;
    }
    if (is_gap) out += ' ';
    is_gap = false;
    out += text[i++];
  }
  return out;
}

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  QueryResult<std::vector<Lexeme>> run() {
    while (!error_ && skip_spaces()) read_lexeme();
    if (error_) return tl::unexpected(*error_);
    make_words_of_operators_in_capitals();
    lexemes_.push_back({LexemeKind::end, query_.size(), query_.size()});
    return std::move(lexemes_);
  }

 private:
  bool skip_spaces() {
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const std::size_t space = space_at(query_, at_);
      if (space == 0) {
        is_glued_ = at_ > 0 && at_ == begin;
        return true;
      }
      at_ += space;
    }
    return false;
  }

  char peek(std::size_t ahead) const { return at_ + ahead < query_.size() ? query_[at_ + ahead] : '\0'; }

  void push(LexemeKind kind, std::size_t bytes) {
    lexemes_.push_back({kind, at_, at_ + bytes});
    at_ += bytes;
  }

  void fail(std::size_t begin, std::size_t end, std::string message) {
    error_ = QueryError{begin, end, std::move(message)};
  }

  bool follows_field() const {
    return !lexemes_.empty() && lexemes_.back().kind == LexemeKind::field && lexemes_.back().end == at_;
  }

  // A sign counts where something new begins: in "\"PHK\"-nya" it excludes nothing.
  bool is_behind_something() const { return is_glued_ && query_[at_ - 1] != '('; }

  // A sign stands before a letter, a quote, a bracket; "-5 derajat" and "+62" are text.
  bool is_sign() const {
    if ((query_[at_] != '+' && query_[at_] != '-') || follows_field() || at_ + 1 >= query_.size()) return false;
    const char next = peek(1);
    return is_letter_byte(next) || next == '(' || quote_at(query_, at_ + 1) > 0 ||
           (next == '~' && at_ + 2 < query_.size() && quote_at(query_, at_ + 2) > 0);
  }

  void read_lexeme() {
    const bool is_stemmed = query_[at_] == '~' && at_ + 1 < query_.size() && quote_at(query_, at_ + 1) > 0;
    if (query_[at_] == '(') return push(LexemeKind::open, 1);
    if (query_[at_] == ')') return push(LexemeKind::close, 1);
    if (is_sign()) return read_sign();
    if (is_stemmed || quote_at(query_, at_) > 0) return read_phrase(is_stemmed);
    if (!read_field()) read_word();
  }

  void read_sign() {
    if (is_behind_something()) {
      ++at_;  // punctuation
    } else {
      push(query_[at_] == '+' ? LexemeKind::plus : LexemeKind::minus, 1);
    }
  }

  void read_phrase(bool is_stemmed) {
    Lexeme phrase{LexemeKind::phrase, at_, at_};
    phrase.mode = is_stemmed ? PhraseMode::stemmed : PhraseMode::exact;
    const std::size_t mark = at_ + (is_stemmed ? 1 : 0);
    const std::size_t inside = mark + quote_at(query_, mark);
    const std::size_t closing = closing_quote(query_, mark);
    if (closing == std::string_view::npos) {
      return fail(mark, inside,
                  localized("this quotation mark is never closed; write \"...\" around the phrase, or leave it out",
                            "tanda kutip ini tidak ditutup; tulis \"...\" di sekeliling frasa, atau hapus"));
    }
    phrase.text = with_single_spaces(without_escapes(query_.substr(inside, closing - inside)));
    at_ = closing + quote_at(query_, closing);
    if (peek(0) == '~' && (at_ + 1 >= query_.size() || quote_at(query_, at_ + 1) == 0)) read_phrase_suffix(phrase);
    phrase.end = at_;
    if (!phrase.text.empty()) lexemes_.push_back(std::move(phrase));
  }

  // ~5, ~kalimat, ~paragraf behind the closing quote.
  void read_phrase_suffix(Lexeme& phrase) {
    const std::size_t tilde = at_++;
    const std::size_t begin = at_;
    while (at_ < query_.size() && is_word_byte(query_[at_])) ++at_;
    const std::string_view suffix = query_.substr(begin, at_ - begin);
    const std::string folded = lower_ascii(suffix);
    const auto* unit = std::ranges::find(kPhraseUnits, std::string_view(folded), &UnitWord::word);
    if (unit != kPhraseUnits.end()) {
      phrase.mode = unit->mode;
    } else if (read_window(suffix, phrase.window)) {
      phrase.mode = PhraseMode::window;
    } else {
      fail(tilde, at_,
           localized_format("after ~ comes a number from 1 to {} (words), kalimat (sentence) or paragraf (paragraph)",
                            "setelah ~ tulis angka 1 sampai {} (kata), kalimat, atau paragraf", kMaxWindow));
    }
  }

  static bool read_window(std::string_view digits, unsigned& window) {
    const auto [rest, status] = std::from_chars(digits.data(), digits.data() + digits.size(), window);
    return status == std::errc() && rest == digits.data() + digits.size() && window >= 1 && window <= kMaxWindow;
  }

  bool read_field() {
    std::size_t colon = at_;
    while (colon < query_.size() && is_word_byte(query_[colon])) ++colon;
    if (colon == at_ || colon + 1 >= query_.size() || query_[colon] != ':') return false;
    if (space_at(query_, colon + 1) > 0 || query_[colon + 1] == ')') return false;
    const Field* field = find_field(query_.substr(at_, colon - at_));
    if (field == nullptr) return false;
    Lexeme lexeme{LexemeKind::field, at_, colon + 1};
    lexeme.field = field;
    at_ = lexeme.end;
    lexemes_.push_back(std::move(lexeme));
    return true;
  }

  void read_word() {
    const bool is_value = follows_field();
    const std::size_t begin = at_;
    while (at_ < query_.size() && space_at(query_, at_) == 0 && quote_at(query_, at_) == 0 && query_[at_] != '(' &&
           query_[at_] != ')') {
      ++at_;
    }
    Lexeme word{LexemeKind::word, begin, at_, std::string(query_.substr(begin, at_ - begin))};
    if (is_prefix(word.text)) {
      word.kind = LexemeKind::prefix;
      word.text.pop_back();
    } else if (!is_value) {
      recognise_operator(word);
    }
    if (!error_) lexemes_.push_back(std::move(word));
  }

  static bool is_prefix(std::string_view word) {
    if (word.size() <= kLeastPrefixBytes || word.back() != '*') return false;
    word.remove_suffix(1);
    return std::ranges::all_of(word, [](char c) { return is_word_byte(c) || c == '-'; }) &&
           is_word_byte(word.front()) && is_word_byte(word.back());
  }

  void recognise_operator(Lexeme& word) {
    const std::string_view text = word.text;
    const std::size_t slash = text.find('/');
    const auto* row = std::ranges::find(kOperatorWords, text.substr(0, slash), &OperatorWord::word);
    if (row == kOperatorWords.end()) return;
    if (slash == std::string_view::npos) {
      word.kind = row->kind;
      word.window = kDefaultNearWindow;
    } else if (row->kind == LexemeKind::op_near) {
      word.kind = row->kind;
      if (read_window(text.substr(slash + 1), word.window)) return;
      fail(word.begin, word.end,
           localized_format("{0} takes a number of words from 1 to {1}, as in {0}/5",
                            "{0} diikuti jumlah kata dari 1 sampai {1}, misalnya {0}/5", row->word, kMaxWindow));
    }
  }

  // Quotes, fields and signs are typed on purpose: who types them means the operators, too.
  void make_words_of_operators_in_capitals() {
    std::size_t words = 0;
    for (const Lexeme& lexeme : lexemes_) {
      if (lexeme.kind == LexemeKind::open || lexeme.kind == LexemeKind::close) continue;
      const bool is_text = lexeme.kind == LexemeKind::word || lexeme.kind >= LexemeKind::op_and;
      const bool has_small_letter = std::ranges::any_of(lexeme.text, [](char c) { return c >= 'a' && c <= 'z'; });
      if (!is_text || has_small_letter) return;
      ++words;
    }
    if (words <= kMostWordsInCapitals) return;
    for (Lexeme& lexeme : lexemes_) {
      if (lexeme.kind < LexemeKind::op_and || lexeme.kind > LexemeKind::op_near) continue;
      lexeme.kind = LexemeKind::word;
      lexeme.text = lower_ascii(lexeme.text);
    }
  }

  std::string_view query_;
  std::size_t at_ = 0;
  bool is_glued_ = false;  // no white space before what is read
  std::vector<Lexeme> lexemes_;
  std::optional<QueryError> error_;
};

}  // namespace

QueryResult<std::vector<Lexeme>> lex(std::string_view query) {
  return Lexer(query).run();
}

}  // namespace warta::searcher
